import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@app/kernel';
import { type Actor, CLOCK, Db, notFound, type PageOf, type TimelineRow, Timelines } from '@app/platform';
import { AttemptStore } from '../data/attempt.store';
import { MonitorStore, type SessionAttemptRow } from '../data/monitor.store';
import { PaperStore, type PaperVersionRow } from '../data/paper.store';
import { type SessionRow, SessionStore } from '../data/session.store';
import { phaseOf, type SessionPhase } from '../domain/attempt';
import { sessionScope } from '../exams.policy';

export interface SessionCounts {
  started: number;
  open: number;
  marked: number;
  passed: number;
}

export interface ManagedSession {
  session: SessionRow;
  phase: SessionPhase;
  counts: SessionCounts;
}

/** How long without a heartbeat a candidate counts as offline: two beats and some. */
export const OFFLINE_AFTER_MS = 40_000;

/** What the exam office reads. */
@Injectable()
export class ExamQueries {
  constructor(
    private readonly db: Db,
    private readonly papers: PaperStore,
    private readonly sessions: SessionStore,
    private readonly attempts: AttemptStore,
    private readonly monitor: MonitorStore,
    private readonly timelines: Timelines,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  sealedPapers(): Promise<PaperVersionRow[]> {
    return this.papers.sealed();
  }

  overdue(now: Date, limit: number): Promise<{ id: string }[]> {
    return this.attempts.overdue(now, limit);
  }

  async managed(
    actor: Actor,
    f: { search?: string | null; offset: number; limit: number },
  ): Promise<PageOf<ManagedSession>> {
    const { rows, total } = await this.sessions.list(sessionScope(actor), f);
    return { rows: await this.withCounts(rows), total };
  }

  /** @throws PLATFORM_NOT_FOUND */
  async managedOne(actor: Actor, id: string): Promise<ManagedSession> {
    const s = await this.sessions.inScope(id, sessionScope(actor));
    if (!s) throw notFound();
    return (await this.withCounts([s]))[0]!;
  }

  private async withCounts(rows: SessionRow[]): Promise<ManagedSession[]> {
    const now = this.clock.now();
    const counts = new Map((await this.monitor.counts(rows.map((r) => r.id))).map((c) => [c.sessionId, c]));
    return rows.map((session) => {
      const c = counts.get(session.id);
      return {
        session,
        phase: phaseOf(session, now),
        counts: {
          started: Number(c?.started ?? 0),
          open: Number(c?.open ?? 0),
          marked: Number(c?.marked ?? 0),
          passed: Number(c?.passed ?? 0),
        },
      };
    });
  }

  /** Who began, how far their answers are stored, when they were last seen. @throws PLATFORM_NOT_FOUND */
  async candidates(
    actor: Actor,
    sessionId: string,
    f: { offset: number; limit: number },
  ): Promise<PageOf<SessionAttemptRow & { online: boolean }>> {
    await this.managedOne(actor, sessionId);
    const { rows, total } = await this.monitor.ofSession(sessionId, f);
    const now = this.clock.now().getTime();
    return {
      rows: rows.map((r) => ({
        ...r,
        online: r.state === 'STARTED' && now - r.lastSeenAt.getTime() < OFFLINE_AFTER_MS,
      })),
      total,
    };
  }

  /** The record of one attempt: steps, devices, signals. @throws PLATFORM_NOT_FOUND */
  async trail(actor: Actor, attemptId: string) {
    const a = await this.monitor.inScope(attemptId, sessionScope(actor));
    if (!a) throw notFound();
    const [steps, epochs, signals] = await Promise.all([
      this.timelines.of('exam-attempt', a.id),
      this.monitor.epochs(a.id),
      this.monitor.signals(a.id),
    ]);
    return {
      attemptId: a.id,
      sessionId: a.sessionId,
      enrolmentId: a.enrolmentId,
      personName: a.personName,
      state: a.state,
      steps,
      epochs,
      signals,
    };
  }

  /** History of the session itself; the caller saw the session. */
  async sessionSteps(actor: Actor, sessionId: string): Promise<TimelineRow[]> {
    await this.managedOne(actor, sessionId);
    return this.timelines.of('exam-session', sessionId);
  }
}
