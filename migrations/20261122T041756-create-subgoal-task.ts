import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSubgoalTask1795321076850 implements MigrationInterface {
  name = '20261122T041756-create-subgoal_task-1795321076850';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`subgoal_task\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`plan_code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`task_key\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`label\` varchar(200) NOT NULL,
      \`unit\` varchar(30) NOT NULL,
      \`updated_by_name\` varchar(100) NOT NULL,
      \`updated_at\` datetime(3) NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_subgoal_task\` (\`plan_code\`, \`region_code\`, \`task_key\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`subgoal_task\``);
  }
}
