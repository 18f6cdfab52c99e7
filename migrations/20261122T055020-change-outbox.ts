import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChangeOutbox1795326620660 implements MigrationInterface {
  name = '20261122T055020-change-outbox-1795326620660';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE INDEX IF NOT EXISTS \`ix_outbox_name\` ON \`outbox\` (\`handed_at\`, \`name\`, \`available_at\`)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP INDEX IF EXISTS \`ix_outbox_name\` ON \`outbox\``);
  }
}
