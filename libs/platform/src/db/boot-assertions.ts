import type { Config } from '../config/config';
import type { Db } from './db';

const EXPECTED: Record<string, (v: string) => boolean> = {
  innodb_flush_log_at_trx_commit: (v) => v === '1',
  sync_binlog: (v) => v === '1',
  innodb_snapshot_isolation: (v) => v === 'ON' || v === '1',
  innodb_doublewrite: (v) => v === 'ON' || v === '1' || v === 'fast',
  sql_mode: (v) => v.includes('STRICT_TRANS_TABLES') || v.includes('STRICT_ALL_TABLES'),
  character_set_server: (v) => v === 'utf8mb4',
};

/**
 * A database that may forget acknowledged answers must not be started against. A variable the server does not know is
 * passed over (MySQL has no snapshot isolation switch). Skipped in the test profile, which trades durability for speed.
 * @throws Error naming every setting that is wrong
 */
export async function assertDatabaseSettings(db: Db, config: Config, now: Date): Promise<void> {
  if (config.profile === 'test') return;
  const rows = await db.query<{ variableName: string; value: string }>(
    `SHOW GLOBAL VARIABLES WHERE Variable_name IN (${Object.keys(EXPECTED)
      .map(() => '?')
      .join(', ')})`,
    Object.keys(EXPECTED),
  );
  const faults = rows.flatMap((r) => {
    const row = r as unknown as Record<string, string>;
    const name = (row['variableName'] ?? row['VariableName'] ?? row['Variable_name'] ?? Object.values(row)[0])!;
    const value = (row['value'] ?? row['Value'] ?? Object.values(row)[1])!;
    return EXPECTED[name]!(value) ? [] : [`${name} is ${value}`];
  });
  const clock = await db.one<{ skew: string }>('SELECT TIMESTAMPDIFF(MICROSECOND, ?, UTC_TIMESTAMP(6)) AS skew', [now]);
  if (Math.abs(Number(clock?.skew ?? 0)) > 2_000_000)
    faults.push(`the clocks of database and application differ by ${Number(clock!.skew) / 1e6} s`);
  if (faults.length)
    throw new Error(`The database settings do not keep promises: ${faults.join('; ')}. See docs/operations.md.`);
}
