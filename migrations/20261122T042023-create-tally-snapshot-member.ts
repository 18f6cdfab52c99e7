import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTallySnapshotMember1795321223539 implements MigrationInterface {
  name = '20261122T042023-create-tally_snapshot_member-1795321223539';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`tally_snapshot_member\` (\`snapshot_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`category\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`county_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`bases\` varchar(120) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`registered\` tinyint NOT NULL,
      \`certified\` tinyint NOT NULL,
      \`sort_name\` varchar(120) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      INDEX \`ix_snapshot_member_list\` (\`snapshot_id\`, \`category\`, \`county_code\`, \`sort_name\`, \`person_id\`),
      PRIMARY KEY (\`snapshot_id\`, \`person_id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`tally_snapshot_member\``);
  }
}
