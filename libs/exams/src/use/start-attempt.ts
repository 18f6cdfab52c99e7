import { Injectable } from '@nestjs/common';
import { newId, randomToken, type Reason } from '@app/kernel';
import { type Actor, notFound, type Tx, UnitOfWork } from '@app/platform';
import { type EnrolmentFacts, Programmes } from '@app/programmes';
import { AttemptStore } from '../data/attempt.store';
import { type SessionRow, SessionStore } from '../data/session.store';
import { type CandidateFacts, closeTime, deadlineOf, whyNotStart } from '../domain/attempt';
import { fail } from '../exams.errors';
import { AttemptStarted } from '../exams.events';
import { candidateOf } from '../exams.policy';
import { OpenEpoch, type OpenEpochInput, type Opened } from './open-epoch';

export type StartInput = Omit<OpenEpochInput, 'attemptId'> & { sessionId: string };

const HOUR = 3_600_000;

/** What is known about one enrolment's attempts at a paper, for {@link whyNotStart}. */
export function factsOf(
  session: Pick<SessionRow, 'id' | 'paperCode'>,
  enrolment: EnrolmentFacts | undefined,
  attempts: { enrolmentId: string; sessionId: string; state: string; passed?: number | null }[],
): CandidateFacts {
  const own = attempts.filter((a) => a.enrolmentId === enrolment?.id);
  const requirement = enrolment?.requirements.find((r) => r.kind === 'EXAM' && r.paperCode === session.paperCode);
  return {
    enrolled: enrolment !== undefined,
    usedHere: own.filter((a) => a.sessionId === session.id).length,
    usedInAll: own.length,
    limitInAll: requirement?.maxAttempts ?? null,
    passed: own.some((a) => a.state === 'MARKED' && a.passed === 1),
    waiting: own.some((a) => a.state === 'SUBMITTED'),
  };
}

/** Begins a sitting. The same call twice, or from two windows at once, gives the same attempt. */
@Injectable()
export class StartAttempt {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly programmes: Programmes,
    private readonly sessions: SessionStore,
    private readonly attempts: AttemptStore,
    private readonly epochs: OpenEpoch,
  ) {}

  /** @throws PLATFORM_NOT_FOUND, EXAMS_CANNOT_START with every reason, EXAMS_OPEN_ELSEWHERE */
  async run(actor: Actor, input: StartInput): Promise<Opened> {
    const personId = candidateOf(actor);
    const session = await this.sessions.byId(input.sessionId);
    if (!session) throw notFound();
    const open = await this.attempts.openOf(personId, session.id);
    if (open) return this.epochs.run(actor, { ...input, attemptId: open.id });
    const enrolments = (await this.programmes.activeForPaper(personId, session.paperCode)).filter(
      (e) => e.provinceCode === session.provinceCode,
    );
    const call = { actor: { ...actor, idempotencyKey: undefined }, action: 'exams.start-attempt' };
    try {
      return await this.uow.run(call, (tx) => this.begin(tx, session, enrolments, personId, input));
    } catch (e) {
      // A twin call was first (its row took the number, or used the last attempt): go on in the attempt it made.
      const twin = await this.attempts.openOf(personId, session.id);
      if (!twin) throw e;
      return this.epochs.run(actor, { ...input, attemptId: twin.id });
    }
  }

  private async begin(
    tx: Tx,
    session: SessionRow,
    enrolments: EnrolmentFacts[],
    personId: string,
    input: StartInput,
  ): Promise<Opened> {
    const locked = await this.sessions.lockShared(tx, session.id);
    const rules = { ...session, state: locked!.state as SessionRow['state'] };
    const done = await this.attempts.ofEnrolments(
      tx,
      enrolments.map((e) => e.id),
      [session.paperCode],
    );
    const candidates = enrolments.length ? enrolments : [undefined];
    const verdicts = candidates.map((e) => ({ e, reasons: whyNotStart(rules, factsOf(session, e, done), tx.now) }));
    const chosen = verdicts.find((v) => !v.reasons.length)?.e;
    if (!chosen) throw fail('EXAMS_CANNOT_START', {}, { reasons: verdicts[0]!.reasons as Reason[] });
    const own = done.filter((a) => a.enrolmentId === chosen.id);
    const extraMinutes = await this.sessions.extraMinutes(tx, session.id, chosen.id);
    const deadline = deadlineOf(rules, tx.now, extraMinutes);
    const closesAt = closeTime(deadline, session.graceSeconds);
    const id = newId();
    await tx.insert('exam_attempt', {
      id,
      sessionId: session.id,
      enrolmentId: chosen.id,
      personId,
      paperCode: session.paperCode,
      paperVersionId: session.paperVersionId,
      number: own.filter((a) => a.sessionId === session.id).length + 1,
      ordinal: own.length + 1,
      state: 'STARTED',
      openSlot: 1,
      seed: randomToken(16),
      epoch: 1,
      startedAt: tx.now,
      deadline,
      graceSeconds: session.graceSeconds,
      closesAt,
      uploadUntil: new Date(closesAt.getTime() + session.lateUploadHours * HOUR),
      extraMinutes,
      submittedAt: null,
    });
    await this.epochs.insert(tx, id, 1, input);
    await tx.timeline({
      subjectType: 'exam-attempt',
      subjectId: id,
      event: 'exams.started',
      to: 'STARTED',
      details: { sessionId: session.id, enrolmentId: chosen.id, deadline: deadline.toISOString(), extraMinutes },
    });
    await tx.audit({
      object: { type: 'exam-attempt', id },
      details: { sessionId: session.id, enrolmentId: chosen.id },
    });
    await tx.emit(AttemptStarted, { attemptId: id, enrolmentId: chosen.id });
    return { attemptId: id, epoch: 1 };
  }
}
