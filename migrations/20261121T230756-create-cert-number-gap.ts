import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCertNumberGap1795302476869 implements MigrationInterface {
  name = '20261121T230756-create-cert_number_gap-1795302476869';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`cert_number_gap\` (\`number\` varchar(15) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`reason\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      PRIMARY KEY (\`number\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`cert_number_gap\``);
  }
}
