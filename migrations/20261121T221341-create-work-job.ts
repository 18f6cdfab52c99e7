import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWorkJob1795299221883 implements MigrationInterface {
  name = '20261121T221341-create-work_job-1795299221883';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`work_job\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`kind\` varchar(60) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`organisation_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`title\` varchar(200) NOT NULL,
      \`state\` varchar(24) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`total\` int NOT NULL DEFAULT '0',
      \`done\` int NOT NULL DEFAULT '0',
      \`failed\` int NOT NULL DEFAULT '0',
      \`skipped\` int NOT NULL DEFAULT '0',
      \`cancel_requested\` tinyint NOT NULL DEFAULT '0',
      \`input\` json NULL,
      \`result\` json NULL,
      \`result_file_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`result_file_name\` varchar(200) NULL,
      \`error\` varchar(1000) NULL,
      \`created_at\` datetime(3) NOT NULL,
      \`started_at\` datetime(3) NULL,
      \`finished_at\` datetime(3) NULL,
      INDEX \`ix_work_job_owner\` (\`account_id\`, \`created_at\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`work_job\``);
  }
}
