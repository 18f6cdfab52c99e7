import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePracticeSite1795300006601 implements MigrationInterface {
  name = '20261121T222646-create-practice_site-1795300006601';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`practice_site\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`institution_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`role\` varchar(8) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`department\` varchar(60) NULL,
      \`post\` varchar(16) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`start_on\` date NOT NULL,
      \`end_on\` date NULL,
      \`end_reason\` varchar(200) NULL,
      \`open_main_of\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      \`end_recorded_at\` datetime(3) NULL,
      UNIQUE INDEX \`uq_site_open_main\` (\`open_main_of\`),
      UNIQUE INDEX \`uq_site_start\` (\`person_id\`, \`institution_id\`, \`role\`, \`start_on\`),
      INDEX \`ix_site_institution\` (\`institution_id\`, \`role\`, \`end_on\`),
      INDEX \`ix_site_person\` (\`person_id\`, \`start_on\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`practice_site\``);
  }
}
