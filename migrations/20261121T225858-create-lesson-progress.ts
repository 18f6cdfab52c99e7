import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLessonProgress1795301938181 implements MigrationInterface {
  name = '20261121T225858-create-lesson_progress-1795301938181';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`lesson_progress\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`progress_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`lesson_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`seen\` json NOT NULL,
      \`credited_ms\` int NOT NULL DEFAULT '0',
      \`furthest_ms\` int NOT NULL DEFAULT '0',
      \`read_ms\` int NOT NULL DEFAULT '0',
      \`pages_seen\` json NOT NULL,
      \`reached_end\` tinyint NOT NULL DEFAULT '0',
      \`resume_point\` int NOT NULL DEFAULT '0',
      \`percent\` int NOT NULL DEFAULT '0',
      \`suspect_count\` int NOT NULL DEFAULT '0',
      \`started_at\` datetime(3) NOT NULL,
      \`updated_at\` datetime(3) NOT NULL,
      \`completed_at\` datetime(3) NULL,
      UNIQUE INDEX \`uq_lesson_progress\` (\`progress_id\`, \`lesson_id\`),
      CONSTRAINT \`ck_lesson_progress_percent\` CHECK (\`percent\` BETWEEN 0 AND 100 AND (\`percent\` = 100) = (\`completed_at\` IS NOT NULL)),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`lesson_progress\``);
  }
}
