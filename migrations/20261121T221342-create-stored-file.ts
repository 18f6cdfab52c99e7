import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStoredFile1795299222883 implements MigrationInterface {
  name = '20261121T221342-create-stored_file-1795299222883';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`stored_file\` (\`hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`size\` bigint NOT NULL,
      \`mime\` varchar(100) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      PRIMARY KEY (\`hash\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`stored_file\``);
  }
}
