import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSeedRun1795299213879 implements MigrationInterface {
  name = '20261121T221333-create-seed_run-1795299213879';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`seed_run\` (\`name\` varchar(80) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`content_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`summary\` varchar(300) NOT NULL,
      \`at\` datetime(3) NOT NULL,
      PRIMARY KEY (\`name\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`seed_run\``);
  }
}
