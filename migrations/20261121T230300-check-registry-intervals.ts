import type { MigrationInterface, QueryRunner } from 'typeorm';

const interval = (table: string, start: string, end: string): [string, string, string] => [
  table,
  `ck_${table}_interval`,
  `\`${end}\` IS NULL OR \`${end}\` >= \`${start}\``,
];

const CHECKS: [table: string, name: string, rule: string][] = [
  interval('region', 'valid_from', 'valid_to'),
  interval('institution', 'opened_on', 'closed_on'),
  interval('licence', 'start_on', 'end_on'),
  interval('licence_scope', 'start_on', 'end_on'),
  interval('licence_suspension', 'start_on', 'end_on'),
  interval('practice_site', 'start_on', 'end_on'),
  [
    'practice_site',
    'ck_practice_site_open_main',
    "(`open_main_of` IS NULL) = (`role` <> 'MAIN' OR `end_on` IS NOT NULL)",
  ],
];

/** Half-open intervals: an end before its start would never hold and hide a slip of the pen (§4.2). */
export class CheckRegistryIntervals1795302180000 implements MigrationInterface {
  name = '20261121T230300-check-registry-intervals-1795302180000';

  async up(q: QueryRunner): Promise<void> {
    for (const [table, name, rule] of CHECKS) {
      // Re-runnable, because DDL is not transactional; MySQL has no ADD CONSTRAINT IF NOT EXISTS.
      const there = (await q.query(
        'SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = DATABASE() AND table_name = ? AND constraint_name = ?',
        [table, name],
      )) as unknown[];
      if (!there.length) await q.query(`ALTER TABLE \`${table}\` ADD CONSTRAINT \`${name}\` CHECK (${rule})`);
    }
  }

  async down(q: QueryRunner): Promise<void> {
    for (const [table, name] of CHECKS) await q.query(`ALTER TABLE \`${table}\` DROP CONSTRAINT \`${name}\``);
  }
}
