import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateClassSequence1795301344091 implements MigrationInterface {
  name = '20261121T224904-create-class_sequence-1795301344091';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`class_sequence\` (\`series\` varchar(60) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`last\` int NOT NULL,
      PRIMARY KEY (\`series\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`class_sequence\``);
  }
}
