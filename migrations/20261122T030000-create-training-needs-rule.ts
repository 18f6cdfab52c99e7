import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTrainingNeedsRule1795316400000 implements MigrationInterface {
  name = '20261122T030000-create-training_needs_rule-1795316400000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`training_needs_rule\` (\`version\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`effective_from\` date NOT NULL,
      \`content\` json NOT NULL,
      \`loaded_at\` datetime(3) NOT NULL,
      PRIMARY KEY (\`version\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`training_needs_rule\``);
  }
}
