import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateConsideration1795302469865 implements MigrationInterface {
  name = '20261121T230749-create-consideration-1795302469865';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`consideration\` (\`enrolment_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`queued\` tinyint NOT NULL,
      \`run\` int NOT NULL,
      \`requested_at\` datetime(3) NOT NULL,
      INDEX \`ix_consideration_queued\` (\`queued\`, \`requested_at\`),
      PRIMARY KEY (\`enrolment_id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`consideration\``);
  }
}
