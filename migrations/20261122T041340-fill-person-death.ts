import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deaths recorded before they had a row of their own. */
export class FillPersonDeath1795322020000 implements MigrationInterface {
  name = '20261122T041340-fill-person-death-1795322020000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `INSERT INTO person_death (id, person_id, died_on, recorded_at)
       SELECT UUID(), p.id, p.died_on, p.updated_at FROM person p
       WHERE p.died_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person_death d WHERE d.person_id = p.id AND d.live = 1)`,
    );
  }

  async down(): Promise<void> {
    // The mirror in `person.died_on` stays; the table goes with its own migration.
  }
}
