import { Injectable } from '@nestjs/common';
import { Db, type Param, type Scope } from '@app/platform';
import type { AttemptState } from '../domain/attempt';
import type { AttemptRow, EpochRow } from './attempt.store';

export interface SessionAttemptRow {
  id: string;
  enrolmentId: string;
  personId: string;
  number: number;
  state: AttemptState;
  epoch: number;
  startedAt: Date;
  deadline: Date;
  extraMinutes: number;
  submittedAt: Date | null;
  personName: string | null;
  ackSeq: number;
  maxSeq: number;
  lastSeenAt: Date;
  uncounted: string | number | null;
  answered: string | number;
  hiddenCount: string | number;
  score: string | null;
  percent: string | null;
  passed: number | null;
}

/** What the exam office sees of running and past sittings. */
@Injectable()
export class MonitorStore {
  constructor(private readonly db: Db) {}

  /** Attempts of one session, for the exam office. The session was found in scope before. */
  async ofSession(
    sessionId: string,
    f: { offset: number; limit: number },
  ): Promise<{ rows: SessionAttemptRow[]; total: number }> {
    const rows = await this.db.query<SessionAttemptRow>(
      `SELECT a.id, a.enrolment_id, a.person_id, a.number, a.state, a.epoch, a.started_at, a.deadline, a.extra_minutes, a.submitted_at,
              p.name AS person_name, e.ack_seq, e.max_seq, e.last_seen_at,
              (SELECT SUM(x.uncounted) FROM attempt_epoch x WHERE x.attempt_id = a.id) AS uncounted,
              (SELECT COUNT(*) FROM answer_current c WHERE c.attempt_id = a.id AND c.value <> '') AS answered,
              (SELECT COUNT(*) FROM attempt_signal g WHERE g.attempt_id = a.id AND g.kind = 'HIDDEN') AS hidden_count,
              r.score, r.percent, r.passed
       FROM exam_attempt a JOIN attempt_epoch e ON e.attempt_id = a.id AND e.epoch = a.epoch
       LEFT JOIN person p ON p.id = a.person_id
       LEFT JOIN exam_result r ON r.attempt_id = a.id AND r.paper_version_id = a.paper_version_id
       WHERE a.session_id = ? ORDER BY a.started_at, a.id LIMIT ? OFFSET ?`,
      [sessionId, f.limit, f.offset],
    );
    const total = await this.db.count('SELECT COUNT(*) AS n FROM exam_attempt WHERE session_id = ?', [sessionId]);
    return { rows, total };
  }

  /** Numbers per session: started, open, marked, passed. */
  counts(
    sessionIds: string[],
  ): Promise<{ sessionId: string; started: string; open: string; marked: string; passed: string }[]> {
    if (!sessionIds.length) return Promise.resolve([]);
    return this.db.query(
      `SELECT a.session_id, COUNT(*) AS started, SUM(a.state = 'STARTED') AS open, SUM(a.state = 'MARKED') AS marked, SUM(COALESCE(r.passed, 0)) AS passed
       FROM exam_attempt a LEFT JOIN exam_result r ON r.attempt_id = a.id AND r.paper_version_id = a.paper_version_id AND a.state = 'MARKED'
       WHERE a.session_id IN (?) GROUP BY a.session_id`,
      [sessionIds],
    );
  }

  async inScope(attemptId: string, scope: Scope): Promise<(AttemptRow & { personName: string | null }) | undefined> {
    const params: Param[] = [attemptId, ...scope.params];
    return this.db.one(
      `SELECT a.*, p.name AS person_name FROM exam_attempt a JOIN exam_session s ON s.id = a.session_id LEFT JOIN person p ON p.id = a.person_id
       WHERE a.id = ? AND ${scope.where}`,
      params,
    );
  }

  signals(attemptId: string): Promise<{ id: string; epoch: number; kind: string; at: Date; seconds: number | null }[]> {
    return this.db.query(
      'SELECT id, epoch, kind, at, seconds FROM attempt_signal WHERE attempt_id = ? ORDER BY at, id LIMIT 500',
      [attemptId],
    );
  }

  epochs(attemptId: string): Promise<(EpochRow & { userAgent: string | null })[]> {
    return this.db.query('SELECT * FROM attempt_epoch WHERE attempt_id = ? ORDER BY epoch', [attemptId]);
  }
}
