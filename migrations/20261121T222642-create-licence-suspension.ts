import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLicenceSuspension1795300002600 implements MigrationInterface {
  name = '20261121T222642-create-licence_suspension-1795300002600';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`licence_suspension\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`licence_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`start_on\` date NOT NULL,
      \`end_on\` date NULL,
      \`reason\` varchar(300) NOT NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      \`end_recorded_at\` datetime(3) NULL,
      UNIQUE INDEX \`uq_suspension_start\` (\`licence_id\`, \`start_on\`),
      INDEX \`ix_suspension_person\` (\`person_id\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`licence_suspension\``);
  }
}
