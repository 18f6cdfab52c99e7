import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWorkforceTallyRoll1795322235779 implements MigrationInterface {
  name = '20261122T043715-create-workforce_tally_roll-1795322235779';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`workforce_tally_roll\` (\`rule_version\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`as_of\` date NOT NULL,
      \`rolled_at\` datetime(3) NOT NULL,
      PRIMARY KEY (\`rule_version\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`workforce_tally_roll\``);
  }
}
