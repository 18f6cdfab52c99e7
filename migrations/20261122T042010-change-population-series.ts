import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangePopulationSeries1795321210625 implements MigrationInterface {
  name = '20261122T042010-change-population_series-1795321210625';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`ALTER TABLE \`population_series\` ADD \`name\` varchar(60) NULL`);
    await q.query(`ALTER TABLE \`population_series\` ADD \`name_en\` varchar(120) NULL`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`ALTER TABLE \`population_series\` DROP COLUMN \`name_en\``);
    await q.query(`ALTER TABLE \`population_series\` DROP COLUMN \`name\``);
  }
}
