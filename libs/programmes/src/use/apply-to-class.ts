import { Inject, Injectable } from '@nestjs/common';
import { Accreditations } from '@app/accreditation';
import { type Clock, type Day, dayOf, newId, type Reason } from '@app/kernel';
import { type Actor, CLOCK, isDuplicateKey, notFound, type Tx, UnitOfWork } from '@app/platform';
import { ClassStore, type ClassToJoin } from '../data/class.store';
import { EnrolmentStore } from '../data/enrolment.store';
import { checkEligibility, type EligibilityAnswer } from '../domain/eligibility';
import { type EnrolmentState, enrolmentLifecycle, STATE_WORDS } from '../domain/enrolment-lifecycle';
import { ruleVersionText } from '../domain/programme';
import { fail } from '../programmes.errors';
import { EnrolmentApplied } from '../programmes.events';
import { ownEnrolments } from '../programmes.policy';
import { EligibilityFactsReader } from './eligibility-facts';

export interface ApplicationAnswer {
  id: string;
  state: EnrolmentState;
}

/** A person applies to a class, for the first time or again. The eligibility answer is frozen with the application. */
@Injectable()
export class ApplyToClass {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly classes: ClassStore,
    private readonly enrolments: EnrolmentStore,
    private readonly facts: EligibilityFactsReader,
    private readonly accreditations: Accreditations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws PROGRAMMES_APPLICATION_REFUSED with every reason; PROGRAMMES_ALREADY_APPLIED; PROGRAMMES_NO_PERSON_RECORD;
   * PLATFORM_NOT_FOUND for a class of another province
   */
  async run(actor: Actor, f: { classId: string; statement?: string | null }): Promise<ApplicationAnswer> {
    const personId = actor.personId;
    if (!personId) throw fail('PROGRAMMES_NO_PERSON_RECORD');
    const gate = await this.gate(f.classId);
    return this.uow.run({ actor, action: 'programmes.apply', input: f }, async (tx) => {
      const today = dayOf(tx.now);
      const c = await this.classes.shareToJoin(tx, f.classId);
      if (!c) throw notFound();
      if (await this.enrolments.ofPersonInClass(tx, personId, f.classId)) throw fail('PROGRAMMES_ALREADY_APPLIED');
      const { answer, employerId, employerName } = await this.judge(tx, personId, c, today);
      this.refuseUnless(answer, [...windowFaults(c, today), ...gate]);
      const id = newId();
      const state = enrolmentLifecycle.next('NONE', 'APPLY');
      const ruleVersion = ruleVersionText(c.programmeCode, c.version);
      try {
        await tx.insert('enrolment', {
          id,
          classId: c.id,
          personId,
          accountId: actor.accountId,
          baseInstitutionId: c.baseInstitutionId,
          employerInstitutionId: employerId,
          trainingType: c.trainingType,
          intakeYear: c.intakeYear,
          state,
          ruleVersion,
          eligibility: JSON.stringify(answer),
          statement: f.statement?.trim() || null,
          appliedAt: tx.now,
        });
      } catch (e) {
        if (isDuplicateKey(e)) throw fail('PROGRAMMES_ALREADY_APPLIED');
        throw e;
      }
      await this.record(tx, {
        id,
        event: 'APPLY',
        from: 'NONE',
        to: state,
        ruleVersion,
        employerName,
        opinion: f.statement,
      });
      return { id, state };
    });
  }

