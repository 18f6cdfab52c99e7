import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInstitutionUnit1795320728592 implements MigrationInterface {
  name = '20261122T041208-create-institution_unit-1795320728592';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`institution_unit\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`institution_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`kind\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`name\` varchar(60) NOT NULL,
      \`beds\` int NULL,
      \`start_on\` date NOT NULL,
      \`end_on\` date NULL,
      \`end_reason\` varchar(200) NULL,
      \`open_name\` varchar(60) NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      \`end_recorded_at\` datetime(3) NULL,
      INDEX \`ix_unit_kind\` (\`kind\`, \`institution_id\`),
      UNIQUE INDEX \`uq_unit_open\` (\`institution_id\`, \`open_name\`),
      UNIQUE INDEX \`uq_unit_start\` (\`institution_id\`, \`name\`, \`start_on\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`institution_unit\``);
  }
}
