import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWorkforceTallyMark1795322234779 implements MigrationInterface {
  name = '20261122T043714-create-workforce_tally_mark-1795322234779';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`workforce_tally_mark\` (\`rule_version\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`category\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`marked_at\` datetime(3) NOT NULL,
      PRIMARY KEY (\`rule_version\`, \`category\`, \`region_code\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`workforce_tally_mark\``);
  }
}
