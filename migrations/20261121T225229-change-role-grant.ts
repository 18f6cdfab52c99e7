import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangeRoleGrant1795301549149 implements MigrationInterface {
  name = '20261121T225229-change-role_grant-1795301549149';

  // One statement: killed in the middle, all of it happened or none.
  async up(q: QueryRunner): Promise<void> {
    await q.query(`ALTER TABLE \`role_grant\`
      ADD \`open_key\` varchar(80) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      ADD \`reason\` varchar(300) NULL,
      ADD \`decided_at\` datetime(3) NULL,
      ADD \`ended_at\` datetime(3) NULL,
      ADD INDEX \`ix_grant_state\` (\`state\`, \`created_at\`),
      ADD UNIQUE INDEX \`uq_grant_open\` (\`account_id\`, \`open_key\`),
      ADD CONSTRAINT \`ck_role_grant_state\` CHECK (\`state\` IN ('PROPOSED', 'ACTIVE', 'REFUSED', 'ENDED')),
      ADD CONSTRAINT \`ck_role_grant_days\` CHECK (\`ends_on\` IS NULL OR \`ends_on\` > \`starts_on\`)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`ALTER TABLE \`role_grant\`
      DROP CONSTRAINT \`ck_role_grant_days\`,
      DROP CONSTRAINT \`ck_role_grant_state\`,
      DROP INDEX \`uq_grant_open\`,
      DROP INDEX \`ix_grant_state\`,
      DROP COLUMN \`ended_at\`,
      DROP COLUMN \`decided_at\`,
      DROP COLUMN \`reason\`,
      DROP COLUMN \`open_key\``);
  }
}
