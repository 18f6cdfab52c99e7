import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateConsortiumMember1795320731594 implements MigrationInterface {
  name = '20261122T041211-create-consortium_member-1795320731594';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`consortium_member\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`consortium_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`institution_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`start_on\` date NOT NULL,
      \`end_on\` date NULL,
      \`end_reason\` varchar(200) NULL,
      \`open_member\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      \`end_recorded_at\` datetime(3) NULL,
      INDEX \`ix_member_institution\` (\`institution_id\`),
      UNIQUE INDEX \`uq_member_open\` (\`consortium_id\`, \`open_member\`),
      UNIQUE INDEX \`uq_member_start\` (\`consortium_id\`, \`institution_id\`, \`start_on\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`consortium_member\``);
  }
}
