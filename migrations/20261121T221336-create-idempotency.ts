import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIdempotency1795299216881 implements MigrationInterface {
  name = '20261121T221336-create-idempotency-1795299216881';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`idempotency\` (\`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`request_key\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`action\` varchar(80) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`request_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`response\` longtext NULL,
      \`created_at\` datetime(3) NOT NULL,
      INDEX \`ix_idempotency_age\` (\`created_at\`),
      PRIMARY KEY (\`account_id\`, \`request_key\`, \`action\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`idempotency\``);
  }
}