  /** After a return (or a withdrawal before training began): judged again with today's facts. */
  async again(actor: Actor, f: { enrolmentId: string; statement?: string | null }): Promise<ApplicationAnswer> {
    const before = await this.enrolments.record(f.enrolmentId);
    const gate = before && before.personId === actor.personId ? await this.gate(before.classId) : [];
    return this.uow.run({ actor, action: 'programmes.resubmit', input: f }, async (tx) => {
      const today = dayOf(tx.now);
      const seen = await this.enrolments.inScope(tx, f.enrolmentId, ownEnrolments(actor));
      const c = seen && (await this.classes.shareToJoin(tx, seen.classId));
      const e = c && (await this.enrolments.lock(tx, f.enrolmentId));
      if (!c || !e) throw notFound();
      if (!enrolmentLifecycle.permits(e.state, 'RESUBMIT', 'TRAINEE')) throw wrongState(e.state);
      if (e.startedAt) throw fail('PROGRAMMES_TRAINING_HAD_BEGUN');
      const { answer, employerId, employerName } = await this.judge(tx, e.personId, c, today);
      // A returned application may come back after the window: the return took the applicant's time, not the other way round.
      const window = e.state === 'RETURNED' && c.state !== 'FINISHED' ? [] : windowFaults(c, today);
      this.refuseUnless(answer, [...window, ...gate]);
      const to = enrolmentLifecycle.next(e.state, 'RESUBMIT');
      const ruleVersion = ruleVersionText(c.programmeCode, c.version);
      await this.enrolments.setState(tx, e.id, e.state, {
        state: to,
        accountId: actor.accountId,
        employerInstitutionId: employerId,
        ruleVersion,
        eligibility: JSON.stringify(answer),
        // Left out: the statement of the first application stays.
        ...(f.statement?.trim() ? { statement: f.statement.trim() } : {}),
        appliedAt: tx.now,
        confirmedAt: null,
        confirmedBy: null,
        admittedAt: null,
        endedAt: null,
        reason: null,
      });
      await this.record(tx, {
        id: e.id,
        event: 'RESUBMIT',
        from: e.state,
        to,
        ruleVersion,
        employerName,
        opinion: f.statement,
      });
      return { id: e.id, state: to };
    });
  }

  /** Asked before the transaction: no second connection from inside one. The admission asks again, with the lock. */
  private async gate(classId: string): Promise<Reason[]> {
    const c = await this.classes.byId(classId);
    if (!c) throw notFound();
    const q = { institutionId: c.baseInstitutionId, trainingType: c.trainingType, specialty: c.specialty };
    return (await this.accreditations.answer({ ...q, day: dayOf(this.clock.now()) })).reasons;
  }

  private async judge(tx: Tx, personId: string, c: ClassToJoin, today: Day) {
    const applicant = await this.facts.ofTx(tx, personId, today);
    if (!applicant) throw fail('PROGRAMMES_NO_PERSON_RECORD');
    const site = applicant.mainSite;
    if (site && site.countyCode.slice(0, 2) !== c.provinceCode.slice(0, 2)) throw notFound();
    return {
      answer: checkEligibility(c.eligibility, applicant.facts, today),
      employerId: site?.institutionId ?? '',
      employerName: site?.institutionName ?? null,
    };
  }

  private refuseUnless(answer: EligibilityAnswer, others: Reason[]): void {
    const failed = answer.checks
      .filter((k) => !k.passed && !k.advisory)
      .map((k) => ({
        code: 'PROGRAMMES_CHECK_FAILED',
        params: { check: k.code, labelZh: k.label.zh, labelEn: k.label.en, foundZh: k.found.zh, foundEn: k.found.en },
      }));
    const reasons = [...others, ...failed];
    if (reasons.length) throw fail('PROGRAMMES_APPLICATION_REFUSED', { count: reasons.length }, { reasons });
  }

  private async record(
    tx: Tx,
    f: {
      id: string;
      event: string;
      from: EnrolmentState;
      to: EnrolmentState;
      ruleVersion: string;
      employerName: string | null;
      opinion?: string | null;
    },
  ): Promise<void> {
    await tx.timeline({
      subjectType: 'enrolment',
      subjectId: f.id,
      event: f.event,
      from: f.from,
      to: f.to,
      opinion: f.opinion?.trim() || null,
      ruleVersion: f.ruleVersion,
      organisationName: f.employerName,
    });
    await tx.audit({
      object: { type: 'enrolment', id: f.id },
      details: { from: f.from, to: f.to, ruleVersion: f.ruleVersion },
    });
    await tx.emit(EnrolmentApplied, { enrolmentId: f.id });
  }
}

/** Why the class takes no application today. */
export function windowFaults(c: Pick<ClassToJoin, 'state' | 'enrolOpensOn' | 'enrolLastOn'>, today: Day): Reason[] {
  if (c.state !== 'OPEN') return [{ code: 'PROGRAMMES_CLASS_NOT_OPEN' }];
  return today < c.enrolOpensOn || today > c.enrolLastOn
    ? [{ code: 'PROGRAMMES_ENROLMENT_CLOSED', params: { from: c.enrolOpensOn, to: c.enrolLastOn } }]
    : [];
}

export const wrongState = (state: EnrolmentState) =>
  fail('PROGRAMMES_WRONG_STATE', { stateZh: STATE_WORDS[state].zh, stateEn: STATE_WORDS[state].en });
