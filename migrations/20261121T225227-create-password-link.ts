import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePasswordLink1795301547147 implements MigrationInterface {
  name = '20261121T225227-create-password_link-1795301547147';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`password_link\` (\`token_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`started_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      \`expires_at\` datetime(3) NOT NULL,
      \`used_at\` datetime(3) NULL,
      \`ended_at\` datetime(3) NULL,
      INDEX \`ix_password_link_account\` (\`account_id\`, \`created_at\`),
      PRIMARY KEY (\`token_hash\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`password_link\``);
  }
}
