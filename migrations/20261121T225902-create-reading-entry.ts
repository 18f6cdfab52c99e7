import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReadingEntry1795301942183 implements MigrationInterface {
  name = '20261121T225902-create-reading_entry-1795301942183';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`reading_entry\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`progress_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`lesson_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`session_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`seq\` int NOT NULL,
      \`active_ms\` int NOT NULL,
      \`credited_ms\` int NOT NULL,
      \`pages\` json NOT NULL,
      \`reached_end\` tinyint NOT NULL,
      \`at\` datetime(3) NOT NULL,
      INDEX \`ix_reading_entry_lesson\` (\`progress_id\`, \`lesson_id\`, \`at\`),
      UNIQUE INDEX \`uq_reading_entry\` (\`session_id\`, \`seq\`),
      CONSTRAINT \`ck_reading_entry_credit\` CHECK (\`credited_ms\` BETWEEN 0 AND \`active_ms\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`reading_entry\``);
  }
}
