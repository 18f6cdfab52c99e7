import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { type Actor, notFound, regionPrefix, UnitOfWork } from '@app/platform';
import { AttemptStore } from '../data/attempt.store';
import { PaperStore, type RuleSource } from '../data/paper.store';
import { SessionStore } from '../data/session.store';
import { sessionLife, type SessionState } from '../domain/attempt';
import { fail } from '../exams.errors';
import { ExamCancelled, ExamScheduled } from '../exams.events';
import { sessionScope } from '../exams.policy';

export interface ScheduleInput {
  paperVersionId: string;
  title: string;
  opensAt: Date;
  closesAt: Date;
  maxAttempts: number;
  /** null: admission during the whole window; absent: the paper's own limit */
  lateLimitMinutes?: number | null;
}

export const LATE_UPLOAD_HOURS = 24;
const BY_OFFICE = '考务设置';

/** Opens and cancels exam windows for the officer's province. */
@Injectable()
export class ScheduleExam {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly papers: PaperStore,
    private readonly sessions: SessionStore,
    private readonly attempts: AttemptStore,
  ) {}

  /** The rules in force are copied with their sources: a later change of the paper changes no window. */
  run(actor: Actor, input: ScheduleInput): Promise<{ id: string }> {
    if (actor.scope.kind !== 'REGION') throw fail('EXAMS_OUTSIDE_PROVINCE');
    const provinceCode = `${regionPrefix(actor.scope.regionCode).slice(0, 2)}0000`;
    if (provinceCode !== actor.scope.regionCode) throw fail('EXAMS_OUTSIDE_PROVINCE');
    return this.uow.run({ actor, action: 'exams.schedule-exam', input }, async (tx) => {
      const paper = await this.papers.version(input.paperVersionId, tx);
      if (!paper || paper.state !== 'SEALED') throw notFound();
      if (input.closesAt.getTime() < input.opensAt.getTime() + paper.durationMinutes * 60_000)
        throw fail(
          'EXAMS_WINDOW_TOO_SHORT',
          { minutes: paper.durationMinutes },
          {
            fields: [{ path: 'closesAt', code: 'EXAMS_WINDOW_TOO_SHORT', params: { minutes: paper.durationMinutes } }],
          },
        );
      if (input.closesAt <= tx.now)
        throw fail('EXAMS_WINDOW_PAST', {}, { fields: [{ path: 'closesAt', code: 'EXAMS_WINDOW_PAST' }] });
      const ownLimit = input.lateLimitMinutes !== undefined && input.lateLimitMinutes !== paper.lateLimitMinutes;
      const lateLimitMinutes = ownLimit ? (input.lateLimitMinutes ?? null) : paper.lateLimitMinutes;
      const kept = paper.ruleSources.filter(
        (r) =>
          ['durationMinutes', 'passPercent', 'graceSeconds'].includes(r.path) ||
          (r.path === 'lateLimitMinutes' && !ownLimit),
      );
      const ruleSources: RuleSource[] = [
        ...kept,
        ...(ownLimit ? [{ path: 'lateLimitMinutes', source: BY_OFFICE }] : []),
        { path: 'maxAttempts', source: BY_OFFICE },
        { path: 'lateUploadHours', source: '起步默认值' },
      ];
      const id = newId();
      await tx.insert('exam_session', {
        id,
        paperVersionId: paper.id,
        paperCode: paper.paperCode,
        provinceCode,
        title: input.title.trim(),
        opensAt: input.opensAt,
        closesAt: input.closesAt,
        durationMinutes: paper.durationMinutes,
        lateLimitMinutes,
        graceSeconds: paper.graceSeconds,
        maxAttempts: input.maxAttempts,
        passPercent: paper.passPercent,
        lateUploadHours: LATE_UPLOAD_HOURS,
        ruleSources: JSON.stringify(ruleSources),
        state: 'SCHEDULED',
        createdBy: actor.accountId,
        createdAt: tx.now,
      });
      await tx.timeline({
        subjectType: 'exam-session',
        subjectId: id,
        event: 'exams.scheduled',
        to: 'SCHEDULED',
        ruleVersion: `${paper.paperCode} v${paper.version}`,
      });
      await tx.audit({
        object: { type: 'exam-session', id },
        details: {
          paper: paper.paperCode,
          version: paper.version,
          opensAt: input.opensAt.toISOString(),
          closesAt: input.closesAt.toISOString(),
        },
      });
      await tx.emit(ExamScheduled, { sessionId: id });
      return { id };
    });
  }

  /** Only while nobody has begun. @throws PLATFORM_NOT_FOUND, EXAMS_HAS_ATTEMPTS */
  async cancel(actor: Actor, input: { sessionId: string; reason: string }): Promise<{ id: string }> {
    const session = await this.sessions.inScope(input.sessionId, sessionScope(actor));
    if (!session) throw notFound();
    return this.uow.run({ actor, action: 'exams.cancel-exam', input }, async (tx) => {
      const locked = await this.sessions.lock(tx, session.id);
      const from = locked!.state as SessionState;
      const to = sessionLife.next(from, 'cancel');
      const started = await this.attempts.startedIn(tx, session.id);
      if (started) throw fail('EXAMS_HAS_ATTEMPTS', { count: started });
      await tx.update('exam_session', { id: session.id, state: from }, { state: to });
      await tx.timeline({
        subjectType: 'exam-session',
        subjectId: session.id,
        event: 'exams.cancelled',
        from,
        to,
        opinion: input.reason,
      });
      await tx.audit({ object: { type: 'exam-session', id: session.id }, reason: input.reason });
      await tx.emit(ExamCancelled, { sessionId: session.id });
      return { id: session.id };
    });
  }
}
