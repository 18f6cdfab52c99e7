import { Db, execute } from '@app/platform';
import { withApp } from './context';

/** `kx redrive [--all | HANDLER]`: gives failed work another round; without arguments lists it. */
export async function redriveCommand(args: string[]): Promise<number> {
  return withApp(async (app) => {
    const db = app.get(Db);
    if (!args.length) {
      const rows = await db.query<{
        outboxId: string;
        handler: string;
        attempts: number;
        error: string;
        updatedAt: Date;
      }>(
        "SELECT outbox_id, handler, attempts, error, updated_at FROM outbox_delivery WHERE state = 'FAILED' ORDER BY updated_at LIMIT 200",
      );
      for (const r of rows) console.log([r.outboxId, r.handler, r.attempts, r.error].join('\t'));
      console.log(`${rows.length} failed`);
      return 0;
    }
    const all = args[0] === '--all';
    const n = await execute(
      db.dataSource,
      `UPDATE outbox_delivery d JOIN outbox o ON o.id = d.outbox_id SET d.state = 'QUEUED', d.attempts = 0, d.updated_at = ?, o.handed_at = NULL, o.parked_at = NULL WHERE d.state = 'FAILED'${all ? '' : ' AND d.handler = ?'}`,
      all ? [new Date()] : [new Date(), args[0]!],
    );
    const parked = await execute(
      db.dataSource,
      'UPDATE outbox SET parked_at = NULL, attempts = 0, lease_until = NULL WHERE parked_at IS NOT NULL',
    );
    console.log(`redriven: ${n} rows, ${parked} parked`);
    return 0;
  });
}
