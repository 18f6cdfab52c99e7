import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateClassRule1795301343090 implements MigrationInterface {
  name = '20261121T224903-create-class_rule-1795301343090';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`class_rule\` (\`version\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`effective_from\` date NOT NULL,
      \`content\` json NOT NULL,
      \`loaded_at\` datetime(3) NOT NULL,
      PRIMARY KEY (\`version\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`class_rule\``);
  }
}
