import { Injectable } from '@nestjs/common';
import { Db, type Param, type Scope, type Tx } from '@app/platform';
import type { AttemptState } from '../domain/attempt';

export interface AttemptRow {
  id: string;
  sessionId: string;
  enrolmentId: string;
  personId: string;
  paperCode: string;
  paperVersionId: string;
  number: number;
  ordinal: number;
  state: AttemptState;
  seed: string;
  epoch: number;
  startedAt: Date;
  deadline: Date;
  graceSeconds: number;
  closesAt: Date;
  uploadUntil: Date;
  extraMinutes: number;
  submittedAt: Date | null;
}

export interface EpochRow {
  attemptId: string;
  epoch: number;
  device: string;
  openedAt: Date;
  ackSeq: number;
  maxSeq: number;
  uncounted: number;
  lastSeenAt: Date;
}

/** An attempt with one of its epochs, as the hot path locks them. */
export type AttemptWithEpoch = AttemptRow & Pick<EpochRow, 'openedAt' | 'ackSeq' | 'maxSeq' | 'uncounted' | 'device'> & { ofEpoch: number };

const HOT = `SELECT a.*, e.epoch AS of_epoch, e.device, e.opened_at, e.ack_seq, e.max_seq, e.uncounted
  FROM exam_attempt a JOIN attempt_epoch e ON e.attempt_id = a.id AND e.epoch = ?`;

export interface SubmissionRow {
  attemptId: string;
  handedInBy: string;
  submittedAt: Date;
  epoch: number;
  expectedSeq: number;
  ackSeq: number;
  incomplete: number;
  answersHash: string;
  answeredCount: number;
  mac: string;
}

export interface ResultRow {
  id: string;
  attemptId: string;
  paperVersionId: string;
  score: string;
  maxScore: string;
  percent: string;
  passPercent: number;
  passed: number;
  items: string;
  areas: unknown;
  keyHash: string;
  answersHash: string;
  mac: string;
  gradedAt: Date;
}

/** Attempts, epochs, hand-ins and results. Candidate reads always carry the person: another's attempt is absent. */
@Injectable()
export class AttemptStore {
  constructor(private readonly db: Db) {}

  ofPerson(id: string, personId: string, at: Db | Tx = this.db): Promise<AttemptRow | undefined> {
    return at.one<AttemptRow>('SELECT * FROM exam_attempt WHERE id = ? AND person_id = ?', [id, personId]);
  }

  byId(id: string, at: Db | Tx = this.db): Promise<AttemptRow | undefined> {
    return at.one<AttemptRow>('SELECT * FROM exam_attempt WHERE id = ?', [id]);
  }

  openOf(personId: string, sessionId: string): Promise<AttemptRow | undefined> {
    return this.db.one<AttemptRow>(
      "SELECT * FROM exam_attempt WHERE person_id = ? AND session_id = ? AND state = 'STARTED' ORDER BY started_at DESC LIMIT 1",
      [personId, sessionId],
    );
  }

  /** Locks attempt and epoch together: the one lock of the hot path. */
  lockWithEpoch(tx: Tx, id: string, personId: string, epoch: number): Promise<AttemptWithEpoch | undefined> {
    return tx.one<AttemptWithEpoch>(`${HOT} WHERE a.id = ? AND a.person_id = ? FOR UPDATE`, [epoch, id, personId]);
  }

  withEpoch(id: string, personId: string, epoch: number): Promise<AttemptWithEpoch | undefined> {
    return this.db.one<AttemptWithEpoch>(`${HOT} WHERE a.id = ? AND a.person_id = ?`, [epoch, id, personId]);
  }

  /** With its newest epoch, for the server's own acts. */
  lock(tx: Tx, id: string): Promise<AttemptRow | undefined> {
    return tx.one<AttemptRow>('SELECT * FROM exam_attempt WHERE id = ? FOR UPDATE', [id]);
  }

