import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHECKS: [table: string, name: string, rule: string][] = [
  ...['institution_unit', 'designation', 'consortium', 'consortium_member', 'institution_region'].map(
    (t): [string, string, string] => [t, `ck_${t}_interval`, '`end_on` IS NULL OR `end_on` >= `start_on`'],
  ),
  ['institution_unit', 'ck_institution_unit_open', '(`open_name` IS NULL) = (`end_on` IS NOT NULL)'],
  ['designation', 'ck_designation_open', '(`open_key` IS NULL) = (`end_on` IS NOT NULL)'],
  ['consortium_member', 'ck_consortium_member_open', '(`open_member` IS NULL) = (`end_on` IS NOT NULL)'],
  ['institution', 'ck_institution_successor', '`successor_id` IS NULL OR `closed_on` IS NOT NULL'],
];

/** The open key of an interval and its end say the same: otherwise two open ones could stand side by side. */
export class CheckPlaces1795320734000 implements MigrationInterface {
  name = '20261122T041214-check-places-1795320734000';

  async up(q: QueryRunner): Promise<void> {
    for (const [table, name, rule] of CHECKS) {
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
