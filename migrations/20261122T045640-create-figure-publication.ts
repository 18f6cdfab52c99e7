import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFigurePublication1795323400625 implements MigrationInterface {
  name = '20261122T045640-create-figure_publication-1795323400625';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`figure_publication\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`province_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`snapshot_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`open_snapshot_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`rule_version\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`suppress_below\` int NOT NULL,
      \`reason\` varchar(500) NOT NULL,
      \`published_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`published_by_name\` varchar(100) NOT NULL,
      \`published_at\` datetime(3) NOT NULL,
      \`withdrawn_at\` datetime(3) NULL,
      \`withdraw_reason\` varchar(500) NULL,
      INDEX \`ix_publication_province\` (\`province_code\`, \`published_at\`),
      UNIQUE INDEX \`uq_publication_snapshot\` (\`open_snapshot_id\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`figure_publication\``);
  }
}
