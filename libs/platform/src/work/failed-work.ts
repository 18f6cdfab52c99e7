import { Inject, Injectable } from '@nestjs/common';
import { type Clock } from '@app/kernel';
import { maskPersonal } from '../audit/audit.queries';
import type { Actor } from '../auth/actor';
import { CLOCK } from '../config/config.module';
import { Db } from '../db/db';
import { UnitOfWork } from '../db/unit-of-work';
import { notFound } from '../platform.errors';

/** FAILED: all tries used up · REFUSED: a rule said no · PARKED: could not even be handed to the queue. */
export type FailedState = 'FAILED' | 'REFUSED' | 'PARKED';

export interface FailedWorkRow {
  outboxId: string;
  /** null when parked: no handler has seen it yet */
  handler: string | null;
  name: string;
  state: FailedState;
  attempts: number;
  error: string | null;
  requestId: string;
  createdAt: Date;
  updatedAt: Date;
}

/** The relay hands lost work again when it has been queued for longer than this; redriven work is dated back by it. */
const LOST_AFTER_MS = 61_000;

const ALL = `SELECT d.outbox_id, d.handler, o.name, d.state, d.attempts, d.error, o.request_id, d.created_at, d.updated_at
    FROM outbox_delivery d JOIN outbox o ON o.id = d.outbox_id WHERE d.state IN ('FAILED', 'REFUSED')
  UNION ALL
  SELECT o.id, NULL, o.name, 'PARKED', o.attempts, o.error, o.request_id, o.created_at, o.parked_at FROM outbox o WHERE o.parked_at IS NOT NULL`;

/** Work that will not go on by itself: seen, given another round, or put aside with a reason. */
@Injectable()
export class FailedWork {
  constructor(
    private readonly db: Db,
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page(
    state: FailedState | null,
    offset: number,
    limit: number,
  ): Promise<{ rows: FailedWorkRow[]; total: number }> {
    const where = state ? 'x.state = ?' : "x.state <> 'REFUSED'";
    const params = state ? [state] : [];
    const [rows, total] = await Promise.all([
      this.db.query<FailedWorkRow>(
        `SELECT * FROM (${ALL}) x WHERE ${where} ORDER BY x.updated_at DESC LIMIT ? OFFSET ?`,
        [...params, limit, offset],
      ),
      this.db.count(`SELECT COUNT(*) AS n FROM (${ALL}) x WHERE ${where}`, params),
    ]);
    return { rows: rows.map((r) => ({ ...r, error: r.error && maskPersonal(r.error) })), total };
  }

  /**
   * One more round for one piece of work, all tries again. A refusal is not redriven: the rule would say the same.
   * @throws PLATFORM_NOT_FOUND
   */
  async redrive(actor: Actor, outboxId: string, handler: string | null): Promise<void> {
    await this.uow.run({ actor, action: 'platform.redrive-work', input: { outboxId, handler } }, async (tx) => {
      const n = handler
        ? await tx.execute(
            "UPDATE outbox_delivery SET state = 'QUEUED', attempts = 0, error = NULL, updated_at = ? WHERE outbox_id = ? AND handler = ? AND state = 'FAILED'",
            [this.backdated(), outboxId, handler],
          )
        : await tx.execute(
            'UPDATE outbox SET parked_at = NULL, attempts = 0, lease_until = NULL, error = NULL WHERE id = ? AND parked_at IS NOT NULL',
            [outboxId],
          );
      if (!n) throw notFound();
      await tx.audit({ object: { type: 'outbox', id: outboxId }, details: { handler } });
    });
  }

  /** @returns how many pieces of work go again */
  async redriveAll(actor: Actor): Promise<number> {
    return this.uow.run({ actor, action: 'platform.redrive-all-work', input: {} }, async (tx) => {
      const failed = await tx.execute(
        "UPDATE outbox_delivery SET state = 'QUEUED', attempts = 0, error = NULL, updated_at = ? WHERE state = 'FAILED'",
        [this.backdated()],
      );
      const parked = await tx.execute(
        'UPDATE outbox SET parked_at = NULL, attempts = 0, lease_until = NULL, error = NULL WHERE parked_at IS NOT NULL',
      );
      await tx.audit({ object: { type: 'outbox', id: 'all' }, details: { failed, parked } });
      return failed + parked;
    });
  }

  /** Puts it aside for good; the row stays, with the reason in the audit trail. @throws PLATFORM_NOT_FOUND */
  async dismiss(actor: Actor, outboxId: string, handler: string | null, reason: string): Promise<void> {
    await this.uow.run({ actor, action: 'platform.dismiss-work', input: { outboxId, handler, reason } }, async (tx) => {
      const n = handler
        ? await tx.execute(
            "UPDATE outbox_delivery SET state = 'DISMISSED', updated_at = ? WHERE outbox_id = ? AND handler = ? AND state IN ('FAILED', 'REFUSED')",
            [tx.now, outboxId, handler],
          )
        : // A parked row that nobody will hand over counts as handed, so that the relay leaves it alone.
          await tx.execute('UPDATE outbox SET parked_at = NULL, handed_at = ? WHERE id = ? AND parked_at IS NOT NULL', [
            tx.now,
            outboxId,
          ]);
      if (!n) throw notFound();
      await tx.audit({ object: { type: 'outbox', id: outboxId }, reason, details: { handler } });
    });
  }

  private backdated(): Date {
    return new Date(this.clock.now().getTime() - LOST_AFTER_MS);
  }
}
