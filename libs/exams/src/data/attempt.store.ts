import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '@app/platform';
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
export type AttemptWithEpoch = AttemptRow &
  Pick<EpochRow, 'openedAt' | 'ackSeq' | 'maxSeq' | 'uncounted' | 'device'> & { ofEpoch: number };

const HOT = `SELECT a.*, e.epoch AS of_epoch, e.device, e.opened_at, e.ack_seq, e.max_seq, e.uncounted
  FROM exam_attempt a JOIN attempt_epoch e ON e.attempt_id = a.id AND e.epoch = ?`;

const MARKED = `SELECT a.id, a.enrolment_id, a.session_id, a.paper_code, a.state, a.number, a.ordinal, a.started_at, a.submitted_at, a.deadline,
    r.score, r.max_score, r.percent, r.pass_percent, r.passed, r.graded_at
  FROM exam_attempt a LEFT JOIN exam_result r ON r.attempt_id = a.id AND r.paper_version_id = a.paper_version_id`;

/** An attempt and, when it has one, its mark. */
export interface MarkedAttemptRow {
  id: string;
  enrolmentId: string;
  sessionId: string;
  paperCode: string;
  state: AttemptState;
  number: number;
  ordinal: number;
  startedAt: Date;
  submittedAt: Date | null;
  deadline: Date;
  score: string | null;
  maxScore: string | null;
  percent: string | null;
  passPercent: number | null;
  passed: number | null;
  gradedAt: Date | null;
}

export interface CandidateResultRow {
  attemptId: string;
  state: AttemptState;
  number: number;
  paperVersionId: string;
  startedAt: Date;
  submittedAt: Date | null;
  sessionId: string;
  title: string;
  score: string | null;
  maxScore: string | null;
  percent: string | null;
  passPercent: number | null;
  passed: number | null;
  gradedAt: Date | null;
  areas: unknown;
}

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
    return this.db.one<EpochRow>(
      'SELECT * FROM attempt_epoch WHERE attempt_id = ? AND device = ? ORDER BY epoch DESC LIMIT 1',
      [attemptId, device],
    );
  }

  /** Attempts of an enrolment at a paper, in all sessions, with their marks. */
  ofEnrolments(at: Db | Tx, enrolmentIds: string[], paperCodes: string[]): Promise<MarkedAttemptRow[]> {
    if (!enrolmentIds.length || !paperCodes.length) return Promise.resolve([]);
    return at.query(`${MARKED} WHERE a.enrolment_id IN (?) AND a.paper_code IN (?) ORDER BY a.ordinal`, [
      enrolmentIds,
      paperCodes,
    ]);
  }

  /** A person's attempts at these papers, with their marks. */
  ofPersonIn(personId: string, paperCodes: string[]): ReturnType<AttemptStore['ofEnrolments']> {
    if (!paperCodes.length) return Promise.resolve([]);
    return this.db.query(`${MARKED} WHERE a.person_id = ? AND a.paper_code IN (?) ORDER BY a.started_at`, [
      personId,
      paperCodes,
    ]);
  }

  resultsOf(personId: string): Promise<CandidateResultRow[]> {
    return this.db.query<CandidateResultRow>(
      `SELECT a.id AS attempt_id, a.state, a.number, a.paper_version_id, a.started_at, a.submitted_at, s.id AS session_id, s.title,
              r.score, r.max_score, r.percent, r.pass_percent, r.passed, r.graded_at, r.areas
       FROM exam_attempt a JOIN exam_session s ON s.id = a.session_id
       LEFT JOIN exam_result r ON r.attempt_id = a.id AND r.paper_version_id = a.paper_version_id AND a.state = 'MARKED'
       WHERE a.person_id = ? AND a.state <> 'STARTED' ORDER BY a.started_at DESC LIMIT 100`,
      [personId],
    );
  }

  /** The open attempt of an enrolment in a session, locked. */
  lockOpen(tx: Tx, sessionId: string, enrolmentId: string): Promise<AttemptRow | undefined> {
    return tx.one<AttemptRow>(
      "SELECT * FROM exam_attempt WHERE enrolment_id = ? AND session_id = ? AND state = 'STARTED' FOR UPDATE",
      [enrolmentId, sessionId],
    );
  }

  async startedIn(tx: Tx, sessionId: string): Promise<number> {
    const row = await tx.one<{ n: string | number }>('SELECT COUNT(*) AS n FROM exam_attempt WHERE session_id = ?', [
      sessionId,
    ]);
    return Number(row?.n ?? 0);
  }

  overdue(now: Date, limit: number): Promise<{ id: string }[]> {
    return this.db.query(
      "SELECT id FROM exam_attempt WHERE state = 'STARTED' AND closes_at < ? ORDER BY closes_at LIMIT ?",
      [now, limit],
    );
  }

  submission(attemptId: string, at: Db | Tx = this.db): Promise<SubmissionRow | undefined> {
    return at.one<SubmissionRow>('SELECT * FROM exam_submission WHERE attempt_id = ?', [attemptId]);
  }

  result(attemptId: string): Promise<ResultRow | undefined> {
    return this.db.one<ResultRow>('SELECT * FROM exam_result WHERE attempt_id = ? ORDER BY graded_at DESC LIMIT 1', [
      attemptId,
    ]);
  }
}
