import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLesson1795301935180 implements MigrationInterface {
  name = '20261121T225855-create-lesson-1795301935180';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`lesson\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`course_version_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`order_no\` int NOT NULL,
      \`code\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`kind\` varchar(8) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`title_zh\` varchar(160) NOT NULL,
      \`title_en\` varchar(200) NOT NULL,
      \`expected_minutes\` int NOT NULL,
      \`duration_ms\` int NULL,
      \`pages\` int NULL,
      \`file_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`file_name\` varchar(200) NOT NULL,
      \`file_mime\` varchar(100) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`file_bytes\` int NOT NULL,
      \`media\` json NOT NULL,
      \`completion\` json NOT NULL,
      UNIQUE INDEX \`uq_lesson_order\` (\`course_version_id\`, \`order_no\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`lesson\``);
  }
}
