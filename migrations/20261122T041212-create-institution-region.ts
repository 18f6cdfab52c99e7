import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInstitutionRegion1795320732594 implements MigrationInterface {
  name = '20261122T041212-create-institution_region-1795320732594';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`institution_region\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`institution_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`county_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`start_on\` date NOT NULL,
      \`end_on\` date NOT NULL,
      \`reason\` varchar(200) NOT NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      INDEX \`ix_institution_region_county\` (\`county_code\`),
      UNIQUE INDEX \`uq_institution_region\` (\`institution_id\`, \`end_on\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`institution_region\``);
  }
}
