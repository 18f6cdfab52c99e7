import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAnswerEvent1795302881244 implements MigrationInterface {
  name = '20261121T231441-create-answer_event-1795302881244';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`answer_event\` (\`attempt_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`epoch\` int NOT NULL,
      \`seq\` int NOT NULL,
      \`question_id\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`value\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`at_mono_ms\` int NOT NULL,
      \`received_at\` datetime(3) NOT NULL,
      \`flag\` varchar(8) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      CONSTRAINT \`ck_answer_event\` CHECK (\`seq\` >= 1 AND \`flag\` IN ('COUNTED', 'LATE', 'EVIDENCE')),
      PRIMARY KEY (\`attempt_id\`, \`epoch\`, \`seq\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`answer_event\``);
  }
}
