import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePolicyPlan1795301097979 implements MigrationInterface {
  name = '20261121T224457-create-policy_plan-1795301097979';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`policy_plan\` (\`code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`province_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`title_zh\` varchar(300) NOT NULL,
      \`title_en\` varchar(300) NOT NULL,
      \`period_start\` date NOT NULL,
      \`period_end\` date NOT NULL,
      \`content_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`content\` json NOT NULL,
      \`imported_at\` datetime(3) NOT NULL,
      PRIMARY KEY (\`code\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`policy_plan\``);
  }
}
