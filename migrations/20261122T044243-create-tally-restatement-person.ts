import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTallyRestatementPerson1795322563530 implements MigrationInterface {
  name = '20261122T044243-create-tally_restatement_person-1795322563530';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`tally_restatement_person\` (\`restatement_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`old_category\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`old_county\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`old_bases\` varchar(120) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`new_category\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`new_county\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`new_bases\` varchar(120) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`reasons\` json NOT NULL,
      PRIMARY KEY (\`restatement_id\`, \`person_id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`tally_restatement_person\``);
  }
}
