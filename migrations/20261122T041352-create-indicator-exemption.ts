import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIndicatorExemption1795320832152 implements MigrationInterface {
  name = '20261122T041352-create-indicator_exemption-1795320832152';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`indicator_exemption\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`plan_code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`target_key\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`reason\` varchar(500) NOT NULL,
      \`document_no\` varchar(100) NULL,
      \`decided_on\` date NOT NULL,
      \`ended_on\` date NULL,
      \`end_reason\` varchar(500) NULL,
      \`open_key\` varchar(70) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`decided_by\` varchar(100) NOT NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      INDEX \`ix_exemption_target\` (\`plan_code\`, \`target_key\`, \`region_code\`),
      UNIQUE INDEX \`uq_exemption_open\` (\`open_key\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`indicator_exemption\``);
  }
}
