import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProfessionalTitle1795300004600 implements MigrationInterface {
  name = '20261121T222644-create-professional_title-1795300004600';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`professional_title\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`title\` varchar(60) NOT NULL,
      \`rank\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`qualified_on\` date NOT NULL,
      \`appointed_on\` date NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_title\` (\`person_id\`, \`title\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`professional_title\``);
  }
}
