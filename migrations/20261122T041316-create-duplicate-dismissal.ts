import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDuplicateDismissal1795320796529 implements MigrationInterface {
  name = '20261122T041316-create-duplicate_dismissal-1795320796529';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`duplicate_dismissal\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_a\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_b\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`reason\` varchar(300) NOT NULL,
      \`dismissed_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`dismissed_by_name\` varchar(100) NOT NULL,
      \`dismissed_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_dismissal\` (\`person_a\`, \`person_b\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`duplicate_dismissal\``);
  }
}
