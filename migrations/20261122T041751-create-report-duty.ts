import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReportDuty1795321071848 implements MigrationInterface {
  name = '20261122T041751-create-report_duty-1795321071848';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`report_duty\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`obligation_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`year\` int NOT NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`opens_on\` date NOT NULL,
      \`due_on\` date NOT NULL,
      \`state\` varchar(16) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`version\` int NOT NULL,
      \`retrospective\` tinyint NOT NULL,
      \`drafted_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`drafted_by_name\` varchar(100) NULL,
      \`signed_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`signed_by_name\` varchar(100) NULL,
      \`signed_at\` datetime(3) NULL,
      \`figures\` json NULL,
      \`first_complete_at\` datetime(3) NULL,
      \`returned_at\` datetime(3) NULL,
      \`return_opinion\` varchar(2000) NULL,
      \`resubmit_due_on\` date NULL,
      \`accepted_at\` datetime(3) NULL,
      \`recorded_afterwards\` tinyint NOT NULL,
      \`clock_mark\` int NULL,
      \`reminders\` int NOT NULL,
      \`reminded_at\` datetime(3) NULL,
      \`rule_version\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      INDEX \`ix_report_duty_clock\` (\`state\`, \`due_on\`),
      INDEX \`ix_report_duty_region\` (\`region_code\`, \`due_on\`),
      UNIQUE INDEX \`uq_report_duty\` (\`obligation_id\`, \`year\`, \`region_code\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`report_duty\``);
  }
}
