import { Injectable } from '@nestjs/common';
import { Db, execute } from '@app/platform';

export interface GuardKey {
  key: string;
  subject: string | null;
  /** tries allowed in the window */
  tries: number;
}

export interface Counted {
  lockedUntil: Date | null;
  /** this try used the last one up */
  last: boolean;
}

/** Counters of sign-in tries, in the database: emptying Redis opens nothing. */
@Injectable()
export class GuardStore {
  constructor(private readonly db: Db) {}

  /**
   * Counts one try on each key, row-locked, so that parallel tries are counted one by one. When a key is locked nothing
   * is counted. @returns per key: until when it is locked (then the try must not go on)
   */
  async take(keys: GuardKey[], now: Date, windowStart: Date, lockUntil: Date): Promise<Counted[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.count(keys, now, windowStart, lockUntil);
      } catch (e) {
        // Deadlock or lock wait: the server rolled back, nothing was counted.
        if (![1213, 1205, 1020].includes((e as { errno?: number }).errno ?? 0) || attempt === 5) throw e;
      }
    }
  }

  private count(keys: GuardKey[], now: Date, windowStart: Date, lockUntil: Date): Promise<Counted[]> {
    return this.db.dataSource.transaction('READ COMMITTED', async (m) => {
      for (const k of keys)
        await m.query(
          'INSERT INTO signin_guard (guard_key, subject, failures, window_start) VALUES (?, ?, 0, ?) ON DUPLICATE KEY UPDATE guard_key = guard_key',
          [k.key, k.subject, now],
        );
      const counted: (Counted & { key: string; failures: number; start: Date })[] = [];
      for (const k of keys) {
        const [row] = (await m.query(
          'SELECT failures, window_start AS start, locked_until AS until FROM signin_guard WHERE guard_key = ? FOR UPDATE',
          [k.key],
        )) as { failures: number; start: Date; until: Date | null }[];
        // A window that ran out, or a lock that did, starts counting anew.
        const fresh = row!.start <= windowStart || row!.until !== null;
        const failures = fresh ? 1 : row!.failures + 1;
        counted.push({
          key: k.key,
          lockedUntil: row!.until && row!.until > now ? row!.until : null,
          last: failures >= k.tries,
          failures,
          start: fresh ? now : row!.start,
        });
      }
      if (!counted.some((c) => c.lockedUntil))
        for (const c of counted)
          await m.query(
            'UPDATE signin_guard SET failures = ?, window_start = ?, locked_until = ? WHERE guard_key = ?',
            [c.failures, c.start, c.last ? lockUntil : null, c.key],
          );
      return counted.map(({ lockedUntil, last }) => ({ lockedUntil, last }));
    });
  }

  /** The try was right: its own counter goes, the address gets its try back. */
  async giveBack(own: string, address: string | null): Promise<void> {
    await execute(this.db.dataSource, 'DELETE FROM signin_guard WHERE guard_key = ?', [own]);
    if (address)
      await execute(
        this.db.dataSource,
        'UPDATE signin_guard SET failures = GREATEST(failures - 1, 0), locked_until = NULL WHERE guard_key = ?',
        [address],
      );
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
}
