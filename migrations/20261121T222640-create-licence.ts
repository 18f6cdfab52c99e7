import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLicence1795300000599 implements MigrationInterface {
  name = '20261121T222640-create-licence-1795300000599';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`licence\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`level\` int NOT NULL,
      \`category\` varchar(16) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`number_sealed\` varchar(512) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`number_index\` char(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`number_tail\` varchar(4) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`start_on\` date NOT NULL,
      \`end_on\` date NULL,
      \`end_reason\` varchar(200) NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      \`end_recorded_at\` datetime(3) NULL,
      UNIQUE INDEX \`uq_licence_start\` (\`person_id\`, \`level\`, \`category\`, \`start_on\`),
      UNIQUE INDEX \`uq_licence_number\` (\`number_index\`),
      INDEX \`ix_licence_person\` (\`person_id\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`licence\``);
  }
}
