import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateItemGroup1795302887246 implements MigrationInterface {
  name = '20261121T231447-create-item_group-1795302887246';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`item_group\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`bank_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`type\` varchar(10) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_item_group_code\` (\`bank_id\`, \`code\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`item_group\``);
  }
}
