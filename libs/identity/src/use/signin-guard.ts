import { Inject, Injectable } from '@nestjs/common';
import { type Clock, sha256Hex } from '@app/kernel';
import { CLOCK, Db, execute } from '@app/platform';
import { SIGNIN_RULES } from '../domain/session-rules';
import { fail } from '../identity.errors';

/** Counts failed tries. By name × address, so that nobody can lock somebody else's account from afar (6.1.1). */
@Injectable()
export class SigninGuardian {
  constructor(
    private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private keys(name: string, ip: string): [string, number][] {
    return [
      [sha256Hex(`name\0${name}\0${ip}`), SIGNIN_RULES.tries],
      [sha256Hex(`ip\0${ip}`), SIGNIN_RULES.addressTries],
    ];
  }

  /** @throws IDENTITY_LOCKED {minutes} */
  async assertOpen(name: string, ip: string): Promise<void> {
    const now = this.clock.now();
    const rows = await this.db.query<{ lockedUntil: Date }>('SELECT locked_until FROM signin_guard WHERE guard_key IN (?) AND locked_until > ?', [this.keys(name, ip).map(([k]) => k), now]);
    const until = Math.max(0, ...rows.map((r) => r.lockedUntil.getTime()));
    if (until) throw fail('IDENTITY_LOCKED', { minutes: Math.ceil((until - now.getTime()) / 60_000) });
  }

  async failed(name: string, ip: string): Promise<void> {
    const now = this.clock.now();
    const windowStart = new Date(now.getTime() - SIGNIN_RULES.windowMinutes * 60_000);
    const lock = new Date(now.getTime() + SIGNIN_RULES.lockMinutes * 60_000);
    for (const [key, tries] of this.keys(name, ip))
      // One statement counts and locks: parallel tries cannot slip between a read and a write. MariaDB assigns left to right.
      await execute(
        this.db.dataSource,
        `INSERT INTO signin_guard (guard_key, failures, window_start, locked_until) VALUES (?, 1, ?, NULL)
         ON DUPLICATE KEY UPDATE failures = IF(window_start < ?, 1, failures + 1), window_start = IF(window_start < ?, ?, window_start),
           locked_until = IF(failures >= ?, ?, locked_until)`,
        [key, now, windowStart, windowStart, now, tries, lock],
      );
  }

  async succeeded(name: string, ip: string): Promise<void> {
    await execute(this.db.dataSource, 'DELETE FROM signin_guard WHERE guard_key = ?', [this.keys(name, ip)[0]![0]]);
  }
}
