import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCourse1795301933175 implements MigrationInterface {
  name = '20261121T225853-create-course-1795301933175';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`course\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`code\` varchar(60) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`current_version_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`created_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_course_code\` (\`code\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`course\``);
  }
}
