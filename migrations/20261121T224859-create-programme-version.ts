import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProgrammeVersion1795301339088 implements MigrationInterface {
  name = '20261121T224859-create-programme_version-1795301339088';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`programme_version\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`programme_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`version\` int NOT NULL,
      \`status\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`effective_from\` date NOT NULL,
      \`effective_to\` date NULL,
      \`source\` varchar(500) NOT NULL,
      \`plan\` json NOT NULL,
      \`eligibility\` json NOT NULL,
      \`requirements\` json NOT NULL,
      \`certificate\` json NOT NULL,
      \`sources\` json NOT NULL,
      \`content_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`used_at\` datetime(3) NULL,
      \`loaded_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_programme_version\` (\`programme_id\`, \`version\`),
      CONSTRAINT \`ck_programme_version\` CHECK (\`version\` >= 1 AND \`status\` IN ('DRAFT', 'PUBLISHED') AND (\`effective_to\` IS NULL OR \`effective_from\` < \`effective_to\`)),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`programme_version\``);
  }
}
