import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWorkforceMembership1795300972984 implements MigrationInterface {
  name = '20261121T224252-create-workforce_membership-1795300972984';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`workforce_membership\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`rule_version\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`category\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`start_on\` date NOT NULL,
      \`end_on\` date NULL,
      \`bases\` varchar(120) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`registered\` tinyint NOT NULL,
      \`certified\` tinyint NOT NULL,
      \`licence_level\` int NULL,
      \`computed_at\` datetime(3) NOT NULL,
      INDEX \`ix_membership_region\` (\`region_code\`, \`rule_version\`, \`category\`),
      INDEX \`ix_membership_count\` (\`rule_version\`, \`category\`, \`start_on\`, \`end_on\`, \`region_code\`),
      UNIQUE INDEX \`uq_membership_start\` (\`person_id\`, \`rule_version\`, \`start_on\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`workforce_membership\``);
  }
}
