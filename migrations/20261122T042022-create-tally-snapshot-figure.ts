import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTallySnapshotFigure1795321222539 implements MigrationInterface {
  name = '20261122T042022-create-tally_snapshot_figure-1795321222539';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`tally_snapshot_figure\` (\`snapshot_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`category\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`registered\` int NOT NULL,
      \`certified\` int NOT NULL,
      \`heads\` int NOT NULL,
      \`population\` int NULL,
      \`population_series\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`population_reference_date\` date NULL,
      \`population_published_on\` date NULL,
      PRIMARY KEY (\`snapshot_id\`, \`region_code\`, \`category\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`tally_snapshot_figure\``);
  }
}
