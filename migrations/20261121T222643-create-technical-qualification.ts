import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTechnicalQualification1795300003600 implements MigrationInterface {
  name = '20261121T222643-create-technical_qualification-1795300003600';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`technical_qualification\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`subject\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`rank\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`obtained_on\` date NOT NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_qualification\` (\`person_id\`, \`subject\`, \`rank\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`technical_qualification\``);
  }
}
