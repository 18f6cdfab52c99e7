import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN_MAIN = 'ck_practice_site_open_main';
const CHECKS: [table: string, name: string, rule: string][] = [
  [
    'practice_site',
    OPEN_MAIN,
    "(`open_main_of` IS NULL) = (`role` <> 'MAIN' OR `end_on` IS NOT NULL OR `live` IS NULL)",
  ],
  ['leave_record', 'ck_leave_record_interval', '`end_on` IS NULL OR `end_on` >= `start_on`'],
  ['person_merge', 'ck_person_merge_two', '`duplicate_id` <> `survivor_id`'],
  ['person_merge', 'ck_person_merge_open', '(`open_of` IS NULL) = (`undone_at` IS NOT NULL)'],
];
const VOIDABLE = [
  'licence',
  'licence_scope',
  'licence_suspension',
  'technical_qualification',
  'professional_title',
  'residency_record',
  'practice_site',
  'education_record',
  'leave_record',
  'person_move',
  'person_death',
];

/** A voided row lives on only as history, and says so in both columns; a merge joins two records, not one with itself. */
export class CheckPersonFile1795322010000 implements MigrationInterface {
  name = '20261122T041330-check-person-file-1795322010000';

  async up(q: QueryRunner): Promise<void> {
    await this.drop(q, 'practice_site', OPEN_MAIN);
    for (const [table, name, rule] of CHECKS) await this.add(q, table, name, rule);
    for (const table of VOIDABLE)
      await this.add(q, table, `ck_${table}_void`, '(`live` IS NULL) = (`voided_at` IS NOT NULL)');
  }

  async down(q: QueryRunner): Promise<void> {
    for (const [table, name] of CHECKS) await this.drop(q, table, name);
    for (const table of VOIDABLE) await this.drop(q, table, `ck_${table}_void`);
    await this.add(
      q,
      'practice_site',
      OPEN_MAIN,
      "(`open_main_of` IS NULL) = (`role` <> 'MAIN' OR `end_on` IS NOT NULL)",
    );
  }

  /** Re-runnable, because DDL is not transactional; MySQL has no ADD CONSTRAINT IF NOT EXISTS. */
  private async there(q: QueryRunner, table: string, name: string): Promise<boolean> {
    const rows = (await q.query(
      'SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = DATABASE() AND table_name = ? AND constraint_name = ?',
      [table, name],
    )) as unknown[];
    return rows.length > 0;
  }

  private async add(q: QueryRunner, table: string, name: string, rule: string): Promise<void> {
    if (!(await this.there(q, table, name)))
      await q.query(`ALTER TABLE \`${table}\` ADD CONSTRAINT \`${name}\` CHECK (${rule})`);
  }

  private async drop(q: QueryRunner, table: string, name: string): Promise<void> {
    if (await this.there(q, table, name)) await q.query(`ALTER TABLE \`${table}\` DROP CONSTRAINT \`${name}\``);
  }
}
