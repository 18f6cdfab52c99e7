import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReportFile1795321074849 implements MigrationInterface {
  name = '20261122T041754-create-report_file-1795321074849';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`report_file\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`duty_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`kind\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`hash\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`name\` varchar(200) NOT NULL,
      \`mime\` varchar(80) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`size\` int NOT NULL,
      \`added_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`added_at\` datetime(3) NOT NULL,
      \`removed_at\` datetime(3) NULL,
      INDEX \`ix_report_file\` (\`duty_id\`, \`removed_at\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`report_file\``);
  }
}
