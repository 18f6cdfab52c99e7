import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSigninGuard1795299218403 implements MigrationInterface {
  name = '20261121T221338-create-signin_guard-1795299218403';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`signin_guard\` (\`guard_key\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`failures\` int NOT NULL DEFAULT '0',
      \`window_start\` datetime(3) NOT NULL,
      \`locked_until\` datetime(3) NULL,
      PRIMARY KEY (\`guard_key\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`signin_guard\``);
  }
}
