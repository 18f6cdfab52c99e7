import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePersonMove1795320793528 implements MigrationInterface {
  name = '20261122T041313-create-person_move-1795320793528';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`person_move\` (\`live\` tinyint NULL DEFAULT '1',
      \`voided_at\` datetime(3) NULL,
      \`voided_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`void_reason\` varchar(300) NULL,
      \`replaced_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`direction\` varchar(4) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`province_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`moved_on\` date NOT NULL,
      \`document\` varchar(200) NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      UNIQUE INDEX \`uq_move\` (\`person_id\`, \`direction\`, \`moved_on\`, \`live\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`person_move\``);
  }
}
