import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTallyRestatement1795322561528 implements MigrationInterface {
  name = '20261122T044241-create-tally_restatement-1795322561528';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`tally_restatement\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`snapshot_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`known_at\` datetime(3) NOT NULL,
      \`figures\` int NOT NULL,
      \`people\` int NOT NULL,
      \`made_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`made_by_name\` varchar(100) NOT NULL,
      \`made_at\` datetime(3) NOT NULL,
      INDEX \`ix_restatement_snapshot\` (\`snapshot_id\`, \`made_at\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`tally_restatement\``);
  }
}
