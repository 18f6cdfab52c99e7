import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangeInstitution1795326566610 implements MigrationInterface {
  name = '20261122T054926-change-institution-1795326566610';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`ALTER TABLE \`institution\` ADD COLUMN IF NOT EXISTS \`closed_recorded_at\` datetime(3) NULL`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`ALTER TABLE \`institution\` DROP COLUMN IF EXISTS \`closed_recorded_at\``);
  }
}
