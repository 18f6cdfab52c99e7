import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@app/kernel';
import type { Actor } from '../auth/actor';
import { Db } from '../db/db';
import type { Tx } from '../db/tx';
import { UnitOfWork } from '../db/unit-of-work';
import { notFound } from '../platform.errors';

export type WorkJobState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED' | 'AWAITING_CONFIRMATION';

export interface WorkJobRow {
  id: string;
  kind: string;
  accountId: string;
  title: string;
  state: WorkJobState;
  total: number;
  done: number;
  failed: number;
  skipped: number;
  cancelRequested: number;
  input: unknown;
  result: unknown;
  resultFileHash: string | null;
  resultFileName: string | null;
  error: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

/** Long work with a row people can watch: percent, counts that reconcile, cancel, result file. */
@Injectable()
export class WorkJobs {
  constructor(
    private readonly db: Db,
    private readonly uow: UnitOfWork,
  ) {}

  /** Opens the row inside the transaction that orders the work. @returns its id */
  async open(
    tx: Tx,
    f: {
      kind: string;
      title: string;
      total?: number;
      input?: unknown;
      organisationId?: string | null;
      regionCode?: string | null;
    },
  ): Promise<string> {
    const id = newId();
    await tx.insert('work_job', {
      id,
      kind: f.kind,
      accountId: tx.actor.accountId,
      organisationId: f.organisationId ?? null,
      regionCode: f.regionCode ?? null,
      title: f.title,
      state: 'WAITING',
      total: f.total ?? 0,
      done: 0,
      failed: 0,
      skipped: 0,
      cancelRequested: 0,
      input: f.input === undefined ? null : JSON.stringify(f.input),
      createdAt: tx.now,
    });
    return id;
  }

  /** The owner's job (any job for a background handler). @throws PLATFORM_NOT_FOUND */
  async get(actor: Actor, id: string): Promise<WorkJobRow> {
    const row = await this.db.one<WorkJobRow>('SELECT * FROM work_job WHERE id = ? AND (account_id = ? OR ? = 1)', [
      id,
      actor.accountId,
      actor.role === 'SYSTEM' ? 1 : 0,
    ]);
    if (!row) throw notFound();
    return row;
  }

  async list(actor: Actor, offset: number, limit: number): Promise<{ rows: WorkJobRow[]; total: number }> {
    const [rows, total] = await Promise.all([
      this.db.query<WorkJobRow>(
        'SELECT * FROM work_job WHERE account_id = ? ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?',
        [actor.accountId, limit, offset],
      ),
      this.db.count('SELECT COUNT(*) AS n FROM work_job WHERE account_id = ?', [actor.accountId]),
    ]);
    return { rows, total };
  }

  /** Moves the counts, in the transaction of the chunk they count. */
  async progress(
    tx: Tx,
    id: string,
    add: { done?: number; failed?: number; skipped?: number; total?: number },
  ): Promise<void> {
    await tx.execute(
      `UPDATE work_job SET state = 'RUNNING', started_at = COALESCE(started_at, ?), done = done + ?, failed = failed + ?,
       skipped = skipped + ?, total = COALESCE(?, total) WHERE id = ?`,
      [tx.now, add.done ?? 0, add.failed ?? 0, add.skipped ?? 0, add.total ?? null, id],
    );
  }

  async finish(
    tx: Tx,
    id: string,
    f: {
      state: 'DONE' | 'FAILED' | 'CANCELLED' | 'AWAITING_CONFIRMATION';
      result?: unknown;
      file?: { hash: string; name: string };
      error?: string;
    },
  ): Promise<void> {
    await tx.execute(
      `UPDATE work_job SET state = ?, finished_at = ?, result = COALESCE(?, result), result_file_hash = COALESCE(?, result_file_hash),
       result_file_name = COALESCE(?, result_file_name), error = ? WHERE id = ?`,
      [
        f.state,
        tx.now,
        f.result === undefined ? null : JSON.stringify(f.result),
        f.file?.hash ?? null,
        f.file?.name ?? null,
        f.error?.slice(0, 1000) ?? null,
        id,
      ],
    );
  }

  async cancelRequested(id: string): Promise<boolean> {
    return (await this.db.count('SELECT COUNT(*) AS n FROM work_job WHERE id = ? AND cancel_requested = 1', [id])) > 0;
  }

  /** Asks a running job to stop after its chunk. @throws PLATFORM_NOT_FOUND, PLATFORM_JOB_NOT_CANCELLABLE */
  async cancel(actor: Actor, id: string): Promise<void> {
    await this.get(actor, id);
    await this.uow.run({ actor, action: 'platform.cancel-job', input: { id } }, async (tx) => {
      const n = await tx.execute(
        `UPDATE work_job SET cancel_requested = 1, state = IF(state IN ('WAITING','AWAITING_CONFIRMATION'), 'CANCELLED', state)
         WHERE id = ? AND account_id = ? AND state IN ('WAITING','RUNNING','AWAITING_CONFIRMATION')`,
        [id, actor.accountId],
      );
      if (!n) throw new DomainError('PLATFORM_JOB_NOT_CANCELLABLE');
      await tx.audit({ object: { type: 'work_job', id } });
    });
  }
}
