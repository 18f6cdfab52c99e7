import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateItem1795302889247 implements MigrationInterface {
  name = '20261121T231449-create-item-1795302889247';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`item\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`bank_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`type\` varchar(10) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`group_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`position\` int NULL,
      \`state\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      INDEX \`ix_item_group\` (\`group_id\`, \`position\`),
      UNIQUE INDEX \`uq_item_code\` (\`bank_id\`, \`code\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`item\``);
  }
}
