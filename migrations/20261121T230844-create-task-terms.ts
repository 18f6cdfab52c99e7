import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTaskTerms1795302524837 implements MigrationInterface {
  name = '20261121T230844-create-task_terms-1795302524837';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`task_terms\` (\`version\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`effective_from\` date NOT NULL,
      \`content\` json NOT NULL,
      \`loaded_at\` datetime(3) NOT NULL,
      PRIMARY KEY (\`version\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`task_terms\``);
  }
}
