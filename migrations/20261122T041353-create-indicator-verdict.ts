import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIndicatorVerdict1795320833153 implements MigrationInterface {
  name = '20261122T041353-create-indicator_verdict-1795320833153';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`indicator_verdict\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`plan_code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`target_key\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`status\` varchar(16) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`count\` int NOT NULL,
      \`as_of\` date NOT NULL,
      \`reason\` varchar(500) NOT NULL,
      \`decided_by\` varchar(100) NOT NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      INDEX \`ix_verdict_target\` (\`plan_code\`, \`target_key\`, \`recorded_at\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`indicator_verdict\``);
  }
}
