import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePasswordHistory1795301548148 implements MigrationInterface {
  name = '20261121T225228-create-password_history-1795301548148';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`password_history\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`password_hash\` varchar(200) NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      INDEX \`ix_password_history_account\` (\`account_id\`, \`created_at\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`password_history\``);
  }
}
