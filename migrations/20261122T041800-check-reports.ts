import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHECKS: [table: string, name: string, rule: string][] = [
  [
    'report_duty',
    'ck_report_duty_state',
    "`state` IN ('NOT_STARTED', 'DRAFT', 'CITY_REVIEW', 'SIGNED', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'RESUBMITTED', 'KEPT') AND (`state` <> 'RETURNED' OR (`return_opinion` IS NOT NULL AND `resubmit_due_on` IS NOT NULL)) AND (`state` <> 'ACCEPTED' OR `accepted_at` IS NOT NULL)",
  ],
  ['report_duty', 'ck_report_duty_days', '`opens_on` <= `due_on`'],
  ['report_obligation', 'ck_report_obligation', "`source` IN ('PLAN', 'CALL') AND `author` IN ('CITY', 'PROVINCE')"],
  // A figure of an office's own never stands without its reason (§5.8).
  ['report_value', 'ck_report_value_reason', "TRIM(`reason`) <> ''"],
];

/** Rules of reports that hold below every program (domain §5.8). */
export class CheckReports1795321080000 implements MigrationInterface {
  name = '20261122T041800-check-reports-1795321080000';

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
