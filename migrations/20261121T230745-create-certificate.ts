import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCertificate1795302465859 implements MigrationInterface {
  name = '20261121T230745-create-certificate-1795302465859';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`certificate\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`enrolment_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`kind\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`kind_version\` int NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`province_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`base_institution_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`employer_institution_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`number\` varchar(15) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`verify_code\` varchar(22) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`issued_on\` date NOT NULL,
      \`valid_from\` date NOT NULL,
      \`valid_to_end\` date NULL,
      \`state\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`state_since\` datetime(3) NOT NULL,
      \`ended_on\` date NULL,
      \`replaced_by_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`snapshot\` json NOT NULL,
      \`snapshot_hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`mac\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`decision_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`order_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`signed_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`signed_by_name\` varchar(100) NOT NULL,
      \`issued_at\` datetime(3) NOT NULL,
      INDEX \`ix_certificate_employer\` (\`employer_institution_id\`),
      INDEX \`ix_certificate_base\` (\`base_institution_id\`),
      INDEX \`ix_certificate_province\` (\`province_code\`, \`issued_on\`),
      INDEX \`ix_certificate_holder\` (\`person_id\`),
      UNIQUE INDEX \`uq_certificate_verify_code\` (\`verify_code\`),
      UNIQUE INDEX \`uq_certificate_no\` (\`number\`),
      UNIQUE INDEX \`uq_certificate_award\` (\`enrolment_id\`, \`kind\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`certificate\``);
  }
}
