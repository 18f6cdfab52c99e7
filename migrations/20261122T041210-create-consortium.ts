import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateConsortium1795320730593 implements MigrationInterface {
  name = '20261122T041210-create-consortium-1795320730593';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`consortium\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`name\` varchar(100) NOT NULL,
      \`kind\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`region_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`lead_institution_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`start_on\` date NOT NULL,
      \`end_on\` date NULL,
      \`end_reason\` varchar(200) NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      \`end_recorded_at\` datetime(3) NULL,
      UNIQUE INDEX \`uq_consortium_name\` (\`region_code\`, \`name\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`consortium\``);
  }
}
