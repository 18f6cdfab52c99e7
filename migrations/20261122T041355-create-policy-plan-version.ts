import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePolicyPlanVersion1795320835154 implements MigrationInterface {
  name = '20261122T041355-create-policy_plan_version-1795320835154';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`policy_plan_version\` (\`plan_code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`version\` int NOT NULL,
      \`content_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`content\` json NOT NULL,
      \`reason\` varchar(500) NOT NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`imported_by\` varchar(100) NOT NULL,
      \`imported_at\` datetime(3) NOT NULL,
      PRIMARY KEY (\`plan_code\`, \`version\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`policy_plan_version\``);
  }
}
