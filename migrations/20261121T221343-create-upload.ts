import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateUpload1795299223883 implements MigrationInterface {
  name = '20261121T221343-create-upload-1795299223883';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`upload\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`name\` varchar(200) NOT NULL,
      \`mime\` varchar(100) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`size\` bigint NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      INDEX \`ix_upload_account\` (\`account_id\`, \`created_at\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`upload\``);
  }
}
