import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangeImportRow1795321208624 implements MigrationInterface {
  name = '20261122T042008-change-import_row-1795321208624';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`ALTER TABLE \`import_row\` ADD \`group_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
    await q.query(`CREATE INDEX \`ix_import_row_group\` ON \`import_row\` (\`batch_id\`, \`group_id\`)`);
    await q.query(`CREATE INDEX \`ix_import_row_object\` ON \`import_row\` (\`batch_id\`, \`object_id\`)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`ix_import_row_object\` ON \`import_row\``);
    await q.query(`DROP INDEX \`ix_import_row_group\` ON \`import_row\``);
    await q.query(`ALTER TABLE \`import_row\` DROP COLUMN \`group_id\``);
  }
}
