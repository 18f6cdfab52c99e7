import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { Db, execute, type Tx } from '@app/platform';
import type { Addressee, Duty, Params, SubjectType } from '../domain/duty';
import { settle, type TaskState } from '../domain/settle';

/** The version every look at an exam window's candidates rests on. */
export const WINDOWS = 'exam-windows';

/** One string per addressee, so that a list is one index range. */
export function addresseeOf(to: Addressee): string {
  const role = to.role ?? '*';
  if (to.accountId) return `${role}:a:${to.accountId}`;
  if (to.organisationId) return `${role}:o:${to.organisationId}`;
  return to.regionCode ? `${role}:r:${to.regionCode}` : role;
}

const COLUMNS = [
  'id',
  'code',
  'subject_type',
  'subject_id',
  'slot',
  'occasion',
  'addressee',
  'role',
  'organisation_id',
  'region_code',
  'account_id',
  'except_accounts',
  'started_by',
  'params',
  'link',
  'due_on',
  'opens_at',
  'ends_at',
  'waits_for',
  'window_key',
  'window_id',
  'created_at',
  'closed_at',
  'closed_by',
  'outcome',
] as const;
const KEPT = ['id', 'code', 'subject_type', 'subject_id', 'slot', 'occasion', 'created_at'];

@Injectable()
export class TaskStore {
  constructor(private readonly db: Db) {}

  /** The number of looks taken at each key so far. Rows that are missing are made, so that they can be locked later. */
  async versions(keys: string[]): Promise<Map<string, number>> {
    const sql = 'SELECT subject_key, version FROM task_subject WHERE subject_key IN (?)';
    type Row = { subjectKey: string; version: number };
    const rows = await this.db.query<Row>(sql, [keys]);
    const missing = keys.filter((k) => !rows.some((r) => r.subjectKey === k));
    if (missing.length) {
      await execute(
        this.db.dataSource,
        `INSERT INTO task_subject (subject_key, version) VALUES ${missing.map(() => '(?, 0)').join(', ')} ON DUPLICATE KEY UPDATE subject_key = subject_key`,
        missing,
      );
      return this.versions(keys);
    }
    return new Map(rows.map((r) => [r.subjectKey, r.version]));
  }

  /** Takes the next look at `key`. @returns false when somebody else took it since `seen` */
  async claim(tx: Tx, key: string, seen: number): Promise<boolean> {
    return (
      (await tx.execute('UPDATE task_subject SET version = version + 1 WHERE subject_key = ? AND version = ?', [
        key,
        seen,
      ])) === 1
    );
  }

  /** Holds `key` unchanged until commit, together with any number of others. @returns false when it moved since `seen` */
  async unmoved(tx: Tx, key: string, seen: number): Promise<boolean> {
    const row = await tx.one<{ version: number }>(
      'SELECT version FROM task_subject WHERE subject_key = ? LOCK IN SHARE MODE',
      [key],
    );
    return row?.version === seen;
  }

  /** Makes the rows of a subject say what the duties say: two statements for any number of duties, plus the read. */
  async write(tx: Tx, subjectType: SubjectType, subjectId: string, duties: Duty[]): Promise<void> {
    const rows = await tx.query<TaskState>(
      'SELECT id, code, slot, occasion, outcome FROM task WHERE subject_id = ? AND subject_type = ?',
      [subjectId, subjectType],
    );
    const { write, obsolete } = settle(rows, duties);
    if (obsolete.length)
      await tx.execute("UPDATE task SET closed_at = ?, closed_by = NULL, outcome = 'OBSOLETE' WHERE id IN (?)", [
        tx.now,
        obsolete,
      ]);
    if (!write.length) return;
    const params = write.flatMap((d) => [
      newId(),
      d.code,
      subjectType,
      subjectId,
      d.slot,
      d.occasion,
      addresseeOf(d.to),
      d.to.role,
      d.to.organisationId ?? null,
      d.to.regionCode ?? null,
      d.to.accountId ?? null,
      d.to.except?.length ? JSON.stringify(d.to.except) : null,
      d.startedBy,
      JSON.stringify(d.params),
      d.link,
      d.dueOn,
      d.opensAt,
      d.endsAt,
      d.waitsFor,
      d.windowKey,
      d.windowId,
      tx.now,
      d.done?.at ?? null,
      d.done?.by ?? null,
      d.done?.outcome ?? null,
    ]);
    const changed = COLUMNS.filter((c) => !KEPT.includes(c)).map((c) => `${c} = VALUES(${c})`);
    // Overdue is told once per due day; a new due day starts afresh. First, while `due_on` is still the old one.
    await tx.execute(
      `INSERT INTO task (${COLUMNS.join(', ')}) VALUES ${write.map(() => `(${COLUMNS.map(() => '?').join(', ')})`).join(', ')}
       ON DUPLICATE KEY UPDATE overdue_at = IF(VALUES(due_on) <=> due_on, overdue_at, NULL), ${changed.join(', ')}`,
      params,
    );
  }

