import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutboxDelivery1795299215881 implements MigrationInterface {
  name = '20261121T221335-create-outbox_delivery-1795299215881';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`outbox_delivery\` (\`outbox_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`handler\` varchar(80) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`state\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`attempts\` int NOT NULL DEFAULT '0',
      \`error\` varchar(1000) NULL,
      \`created_at\` datetime(3) NOT NULL,
      \`updated_at\` datetime(3) NOT NULL,
      INDEX \`ix_delivery_state\` (\`state\`, \`updated_at\`),
      PRIMARY KEY (\`outbox_id\`, \`handler\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`outbox_delivery\``);
  }
}
