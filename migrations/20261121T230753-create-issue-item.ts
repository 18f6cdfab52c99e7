import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIssueItem1795302473868 implements MigrationInterface {
  name = '20261121T230753-create-issue_item-1795302473868';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`issue_item\` (\`job_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`enrolment_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_name\` varchar(60) NOT NULL,
      \`state\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`certificate_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`reasons\` json NULL,
      \`done_at\` datetime(3) NULL,
      INDEX \`ix_issue_item_state\` (\`job_id\`, \`state\`),
      PRIMARY KEY (\`job_id\`, \`enrolment_id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`issue_item\``);
  }
}
