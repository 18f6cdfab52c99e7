import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTimelineEntry1795299219882 implements MigrationInterface {
  name = '20261121T221339-create-timeline_entry-1795299219882';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`timeline_entry\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`subject_type\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`subject_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`at\` datetime(3) NOT NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`actor_name\` varchar(100) NOT NULL,
      \`role\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`organisation_name\` varchar(200) NULL,
      \`event\` varchar(60) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`from_state\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`to_state\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`opinion\` varchar(1000) NULL,
      \`rule_version\` varchar(60) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`details\` json NULL,
      INDEX \`ix_timeline_subject\` (\`subject_type\`, \`subject_id\`, \`at\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`timeline_entry\``);
  }
}
