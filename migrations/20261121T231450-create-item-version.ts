import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateItemVersion1795302890248 implements MigrationInterface {
  name = '20261121T231450-create-item_version-1795302890248';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`item_version\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`item_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`version\` int NOT NULL,
      \`stem\` longtext NOT NULL,
      \`options\` json NULL,
      \`outline\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`level\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`subspecialty\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`difficulty\` int NULL,
      \`content_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_item_version\` (\`item_id\`, \`version\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`item_version\``);
  }
}
