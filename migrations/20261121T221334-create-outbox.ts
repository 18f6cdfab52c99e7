import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutbox1795299214881 implements MigrationInterface {
  name = '20261121T221334-create-outbox-1795299214881';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`outbox\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`name\` varchar(80) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`payload\` json NOT NULL,
      \`actor_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`request_id\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      \`available_at\` datetime(3) NOT NULL,
      \`handed_at\` datetime(3) NULL,
      \`lease_owner\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`lease_until\` datetime(3) NULL,
      \`attempts\` int NOT NULL DEFAULT '0',
      \`parked_at\` datetime(3) NULL,
      \`error\` varchar(500) NULL,
      INDEX \`ix_outbox_open\` (\`handed_at\`, \`available_at\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`outbox\``);
  }
}
