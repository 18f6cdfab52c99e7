import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWorkforceTallyShadow1795322236779 implements MigrationInterface {
  name = '20261122T043716-create-workforce_tally_shadow-1795322236779';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`workforce_tally_shadow\` (\`rule_version\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`category\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`registered\` int NOT NULL,
      \`certified\` int NOT NULL,
      \`heads\` int NOT NULL,
      PRIMARY KEY (\`rule_version\`, \`category\`, \`region_code\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`workforce_tally_shadow\``);
  }
}
