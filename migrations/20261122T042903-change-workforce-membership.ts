import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'workforce_membership';
const ASCII = 'CHARACTER SET "ascii" COLLATE "ascii_bin"';

/** Both time axes. Rows that are there count as known ever since, until the projection is rebuilt (seed `workforce.projection-form`). */
export class ChangeWorkforceMembership1795321743928 implements MigrationInterface {
  name = '20261122T042903-change-workforce_membership-1795321743928';

  async up(q: QueryRunner): Promise<void> {
    // One statement is done or not done; what was done is not done twice.
    if (await this.has(q, 'known_from')) return;
    await q.query(`ALTER TABLE \`${TABLE}\`
      ADD \`known_from\` datetime(3) NOT NULL DEFAULT '1970-01-01 00:00:00.000',
      ADD \`known_to\` datetime(3) NULL,
      ADD \`sort_name\` varchar(120) ${ASCII} NOT NULL DEFAULT '',
      DROP INDEX \`uq_membership_start\`,
      DROP INDEX \`ix_membership_region\`,
      DROP INDEX \`ix_membership_count\`,
      ADD UNIQUE INDEX \`uq_membership_start\` (\`person_id\`, \`rule_version\`, \`start_on\`, \`known_from\`),
      ADD INDEX \`ix_membership_list\` (\`rule_version\`, \`category\`, \`known_to\`, \`region_code\`, \`sort_name\`, \`person_id\`, \`start_on\`, \`end_on\`, \`registered\`, \`certified\`),
      ADD INDEX \`ix_membership_day\` (\`rule_version\`, \`category\`, \`region_code\`, \`start_on\`, \`end_on\`, \`known_from\`, \`known_to\`, \`registered\`, \`certified\`)`);
    await q.query(
      `ALTER TABLE \`${TABLE}\` ALTER \`known_from\` DROP DEFAULT, ALTER \`sort_name\` DROP DEFAULT`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    if (!(await this.has(q, 'known_from'))) return;
    // Without knowledge only what is held true now has a place.
    await q.query(`DELETE FROM \`${TABLE}\` WHERE \`known_to\` IS NOT NULL`);
    await q.query(`ALTER TABLE \`${TABLE}\`
      DROP INDEX \`uq_membership_start\`,
      DROP INDEX \`ix_membership_list\`,
      DROP INDEX \`ix_membership_day\`,
      DROP COLUMN \`known_from\`,
      DROP COLUMN \`known_to\`,
      DROP COLUMN \`sort_name\`,
      ADD INDEX \`ix_membership_count\` (\`rule_version\`, \`category\`, \`start_on\`, \`end_on\`, \`region_code\`),
      ADD INDEX \`ix_membership_region\` (\`region_code\`, \`rule_version\`, \`category\`),
      ADD UNIQUE INDEX \`uq_membership_start\` (\`person_id\`, \`rule_version\`, \`start_on\`)`);
  }

  private async has(q: QueryRunner, column: string): Promise<boolean> {
    const rows = (await q.query(
      'SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ? AND column_name = ?',
      [TABLE, column],
    )) as unknown[];
    return rows.length > 0;
  }
}
