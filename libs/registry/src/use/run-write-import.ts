import { Injectable } from '@nestjs/common';
import { DomainError } from '@app/kernel';
import { type HandlerContext, isDuplicateKey, type Tx, UnitOfWork, WorkJobs } from '@app/platform';
import { type BatchRow, ImportStore, type RowState } from '../data/import.store';
import { TRIES } from './run-stage-import';
import { ImportRows } from './import-check';
import type { CheckedRow } from './row-kind';

const CHUNK = 500;
const STATE_OF: Record<NonNullable<CheckedRow['effect']>, RowState> = {
  NEW: 'CREATED',
  CHANGE: 'UPDATED',
  SAME: 'UNCHANGED',
};

/**
 * Writes the confirmed rows, five hundred in a transaction with the marks on their lines: killed anywhere, no row is
 * written twice and none is left out. What is on record by then decides; a row that no longer fits is refused with its reason.
 */
@Injectable()
export class RunWriteImport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: ImportStore,
    private readonly rows: ImportRows,
    private readonly jobs: WorkJobs,
  ) {}

  async run(importId: string, context: HandlerContext): Promise<void> {
    const batch = await this.store.batch(importId);
    if (batch?.state !== 'WRITING') return;
    try {
      if (batch.policy === 'ALL_OR_NOTHING' && !(await this.begun(batch)) && !(await this.stillClean(batch, context)))
        return;
      while (await this.chunk(batch, context, CHUNK));
    } catch (e) {
      if (!(e instanceof DomainError) && context.attempt < TRIES) throw e;
      await this.failed(batch, e, context);
      throw e;
    }
  }

  private async begun(batch: BatchRow): Promise<boolean> {
    const { total } = await this.store.page(batch.id, {
      state: ['CREATED', 'UPDATED', 'UNCHANGED', 'REFUSED'],
      offset: 0,
      limit: 1,
    });
    return total > 0;
  }

  /** All or nothing: rows are checked once more before the first is written. @returns false when it goes back to the people */
  private async stillClean(batch: BatchRow, { actor }: HandlerContext): Promise<boolean> {
    for (let after = 0; ;) {
      const rows = await this.store.validAfter(batch.id, after, 500);
      if (!rows.length) return true;
      const clean = await this.uow.run(
        { actor, action: 'registry.recheck-import', journal: 'import_row' },
        async (tx) => {
          const checked = await this.rows.kind(batch).check(
            tx,
            rows.map((r) => this.rows.toCheck(r)),
            this.rows.importer(batch),
            tx.now,
          );
          const bad = checked.filter((c) => c.faults.length);
          for (const c of bad)
            await this.store.setRow(tx, batch.id, c.rowNo, { state: 'FAULTY', effect: null, faults: c.faults });
          if (!bad.length) return true;
          await tx.update(
            'import_batch',
            { id: batch.id, state: 'WRITING' },
            { state: 'AWAITING_CONFIRMATION', policy: null },
          );
          await this.jobs.finish(tx, batch.writeJobId!, {
            state: 'CANCELLED',
            result: { importId: batch.id },
            error: `${bad.length} 行在确认后与名册冲突，没有写入任何数据`,
          });
          return false;
        },
      );
      if (!clean) return false;
      after = rows.at(-1)!.rowNo;
    }
  }

  /** @returns false when nothing is left */
  private async chunk(batch: BatchRow, context: HandlerContext, size: number, again = true): Promise<boolean> {
    try {
      return await this.uow.run(
        { actor: context.actor, action: 'registry.write-import', journal: 'import_row' },
        (tx) => this.writeChunk(tx, batch, size),
      );
    } catch (e) {
      // Somebody else made one of these people meanwhile, or one row breaks a key: find it by writing one at a time.
      if (!isDuplicateKey(e) && !(e instanceof DomainError && e.code === 'PLATFORM_CONFLICT')) throw e;
      if (size > 1) return this.chunk(batch, context, 1);
      if (again) return this.chunk(batch, context, 1, false);
      return this.refuseFirst(batch, context);
    }
  }

  private async writeChunk(tx: Tx, batch: BatchRow, size: number): Promise<boolean> {
    const now = await this.store.lock(tx, batch.id);
    if (now?.state !== 'WRITING') return false;
    const rows = await this.store.nextValid(tx, batch.id, size);
    const cancelled = rows.length > 0 && (await this.jobs.cancelRequested(batch.writeJobId!));
    if (!rows.length && (await this.endAbsent(tx, now))) return true;
    if (!rows.length || cancelled) {
      await this.finish(tx, batch, cancelled ? 'CANCELLED' : 'DONE');
      return false;
    }
    const results = await this.rows.kind(batch).write(
      tx,
      rows.map((r) => this.rows.toCheck(r)),
      this.rows.importer(batch),
      batch.id,
    );
    await this.store.markRows(tx, batch.id, results.map(markOf));
    const refused = results.filter((r) => r.faults.length).length;
    const same = results.filter((r) => r.effect === 'SAME').length;
    await this.jobs.progress(tx, batch.writeJobId!, {
      done: results.length - refused - same,
      failed: refused,
      skipped: same,
    });
    return true;
  }

  /** After the last row: what the list does not have, a chunk at a time. @returns false when nothing is left to end */
  private async endAbsent(tx: Tx, batch: BatchRow): Promise<boolean> {
    const { absent } = this.rows.kind(batch);
    if (batch.absentPolicy !== 'END' || !absent || (await this.jobs.cancelRequested(batch.writeJobId!))) return false;
    const f = { endOn: batch.absentOn!, reason: batch.absentReason! };
    const n = await absent.end(tx, { id: batch.id, who: this.rows.importer(batch) }, f, CHUNK);
    if (!n) return false;
    await tx.execute('UPDATE import_batch SET absent_ended = absent_ended + ? WHERE id = ?', [n, batch.id]);
    await this.jobs.progress(tx, batch.writeJobId!, { done: n });
    return true;
  }

  private refuseFirst(batch: BatchRow, { actor }: HandlerContext): Promise<boolean> {
    return this.uow.run({ actor, action: 'registry.refuse-row', journal: 'import_row' }, async (tx) => {
      const [row] = await this.store.nextValid(tx, batch.id, 1);
      if (!row) return true;
      await this.store.setRow(tx, batch.id, row.rowNo, {
        state: 'REFUSED',
        effect: null,
        faults: [this.rows.kind(batch).taken],
      });
      await this.jobs.progress(tx, batch.writeJobId!, { failed: 1 });
      return true;
    });
  }

  private async finish(tx: Tx, batch: BatchRow, state: 'DONE' | 'CANCELLED'): Promise<void> {
    const counts = await this.store.counts(tx, batch.id);
    await tx.update('import_batch', { id: batch.id, state: 'WRITING' }, { state, finishedAt: tx.now });
    await this.jobs.finish(tx, batch.writeJobId!, { state, result: { importId: batch.id, counts } });
    await tx.audit({
      action: 'registry.finish-import',
      object: { type: 'import', id: batch.id },
      details: { state, counts },
    });
  }

  private async failed(batch: BatchRow, e: unknown, { actor }: HandlerContext): Promise<void> {
    await this.uow.run({ actor, action: 'registry.fail-import' }, async (tx) => {
      await this.jobs.finish(tx, batch.writeJobId!, {
        state: 'FAILED',
        result: { importId: batch.id },
        error: '写入中断，已写入的行保留，其余未写入。管理员可重新执行这项任务',
      });
      await tx.audit({
        object: { type: 'import', id: batch.id },
        details: { code: e instanceof DomainError ? e.code : 'PLATFORM_INTERNAL' },
      });
    });
  }
}

const markOf = (r: CheckedRow) =>
  r.faults.length
    ? { rowNo: r.rowNo, state: 'REFUSED' as const, effect: null, objectId: null, faults: r.faults }
    : { rowNo: r.rowNo, state: STATE_OF[r.effect!], effect: r.effect, objectId: r.objectId, faults: [] };
