import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTask1795302521835 implements MigrationInterface {
  name = '20261121T230841-create-task-1795302521835';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`task\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`code\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`subject_type\` varchar(16) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`subject_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`slot\` varchar(60) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`occasion\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`addressee\` varchar(90) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`role\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`organisation_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`except_accounts\` json NULL,
      \`started_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`params\` json NOT NULL,
      \`link\` varchar(200) NOT NULL,
      \`due_on\` date NULL,
      \`opens_at\` datetime(3) NULL,
      \`ends_at\` datetime(3) NULL,
      \`waits_for\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`window_key\` varchar(60) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`window_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`overdue_at\` datetime(3) NULL,
      \`created_at\` datetime(3) NOT NULL,
      \`closed_at\` datetime(3) NULL,
      \`closed_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`outcome\` varchar(16) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      INDEX \`ix_task_ends\` (\`closed_at\`, \`ends_at\`),
      INDEX \`ix_task_due\` (\`closed_at\`, \`due_on\`),
      INDEX \`ix_task_window\` (\`window_id\`, \`closed_at\`),
      INDEX \`ix_task_window_key\` (\`window_key\`, \`closed_at\`),
      INDEX \`ix_task_started_by\` (\`started_by\`, \`closed_at\`),
      INDEX \`ix_task_closed_by\` (\`closed_by\`, \`closed_at\`),
      INDEX \`ix_task_addressee\` (\`addressee\`, \`closed_at\`, \`due_on\`),
      UNIQUE INDEX \`uq_task_turn\` (\`subject_id\`, \`code\`, \`slot\`, \`occasion\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`task\``);
  }
}
