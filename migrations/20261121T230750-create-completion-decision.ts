import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCompletionDecision1795302470867 implements MigrationInterface {
  name = '20261121T230750-create-completion_decision-1795302470867';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`completion_decision\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`enrolment_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`seq\` int NOT NULL,
      \`current_of\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`province_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`base_institution_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`employer_institution_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`class_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`class_title\` varchar(120) NOT NULL,
      \`programme_title_zh\` varchar(120) NOT NULL,
      \`programme_title_en\` varchar(160) NOT NULL,
      \`certificate_kind\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`eligible\` tinyint NOT NULL,
      \`checks\` json NOT NULL,
      \`missing\` json NOT NULL,
      \`rule_version\` varchar(140) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`decision_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`decided_on\` date NOT NULL,
      \`decided_at\` datetime(3) NOT NULL,
      INDEX \`ix_decision_person\` (\`person_id\`),
      INDEX \`ix_decision_eligible\` (\`province_code\`, \`eligible\`, \`current_of\`),
      UNIQUE INDEX \`uq_decision_current\` (\`current_of\`),
      UNIQUE INDEX \`uq_decision_seq\` (\`enrolment_id\`, \`seq\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`completion_decision\``);
  }
}
