import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangeLicence1795320784523 implements MigrationInterface {
  name = '20261122T041304-change-licence-1795320784523';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`uq_licence_start\` ON \`licence\``);
    await q.query(`DROP INDEX \`uq_licence_number\` ON \`licence\``);
    await q.query(`ALTER TABLE \`licence\` ADD \`live\` tinyint NULL DEFAULT '1'`);
    await q.query(`ALTER TABLE \`licence\` ADD \`voided_at\` datetime(3) NULL`);
    await q.query(`ALTER TABLE \`licence\` ADD \`voided_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
    await q.query(`ALTER TABLE \`licence\` ADD \`void_reason\` varchar(300) NULL`);
    await q.query(`ALTER TABLE \`licence\` ADD \`replaced_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
    await q.query(`CREATE UNIQUE INDEX \`uq_licence_start\` ON \`licence\` (\`person_id\`, \`level\`, \`category\`, \`start_on\`, \`live\`)`);
    await q.query(`CREATE UNIQUE INDEX \`uq_licence_number\` ON \`licence\` (\`number_index\`, \`live\`)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`uq_licence_number\` ON \`licence\``);
    await q.query(`DROP INDEX \`uq_licence_start\` ON \`licence\``);
    await q.query(`ALTER TABLE \`licence\` DROP COLUMN \`replaced_by\``);
    await q.query(`ALTER TABLE \`licence\` DROP COLUMN \`void_reason\``);
    await q.query(`ALTER TABLE \`licence\` DROP COLUMN \`voided_by\``);
    await q.query(`ALTER TABLE \`licence\` DROP COLUMN \`voided_at\``);
    await q.query(`ALTER TABLE \`licence\` DROP COLUMN \`live\``);
    await q.query(`CREATE UNIQUE INDEX \`uq_licence_number\` ON \`licence\` (\`number_index\`)`);
    await q.query(`CREATE UNIQUE INDEX \`uq_licence_start\` ON \`licence\` (\`person_id\`, \`level\`, \`category\`, \`start_on\`)`);
  }
}
