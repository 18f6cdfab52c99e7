import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePersonDeath1795320794528 implements MigrationInterface {
  name = '20261122T041314-create-person_death-1795320794528';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`person_death\` (\`live\` tinyint NULL DEFAULT '1',
      \`voided_at\` datetime(3) NULL,
      \`voided_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`void_reason\` varchar(300) NULL,
      \`replaced_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`died_on\` date NOT NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_death\` (\`person_id\`, \`live\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`person_death\``);
  }
}
