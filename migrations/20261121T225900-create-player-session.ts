import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlayerSession1795301940182 implements MigrationInterface {
  name = '20261121T225900-create-player_session-1795301940182';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`player_session\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`account_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`progress_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`lesson_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`rule_version\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`replaced_session_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`opened_at\` datetime(3) NOT NULL,
      INDEX \`ix_player_session_progress\` (\`progress_id\`, \`lesson_id\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`player_session\``);
  }
}
