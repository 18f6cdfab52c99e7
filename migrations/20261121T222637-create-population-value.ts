import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePopulationValue1795299997595 implements MigrationInterface {
  name = '20261121T222637-create-population_value-1795299997595';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`population_value\` (\`series_code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`reference_date\` date NOT NULL,
      \`published_on\` date NOT NULL,
      \`persons\` int NOT NULL,
      \`rounded_to\` int NOT NULL,
      \`source\` varchar(300) NOT NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      INDEX \`ix_population_region\` (\`region_code\`, \`reference_date\`),
      PRIMARY KEY (\`series_code\`, \`region_code\`, \`reference_date\`, \`published_on\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`population_value\``);
  }
}
