import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCourseProgress1795301937181 implements MigrationInterface {
  name = '20261121T225857-create-course_progress-1795301937181';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`course_progress\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`enrolment_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`course_code\` varchar(60) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`course_version_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`class_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`base_institution_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`state\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`open\` tinyint NOT NULL DEFAULT '1',
      \`created_at\` datetime(3) NOT NULL,
      \`started_at\` datetime(3) NULL,
      \`last_active_at\` datetime(3) NULL,
      \`completed_at\` datetime(3) NULL,
      INDEX \`ix_course_progress_person\` (\`person_id\`),
      INDEX \`ix_course_progress_class\` (\`class_id\`, \`course_code\`),
      UNIQUE INDEX \`uq_course_progress\` (\`enrolment_id\`, \`course_code\`),
      CONSTRAINT \`ck_course_progress_started\` CHECK ((\`state\` = 'ASSIGNED') = (\`started_at\` IS NULL) AND (\`state\` = 'ASSIGNED') = (\`course_version_id\` IS NULL)),
      CONSTRAINT \`ck_course_progress_completed\` CHECK ((\`state\` = 'COMPLETED') = (\`completed_at\` IS NOT NULL)),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`course_progress\``);
  }
}
