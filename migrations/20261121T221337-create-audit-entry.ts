import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAuditEntry1795299217882 implements MigrationInterface {
  name = '20261121T221337-create-audit_entry-1795299217882';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`audit_entry\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`at\` datetime(3) NOT NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`actor_name\` varchar(100) NOT NULL,
      \`role\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`organisation_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`action\` varchar(80) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`object_type\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`object_id\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`reason\` varchar(500) NULL,
      \`details\` json NULL,
      \`ip\` varchar(45) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`request_id\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`mac\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      INDEX \`ix_audit_action\` (\`action\`, \`at\`),
      INDEX \`ix_audit_account\` (\`account_id\`, \`at\`),
      INDEX \`ix_audit_object\` (\`object_type\`, \`object_id\`, \`at\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`audit_entry\``);
  }
}
