import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePersonMerge1795320795528 implements MigrationInterface {
  name = '20261122T041315-create-person_merge-1795320795528';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`person_merge\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`duplicate_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`survivor_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`open_of\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`merged_at\` datetime(3) NOT NULL,
      \`merged_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`merged_by_name\` varchar(100) NOT NULL,
      \`reason\` varchar(300) NOT NULL,
      \`undone_at\` datetime(3) NULL,
      \`undone_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`undone_by_name\` varchar(100) NULL,
      \`undo_reason\` varchar(300) NULL,
      INDEX \`ix_merge_survivor\` (\`survivor_id\`),
      INDEX \`ix_merge_duplicate\` (\`duplicate_id\`),
      UNIQUE INDEX \`uq_merge_open\` (\`open_of\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`person_merge\``);
  }
}
