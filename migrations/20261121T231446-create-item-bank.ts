import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateItemBank1795302886246 implements MigrationInterface {
  name = '20261121T231446-create-item_bank-1795302886246';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`item_bank\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`name_zh\` varchar(120) NOT NULL,
      \`name_en\` varchar(120) NOT NULL,
      \`language\` varchar(10) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`outline\` json NOT NULL,
      \`source\` varchar(300) NOT NULL,
      \`review_status\` varchar(120) NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_item_bank_code\` (\`code\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`item_bank\``);
  }
}
