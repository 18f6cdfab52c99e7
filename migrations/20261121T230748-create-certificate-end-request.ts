import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCertificateEndRequest1795302468864 implements MigrationInterface {
  name = '20261121T230748-create-certificate_end_request-1795302468864';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`certificate_end_request\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`certificate_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`open_of\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`action\` varchar(8) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`ground\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`reason\` varchar(1000) NOT NULL,
      \`effective_on\` date NOT NULL,
      \`holder_notified_on\` date NULL,
      \`holder_answer\` varchar(1000) NULL,
      \`state\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`requested_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`requested_by_person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`requested_by_name\` varchar(100) NOT NULL,
      \`requested_as\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`requested_at\` datetime(3) NOT NULL,
      \`decided_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`decided_by_name\` varchar(100) NULL,
      \`decided_at\` datetime(3) NULL,
      \`opinion\` varchar(1000) NULL,
      INDEX \`ix_end_request_certificate\` (\`certificate_id\`, \`requested_at\`),
      UNIQUE INDEX \`uq_end_request_open\` (\`open_of\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`certificate_end_request\``);
  }
}
