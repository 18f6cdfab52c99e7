import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCertCounter1795302475869 implements MigrationInterface {
  name = '20261121T230755-create-cert_counter-1795302475869';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`cert_counter\` (\`province\` varchar(2) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`kind\` varchar(2) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`year\` int NOT NULL,
      \`last_sequence\` int NOT NULL,
      PRIMARY KEY (\`province\`, \`kind\`, \`year\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`cert_counter\``);
  }
}
