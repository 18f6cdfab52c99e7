import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateImportRow1795299994594 implements MigrationInterface {
  name = '20261121T222634-create-import_row-1795299994594';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`import_row\` (\`batch_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`row_no\` int NOT NULL,
      \`values_sealed\` longtext NOT NULL,
      \`key_index\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`state\` varchar(12) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`effect\` varchar(8) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`faults\` json NULL,
      \`object_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`updated_at\` datetime(3) NOT NULL,
      INDEX \`ix_import_row_key\` (\`batch_id\`, \`key_index\`),
      INDEX \`ix_import_row_state\` (\`batch_id\`, \`state\`, \`row_no\`),
      PRIMARY KEY (\`batch_id\`, \`row_no\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`import_row\``);
  }
}
