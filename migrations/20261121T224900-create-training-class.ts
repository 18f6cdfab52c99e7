import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTrainingClass1795301340089 implements MigrationInterface {
  name = '20261121T224900-create-training_class-1795301340089';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`training_class\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`title\` varchar(120) NOT NULL,
      \`base_institution_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`accreditation_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`programme_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`programme_version_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`training_type\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`specialty\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`intake_year\` int NOT NULL,
      \`starts_on\` date NOT NULL,
      \`last_on\` date NOT NULL,
      \`capacity\` int NOT NULL,
      \`enrol_opens_on\` date NOT NULL,
      \`enrol_last_on\` date NOT NULL,
      \`state\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`taken_over\` tinyint NOT NULL,
      \`note\` varchar(1000) NULL,
      \`rule_version\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`opened_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      INDEX \`ix_class_programme\` (\`programme_id\`, \`state\`),
      INDEX \`ix_class_state\` (\`state\`, \`enrol_last_on\`),
      INDEX \`ix_class_base\` (\`base_institution_id\`, \`training_type\`, \`intake_year\`),
      UNIQUE INDEX \`uq_class_code\` (\`code\`),
      CONSTRAINT \`ck_class_days\` CHECK (\`starts_on\` <= \`last_on\` AND \`enrol_opens_on\` <= \`enrol_last_on\`),
      CONSTRAINT \`ck_class_capacity\` CHECK (\`capacity\` >= 1),
      CONSTRAINT \`ck_class_state\` CHECK (\`state\` IN ('OPEN', 'CLOSED', 'RUNNING', 'FINISHED')),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`training_class\``);
  }
}
