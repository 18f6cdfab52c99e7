import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangeLicenceSuspension1795320786524 implements MigrationInterface {
  name = '20261122T041306-change-licence_suspension-1795320786524';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`uq_suspension_start\` ON \`licence_suspension\``);
    await q.query(`ALTER TABLE \`licence_suspension\` ADD \`live\` tinyint NULL DEFAULT '1'`);
    await q.query(`ALTER TABLE \`licence_suspension\` ADD \`voided_at\` datetime(3) NULL`);
    await q.query(`ALTER TABLE \`licence_suspension\` ADD \`voided_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
    await q.query(`ALTER TABLE \`licence_suspension\` ADD \`void_reason\` varchar(300) NULL`);
    await q.query(`ALTER TABLE \`licence_suspension\` ADD \`replaced_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
    await q.query(`CREATE UNIQUE INDEX \`uq_suspension_start\` ON \`licence_suspension\` (\`licence_id\`, \`start_on\`, \`live\`)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`uq_suspension_start\` ON \`licence_suspension\``);
    await q.query(`ALTER TABLE \`licence_suspension\` DROP COLUMN \`replaced_by\``);
    await q.query(`ALTER TABLE \`licence_suspension\` DROP COLUMN \`void_reason\``);
    await q.query(`ALTER TABLE \`licence_suspension\` DROP COLUMN \`voided_by\``);
    await q.query(`ALTER TABLE \`licence_suspension\` DROP COLUMN \`voided_at\``);
    await q.query(`ALTER TABLE \`licence_suspension\` DROP COLUMN \`live\``);
    await q.query(`CREATE UNIQUE INDEX \`uq_suspension_start\` ON \`licence_suspension\` (\`licence_id\`, \`start_on\`)`);
  }
}
