import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRoleGrant1795299216401 implements MigrationInterface {
  name = '20261121T221336-create-role_grant-1795299216401';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`role_grant\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`role\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`organisation_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`state\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`starts_on\` date NOT NULL,
      \`ends_on\` date NULL,
      \`proposed_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`decided_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`created_at\` datetime(3) NOT NULL,
      INDEX \`ix_grant_region\` (\`region_code\`, \`role\`),
      INDEX \`ix_grant_organisation\` (\`organisation_id\`, \`role\`),
      INDEX \`ix_grant_account\` (\`account_id\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`role_grant\``);
  }
}
