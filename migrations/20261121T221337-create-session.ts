import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSession1795299217403 implements MigrationInterface {
  name = '20261121T221337-create-session-1795299217403';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`session\` (\`token_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`public_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`grant_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`created_at\` datetime(3) NOT NULL,
      \`last_seen_at\` datetime(3) NOT NULL,
      \`expires_at\` datetime(3) NOT NULL,
      \`ended_at\` datetime(3) NULL,
      \`level\` varchar(10) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`ip\` varchar(45) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`user_agent\` varchar(300) NULL,
      INDEX \`ix_session_account\` (\`account_id\`, \`ended_at\`),
      PRIMARY KEY (\`token_hash\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`session\``);
  }
}
