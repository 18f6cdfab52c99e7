import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateExamExtraTime1795302896251 implements MigrationInterface {
  name = '20261121T231456-create-exam_extra_time-1795302896251';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`exam_extra_time\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`session_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`enrolment_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`minutes\` int NOT NULL,
      \`reason\` varchar(300) NOT NULL,
      \`granted_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`granted_at\` datetime(3) NOT NULL,
      INDEX \`ix_extra_time_candidate\` (\`session_id\`, \`enrolment_id\`),
      CONSTRAINT \`ck_extra_time_minutes\` CHECK (\`minutes\` >= 1),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`exam_extra_time\``);
  }
}
