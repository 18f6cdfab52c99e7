import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { type Actor, notFound, UnitOfWork } from '@app/platform';
import { Programmes } from '@app/programmes';
import { AttemptStore } from '../data/attempt.store';
import { MonitorStore } from '../data/monitor.store';
import { type SessionRow, SessionStore } from '../data/session.store';
import { attemptLife, closeTime, deadlineOf } from '../domain/attempt';
import { fail } from '../exams.errors';
import { AttemptVoided } from '../exams.events';
import { sessionScope } from '../exams.policy';

/** What the exam office does while an exam runs: extra time, messages, voiding an attempt. */
@Injectable()
export class ConductExam {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly programmes: Programmes,
    private readonly sessions: SessionStore,
    private readonly attempts: AttemptStore,
    private readonly monitor: MonitorStore,
  ) {}

  private async session(actor: Actor, id: string): Promise<SessionRow> {
    const s = await this.sessions.inScope(id, sessionScope(actor));
    if (!s) throw notFound();
    return s;
  }

  /**
   * Extra time for one candidate, before or during the exam (C9). A running attempt gets its new deadline in the same
   * transaction; the heartbeat brings it to the page.
   * @throws PLATFORM_NOT_FOUND, EXAMS_NOT_A_CANDIDATE, EXAMS_ATTEMPT_CLOSED
   */
  async grantExtraTime(
    actor: Actor,
    input: { sessionId: string; enrolmentId: string; minutes: number; reason: string },
  ): Promise<{ deadline: Date | null; extraMinutes: number }> {
    const s = await this.session(actor, input.sessionId);
    const e = await this.programmes.enrolment(input.enrolmentId);
    const asked = e?.requirements.some((r) => r.kind === 'EXAM' && r.paperCode === s.paperCode);
    if (!e || !asked || e.provinceCode !== s.provinceCode) throw fail('EXAMS_NOT_A_CANDIDATE');
    return this.uow.run({ actor, action: 'exams.grant-extra-time', input }, async (tx) => {
      await this.sessions.lock(tx, s.id);
      await tx.insert('exam_extra_time', {
        id: newId(),
        sessionId: s.id,
        enrolmentId: e.id,
        minutes: input.minutes,
        reason: input.reason,
        grantedBy: actor.accountId,
        grantedAt: tx.now,
      });
      const extraMinutes = await this.sessions.extraMinutes(tx, s.id, e.id);
      const a = await this.attempts.lockOpen(tx, s.id, e.id);
      let deadline: Date | null = null;
      if (a) {
        // Past the old closing time the sheet is the server's: a promise of more time would not be kept.
        if (a.closesAt < tx.now) throw fail('EXAMS_ATTEMPT_CLOSED');
        deadline = deadlineOf(s, a.startedAt, extraMinutes);
        const closesAt = closeTime(deadline, a.graceSeconds);
        const uploadUntil = new Date(closesAt.getTime() + s.lateUploadHours * 3_600_000);
        await tx.update(
          'exam_attempt',
          { id: a.id, state: 'STARTED' },
          { deadline, closesAt, uploadUntil, extraMinutes },
        );
        await tx.timeline({
          subjectType: 'exam-attempt',
          subjectId: a.id,
          event: 'exams.time-extended',
          from: 'STARTED',
          to: 'STARTED',
          opinion: input.reason,
          details: { minutes: input.minutes, deadline: deadline.toISOString() },
        });
      }
      await tx.audit({
        object: { type: 'exam-session', id: s.id },
        reason: input.reason,
        details: { enrolmentId: e.id, minutes: input.minutes, extraMinutes },
      });
      return { deadline, extraMinutes };
    });
  }

  /** A message to all who sit the session, or to one attempt. @throws PLATFORM_NOT_FOUND */
  async send(
    actor: Actor,
    input: { sessionId: string; attemptId?: string | null; body: string },
  ): Promise<{ id: string }> {
    const s = await this.session(actor, input.sessionId);
    if (input.attemptId) {
      const a = await this.monitor.inScope(input.attemptId, sessionScope(actor));
      if (a?.sessionId !== s.id) throw notFound();
    }
    return this.uow.run({ actor, action: 'exams.send-message', input }, async (tx) => {
      const id = newId();
      await tx.insert('exam_message', {
        id,
        sessionId: s.id,
        attemptId: input.attemptId ?? null,
        body: input.body.trim(),
        sentBy: actor.accountId,
        sentByName: actor.name,
        sentAt: tx.now,
      });
      await tx.audit({
        object: { type: 'exam-session', id: s.id },
        details: { messageId: id, attemptId: input.attemptId ?? null },
      });
      return { id };
    });
  }

  /** The attempt stays in the record and loses its effect; it still counts as used. @throws PLATFORM_NOT_FOUND */
  async void(actor: Actor, input: { attemptId: string; reason: string }): Promise<{ id: string }> {
    const a = await this.monitor.inScope(input.attemptId, sessionScope(actor));
    if (!a) throw notFound();
    return this.uow.run({ actor, action: 'exams.void-attempt', input }, async (tx) => {
      const locked = await this.attempts.lock(tx, a.id);
      const to = attemptLife.next(locked!.state, 'void');
      await tx.update('exam_attempt', { id: a.id, state: locked!.state }, { state: to, openSlot: null });
      await tx.timeline({
        subjectType: 'exam-attempt',
        subjectId: a.id,
        event: 'exams.voided',
        from: locked!.state,
        to,
        opinion: input.reason,
      });
      await tx.audit({
        object: { type: 'exam-attempt', id: a.id },
        reason: input.reason,
        details: { from: locked!.state },
      });
      await tx.emit(AttemptVoided, { attemptId: a.id, enrolmentId: a.enrolmentId, paperCode: a.paperCode });
      return { id: a.id };
    });
  }
}
