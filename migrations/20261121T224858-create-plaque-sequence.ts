import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlaqueSequence1795301338286 implements MigrationInterface {
  name = '20261121T224858-create-plaque_sequence-1795301338286';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`plaque_sequence\` (\`series\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`last\` int NOT NULL,
      PRIMARY KEY (\`series\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`plaque_sequence\``);
  }
}
