import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePaperVersion1795302893249 implements MigrationInterface {
  name = '20261121T231453-create-paper_version-1795302893249';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`paper_version\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`paper_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`version\` int NOT NULL,
      \`content\` longtext NOT NULL,
      \`content_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`key_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`question_count\` int NOT NULL,
      \`total_points\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`duration_minutes\` int NOT NULL,
      \`pass_percent\` int NOT NULL,
      \`late_limit_minutes\` int NULL,
      \`grace_seconds\` int NOT NULL,
      \`rule_sources\` json NOT NULL,
      \`source\` varchar(300) NOT NULL,
      \`state\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`sealed_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_paper_version\` (\`paper_id\`, \`version\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`paper_version\``);
  }
}
