import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateExamSession1795302895250 implements MigrationInterface {
  name = '20261121T231455-create-exam_session-1795302895250';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`exam_session\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`paper_version_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`paper_code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`province_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`title\` varchar(160) NOT NULL,
      \`opens_at\` datetime(3) NOT NULL,
      \`closes_at\` datetime(3) NOT NULL,
      \`duration_minutes\` int NOT NULL,
      \`late_limit_minutes\` int NULL,
      \`grace_seconds\` int NOT NULL,
      \`max_attempts\` int NOT NULL,
      \`pass_percent\` int NOT NULL,
      \`late_upload_hours\` int NOT NULL,
      \`rule_sources\` json NOT NULL,
      \`state\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`created_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      INDEX \`ix_exam_session_province\` (\`province_code\`, \`opens_at\`),
      INDEX \`ix_exam_session_paper\` (\`paper_code\`, \`province_code\`, \`closes_at\`),
      CONSTRAINT \`ck_session_window\` CHECK (\`opens_at\` < \`closes_at\`),
      CONSTRAINT \`ck_session_rules\` CHECK (\`duration_minutes\` >= 1 AND \`max_attempts\` >= 1 AND \`pass_percent\` BETWEEN 0 AND 100 AND \`grace_seconds\` >= 0),
      CONSTRAINT \`ck_session_state\` CHECK (\`state\` IN ('SCHEDULED', 'CANCELLED')),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`exam_session\``);
  }
}
