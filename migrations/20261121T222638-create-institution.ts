import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInstitution1795299998596 implements MigrationInterface {
  name = '20261121T222638-create-institution-1795299998596';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`institution\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`name\` varchar(120) NOT NULL,
      \`name_pinyin\` varchar(200) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`uscc\` varchar(18) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`uscc_override_reason\` varchar(300) NULL,
      \`type\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`level\` varchar(10) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`grade\` varchar(10) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`ownership\` varchar(10) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`admin_level\` varchar(10) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`county_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`medical\` tinyint NOT NULL,
      \`opened_on\` date NOT NULL,
      \`closed_on\` date NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      \`updated_at\` datetime(3) NOT NULL,
      INDEX \`ix_institution_type\` (\`type\`, \`level\`),
      UNIQUE INDEX \`uq_institution_name\` (\`county_code\`, \`name\`),
      UNIQUE INDEX \`uq_institution_uscc\` (\`uscc\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`institution\``);
  }
}
