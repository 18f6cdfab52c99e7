import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangeLicenceScope1795320785524 implements MigrationInterface {
  name = '20261122T041305-change-licence_scope-1795320785524';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`uq_scope_start\` ON \`licence_scope\``);
    await q.query(`ALTER TABLE \`licence_scope\` ADD \`live\` tinyint NULL DEFAULT '1'`);
    await q.query(`ALTER TABLE \`licence_scope\` ADD \`voided_at\` datetime(3) NULL`);
    await q.query(`ALTER TABLE \`licence_scope\` ADD \`voided_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
    await q.query(`ALTER TABLE \`licence_scope\` ADD \`void_reason\` varchar(300) NULL`);
    await q.query(`ALTER TABLE \`licence_scope\` ADD \`replaced_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
    await q.query(`CREATE UNIQUE INDEX \`uq_scope_start\` ON \`licence_scope\` (\`licence_id\`, \`scope\`, \`start_on\`, \`live\`)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`uq_scope_start\` ON \`licence_scope\``);
    await q.query(`ALTER TABLE \`licence_scope\` DROP COLUMN \`replaced_by\``);
    await q.query(`ALTER TABLE \`licence_scope\` DROP COLUMN \`void_reason\``);
    await q.query(`ALTER TABLE \`licence_scope\` DROP COLUMN \`voided_by\``);
    await q.query(`ALTER TABLE \`licence_scope\` DROP COLUMN \`voided_at\``);
    await q.query(`ALTER TABLE \`licence_scope\` DROP COLUMN \`live\``);
    await q.query(`CREATE UNIQUE INDEX \`uq_scope_start\` ON \`licence_scope\` (\`licence_id\`, \`scope\`, \`start_on\`)`);
  }
}
