import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangeTechnicalQualification1795320787524 implements MigrationInterface {
  name = '20261122T041307-change-technical_qualification-1795320787524';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`uq_qualification\` ON \`technical_qualification\``);
    await q.query(`ALTER TABLE \`technical_qualification\` ADD \`live\` tinyint NULL DEFAULT '1'`);
    await q.query(`ALTER TABLE \`technical_qualification\` ADD \`voided_at\` datetime(3) NULL`);
    await q.query(`ALTER TABLE \`technical_qualification\` ADD \`voided_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
    await q.query(`ALTER TABLE \`technical_qualification\` ADD \`void_reason\` varchar(300) NULL`);
    await q.query(`ALTER TABLE \`technical_qualification\` ADD \`replaced_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
    await q.query(`CREATE UNIQUE INDEX \`uq_qualification\` ON \`technical_qualification\` (\`person_id\`, \`subject\`, \`rank\`, \`live\`)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`uq_qualification\` ON \`technical_qualification\``);
    await q.query(`ALTER TABLE \`technical_qualification\` DROP COLUMN \`replaced_by\``);
    await q.query(`ALTER TABLE \`technical_qualification\` DROP COLUMN \`void_reason\``);
    await q.query(`ALTER TABLE \`technical_qualification\` DROP COLUMN \`voided_by\``);
    await q.query(`ALTER TABLE \`technical_qualification\` DROP COLUMN \`voided_at\``);
    await q.query(`ALTER TABLE \`technical_qualification\` DROP COLUMN \`live\``);
    await q.query(`CREATE UNIQUE INDEX \`uq_qualification\` ON \`technical_qualification\` (\`person_id\`, \`subject\`, \`rank\`)`);
  }
}
