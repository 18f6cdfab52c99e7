import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIssueHold1795302471868 implements MigrationInterface {
  name = '20261121T230751-create-issue_hold-1795302471868';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`issue_hold\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`enrolment_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`open_of\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`reason\` varchar(500) NOT NULL,
      \`opened_on\` date NOT NULL,
      \`opened_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`opened_by_name\` varchar(100) NOT NULL,
      \`opened_at\` datetime(3) NOT NULL,
      \`closed_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`closed_by_name\` varchar(100) NULL,
      \`closed_at\` datetime(3) NULL,
      \`outcome\` varchar(500) NULL,
      INDEX \`ix_hold_enrolment\` (\`enrolment_id\`),
      UNIQUE INDEX \`uq_hold_open\` (\`open_of\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`issue_hold\``);
  }
}
