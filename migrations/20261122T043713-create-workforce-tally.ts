import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWorkforceTally1795322233778 implements MigrationInterface {
  name = '20261122T043713-create-workforce_tally-1795322233778';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`workforce_tally\` (\`rule_version\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`category\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`registered\` int NOT NULL,
      \`certified\` int NOT NULL,
      \`heads\` int NOT NULL,
      \`as_of\` date NOT NULL,
      \`changed_at\` datetime(3) NOT NULL,
      PRIMARY KEY (\`rule_version\`, \`category\`, \`region_code\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`workforce_tally\``);
  }
}
