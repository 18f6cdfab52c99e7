import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateItemKey1795302891248 implements MigrationInterface {
  name = '20261121T231451-create-item_key-1795302891248';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`item_key\` (\`item_version_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`answer_key\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`partial\` tinyint NOT NULL DEFAULT '0',
      \`rationale\` longtext NULL,
      PRIMARY KEY (\`item_version_id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`item_key\``);
  }
}
