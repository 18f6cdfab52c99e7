import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWatchInterval1795301941182 implements MigrationInterface {
  name = '20261121T225901-create-watch_interval-1795301941182';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`watch_interval\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`progress_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`lesson_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`session_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`seq\` int NOT NULL,
      \`ordinal\` int NOT NULL,
      \`from_ms\` int NOT NULL,
      \`to_ms\` int NOT NULL,
      \`rate_milli\` int NOT NULL,
      \`credited_ms\` int NOT NULL,
      \`verdict\` varchar(10) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`at\` datetime(3) NOT NULL,
      INDEX \`ix_watch_interval_lesson\` (\`progress_id\`, \`lesson_id\`, \`at\`),
      UNIQUE INDEX \`uq_watch_interval\` (\`session_id\`, \`seq\`, \`ordinal\`),
      CONSTRAINT \`ck_watch_interval_credit\` CHECK (\`credited_ms\` BETWEEN 0 AND \`to_ms\` - \`from_ms\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`watch_interval\``);
  }
}
