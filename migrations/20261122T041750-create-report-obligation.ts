import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReportObligation1795321070846 implements MigrationInterface {
  name = '20261122T041750-create-report_obligation-1795321070846';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`report_obligation\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`source\` varchar(8) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`source_code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`obligation_key\` varchar(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`province_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`kind\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`label_zh\` varchar(200) NOT NULL,
      \`label_en\` varchar(200) NOT NULL,
      \`author\` varchar(8) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`filed\` tinyint NOT NULL,
      \`sections\` json NOT NULL,
      \`needs_figures\` tinyint NOT NULL,
      \`recipients\` json NOT NULL,
      \`to_note_zh\` varchar(300) NULL,
      \`to_note_en\` varchar(300) NULL,
      \`clause\` varchar(60) NOT NULL,
      \`quote\` varchar(500) NULL,
      \`document_no\` varchar(100) NULL,
      \`reason\` varchar(1000) NULL,
      \`content_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`created_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`created_at\` datetime(3) NOT NULL,
      INDEX \`ix_report_obligation_province\` (\`province_code\`),
      UNIQUE INDEX \`uq_report_obligation\` (\`source_code\`, \`obligation_key\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`report_obligation\``);
  }
}
