import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCorrectionEvidence1795320798529 implements MigrationInterface {
  name = '20261122T041318-create-correction_evidence-1795320798529';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`correction_evidence\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`request_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`file_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`file_name\` varchar(200) NOT NULL,
      \`file_mime\` varchar(100) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      INDEX \`ix_evidence_request\` (\`request_id\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`correction_evidence\``);
  }
}
