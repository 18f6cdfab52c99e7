import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCertificateKind1795302474868 implements MigrationInterface {
  name = '20261121T230754-create-certificate_kind-1795302474868';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`certificate_kind\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`code\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`version\` int NOT NULL,
      \`number_kind\` varchar(2) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`title_zh\` varchar(60) NOT NULL,
      \`title_en\` varchar(160) NOT NULL,
      \`statement_zh\` varchar(200) NOT NULL,
      \`statement_en\` varchar(300) NOT NULL,
      \`validity_months\` int NULL,
      \`renewable\` tinyint NOT NULL,
      \`counting_basis\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`issuer_role\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`issuers\` json NOT NULL,
      \`issue_checks\` json NOT NULL,
      \`template_version\` varchar(60) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`source\` varchar(500) NOT NULL,
      \`content_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`effective_from\` date NOT NULL,
      \`effective_to\` date NULL,
      \`loaded_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_certificate_kind\` (\`code\`, \`version\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`certificate_kind\``);
  }
}
