import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlanTarget1795302164728 implements MigrationInterface {
  name = '20261121T230244-create-plan_target-1795302164728';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`plan_target\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`plan_code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`target_key\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`indicator_code\` varchar(80) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`label_zh\` varchar(300) NOT NULL,
      \`label_en\` varchar(300) NOT NULL,
      \`op\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`value\` decimal(14,4) NULL,
      \`unit\` varchar(30) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`due_on\` date NOT NULL,
      \`clause\` varchar(60) NOT NULL,
      \`quote\` varchar(500) NOT NULL,
      \`tally_category\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`definition\` json NOT NULL,
      UNIQUE INDEX \`uq_plan_target\` (\`plan_code\`, \`target_key\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`plan_target\``);
  }
}
