import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangeResidencyRecord1795320789526 implements MigrationInterface {
  name = '20261122T041309-change-residency_record-1795320789526';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`uq_residency\` ON \`residency_record\``);
    await q.query(`ALTER TABLE \`residency_record\` ADD \`live\` tinyint NULL DEFAULT '1'`);
    await q.query(`ALTER TABLE \`residency_record\` ADD \`voided_at\` datetime(3) NULL`);
    await q.query(`ALTER TABLE \`residency_record\` ADD \`voided_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
    await q.query(`ALTER TABLE \`residency_record\` ADD \`void_reason\` varchar(300) NULL`);
    await q.query(`ALTER TABLE \`residency_record\` ADD \`replaced_by\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`);
    await q.query(`CREATE UNIQUE INDEX \`uq_residency\` ON \`residency_record\` (\`person_id\`, \`specialty\`, \`live\`)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`uq_residency\` ON \`residency_record\``);
    await q.query(`ALTER TABLE \`residency_record\` DROP COLUMN \`replaced_by\``);
    await q.query(`ALTER TABLE \`residency_record\` DROP COLUMN \`void_reason\``);
    await q.query(`ALTER TABLE \`residency_record\` DROP COLUMN \`voided_by\``);
    await q.query(`ALTER TABLE \`residency_record\` DROP COLUMN \`voided_at\``);
    await q.query(`ALTER TABLE \`residency_record\` DROP COLUMN \`live\``);
    await q.query(`CREATE UNIQUE INDEX \`uq_residency\` ON \`residency_record\` (\`person_id\`, \`specialty\`)`);
  }
}
