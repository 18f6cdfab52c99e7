import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProgramme1795301338087 implements MigrationInterface {
  name = '20261121T224858-create-programme-1795301338087';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`programme\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`code\` varchar(60) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`training_type\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`province_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`title_zh\` varchar(120) NOT NULL,
      \`title_en\` varchar(160) NOT NULL,
      \`summary\` json NOT NULL,
      \`policy_basis\` json NOT NULL,
      \`indicator\` varchar(60) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`created_at\` datetime(3) NOT NULL,
      \`updated_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_programme_code\` (\`code\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`programme\``);
  }
}
