import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePaper1795302892249 implements MigrationInterface {
  name = '20261121T231452-create-paper-1795302892249';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`paper\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`title_zh\` varchar(160) NOT NULL,
      \`title_en\` varchar(160) NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_paper_code\` (\`code\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`paper\``);
  }
}
