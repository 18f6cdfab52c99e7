import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccessLog1795300008601 implements MigrationInterface {
  name = '20261121T222648-create-access_log-1795300008601';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`access_log\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`at\` datetime(3) NOT NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`actor_name\` varchar(100) NOT NULL,
      \`role\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`organisation_name\` varchar(200) NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`act\` varchar(16) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`purpose\` varchar(200) NOT NULL,
      \`request_id\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      INDEX \`ix_access_account\` (\`account_id\`, \`at\`),
      INDEX \`ix_access_person\` (\`person_id\`, \`at\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`access_log\``);
  }
}
