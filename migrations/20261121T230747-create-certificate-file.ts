import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCertificateFile1795302467864 implements MigrationInterface {
  name = '20261121T230747-create-certificate_file-1795302467864';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`certificate_file\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`certificate_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`kind\` varchar(8) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`template_version\` varchar(60) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`state\` varchar(8) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`size\` bigint NULL,
      \`data_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`signer\` varchar(200) NULL,
      \`signer_fingerprint\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`rendered_at\` datetime(3) NULL,
      \`renders\` int NOT NULL DEFAULT '0',
      \`attempts\` int NOT NULL DEFAULT '0',
      \`next_try_at\` datetime(3) NOT NULL,
      \`error\` varchar(500) NULL,
      INDEX \`ix_certificate_file_due\` (\`state\`, \`next_try_at\`),
      UNIQUE INDEX \`uq_certificate_file\` (\`certificate_id\`, \`kind\`, \`template_version\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`certificate_file\``);
  }
}
