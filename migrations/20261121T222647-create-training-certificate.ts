import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTrainingCertificate1795300007601 implements MigrationInterface {
  name = '20261121T222647-create-training_certificate-1795300007601';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`training_certificate\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`kind\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`number\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`issued_on\` date NOT NULL,
      \`valid_to\` date NULL,
      \`revoked_on\` date NULL,
      \`cancelled_on\` date NULL,
      \`source\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      \`end_recorded_at\` datetime(3) NULL,
      UNIQUE INDEX \`uq_certificate_number\` (\`number\`),
      INDEX \`ix_certificate_person\` (\`person_id\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`training_certificate\``);
  }
}
