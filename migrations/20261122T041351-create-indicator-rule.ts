import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIndicatorRule1795320831151 implements MigrationInterface {
  name = '20261122T041351-create-indicator_rule-1795320831151';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`indicator_rule\` (\`version\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`effective_from\` date NOT NULL,
      \`content\` json NOT NULL,
      \`loaded_at\` datetime(3) NOT NULL,
      PRIMARY KEY (\`version\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`indicator_rule\``);
  }
}
