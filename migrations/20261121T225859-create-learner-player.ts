import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLearnerPlayer1795301939182 implements MigrationInterface {
  name = '20261121T225859-create-learner_player-1795301939182';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`learner_player\` (\`person_id\` varchar(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`session_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`progress_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`lesson_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`rule_version\` varchar(32) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`opened_at\` datetime(3) NOT NULL,
      \`last_beat_at\` datetime(3) NOT NULL,
      \`last_seq\` int NOT NULL DEFAULT '0',
      \`carry_ms\` int NOT NULL DEFAULT '0',
      PRIMARY KEY (\`person_id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`learner_player\``);
  }
}
