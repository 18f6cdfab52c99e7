import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCorrectionRequest1795320797529 implements MigrationInterface {
  name = '20261122T041317-create-correction_request-1795320797529';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`correction_request\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`state\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`open_of\` varchar(80) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`act_sealed\` longtext NOT NULL,
      \`fact_type\` varchar(24) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`statement\` varchar(500) NOT NULL,
      \`institution_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`county_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`employer_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`employer_opinion\` varchar(500) NULL,
      \`employer_at\` datetime(3) NULL,
      \`decided_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`decision\` varchar(500) NULL,
      \`decided_at\` datetime(3) NULL,
      \`created_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_correction_open\` (\`open_of\`),
      INDEX \`ix_correction_county\` (\`county_code\`, \`state\`),
      INDEX \`ix_correction_institution\` (\`institution_id\`, \`state\`),
      INDEX \`ix_correction_person\` (\`person_id\`, \`created_at\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`correction_request\``);
  }
}
