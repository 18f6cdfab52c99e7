import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCertificateEvent1795302466864 implements MigrationInterface {
  name = '20261121T230746-create-certificate_event-1795302466864';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`certificate_event\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`certificate_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`seq\` int NOT NULL,
      \`event\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`from_state\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`to_state\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`effective_on\` date NULL,
      \`ground\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`reason\` varchar(1000) NULL,
      \`request_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`actor_name\` varchar(100) NOT NULL,
      \`role\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`rule_version\` varchar(140) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`at\` datetime(3) NOT NULL,
      \`mac\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      UNIQUE INDEX \`uq_certificate_event\` (\`certificate_id\`, \`seq\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`certificate_event\``);
  }
}
