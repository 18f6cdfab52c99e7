import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePaperKey1795302894250 implements MigrationInterface {
  name = '20261121T231454-create-paper_key-1795302894250';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`paper_key\` (\`paper_version_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`answer_keys\` longtext NOT NULL,
      PRIMARY KEY (\`paper_version_id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`paper_key\``);
  }
}
