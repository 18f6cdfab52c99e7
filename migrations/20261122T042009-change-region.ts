import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangeRegion1795321209624 implements MigrationInterface {
  name = '20261122T042009-change-region-1795321209624';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`ALTER TABLE \`region\` ADD \`decided_at\` datetime(3) NULL`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`ALTER TABLE \`region\` DROP COLUMN \`decided_at\``);
  }
}
