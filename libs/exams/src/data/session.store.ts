import { Injectable } from '@nestjs/common';
import { Db, type Scope, type Tx } from '@app/platform';
import type { SessionRules } from '../domain/attempt';
import { fromJson } from './json';
import type { RuleSource } from './paper.store';

export interface SessionRow extends SessionRules {
  id: string;
  paperVersionId: string;
  paperCode: string;
  provinceCode: string;
  title: string;
  lateUploadHours: number;
  ruleSources: RuleSource[];
  createdBy: string;
  createdAt: Date;
  paperTitleZh: string;
  paperTitleEn: string;
  questionCount: number;
  totalPoints: string;
  paperVersion: number;
}

const SELECT = `SELECT s.*, p.title_zh AS paper_title_zh, p.title_en AS paper_title_en, v.question_count, v.total_points, v.version AS paper_version
  FROM exam_session s JOIN paper_version v ON v.id = s.paper_version_id JOIN paper p ON p.id = v.paper_id`;

const shape = (r: SessionRow): SessionRow => ({ ...r, ruleSources: fromJson<RuleSource[]>(r.ruleSources) });

export interface MessageRow {
  id: string;
  body: string;
  sentByName: string;
  sentAt: Date;
  attemptId: string | null;
}

@Injectable()
export class SessionStore {
  constructor(private readonly db: Db) {}

  async byId(id: string, at: Db | Tx = this.db): Promise<SessionRow | undefined> {
    const row = await at.one<SessionRow>(`${SELECT} WHERE s.id = ?`, [id]);
    return row && shape(row);
  }

  async inScope(id: string, scope: Scope): Promise<SessionRow | undefined> {
    const row = await this.db.one<SessionRow>(`${SELECT} WHERE s.id = ? AND ${scope.where}`, [id, ...scope.params]);
    return row && shape(row);
  }

  /** Shared: starts go on side by side, and an extension or cancellation waits for them. */
  lockShared(tx: Tx, id: string): Promise<{ state: string } | undefined> {
    return tx.one('SELECT state FROM exam_session WHERE id = ? LOCK IN SHARE MODE', [id]);
  }

  lock(tx: Tx, id: string): Promise<{ id: string; state: string } | undefined> {
    return tx.one('SELECT id, state FROM exam_session WHERE id = ? FOR UPDATE', [id]);
  }

  async list(
    scope: Scope,
    f: { search?: string | null; offset: number; limit: number },
  ): Promise<{ rows: SessionRow[]; total: number }> {
    const like = `%${(f.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
    const where = `${scope.where} AND (s.title LIKE ? OR s.paper_code LIKE ?)`;
    const params = [...scope.params, like, like];
    const rows = await this.db.query<SessionRow>(
      `${SELECT} WHERE ${where} ORDER BY s.opens_at DESC, s.id DESC LIMIT ? OFFSET ?`,
      [...params, f.limit, f.offset],
    );
    const total = await this.db.count(`SELECT COUNT(*) AS n FROM exam_session s WHERE ${where}`, params);
    return { rows: rows.map(shape), total };
  }

  /** Sessions of these papers in these provinces that have not been over for long, and any the person sat. */
  async forCandidate(
    personId: string,
    wanted: { paperCode: string; provinceCode: string }[],
    since: Date,
  ): Promise<SessionRow[]> {
    const pairs = wanted.map(() => '(s.paper_code = ? AND s.province_code = ?)').join(' OR ') || '1=0';
    const rows = await this.db.query<SessionRow>(
      `${SELECT} WHERE ((${pairs}) AND s.closes_at > ?) OR s.id IN (SELECT a.session_id FROM exam_attempt a WHERE a.person_id = ?)
       ORDER BY s.opens_at DESC LIMIT 100`,
      [...wanted.flatMap((w) => [w.paperCode, w.provinceCode]), since, personId],
    );
    return rows.map(shape);
  }

  /** Windows of these papers in a province that are scheduled and not over at `now`. */
  async windows(provinceCode: string, paperCodes: string[], now: Date): Promise<SessionRow[]> {
    if (!paperCodes.length) return [];
    const rows = await this.db.query<SessionRow>(
      `${SELECT} WHERE s.province_code = ? AND s.paper_code IN (?) AND s.state = 'SCHEDULED' AND s.closes_at > ? ORDER BY s.closes_at, s.id`,
      [provinceCode, paperCodes, now],
    );
    return rows.map(shape);
  }

  async extraMinutes(at: Db | Tx, sessionId: string, enrolmentId: string): Promise<number> {
    const row = await at.one<{ n: string | null }>(
      'SELECT SUM(minutes) AS n FROM exam_extra_time WHERE session_id = ? AND enrolment_id = ?',
      [sessionId, enrolmentId],
    );
    return Number(row?.n ?? 0);
  }

  messages(sessionId: string, attemptId: string, after: Date): Promise<MessageRow[]> {
    return this.db.query<MessageRow>(
      `SELECT id, body, sent_by_name, sent_at, attempt_id FROM exam_message
       WHERE session_id = ? AND (attempt_id IS NULL OR attempt_id = ?) AND sent_at > ? ORDER BY sent_at LIMIT 20`,
      [sessionId, attemptId, after],
    );
  }
}
