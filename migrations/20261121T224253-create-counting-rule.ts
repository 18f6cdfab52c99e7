import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCountingRule1795300973985 implements MigrationInterface {
  name = '20261121T224253-create-counting_rule-1795300973985';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`counting_rule\` (\`version\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`effective_from\` date NOT NULL,
      \`name_zh\` varchar(200) NOT NULL,
      \`name_en\` varchar(200) NOT NULL,
      \`summary_zh\` varchar(1000) NOT NULL,
      \`summary_en\` varchar(1000) NOT NULL,
      \`source\` varchar(500) NOT NULL,
      \`definition\` json NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      PRIMARY KEY (\`version\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`counting_rule\``);
  }
}
