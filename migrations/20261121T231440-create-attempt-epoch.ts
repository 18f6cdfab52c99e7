import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAttemptEpoch1795302880243 implements MigrationInterface {
  name = '20261121T231440-create-attempt_epoch-1795302880243';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`attempt_epoch\` (\`attempt_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`epoch\` int NOT NULL,
      \`device\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`user_agent\` varchar(300) NULL,
      \`opened_at\` datetime(3) NOT NULL,
      \`ack_seq\` int NOT NULL DEFAULT '0',
      \`max_seq\` int NOT NULL DEFAULT '0',
      \`uncounted\` int NOT NULL DEFAULT '0',
      \`last_seen_at\` datetime(3) NOT NULL,
      CONSTRAINT \`ck_epoch_seq\` CHECK (0 <= \`ack_seq\` AND \`ack_seq\` <= \`max_seq\` AND 0 <= \`uncounted\`),
      PRIMARY KEY (\`attempt_id\`, \`epoch\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`attempt_epoch\``);
  }
}
