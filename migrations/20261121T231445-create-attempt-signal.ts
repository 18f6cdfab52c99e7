import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAttemptSignal1795302885245 implements MigrationInterface {
  name = '20261121T231445-create-attempt_signal-1795302885245';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`attempt_signal\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`attempt_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`epoch\` int NOT NULL,
      \`kind\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`at\` datetime(3) NOT NULL,
      \`seconds\` int NULL,
      INDEX \`ix_attempt_signal\` (\`attempt_id\`, \`at\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`attempt_signal\``);
  }
}
