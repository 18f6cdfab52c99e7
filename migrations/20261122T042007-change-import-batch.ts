import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangeImportBatch1795321207622 implements MigrationInterface {
  name = '20261122T042007-change-import_batch-1795321207622';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`ALTER TABLE \`import_batch\` ADD \`absent_policy\` varchar(8) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
    await q.query(`ALTER TABLE \`import_batch\` ADD \`absent_on\` date NULL`);
    await q.query(`ALTER TABLE \`import_batch\` ADD \`absent_reason\` varchar(200) NULL`);
    await q.query(`ALTER TABLE \`import_batch\` ADD \`absent_ended\` int NOT NULL DEFAULT '0'`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`ALTER TABLE \`import_batch\` DROP COLUMN \`absent_ended\``);
    await q.query(`ALTER TABLE \`import_batch\` DROP COLUMN \`absent_reason\``);
    await q.query(`ALTER TABLE \`import_batch\` DROP COLUMN \`absent_on\``);
    await q.query(`ALTER TABLE \`import_batch\` DROP COLUMN \`absent_policy\``);
  }
}
