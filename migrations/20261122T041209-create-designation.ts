import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDesignation1795320729593 implements MigrationInterface {
  name = '20261122T041209-create-designation-1795320729593';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`designation\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`institution_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`unit_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`kind\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`level\` varchar(10) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`subject_key\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`document_no\` varchar(100) NULL,
      \`start_on\` date NOT NULL,
      \`end_on\` date NULL,
      \`end_reason\` varchar(200) NULL,
      \`open_key\` varchar(90) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      \`end_recorded_at\` datetime(3) NULL,
      INDEX \`ix_designation_kind\` (\`kind\`, \`region_code\`),
      UNIQUE INDEX \`uq_designation_open\` (\`open_key\`),
      UNIQUE INDEX \`uq_designation_start\` (\`institution_id\`, \`kind\`, \`subject_key\`, \`start_on\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`designation\``);
  }
}
