import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateExamAttempt1795302879241 implements MigrationInterface {
  name = '20261121T231439-create-exam_attempt-1795302879241';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`exam_attempt\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`session_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`enrolment_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`paper_code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`paper_version_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`number\` int NOT NULL,
      \`ordinal\` int NOT NULL,
      \`state\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`open_slot\` int NULL,
      \`seed\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`epoch\` int NOT NULL,
      \`started_at\` datetime(3) NOT NULL,
      \`deadline\` datetime(3) NOT NULL,
      \`grace_seconds\` int NOT NULL,
      \`closes_at\` datetime(3) NOT NULL,
      \`upload_until\` datetime(3) NOT NULL,
      \`extra_minutes\` int NOT NULL,
      \`submitted_at\` datetime(3) NULL,
      INDEX \`ix_attempt_person\` (\`person_id\`, \`started_at\`),
      INDEX \`ix_attempt_session\` (\`session_id\`, \`started_at\`),
      INDEX \`ix_attempt_due\` (\`state\`, \`closes_at\`),
      UNIQUE INDEX \`uq_attempt_open\` (\`enrolment_id\`, \`session_id\`, \`open_slot\`),
      UNIQUE INDEX \`uq_attempt_ordinal\` (\`enrolment_id\`, \`paper_code\`, \`ordinal\`),
      UNIQUE INDEX \`uq_attempt_number\` (\`enrolment_id\`, \`session_id\`, \`number\`),
      CONSTRAINT \`ck_attempt_state\` CHECK (\`state\` IN ('STARTED', 'SUBMITTED', 'MARKED', 'VOID')),
      CONSTRAINT \`ck_attempt_open\` CHECK ((\`open_slot\` <=> 1) = (\`state\` = 'STARTED')),
      CONSTRAINT \`ck_attempt_times\` CHECK (\`started_at\` <= \`deadline\` AND \`deadline\` <= \`closes_at\` AND \`closes_at\` <= \`upload_until\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`exam_attempt\``);
  }
}
