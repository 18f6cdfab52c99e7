import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSubgoalValue1795321077850 implements MigrationInterface {
  name = '20261122T041757-create-subgoal_value-1795321077850';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`subgoal_value\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`task_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`year\` int NOT NULL,
      \`goal\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`result\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`result_note\` varchar(300) NULL,
      UNIQUE INDEX \`uq_subgoal_value\` (\`task_id\`, \`year\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`subgoal_value\``);
  }
}
