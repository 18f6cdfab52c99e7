import type { FastifyInstance } from 'fastify';
import type { Db } from '../db/db';

/** State the process tells its surroundings. */
export const lifecycle = { draining: false };

/** `/livez`: the process runs. `/readyz`: it can serve — the database answers within a second and the schema is the one expected. */
export function healthRoutes(app: FastifyInstance, d: { db: Db; expectedMigration: string | null }): void {
  app.get('/livez', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const fail = (reason: string) => reply.code(503).send({ status: 'unavailable', reason });
    if (lifecycle.draining) return fail('stopping');
    try {
      const last = await Promise.race([
        d.db.one<{ name: string }>('SELECT name FROM migrations ORDER BY id DESC LIMIT 1'),
        new Promise<never>((_, reject) => setTimeout(() => reject(new Error('slow')), 1000).unref()),
      ]);
      if (d.expectedMigration && last?.name !== d.expectedMigration)
        return fail('schema is not at the expected version');
    } catch {
      return fail('database');
    }
    return { status: 'ready' };
  });
}
