import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTaskSubject1795302523837 implements MigrationInterface {
  name = '20261121T230843-create-task_subject-1795302523837';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`task_subject\` (\`subject_key\` varchar(80) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`version\` int NOT NULL,
      PRIMARY KEY (\`subject_key\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`task_subject\``);
  }
}
