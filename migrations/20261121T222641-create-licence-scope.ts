import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLicenceScope1795300001599 implements MigrationInterface {
  name = '20261121T222641-create-licence_scope-1795300001599';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`licence_scope\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`licence_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`scope\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`start_on\` date NOT NULL,
      \`end_on\` date NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      \`end_recorded_at\` datetime(3) NULL,
      UNIQUE INDEX \`uq_scope_start\` (\`licence_id\`, \`scope\`, \`start_on\`),
      INDEX \`ix_scope_person\` (\`person_id\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`licence_scope\``);
  }
}
