import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEnrolment1795301341089 implements MigrationInterface {
  name = '20261121T224901-create-enrolment-1795301341089';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`enrolment\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`class_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`base_institution_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`employer_institution_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`training_type\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`intake_year\` int NOT NULL,
      \`state\` varchar(24) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`long_programme_of\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`rule_version\` varchar(80) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`eligibility\` json NOT NULL,
      \`statement\` varchar(500) NULL,
      \`applied_at\` datetime(3) NOT NULL,
      \`confirmed_at\` datetime(3) NULL,
      \`confirmed_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`admitted_at\` datetime(3) NULL,
      \`started_at\` datetime(3) NULL,
      \`ended_at\` datetime(3) NULL,
      \`reason\` varchar(500) NULL,
      INDEX \`ix_enrolment_employer\` (\`employer_institution_id\`, \`state\`),
      INDEX \`ix_enrolment_class\` (\`class_id\`, \`state\`),
      INDEX \`ix_enrolment_capacity\` (\`base_institution_id\`, \`training_type\`, \`intake_year\`, \`state\`),
      UNIQUE INDEX \`uq_enrolment_long_programme\` (\`long_programme_of\`),
      UNIQUE INDEX \`uq_enrolment_person_class\` (\`person_id\`, \`class_id\`),
      CONSTRAINT \`ck_enrolment_state\` CHECK (\`state\` IN ('APPLIED', 'INSTITUTION_CONFIRMED', 'WAITLISTED', 'ADMITTED', 'ACTIVE', 'COMPLETED', 'FAILED', 'RETURNED', 'REFUSED', 'WITHDRAWN')),
      CONSTRAINT \`ck_enrolment_slot\` CHECK (\`long_programme_of\` IS NULL OR \`state\` IN ('ADMITTED', 'ACTIVE')),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`enrolment\``);
  }
}
