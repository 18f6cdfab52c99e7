import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateExamSubmission1795302883245 implements MigrationInterface {
  name = '20261121T231443-create-exam_submission-1795302883245';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`exam_submission\` (\`attempt_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`handed_in_by\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`submitted_at\` datetime(3) NOT NULL,
      \`epoch\` int NOT NULL,
      \`expected_seq\` int NOT NULL,
      \`ack_seq\` int NOT NULL,
      \`incomplete\` tinyint NOT NULL DEFAULT '0',
      \`answers_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`answered_count\` int NOT NULL,
      \`mac\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      CONSTRAINT \`ck_submission_by\` CHECK (\`handed_in_by\` IN ('CANDIDATE', 'SYSTEM')),
      PRIMARY KEY (\`attempt_id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`exam_submission\``);
  }
}
