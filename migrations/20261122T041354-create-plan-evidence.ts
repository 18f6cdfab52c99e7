import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlanEvidence1795320834154 implements MigrationInterface {
  name = '20261122T041354-create-plan_evidence-1795320834154';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`plan_evidence\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`plan_code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`target_key\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`subject\` varchar(120) NOT NULL,
      \`document_no\` varchar(100) NOT NULL,
      \`issued_on\` date NOT NULL,
      \`withdrawn_on\` date NULL,
      \`withdraw_reason\` varchar(500) NULL,
      \`open_key\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`recorded_by\` varchar(100) NOT NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      INDEX \`ix_evidence_target\` (\`plan_code\`, \`target_key\`),
      UNIQUE INDEX \`uq_evidence_open\` (\`open_key\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`plan_evidence\``);
  }
}
