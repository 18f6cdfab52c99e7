import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangeProfessionalTitle1795320788525 implements MigrationInterface {
  name = '20261122T041308-change-professional_title-1795320788525';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`uq_title\` ON \`professional_title\``);
    await q.query(`ALTER TABLE \`professional_title\` ADD \`live\` tinyint NULL DEFAULT '1'`);
    await q.query(`ALTER TABLE \`professional_title\` ADD \`voided_at\` datetime(3) NULL`);
    await q.query(`ALTER TABLE \`professional_title\` ADD \`voided_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
    await q.query(`ALTER TABLE \`professional_title\` ADD \`void_reason\` varchar(300) NULL`);
    await q.query(`ALTER TABLE \`professional_title\` ADD \`replaced_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
    await q.query(`CREATE UNIQUE INDEX \`uq_title\` ON \`professional_title\` (\`person_id\`, \`title\`, \`live\`)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`uq_title\` ON \`professional_title\``);
    await q.query(`ALTER TABLE \`professional_title\` DROP COLUMN \`replaced_by\``);
    await q.query(`ALTER TABLE \`professional_title\` DROP COLUMN \`void_reason\``);
    await q.query(`ALTER TABLE \`professional_title\` DROP COLUMN \`voided_by\``);
    await q.query(`ALTER TABLE \`professional_title\` DROP COLUMN \`voided_at\``);
    await q.query(`ALTER TABLE \`professional_title\` DROP COLUMN \`live\``);
    await q.query(`CREATE UNIQUE INDEX \`uq_title\` ON \`professional_title\` (\`person_id\`, \`title\`)`);
  }
}
