import { Injectable } from '@nestjs/common';
import { Accreditations } from '@app/accreditation';
import { dayOf, type Reason } from '@app/kernel';
import { type Actor, isDuplicateKey, notFound, type Tx, UnitOfWork } from '@app/platform';
import { ClassStore } from '../data/class.store';
import { EnrolmentStore } from '../data/enrolment.store';
import { enrolmentLifecycle, type EnrolmentState } from '../domain/enrolment-lifecycle';
import { longProgrammeSlot } from '../domain/long-programme';
import { fail } from '../programmes.errors';
import { EnrolmentAdmitted } from '../programmes.events';
import { ownTrainees } from '../programmes.policy';
import { AdvanceClass } from './advance-class';
import { wrongState } from './apply-to-class';

/** The base admits. The yearly capacity is counted while the accreditation is locked, so it cannot be overdrawn (§5.6, B07). */
@Injectable()
export class AdmitEnrolment {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly enrolments: EnrolmentStore,
    private readonly classes: ClassStore,
    private readonly accreditations: Accreditations,
    private readonly advance: AdvanceClass,
  ) {}

  /**
   * @returns the state: ADMITTED, or ACTIVE when the class has begun
   * @throws PLATFORM_NOT_FOUND; PROGRAMMES_ADMISSION_REFUSED with every reason; PROGRAMMES_OTHER_ACTIVE;
   * PROGRAMMES_OWN_APPLICATION; PROGRAMMES_SAME_PERSON_TWICE; PROGRAMMES_WRONG_STATE
   */
  run(
    actor: Actor,
    f: { enrolmentId: string; opinion?: string | null },
  ): Promise<{ id: string; state: EnrolmentState }> {
    return this.uow.run({ actor, action: 'programmes.admit', input: f }, async (tx) => {
      const today = dayOf(tx.now);
      const seen = await this.enrolments.inScope(tx, f.enrolmentId, ownTrainees(actor));
      const c = seen && (await this.classes.byId(seen.classId, tx));
      if (!seen || !c) throw notFound();
      // First the accreditation's lock, then the enrolment's: every admission takes them in this order.
      const gate = await this.accreditations.answerTx(tx, {
        institutionId: c.baseInstitutionId,
        trainingType: c.trainingType,
        specialty: c.specialty,
        day: today,
      });
      const e = (await this.enrolments.lock(tx, f.enrolmentId))!;
      if (actor.personId === e.personId || actor.accountId === e.accountId) throw fail('PROGRAMMES_OWN_APPLICATION');
      if (actor.accountId === e.confirmedBy) throw fail('PROGRAMMES_SAME_PERSON_TWICE');
      if (!enrolmentLifecycle.permits(e.state, 'ADMIT', 'BASE_ADMIN')) throw wrongState(e.state);
      const reasons = [
        ...gate.reasons,
        ...(await this.placeFaults(tx, c, gate.capacityPerYear, gate.accreditationId !== null)),
      ];
      if (reasons.length) throw fail('PROGRAMMES_ADMISSION_REFUSED', { count: reasons.length }, { reasons });

      const to = enrolmentLifecycle.next(e.state, 'ADMIT');
      try {
        await this.enrolments.setState(tx, e.id, e.state, {
          state: to,
          admittedAt: tx.now,
          reason: null,
          longProgrammeOf: longProgrammeSlot(e.personId, await this.enrolments.eligibilityOf(tx, c.programmeVersionId)),
        });
      } catch (error) {
        if (isDuplicateKey(error)) throw fail('PROGRAMMES_OTHER_ACTIVE');
        throw error;
      }
      await tx.timeline({
        subjectType: 'enrolment',
        subjectId: e.id,
        event: 'ADMIT',
        from: e.state,
        to,
        opinion: f.opinion?.trim() || null,
        ruleVersion: e.ruleVersion,
        organisationName: await this.enrolments.institutionName(tx, e.baseInstitutionId),
      });
      await tx.audit({ object: { type: 'enrolment', id: e.id }, details: { from: e.state, to, year: c.intakeYear } });
      await tx.emit(EnrolmentAdmitted, { enrolmentId: e.id });
      if (c.startsOn > today) return { id: e.id, state: to };
      await this.advance.start(tx, e.id, e.ruleVersion);
      return { id: e.id, state: 'ACTIVE' };
    });
  }

  private async placeFaults(
    tx: Tx,
    c: {
      id: string;
      state: string;
      capacity: number;
      baseInstitutionId: string;
      trainingType: string;
      intakeYear: number;
    },
    capacityPerYear: number,
    accredited: boolean,
  ): Promise<Reason[]> {
    const out: Reason[] = [];
    if (c.state === 'FINISHED') out.push({ code: 'PROGRAMMES_CLASS_FINISHED' });
    const used = await this.enrolments.placesTaken(tx, c);
    if (accredited && used >= capacityPerYear)
      out.push({
        code: 'PROGRAMMES_BASE_FULL',
        params: { year: String(c.intakeYear), capacity: capacityPerYear, used },
      });
    const inClass = await this.enrolments.classPlacesTaken(tx, c.id);
    if (inClass >= c.capacity)
      out.push({ code: 'PROGRAMMES_CLASS_FULL', params: { capacity: c.capacity, used: inClass } });
    return out;
  }
}
