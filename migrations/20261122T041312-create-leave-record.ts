import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLeaveRecord1795320792527 implements MigrationInterface {
  name = '20261122T041312-create-leave_record-1795320792527';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`leave_record\` (\`live\` tinyint NULL DEFAULT '1',
      \`voided_at\` datetime(3) NULL,
      \`voided_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`void_reason\` varchar(300) NULL,
      \`replaced_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`kind\` varchar(16) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`start_on\` date NOT NULL,
      \`end_on\` date NULL,
      \`note\` varchar(200) NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      \`end_recorded_at\` datetime(3) NULL,
      UNIQUE INDEX \`uq_leave_start\` (\`person_id\`, \`start_on\`, \`live\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`leave_record\``);
  }
}
