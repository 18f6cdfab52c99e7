import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateImportBatch1795299993593 implements MigrationInterface {
  name = '20261121T222633-create-import_batch-1795299993593';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`import_batch\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`kind\` varchar(16) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`role\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`organisation_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`file_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`file_name\` varchar(200) NOT NULL,
      \`file_mime\` varchar(100) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`state\` varchar(24) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`policy\` varchar(16) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`total_rows\` int NOT NULL DEFAULT '0',
      \`unknown_columns\` json NULL,
      \`fault\` json NULL,
      \`stage_job_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`write_job_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`created_at\` datetime(3) NOT NULL,
      \`confirmed_at\` datetime(3) NULL,
      \`finished_at\` datetime(3) NULL,
      INDEX \`ix_import_stage_job\` (\`stage_job_id\`),
      INDEX \`ix_import_account\` (\`account_id\`, \`created_at\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`import_batch\``);
  }
}
