import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReportSubmission1795321075850 implements MigrationInterface {
  name = '20261122T041755-create-report_submission-1795321075850';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`report_submission\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`duty_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`seq\` int NOT NULL,
      \`submitted_at\` datetime(3) NOT NULL,
      \`complete\` tinyint NOT NULL,
      \`recorded_afterwards\` tinyint NOT NULL,
      \`submitted_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`submitted_by_name\` varchar(100) NOT NULL,
      \`signed_by_name\` varchar(100) NULL,
      \`content\` json NOT NULL,
      \`content_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_report_submission\` (\`duty_id\`, \`seq\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`report_submission\``);
  }
}
