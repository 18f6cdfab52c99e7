import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAttestation1795301342090 implements MigrationInterface {
  name = '20261121T224902-create-attestation-1795301342090';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`attestation\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`enrolment_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`requirement_code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`seq\` int NOT NULL,
      \`kind\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`value\` decimal(8,2) NOT NULL,
      \`on_day\` date NOT NULL,
      \`examiner_institution_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`file_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`file_name\` varchar(200) NULL,
      \`file_mime\` varchar(100) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`remark\` varchar(500) NULL,
      \`reason\` varchar(500) NULL,
      \`recorded_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`recorded_by_name\` varchar(100) NOT NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_attestation\` (\`enrolment_id\`, \`requirement_code\`, \`seq\`),
      CONSTRAINT \`ck_attestation\` CHECK (\`seq\` >= 1 AND \`value\` >= 0 AND \`kind\` IN ('RECORD', 'CORRECTION', 'RESIT')),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`attestation\``);
  }
}
