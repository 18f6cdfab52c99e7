import { Injectable } from '@nestjs/common';
import { DomainError } from '@app/kernel';
import {
  errorCatalogue,
  Files,
  type HandlerContext,
  openSheet,
  type SheetRow,
  UnitOfWork,
  WorkJobs,
} from '@app/platform';
import { type BatchRow, ImportStore } from '../data/import.store';
import { ImportRows } from './import-check';
import { TEMPLATES } from './import-templates';

const CHUNK = 500;
export const TRIES = 4;

/**
 * Reads the file and stages its rows with what is wrong with each. Nothing is written to the registry. Each chunk is
 * one transaction that holds the batch: killed anywhere, the next run goes on after the last committed line.
 */
@Injectable()
export class RunStageImport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: ImportStore,
    private readonly files: Files,
    private readonly rows: ImportRows,
    private readonly jobs: WorkJobs,
  ) {}

  async run(importId: string, context: HandlerContext): Promise<void> {
    const batch = await this.store.batch(importId);
    if (batch?.state !== 'STAGING') return;
    try {
      const sheet = await openSheet(await this.files.bytes(batch.fileHash), batch.fileMime, TEMPLATES[batch.kind]);
      await this.opened(batch, sheet.total, sheet.unknown, context);
      await this.rowsOf(batch, sheet.rows(), context);
    } catch (e) {
      if (!(e instanceof DomainError) && context.attempt < TRIES) throw e;
      await this.failed(batch, e, context);
      if (!(e instanceof DomainError)) throw e;
    }
  }

  private async opened(batch: BatchRow, total: number, unknown: string[], { actor }: HandlerContext): Promise<void> {
    await this.uow.run({ actor, action: 'registry.stage-import', journal: 'import_row' }, async (tx) => {
      await this.jobs.progress(tx, batch.stageJobId, { total });
      await tx.update('import_batch', { id: batch.id }, { totalRows: total, unknownColumns: unknown }, false);
    });
  }

  /** Goes on after the last committed line; the list goes by, only a chunk of it is held. */
  private async rowsOf(batch: BatchRow, rows: AsyncIterable<SheetRow>, context: HandlerContext): Promise<void> {
    let chunk: SheetRow[] = [];
    for await (const { rowNo, values, digitsLost } of rows) {
      chunk.push({ rowNo, values, digitsLost });
      if (chunk.length < CHUNK) continue;
      if (!(await this.chunk(batch, chunk, context, false))) return;
      chunk = [];
    }
    await this.chunk(batch, chunk, context, true);
  }

  /** @returns false when the import is over */
  private chunk(batch: BatchRow, given: SheetRow[], { actor }: HandlerContext, last: boolean): Promise<boolean> {
    return this.uow.run({ actor, action: 'registry.stage-import', journal: 'import_row' }, async (tx) => {
      const now = await this.store.lock(tx, batch.id);
      if (now?.state !== 'STAGING') return false;
      if (await this.jobs.cancelRequested(batch.stageJobId)) {
        await this.jobs.finish(tx, batch.stageJobId, { state: 'CANCELLED' });
        await tx.update('import_batch', { id: batch.id }, { state: 'CANCELLED', finishedAt: tx.now });
        return false;
      }
      const done = await this.store.lastRow(tx, batch.id);
      const chunk = given.filter((r) => r.rowNo > done);
      if (!chunk.length && !last) return true;
      const staged = await this.rows.check(tx, batch, chunk);
      await this.store.addRows(tx, batch.id, staged);
      const failed = staged.filter((r) => r.state === 'FAULTY').length;
      const skipped = staged.filter((r) => r.effect === 'SAME').length;
      await this.jobs.progress(tx, batch.stageJobId, { done: staged.length - failed - skipped, failed, skipped });
      if (!last) return true;
      await tx.update('import_batch', { id: batch.id }, { state: 'AWAITING_CONFIRMATION' });
      await this.jobs.finish(tx, batch.stageJobId, { state: 'AWAITING_CONFIRMATION', result: { importId: batch.id } });
      return false;
    });
  }

  private async failed(batch: BatchRow, e: unknown, { actor }: HandlerContext): Promise<void> {
    const fault =
      e instanceof DomainError ? { code: e.code, params: e.params } : { code: 'PLATFORM_INTERNAL', params: {} };
    await this.uow.run({ actor, action: 'registry.fail-import' }, async (tx) => {
      await tx.update(
        'import_batch',
        { id: batch.id, state: 'STAGING' },
        { state: 'FAILED', fault, finishedAt: tx.now },
      );
      await this.jobs.finish(tx, batch.stageJobId, {
        state: 'FAILED',
        error: errorCatalogue.text(fault.code, fault.params, 'zh-CN'),
        result: { importId: batch.id },
      });
      await tx.audit({ object: { type: 'import', id: batch.id }, details: { code: fault.code } });
    });
  }
}
