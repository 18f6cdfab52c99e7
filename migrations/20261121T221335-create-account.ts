import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccount1795299215400 implements MigrationInterface {
  name = '20261121T221335-create-account-1795299215400';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`account\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`login_name\` varchar(60) NOT NULL,
      \`phone_sealed\` varchar(512) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`phone_index\` char(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`name\` varchar(100) NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`password_hash\` varchar(200) NULL,
      \`password_changed_at\` datetime(3) NULL,
      \`must_change_password\` tinyint NOT NULL DEFAULT '0',
      \`totp_sealed\` varchar(512) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`totp_enabled_at\` datetime(3) NULL,
      \`totp_last_step\` bigint NULL,
      \`disabled_at\` datetime(3) NULL,
      \`origin\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_account_person\` (\`person_id\`),
      UNIQUE INDEX \`uq_account_phone\` (\`phone_index\`),
      UNIQUE INDEX \`uq_account_login\` (\`login_name\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`account\``);
  }
}
