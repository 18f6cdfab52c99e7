import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTallySnapshot1795321221538 implements MigrationInterface {
  name = '20261122T042021-create-tally_snapshot-1795321221538';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`tally_snapshot\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`as_of\` date NOT NULL,
      \`known_at\` datetime(3) NOT NULL,
      \`title\` varchar(200) NOT NULL,
      \`rule_version\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`rule\` json NOT NULL,
      \`population_policy_version\` varchar(80) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`members\` int NOT NULL,
      \`hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`taken_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`taken_by_name\` varchar(100) NOT NULL,
      \`taken_at\` datetime(3) NOT NULL,
      INDEX \`ix_snapshot_region\` (\`region_code\`, \`taken_at\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`tally_snapshot\``);
  }
}