  lockOfPerson(tx: Tx, id: string, personId: string): Promise<AttemptRow | undefined> {
    return tx.one<AttemptRow>('SELECT * FROM exam_attempt WHERE id = ? AND person_id = ? FOR UPDATE', [id, personId]);
  }

  epochOf(at: Db | Tx, attemptId: string, epoch: number): Promise<EpochRow | undefined> {
    return at.one<EpochRow>('SELECT * FROM attempt_epoch WHERE attempt_id = ? AND epoch = ?', [attemptId, epoch]);
  }

  epochOfDevice(attemptId: string, device: string): Promise<EpochRow | undefined> {
    return this.db.one<EpochRow>('SELECT * FROM attempt_epoch WHERE attempt_id = ? AND device = ? ORDER BY epoch DESC LIMIT 1', [attemptId, device]);
  }

  /** Attempts of an enrolment at a paper, in all sessions, with their marks. */
  ofEnrolments(
    at: Db | Tx,
    enrolmentIds: string[],
    paperCodes: string[],
  ): Promise<(Pick<AttemptRow, 'id' | 'enrolmentId' | 'sessionId' | 'paperCode' | 'state' | 'number' | 'ordinal' | 'startedAt' | 'submittedAt' | 'deadline'> & Partial<Pick<ResultRow, 'score' | 'maxScore' | 'percent' | 'passPercent' | 'passed' | 'gradedAt'>>)[]> {
    if (!enrolmentIds.length || !paperCodes.length) return Promise.resolve([]);
    return at.query(
      `SELECT a.id, a.enrolment_id, a.session_id, a.paper_code, a.state, a.number, a.ordinal, a.started_at, a.submitted_at, a.deadline,
              r.score, r.max_score, r.percent, r.pass_percent, r.passed, r.graded_at
       FROM exam_attempt a LEFT JOIN exam_result r ON r.attempt_id = a.id AND r.paper_version_id = a.paper_version_id
       WHERE a.enrolment_id IN (?) AND a.paper_code IN (?) ORDER BY a.ordinal`,
      [enrolmentIds, paperCodes],
    );
  }

  overdue(now: Date, limit: number): Promise<{ id: string }[]> {
    return this.db.query("SELECT id FROM exam_attempt WHERE state = 'STARTED' AND closes_at < ? ORDER BY closes_at LIMIT ?", [now, limit]);
  }

  submission(attemptId: string, at: Db | Tx = this.db): Promise<SubmissionRow | undefined> {
    return at.one<SubmissionRow>('SELECT * FROM exam_submission WHERE attempt_id = ?', [attemptId]);
  }

  result(attemptId: string): Promise<ResultRow | undefined> {
    return this.db.one<ResultRow>('SELECT * FROM exam_result WHERE attempt_id = ? ORDER BY graded_at DESC LIMIT 1', [attemptId]);
  }

  /** Attempts of one session, for the exam office. The session was found in scope before. */
  async ofSession(sessionId: string, f: { offset: number; limit: number }): Promise<{ rows: SessionAttemptRow[]; total: number }> {
    const rows = await this.db.query<SessionAttemptRow>(
      `SELECT a.id, a.enrolment_id, a.number, a.state, a.epoch, a.started_at, a.deadline, a.extra_minutes, a.submitted_at,
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
  counts(sessionIds: string[]): Promise<{ sessionId: string; started: string; open: string; marked: string; passed: string }[]> {
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
    return this.db.query('SELECT id, epoch, kind, at, seconds FROM attempt_signal WHERE attempt_id = ? ORDER BY at, id LIMIT 500', [attemptId]);
  }

  epochs(attemptId: string): Promise<(EpochRow & { userAgent: string | null })[]> {
    return this.db.query('SELECT * FROM attempt_epoch WHERE attempt_id = ? ORDER BY epoch', [attemptId]);
  }
}

export interface SessionAttemptRow {
  id: string;
  enrolmentId: string;
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
