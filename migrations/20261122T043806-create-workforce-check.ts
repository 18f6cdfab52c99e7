import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWorkforceCheck1795322286951 implements MigrationInterface {
  name = '20261122T043806-create-workforce_check-1795322286951';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`workforce_check\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`rule_version\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`state\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`started_at\` datetime(3) NOT NULL,
      \`finished_at\` datetime(3) NULL,
      \`day\` date NOT NULL,
      \`persons\` int NOT NULL DEFAULT '0',
      \`counties\` int NOT NULL DEFAULT '0',
      \`differences\` int NOT NULL DEFAULT '0',
      \`sample\` json NULL,
      UNIQUE INDEX \`uq_check_day\` (\`day\`, \`rule_version\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`workforce_check\``);
  }
}
