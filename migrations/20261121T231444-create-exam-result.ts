import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateExamResult1795302884245 implements MigrationInterface {
  name = '20261121T231444-create-exam_result-1795302884245';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`exam_result\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`attempt_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`paper_version_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`score\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`max_score\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`percent\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`pass_percent\` int NOT NULL,
      \`passed\` tinyint NOT NULL,
      \`items\` longtext NOT NULL,
      \`areas\` json NOT NULL,
      \`key_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`answers_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`mac\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`graded_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_exam_result\` (\`attempt_id\`, \`paper_version_id\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`exam_result\``);
  }
}
