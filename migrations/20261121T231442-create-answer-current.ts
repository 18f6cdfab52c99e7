import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAnswerCurrent1795302882244 implements MigrationInterface {
  name = '20261121T231442-create-answer_current-1795302882244';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`answer_current\` (\`attempt_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`question_id\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`value\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`epoch\` int NOT NULL,
      \`seq\` int NOT NULL,
      PRIMARY KEY (\`attempt_id\`, \`question_id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`answer_current\``);
  }
}
