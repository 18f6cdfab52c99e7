import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangePerson1795302121150 implements MigrationInterface {
  name = '20261121T230201-change-person-1795302121150';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `ALTER TABLE \`person\` ADD \`current_site_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL`,
    );
    await q.query(`CREATE INDEX \`ix_person_site\` ON \`person\` (\`current_site_id\`)`);
    // Records of a development database made before this column: the open main site, else the last one.
    await q.query(
      `UPDATE \`person\` p SET p.\`current_site_id\` = (SELECT s.\`id\` FROM \`practice_site\` s WHERE s.\`person_id\` = p.\`id\` AND s.\`role\` = 'MAIN' ORDER BY s.\`open_main_of\` IS NULL, s.\`start_on\` DESC LIMIT 1) WHERE p.\`current_site_id\` IS NULL`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`ix_person_site\` ON \`person\``);
    await q.query(`ALTER TABLE \`person\` DROP COLUMN \`current_site_id\``);
  }
}
