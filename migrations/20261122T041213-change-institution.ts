import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangeInstitution1795320733594 implements MigrationInterface {
  name = '20261122T041213-change-institution-1795320733594';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`ALTER TABLE \`institution\` ADD \`close_reason\` varchar(200) NULL`);
    await q.query(`ALTER TABLE \`institution\` ADD \`successor_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
    await q.query(`ALTER TABLE \`institution\` ADD \`permit_no\` varchar(40) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`ALTER TABLE \`institution\` DROP COLUMN \`permit_no\``);
    await q.query(`ALTER TABLE \`institution\` DROP COLUMN \`successor_id\``);
    await q.query(`ALTER TABLE \`institution\` DROP COLUMN \`close_reason\``);
  }
}
