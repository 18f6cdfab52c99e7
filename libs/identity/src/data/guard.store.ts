import { Injectable } from '@nestjs/common';
import { Db, execute } from '@app/platform';

export interface GuardKey {
  key: string;
  subject: string | null;
  /** tries allowed in the window, at least 2 */
  tries: number;
}

export interface GuardTimes {
  now: Date;
  /** a window that began before this is over */
  windowStart: Date;
  lockUntil: Date;
}

/** Stands in `failures` while a key is locked. */
const LOCKED = 1_000_000;

/** Counters of sign-in tries, in the database: emptying Redis opens nothing. */
@Injectable()
export class GuardStore {
  constructor(private readonly db: Db) {}

  /**
   * Counts one try in one statement: parallel tries cannot slip between a read and a write. Assignments are evaluated
   * from left to right; LAST_INSERT_ID brings the new count back. The last try allowed locks the key behind itself.
   * @returns the number of this try, or null when the key is locked
   */
  async count(k: GuardKey, t: GuardTimes): Promise<number | null> {
    const result = await this.again(
      () =>
        this.db.dataSource.query(
          `INSERT INTO signin_guard (guard_key, subject, failures, window_start) VALUES (?, ?, LAST_INSERT_ID(1), ?)
           ON DUPLICATE KEY UPDATE
             failures = LAST_INSERT_ID(IF(locked_until > ?, ${LOCKED}, IF(locked_until IS NOT NULL OR window_start <= ?, 1, failures + 1))),
             window_start = IF(failures = 1, ?, window_start),
             locked_until = IF(failures = ${LOCKED}, locked_until, IF(failures >= ?, ?, NULL))`,
          [k.key, k.subject, t.now, t.now, t.windowStart, t.now, k.tries, t.lockUntil],
        ) as Promise<{ insertId: number }>,
    );
    // Not told by affected rows: a locked row that stays as it is counts there like a new one.
    const n = Number(result.insertId);
    if (!n) throw new Error('The database did not return the count of tries');
    return n === LOCKED ? null : n;
  }

  /** Until when the first locked of these keys is locked; null when none is. */
  async lockedUntil(keys: string[], now: Date): Promise<Date | null> {
    const row = await this.db.one<{ until: Date | null }>(
      'SELECT MAX(locked_until) AS until FROM signin_guard WHERE guard_key IN (?) AND locked_until > ?',
      [keys, now],
    );
    return row?.until ?? null;
  }

  async forget(key: string): Promise<void> {
    await this.again(() => execute(this.db.dataSource, 'DELETE FROM signin_guard WHERE guard_key = ?', [key]));
  }

  async lockedSubjects(subjects: string[], now: Date): Promise<Map<string, Date>> {
    if (!subjects.length) return new Map();
    const rows = await this.db.query<{ subject: string; until: Date }>(
      'SELECT subject, MAX(locked_until) AS until FROM signin_guard WHERE subject IN (?) AND locked_until > ? GROUP BY subject',
      [subjects, now],
    );
    return new Map(rows.map((r) => [r.subject, r.until]));
  }

  /** @returns counters removed */
  sweep(before: Date): Promise<number> {
    return execute(
      this.db.dataSource,
      'DELETE FROM signin_guard WHERE window_start < ? AND (locked_until IS NULL OR locked_until < ?) LIMIT 1000',
      [before, before],
    );
  }

  /** Deadlock or lock wait: the server rolled back, nothing was counted. */
  private async again<T>(fn: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await fn();
      } catch (e) {
        if (![1213, 1205, 1020].includes((e as { errno?: number }).errno ?? 0) || attempt === 5) throw e;
      }
    }
  }
}
