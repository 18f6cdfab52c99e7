import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAuditChain1795299218882 implements MigrationInterface {
  name = '20261121T221338-create-audit_chain-1795299218882';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`audit_chain\` (\`seq\` bigint NOT NULL,
      \`entry_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`previous_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`chained_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_audit_chain_entry\` (\`entry_id\`),
      PRIMARY KEY (\`seq\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`audit_chain\``);
  }
}
