import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReportValue1795321073849 implements MigrationInterface {
  name = '20261122T041753-create-report_value-1795321073849';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`report_value\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`duty_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`figure_key\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`value\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`reason\` varchar(500) NOT NULL,
      \`updated_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`updated_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_report_value\` (\`duty_id\`, \`figure_key\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`report_value\``);
  }
}
