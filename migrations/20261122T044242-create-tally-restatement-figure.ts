import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTallyRestatementFigure1795322562529 implements MigrationInterface {
  name = '20261122T044242-create-tally_restatement_figure-1795322562529';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`tally_restatement_figure\` (\`restatement_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`category\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`old_registered\` int NOT NULL,
      \`new_registered\` int NOT NULL,
      \`old_certified\` int NOT NULL,
      \`new_certified\` int NOT NULL,
      \`old_heads\` int NOT NULL,
      \`new_heads\` int NOT NULL,
      PRIMARY KEY (\`restatement_id\`, \`region_code\`, \`category\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`tally_restatement_figure\``);
  }
}
