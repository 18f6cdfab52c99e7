import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateItemGroupVersion1795302888247 implements MigrationInterface {
  name = '20261121T231448-create-item_group_version-1795302888247';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`item_group_version\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`group_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`version\` int NOT NULL,
      \`stem\` longtext NULL,
      \`shared_options\` json NULL,
      \`content_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_item_group_version\` (\`group_id\`, \`version\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`item_group_version\``);
  }
}
