import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateScheduleLease1795299220883 implements MigrationInterface {
  name = '20261121T221340-create-schedule_lease-1795299220883';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`schedule_lease\` (\`name\` varchar(80) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`owner\` varchar(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`lease_until\` datetime(3) NOT NULL,
      \`last_run_at\` datetime(3) NULL,
      PRIMARY KEY (\`name\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`schedule_lease\``);
  }
}
