import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVerificationCount1795302477869 implements MigrationInterface {
  name = '20261121T230757-create-verification_count-1795302477869';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`verification_count\` (\`day\` date NOT NULL,
      \`channel\` varchar(8) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`outcome\` varchar(24) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`n\` int NOT NULL,
      PRIMARY KEY (\`day\`, \`channel\`, \`outcome\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`verification_count\``);
  }
}
