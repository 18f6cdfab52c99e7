import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePopulationSeries1795299996595 implements MigrationInterface {
  name = '20261121T222636-create-population_series-1795299996595';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`population_series\` (\`code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`kind\` varchar(24) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      PRIMARY KEY (\`code\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`population_series\``);
  }
}
