import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReportRule1795321078851 implements MigrationInterface {
  name = '20261122T041758-create-report_rule-1795321078851';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`report_rule\` (\`version\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`effective_from\` date NOT NULL,
      \`content\` json NOT NULL,
      \`loaded_at\` datetime(3) NOT NULL,
      PRIMARY KEY (\`version\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`report_rule\``);
  }
}
