import { Injectable } from '@nestjs/common';
import { compare, parseDecimal } from '@app/kernel';
import { Db } from '@app/platform';
import { AttemptStore } from '../data/attempt.store';
import { type SessionRow, SessionStore } from '../data/session.store';
import { admissionEnd, type AttemptState } from '../domain/attempt';

export interface BestResult {
  attempts: number;
  best: { attemptId: string; score: string; percent: string; passed: boolean; gradedAt: Date } | null;
  openAttempt: boolean;
}

/** A sitting and, when it has one, its mark. */
export interface Sitting {
  id: string;
  enrolmentId: string;
  sessionId: string;
  paperCode: string;
  /** within all sessions of the paper, from 1 */
  ordinal: number;
  state: AttemptState;
  startedAt: Date;
  score: string | null;
  passed: boolean | null;
  gradedAt: Date | null;
}

export interface ExamWindow {
  id: string;
  title: string;
  paperCode: string;
  provinceCode: string;
  opensAt: Date;
  closesAt: Date;
  /** nobody is admitted from this instant on */
  admissionUntil: Date;
  maxAttempts: number;
  /** SCHEDULED · CANCELLED */
  state: string;
}

const windowOf = (s: SessionRow): ExamWindow => ({ ...s, admissionUntil: admissionEnd(s) });

/** What other capabilities may ask. */
@Injectable()
export class Exams {
  constructor(
    private readonly db: Db,
    private readonly attempts: AttemptStore,
    private readonly sessions: SessionStore,
  ) {}

  /** All sittings of an enrolment at these papers, in order; voided ones too. */
  async sittings(enrolmentId: string, paperCodes: string[]): Promise<Sitting[]> {
    const rows = await this.attempts.ofEnrolments(this.db, [enrolmentId], paperCodes);
    return rows.map(({ id, sessionId, paperCode, ordinal, state, startedAt, score, passed, gradedAt }) => ({
      ...{ id, enrolmentId, sessionId, paperCode, ordinal, state, startedAt, score, gradedAt },
      passed: passed === null ? null : passed === 1,
    }));
  }

  /** Windows of these papers in a province that are scheduled and not over. */
  async windows(provinceCode: string, paperCodes: string[], now: Date): Promise<ExamWindow[]> {
    return (await this.sessions.windows(provinceCode, paperCodes, now)).map(windowOf);
  }

  async window(sessionId: string): Promise<ExamWindow | undefined> {
    const s = await this.sessions.byId(sessionId);
    return s && windowOf(s);
  }

  /** The best marked attempt of an enrolment at a paper; the earlier one when two are equal. Voided ones have no effect. */
  async bestResult(enrolmentId: string, paperCode: string): Promise<BestResult> {
    const all = await this.attempts.ofEnrolments(this.db, [enrolmentId], [paperCode]);
    let best: BestResult['best'] = null;
    for (const a of all) {
      if (a.state !== 'MARKED' || a.score == null) continue;
      if (best && compare(parseDecimal(a.score), parseDecimal(best.score)) <= 0) continue;
      best = { attemptId: a.id, score: a.score, percent: a.percent!, passed: a.passed === 1, gradedAt: a.gradedAt! };
    }
    return { attempts: all.length, best, openAttempt: all.some((a) => a.state === 'STARTED') };
  }
}
