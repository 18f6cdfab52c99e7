import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@app/kernel';
import { CLOCK } from '../config/config.module';
import { Db } from '../db/db';

export interface StateCount {
  state: string;
  count: number;
}

export interface SystemStatusFacts {
  at: Date;
  /** rows not yet handed to the queue */
  waiting: number;
  oldestWaitingSeconds: number | null;
  parked: number;
  /** deliveries touched in the last 24 hours, and all that are not done */
  deliveries: StateCount[];
  workJobs: StateCount[];
  schedules: { name: string; lastRunAt: Date | null }[];
  auditUnchained: number;
}

/** How the machinery behind the pages is doing. */
@Injectable()
export class SystemStatusReader {
  constructor(
    private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(): Promise<SystemStatusFacts> {
    const at = this.clock.now();
    const dayAgo = new Date(at.getTime() - 86_400_000);
    const counts = (rows: { state: string; n: string | number }[]): StateCount[] =>
      rows.map((r) => ({ state: r.state, count: Number(r.n) }));
    const [waiting, parked, deliveries, work, schedules, unchained] = await Promise.all([
      this.db.one<{ n: string; oldest: Date | null }>(
        'SELECT COUNT(*) AS n, MIN(available_at) AS oldest FROM outbox WHERE handed_at IS NULL AND parked_at IS NULL AND available_at <= ?',
        [at],
      ),
      this.db.count('SELECT COUNT(*) AS n FROM outbox WHERE handed_at IS NULL AND parked_at IS NOT NULL'),
      this.db.query<{ state: string; n: string }>(
        `SELECT state, COUNT(*) AS n FROM outbox_delivery
         WHERE state IN ('QUEUED', 'FAILED') OR (state IN ('DONE', 'REFUSED', 'DISMISSED') AND updated_at >= ?) GROUP BY state ORDER BY state`,
        [dayAgo],
      ),
      this.db.query<{ state: string; n: string }>(
        "SELECT state, COUNT(*) AS n FROM work_job WHERE state IN ('WAITING', 'RUNNING', 'AWAITING_CONFIRMATION') OR created_at >= ? GROUP BY state ORDER BY state",
        [dayAgo],
      ),
      this.db.query<{ name: string; lastRunAt: Date | null }>(
        'SELECT name, last_run_at FROM schedule_lease ORDER BY name',
      ),
      // The newest entries only: counting a trail of years on each look would cost seconds.
      this.db.count(
        `SELECT COUNT(*) AS n FROM (SELECT id FROM audit_entry ORDER BY id DESC LIMIT 2000) a
         LEFT JOIN audit_chain c ON c.entry_id = a.id WHERE c.seq IS NULL`,
      ),
    ]);
    const oldest = waiting?.oldest ?? null;
    return {
      at,
      waiting: Number(waiting?.n ?? 0),
      oldestWaitingSeconds: oldest && Math.max(0, Math.round((at.getTime() - oldest.getTime()) / 1000)),
      parked,
      deliveries: counts(deliveries),
      workJobs: counts(work),
      schedules,
      auditUnchained: unchained,
    };
  }
}
