import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangePerson1795320783522 implements MigrationInterface {
  name = '20261122T041303-change-person-1795320783522';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`ix_person_name\` ON \`person\``);
    await q.query(`CREATE INDEX \`ix_person_name\` ON \`person\` (\`name\`, \`birth_date\`)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX \`ix_person_name\` ON \`person\``);
    await q.query(`CREATE INDEX \`ix_person_name\` ON \`person\` (\`name\`)`);
  }
}