  /** Opens every to-do that waits for a window of this paper, in one statement. */
  openWindow(
    tx: Tx,
    f: { windowKey: string; windowId: string; endsAt: Date; dueOn: string; link: string; params: Params },
  ): Promise<number> {
    return tx.execute(
      `UPDATE task SET waits_for = NULL, window_id = ?, opens_at = ?, ends_at = ?, due_on = ?, overdue_at = NULL, link = ?,
         params = JSON_MERGE_PATCH(params, ?)
       WHERE window_key = ? AND closed_at IS NULL AND waits_for = 'EXAM_WINDOW'`,
      [f.windowId, tx.now, f.endsAt, f.dueOn, f.link, JSON.stringify(f.params), f.windowKey],
    );
  }

  /** Puts the to-dos of a window back to waiting; the sweeper looks at each for another window. */
  closeWindow(tx: Tx, windowId: string): Promise<number> {
    return tx.execute(
      `UPDATE task SET waits_for = 'EXAM_WINDOW', window_id = NULL, opens_at = NULL, ends_at = ?, due_on = NULL, overdue_at = NULL
       WHERE window_id = ? AND closed_at IS NULL`,
      [tx.now, windowId],
    );
  }

  /** Learners with an unfinished requirement for a paper. */
  candidates(tx: Tx, windowKey: string): Promise<{ accountId: string; params: unknown }[]> {
    return tx.query(
      'SELECT account_id, MIN(params) AS params FROM task WHERE window_key = ? AND closed_at IS NULL AND account_id IS NOT NULL GROUP BY account_id',
      [windowKey],
    );
  }

  /** Subjects with an open to-do that can be done no longer. */
  ended(now: Date, limit: number): Promise<{ subjectType: SubjectType; subjectId: string }[]> {
    return this.db.query(
      'SELECT DISTINCT subject_type, subject_id FROM task WHERE closed_at IS NULL AND ends_at <= ? ORDER BY subject_id LIMIT ?',
      [now, limit],
    );
  }

  overdue(tx: Tx, today: string, limit: number): Promise<OverdueRow[]> {
    return tx.query<OverdueRow>(
      `SELECT id, code, role, organisation_id, region_code, account_id, except_accounts, params, due_on FROM task
       WHERE closed_at IS NULL AND due_on < ? AND overdue_at IS NULL AND opens_at <= ? ORDER BY due_on, id LIMIT ? FOR UPDATE`,
      [today, tx.now, limit],
    );
  }

  async markOverdue(tx: Tx, ids: string[]): Promise<void> {
    if (ids.length) await tx.execute('UPDATE task SET overdue_at = ? WHERE id IN (?)', [tx.now, ids]);
  }

  /** Jobs whose to-do does not say what the job's state says. */
  jobsToLookAt(limit: number): Promise<{ id: string }[]> {
    return this.db.query(
      `SELECT j.id FROM work_job j LEFT JOIN task t ON t.subject_id = j.id AND t.code = 'CONFIRM_IMPORT' AND t.closed_at IS NULL
       WHERE (j.state = 'AWAITING_CONFIRMATION') <> (t.id IS NOT NULL) ORDER BY j.created_at DESC LIMIT ?`,
      [limit],
    );
  }

  /** Work that was given up after its last try, and the oldest of it. */
  async failedWork(): Promise<{ count: number; since: Date | null }> {
    const rows = await this.db.query<{ n: string; since: Date | null }>(
      `SELECT COUNT(*) AS n, MIN(updated_at) AS since FROM outbox_delivery WHERE state = 'FAILED'
       UNION ALL SELECT COUNT(*), MIN(parked_at) FROM outbox WHERE parked_at IS NOT NULL AND handed_at IS NULL`,
    );
    const times = rows.flatMap((r) => (r.since ? [r.since.getTime()] : []));
    return {
      count: rows.reduce((n, r) => n + Number(r.n), 0),
      since: times.length ? new Date(Math.min(...times)) : null,
    };
  }
}

export interface OverdueRow {
  id: string;
  code: string;
  role: Addressee['role'];
  organisationId: string | null;
  regionCode: string | null;
  accountId: string | null;
  exceptAccounts: unknown;
  params: unknown;
  dueOn: string;
}
