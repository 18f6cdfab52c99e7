import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIssueOrder1795302472868 implements MigrationInterface {
  name = '20261121T230752-create-issue_order-1795302472868';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`issue_order\` (\`job_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`signed_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`signed_by_name\` varchar(100) NOT NULL,
      \`signed_as\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`signed_at\` datetime(3) NOT NULL,
      \`count\` int NOT NULL,
      \`finished_at\` datetime(3) NULL,
      PRIMARY KEY (\`job_id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`issue_order\``);
  }
}
