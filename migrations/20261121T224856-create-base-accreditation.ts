import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateBaseAccreditation1795301336283 implements MigrationInterface {
  name = '20261121T224856-create-base_accreditation-1795301336283';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`base_accreditation\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`institution_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`training_type\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`designation_kind\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`specialties\` json NOT NULL,
      \`capacity_per_year\` int NOT NULL,
      \`plaque_number\` varchar(60) NOT NULL,
      \`valid_from\` date NOT NULL,
      \`end_on\` date NOT NULL,
      \`state\` varchar(16) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`state_since\` date NOT NULL,
      \`live\` tinyint NULL,
      \`decision_number\` varchar(200) NOT NULL,
      \`decision_text\` longtext NOT NULL,
      \`opinion\` varchar(1000) NULL,
      \`evidence\` json NOT NULL,
      \`rule_version\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`granted_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      INDEX \`ix_base_accreditation_state\` (\`state\`, \`end_on\`),
      UNIQUE INDEX \`uq_base_accreditation_live\` (\`institution_id\`, \`training_type\`, \`live\`),
      UNIQUE INDEX \`uq_base_accreditation_plaque\` (\`plaque_number\`),
      CONSTRAINT \`ck_base_accreditation_days\` CHECK (\`valid_from\` < \`end_on\`),
      CONSTRAINT \`ck_base_accreditation_capacity\` CHECK (\`capacity_per_year\` >= 1),
      CONSTRAINT \`ck_base_accreditation_live\` CHECK ((\`live\` <=> 1) = (\`state\` IN ('ACCREDITED', 'RECTIFYING', 'SUSPENDED'))),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`base_accreditation\``);
  }
}
