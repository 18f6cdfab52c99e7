import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateResidencyRecord1795300005600 implements MigrationInterface {
  name = '20261121T222645-create-residency_record-1795300005600';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`residency_record\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`specialty\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`completed_on\` date NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_residency\` (\`person_id\`, \`specialty\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`residency_record\``);
  }
}
