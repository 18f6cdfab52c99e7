import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReportSection1795321072849 implements MigrationInterface {
  name = '20261122T041752-create-report_section-1795321072849';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`report_section\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`duty_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`code\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`text\` longtext NOT NULL,
      \`version\` int NOT NULL,
      \`updated_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`updated_by_name\` varchar(100) NOT NULL,
      \`updated_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_report_section\` (\`duty_id\`, \`code\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`report_section\``);
  }
}
