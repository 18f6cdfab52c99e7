import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSetupToken1795299219404 implements MigrationInterface {
  name = '20261121T221339-create-setup_token-1795299219404';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`setup_token\` (\`token_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`created_at\` datetime(3) NOT NULL,
      \`expires_at\` datetime(3) NOT NULL,
      \`used_at\` datetime(3) NULL,
      PRIMARY KEY (\`token_hash\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`setup_token\``);
  }
}
