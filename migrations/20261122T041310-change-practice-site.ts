import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangePracticeSite1795320790527 implements MigrationInterface {
  name = '20261122T041310-change-practice_site-1795320790527';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`uq_site_start\` ON \`practice_site\``);
    await q.query(`ALTER TABLE \`practice_site\` ADD \`live\` tinyint NULL DEFAULT '1'`);
    await q.query(`ALTER TABLE \`practice_site\` ADD \`voided_at\` datetime(3) NULL`);
    await q.query(`ALTER TABLE \`practice_site\` ADD \`voided_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
    await q.query(`ALTER TABLE \`practice_site\` ADD \`void_reason\` varchar(300) NULL`);
    await q.query(`ALTER TABLE \`practice_site\` ADD \`replaced_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
    await q.query(`CREATE UNIQUE INDEX \`uq_site_start\` ON \`practice_site\` (\`person_id\`, \`institution_id\`, \`role\`, \`start_on\`, \`live\`)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`uq_site_start\` ON \`practice_site\``);
    await q.query(`ALTER TABLE \`practice_site\` DROP COLUMN \`replaced_by\``);
    await q.query(`ALTER TABLE \`practice_site\` DROP COLUMN \`void_reason\``);
    await q.query(`ALTER TABLE \`practice_site\` DROP COLUMN \`voided_by\``);
    await q.query(`ALTER TABLE \`practice_site\` DROP COLUMN \`voided_at\``);
    await q.query(`ALTER TABLE \`practice_site\` DROP COLUMN \`live\``);
    await q.query(`CREATE UNIQUE INDEX \`uq_site_start\` ON \`practice_site\` (\`person_id\`, \`institution_id\`, \`role\`, \`start_on\`)`);
  }
}
