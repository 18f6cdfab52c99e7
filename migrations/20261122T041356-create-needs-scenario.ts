import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNeedsScenario1795320836154 implements MigrationInterface {
  name = '20261122T041356-create-needs_scenario-1795320836154';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`needs_scenario\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`category\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`name\` varchar(80) NOT NULL,
      \`query\` json NOT NULL,
      \`outcome\` json NOT NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`saved_by\` varchar(100) NOT NULL,
      \`saved_at\` datetime(3) NOT NULL,
      \`removed_at\` datetime(3) NULL,
      INDEX \`ix_scenario_region\` (\`region_code\`, \`category\`, \`saved_at\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`needs_scenario\``);
  }
}
