import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangeSigninGuard1795301550149 implements MigrationInterface {
  name = '20261121T225230-change-signin_guard-1795301550149';

  // One statement: killed in the middle, all of it happened or none.
  async up(q: QueryRunner): Promise<void> {
    await q.query(`ALTER TABLE \`signin_guard\`
      ADD \`subject\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      ADD INDEX \`ix_guard_age\` (\`window_start\`),
      ADD INDEX \`ix_guard_subject\` (\`subject\`)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`ALTER TABLE \`signin_guard\`
      DROP INDEX \`ix_guard_subject\`,
      DROP INDEX \`ix_guard_age\`,
      DROP COLUMN \`subject\``);
  }
}
