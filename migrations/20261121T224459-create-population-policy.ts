import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePopulationPolicy1795301099981 implements MigrationInterface {
  name = '20261121T224459-create-population_policy-1795301099981';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`population_policy\` (\`version\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`effective_from\` date NOT NULL,
      \`summary_zh\` varchar(1000) NOT NULL,
      \`summary_en\` varchar(1000) NOT NULL,
      \`source\` varchar(500) NOT NULL,
      \`definition\` json NOT NULL,
      PRIMARY KEY (\`version\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`population_policy\``);
  }
}
