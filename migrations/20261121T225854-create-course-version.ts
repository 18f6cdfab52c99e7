import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCourseVersion1795301934179 implements MigrationInterface {
  name = '20261121T225854-create-course_version-1795301934179';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`course_version\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`course_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`version\` int NOT NULL,
      \`status\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`title_zh\` varchar(160) NOT NULL,
      \`title_en\` varchar(200) NOT NULL,
      \`summary\` json NOT NULL,
      \`hours\` decimal(6,1) NOT NULL,
      \`hour_minutes\` int NOT NULL,
      \`sequence\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`sources\` json NOT NULL,
      \`source\` varchar(500) NOT NULL,
      \`content_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`published_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_course_version\` (\`course_id\`, \`version\`),
      CONSTRAINT \`ck_course_version\` CHECK (\`version\` >= 1 AND \`status\` IN ('DRAFT', 'PUBLISHED')),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`course_version\``);
  }
}
