import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangeImportBatch1795302120146 implements MigrationInterface {
  name = '20261121T230200-change-import_batch-1795302120146';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`ALTER TABLE \`import_batch\` ADD \`own_person_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`ALTER TABLE \`import_batch\` DROP COLUMN \`own_person_id\``);
  }
}
