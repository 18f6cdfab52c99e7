import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEducationRecord1795320791527 implements MigrationInterface {
  name = '20261122T041311-create-education_record-1795320791527';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`education_record\` (\`live\` tinyint NULL DEFAULT '1',
      \`voided_at\` datetime(3) NULL,
      \`voided_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`void_reason\` varchar(300) NULL,
      \`replaced_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`level\` varchar(16) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`school\` varchar(120) NOT NULL,
      \`major\` varchar(80) NOT NULL,
      \`graduated_on\` date NOT NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_education\` (\`person_id\`, \`level\`, \`school\`, \`live\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`education_record\``);
  }
}
