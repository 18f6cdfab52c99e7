import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotification1795302522837 implements MigrationInterface {
  name = '20261121T230842-create-notification-1795302522837';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`notification\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`code\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`fact\` varchar(90) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`params\` json NOT NULL,
      \`link\` varchar(200) NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      \`read_at\` datetime(3) NULL,
      INDEX \`ix_notification_fact\` (\`code\`, \`fact\`),
      INDEX \`ix_notification_account\` (\`account_id\`, \`read_at\`, \`created_at\`),
      UNIQUE INDEX \`uq_notification_fact\` (\`account_id\`, \`code\`, \`fact\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`notification\``);
  }
}
