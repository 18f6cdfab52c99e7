import { Inject, Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { type Clock, randomToken } from '@app/kernel';
import { CLOCK } from '../config/config.module';
import { Db } from '../db/db';
import { execute } from '../db/rows';
import { log } from '../log/log';
import { HandlerRegistry, QUEUES, type QueueName, type RegisteredHandler } from './handlers';

interface OutboxRow {
  id: string;
  name: string;
  payload: object;
  actorId: string | null;
  requestId: string;
  attempts: number;
}

export interface QueuedWork {
  outboxId: string;
  handler: string;
  payload: object;
  actorId: string | null;
  requestId: string;
}

const BATCH = 100;
/** What a pass takes of a lane ahead of its turn when more waits than it can take; the rest, at least a tenth, goes to the oldest. */
const AHEAD = { interactive: 60, default: 30 } as const;
const OPEN =
  'handed_at IS NULL AND parked_at IS NULL AND available_at <= ? AND (lease_until IS NULL OR lease_until < ?)';
const LEASE_SECONDS = 30;
const PARK_AFTER = 5;
const LOST_AFTER_SECONDS = 60;

/** Hands committed outbox rows to the queue, and hands them again when the queue lost them. */
@Injectable()
export class Relay {
  private readonly owner = randomToken(12);
  constructor(
    private readonly db: Db,
    private readonly registry: HandlerRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One round. @returns rows handed over */
  async round(queueOf: (h: RegisteredHandler) => Queue): Promise<number> {
    const now = this.clock.now();
    const ids = await this.next(now);
    if (!ids.length) return 0;
    // Compare-and-set lease, not SKIP LOCKED or GET_LOCK: works the same on one server and on a Galera cluster.
    await execute(
      this.db.dataSource,
      'UPDATE outbox SET lease_owner = ?, lease_until = ? WHERE id IN (?) AND handed_at IS NULL AND (lease_until IS NULL OR lease_until < ?)',
      [this.owner, new Date(now.getTime() + LEASE_SECONDS * 1000), ids, now],
    );
    const mine = await this.db.query<OutboxRow>(
      'SELECT id, name, payload, actor_id, request_id, attempts FROM outbox WHERE id IN (?) AND lease_owner = ? AND handed_at IS NULL',
      [ids, this.owner],
    );
    const urgency = (row: OutboxRow) => QUEUES.indexOf(this.registry.laneOf(row.name));
    const place = new Map(ids.map((id, i) => [id, i]));
    mine.sort((a, b) => urgency(a) - urgency(b) || place.get(a.id)! - place.get(b.id)!);
    const heard = (row: OutboxRow) => this.registry.byRef().has(row.name);
    let handed = 0;
    for (const row of mine.filter(heard)) handed += (await this.hand(row, queueOf)) ? 1 : 0;
    return handed + (await this.putAside(mine.filter((row) => !heard(row))));
  }

  /**
   * What this pass takes: the oldest; and when more waits than a pass can take, first some of what people wait for,
   * however much older bulk work stands before it. Within a lane the oldest come first.
   */
  private async next(now: Date): Promise<string[]> {
    const oldest = await this.db.query<{ id: string }>(
      `SELECT id FROM outbox WHERE ${OPEN} ORDER BY available_at, id LIMIT ${BATCH}`,
      [now, now],
    );
    const ids = oldest.map((r) => r.id);
    if (ids.length < BATCH) return ids;
    const ahead = [
      ...(await this.oldestOf('interactive', AHEAD.interactive, now)),
      ...(await this.oldestOf('default', AHEAD.default, now)),
    ];
    return [...new Set([...ahead, ...ids])].slice(0, BATCH);
  }

  /** The oldest of a lane, each name by its own range of the index: nothing is read of the mass that stands before them. */
  private async oldestOf(lane: QueueName, limit: number, now: Date): Promise<string[]> {
    const names = this.registry.namesIn(lane);
    if (!names.length) return [];
    const one = `(SELECT id, available_at FROM outbox FORCE INDEX (ix_outbox_name) WHERE name = ? AND ${OPEN} ORDER BY available_at, id LIMIT ${limit})`;
    const rows = await this.db.query<{ id: string }>(
      `SELECT id FROM (${names.map(() => one).join(' UNION ALL ')}) x ORDER BY available_at, id LIMIT ${limit}`,
      names.flatMap((name) => [name, now, now]),
    );
    return rows.map((r) => r.id);
  }

  /** What nobody listens to is done once it is seen. */
  private async putAside(rows: OutboxRow[]): Promise<number> {
    if (!rows.length) return 0;
    return execute(
      this.db.dataSource,
      'UPDATE outbox SET handed_at = ?, lease_until = NULL WHERE id IN (?) AND lease_owner = ? AND handed_at IS NULL',
      [this.clock.now(), rows.map((r) => r.id), this.owner],
    );
  }

  private async hand(row: OutboxRow, queueOf: (h: RegisteredHandler) => Queue): Promise<boolean> {
    const now = this.clock.now();
    try {
      const handlers = this.registry.byRef().get(row.name)!;
      await execute(
        this.db.dataSource,
        `INSERT INTO outbox_delivery (outbox_id, handler, state, attempts, created_at, updated_at) VALUES ${handlers.map(() => "(?, ?, 'QUEUED', 0, ?, ?)").join(', ')}
         ON DUPLICATE KEY UPDATE outbox_id = outbox_id`,
        handlers.flatMap((h) => [row.id, h.name, now, now]),
      );
      for (const h of handlers) await this.enqueue(queueOf(h), h, row);
      await execute(
        this.db.dataSource,
        'UPDATE outbox SET handed_at = ?, lease_until = NULL WHERE id = ? AND lease_owner = ?',
        [now, row.id, this.owner],
      );
      return true;
    } catch (e) {
      // A row that cannot be handed over must not hold up the others: after some tries it parks itself.
      const attempts = row.attempts + 1;
      log.error({ outbox: row.id, name: row.name, attempts, err: String(e) }, 'an outbox row could not be handed over');
      await execute(
        this.db.dataSource,
        'UPDATE outbox SET attempts = ?, error = ?, lease_until = ?, parked_at = ? WHERE id = ?',
        [
          attempts,
          String(e).slice(0, 500),
          new Date(now.getTime() + 1000 * 2 ** attempts),
          attempts >= PARK_AFTER && !/redis|ECONN|Connection|Command timed out/i.test(String(e)) ? now : null,
          row.id,
        ],
      ).catch(() => undefined);
      return false;
    }
  }

  private async enqueue(queue: Queue, h: RegisteredHandler, row: Omit<OutboxRow, 'attempts'>): Promise<void> {
    const work: QueuedWork = {
      outboxId: row.id,
      handler: h.name,
      payload: row.payload,
      actorId: row.actorId,
      requestId: row.requestId,
    };
    await queue.add(h.name, work, {
      // Only an optimisation: while the job is known to Redis a repeat is dropped. Correctness rests on database keys.
      jobId: `${row.id}-${h.name}`,
      attempts: h.options.attempts ?? 5,
      backoff: { type: 'exponential', delay: 500 },
      removeOnComplete: { count: 1000 },
      removeOnFail: true,
    });
  }

  /** Work handed over but not finished for a minute is handed again: the queue may have lost it (Redis flushed). */
  async recover(queueOf: (h: RegisteredHandler) => Queue): Promise<number> {
    const before = new Date(this.clock.now().getTime() - LOST_AFTER_SECONDS * 1000);
    const lost = await this.db.query<Omit<OutboxRow, 'attempts'> & { handler: string }>(
      `SELECT o.id, o.name, o.payload, o.actor_id, o.request_id, d.handler FROM outbox_delivery d JOIN outbox o ON o.id = d.outbox_id
       WHERE d.state = 'QUEUED' AND d.updated_at < ? ORDER BY d.updated_at LIMIT ${BATCH}`,
      [before],
    );
    for (const row of lost) {
      const h = this.registry.find(row.handler);
      if (h) await this.enqueue(queueOf(h), h, row);
    }
    return lost.length;
  }
}
