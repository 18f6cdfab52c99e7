import { Injectable } from '@nestjs/common';
import { type Day, dayOf, newId } from '@app/kernel';
import { Accreditations } from '@app/accreditation';
import { type Actor, notAllowed, notFound, type Tx, UnitOfWork } from '@app/platform';
import { ClassStore } from '../data/class.store';
import { ProgrammeStore } from '../data/programme.store';
import { classLifecycle } from '../domain/class-lifecycle';
import { classCode, type ClassRule, intakeYear, openingFaults, takenOver } from '../domain/class-opening';
import { versionOn } from '../domain/programme';
import { fail } from '../programmes.errors';
import { ClassOpened } from '../programmes.events';

export interface OpenClassInput {
  programmeId: string;
  title?: string | null;
  specialty?: string | null;
  startsOn: Day;
  /** last day, inclusive */
  endsOn: Day;
  enrolOpensOn: Day;
  /** last day of enrolment, inclusive */
  enrolClosesOn: Day;
  capacity: number;
  note?: string | null;
}

/** A base opens a class. Everything that stands against it is said at once. */
@Injectable()
export class OpenClass {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accreditations: Accreditations,
    private readonly programmes: ProgrammeStore,
    private readonly classes: ClassStore,
  ) {}

  /** @throws PROGRAMMES_OPENING_REFUSED with all reasons; PLATFORM_NOT_FOUND for a programme of another province */
  async run(actor: Actor, f: OpenClassInput): Promise<{ id: string; code: string }> {
    if (actor.scope.kind !== 'ORGANISATION') throw notAllowed();
    const institutionId = actor.scope.organisationId;
    return this.uow.run({ actor, action: 'programmes.open-class', input: f }, async (tx) => {
      const today = dayOf(tx.now);
      const [base, programme, rule] = [
        await this.classes.baseOf(tx, institutionId),
        await this.programmes.programme(f.programmeId, tx),
        await this.ruleOn(today, tx),
      ];
      if (!base || !programme || programme.provinceCode.slice(0, 2) !== base.countyCode.slice(0, 2)) throw notFound();
      const version = versionOn(await this.programmes.versions(programme.id, tx), f.startsOn);
      const specialty = f.specialty || null;
      // The lock on the base's accreditation makes parallel openings and admissions wait: capacity is counted once.
      const gate = await this.accreditations.answerTx(tx, {
        institutionId,
        trainingType: programme.trainingType,
        specialty,
        day: f.startsOn,
      });
      const year = intakeYear(f.startsOn);
      const planned = await this.classes.plannedPlaces(tx, {
        baseInstitutionId: institutionId,
        trainingType: programme.trainingType,
        intakeYear: year,
      });
      const reasons = [
        ...gate.reasons,
        ...openingFaults(
          {
            startsOn: f.startsOn,
            lastOn: f.endsOn,
            enrolOpensOn: f.enrolOpensOn,
            enrolLastOn: f.enrolClosesOn,
            capacity: f.capacity,
          },
          {
            today,
            rule,
            validTo: gate.validTo,
            // Without an accreditation there is no capacity to be over: the gate's own reason says it all.
            capacityPerYear: gate.accreditationId ? gate.capacityPerYear : null,
            planned,
            durationMonths: version?.plan.durationMonths ?? null,
          },
        ),
      ];
      if (reasons.length || !version || !gate.accreditationId)
        throw fail('PROGRAMMES_OPENING_REFUSED', { count: reasons.length }, { reasons });

      const province = base.countyCode.slice(0, 2);
      const code = classCode(
        rule,
        province,
        programme.trainingType,
        year,
        await this.classes.nextInSeries(tx, `${province}-${programme.trainingType}-${year}`),
      );
      const number =
        (await this.classes.countOf(tx, {
          baseInstitutionId: institutionId,
          programmeId: programme.id,
          intakeYear: year,
        })) + 1;
      const title = f.title?.trim() || `${programme.titleZh}${year}年第${number}期`;
      const id = newId();
      await tx.insert('training_class', {
        id,
        code,
        title,
        baseInstitutionId: institutionId,
        accreditationId: gate.accreditationId,
        programmeId: programme.id,
        programmeVersionId: version.id,
        trainingType: programme.trainingType,
        specialty,
        intakeYear: year,
        startsOn: f.startsOn,
        lastOn: f.endsOn,
        capacity: f.capacity,
        enrolOpensOn: f.enrolOpensOn,
        enrolLastOn: f.enrolClosesOn,
        state: classLifecycle.next('NONE', 'OPEN'),
        takenOver: takenOver(f.startsOn, today) ? 1 : 0,
        note: f.note?.trim() || null,
        ruleVersion: rule.version,
        openedBy: actor.accountId,
        createdAt: tx.now,
      });
      await this.programmes.markUsed(tx, version.id);
      await tx.timeline({
        subjectType: 'training_class',
        subjectId: id,
        event: 'OPEN',
        from: 'NONE',
        to: 'OPEN',
        ruleVersion: rule.version,
        organisationName: base.name,
        details: {
          code,
          capacity: f.capacity,
          startsOn: f.startsOn,
          endsOn: f.endsOn,
          programme: programme.code,
          version: version.version,
        },
      });
      await tx.audit({
        object: { type: 'training_class', id },
        details: {
          code,
          programme: programme.code,
          version: version.version,
          capacity: f.capacity,
          startsOn: f.startsOn,
          endsOn: f.endsOn,
        },
      });
      await tx.emit(ClassOpened, { classId: id });
      return { id, code };
    });
  }

  private async ruleOn(today: Day, tx: Tx): Promise<ClassRule> {
    const rule = await this.programmes.classRule(today, tx);
    if (!rule) throw fail('PROGRAMMES_NO_CLASS_RULE');
    return rule;
  }
}
