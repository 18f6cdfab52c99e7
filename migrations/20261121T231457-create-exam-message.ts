import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateExamMessage1795302897251 implements MigrationInterface {
  name = '20261121T231457-create-exam_message-1795302897251';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`exam_message\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`session_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`attempt_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`body\` varchar(500) NOT NULL,
      \`sent_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`sent_by_name\` varchar(100) NOT NULL,
      \`sent_at\` datetime(3) NOT NULL,
      INDEX \`ix_exam_message\` (\`session_id\`, \`sent_at\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`exam_message\``);
  }
}
