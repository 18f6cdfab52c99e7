import { Injectable } from '@nestjs/common';
import { type Day, dayOf } from '@app/kernel';
import { type Actor, notFound, type Tx, UnitOfWork, WorkJobs } from '@app/platform';
import { type BatchRow, ImportStore } from '../data/import.store';
import { fail } from '../registry.errors';
import { refuse } from '../place.errors';
import { aheadOfNews, WriteImport } from '../registry.jobs';
import { ImportRows } from './import-check';

export interface EndAbsent {
  endOn: Day;
  reason: string;
  /** how many the page showed */
  seen: number;
}

export type ImportPolicy = 'ONLY_VALID' | 'ALL_OR_NOTHING';

/** The importer's own batch, locked; in the role and scope it was uploaded in. @throws PLATFORM_NOT_FOUND */
export async function lockOwnBatch(tx: Tx, store: ImportStore, id: string): Promise<BatchRow> {
  const { actor } = tx;
  const b = await store.lock(tx, id);
  const same =
    b?.accountId === actor.accountId &&
    b.role === actor.role &&
    (actor.scope.kind === 'ORGANISATION' ? actor.scope.organisationId : null) === b.organisationId &&
    (actor.scope.kind === 'REGION' ? actor.scope.regionCode : null) === b.regionCode;
  if (!same) throw notFound();
  return b;
}

/** Says yes to a staged import; the rows are written by a job. */
@Injectable()
export class ConfirmImport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: ImportStore,
    private readonly jobs: WorkJobs,
    private readonly rows: ImportRows,
  ) {}

  /** @throws REGISTRY_ABSENT_POLICY, REGISTRY_ABSENT_FAULTY, REGISTRY_ABSENT_CHANGED, REGISTRY_IMPORT_STATE, REGISTRY_IMPORT_HAS_FAULTS, REGISTRY_IMPORT_NOTHING_VALID, PLATFORM_NOT_FOUND */
  async run(actor: Actor, input: { id: string; policy: ImportPolicy; endAbsent?: EndAbsent | null }): Promise<void> {
    await this.uow.run({ actor, action: 'registry.confirm-import', input }, async (tx) => {
      const batch = await lockOwnBatch(tx, this.store, input.id);
      if (batch.state !== 'AWAITING_CONFIRMATION' || (await this.jobs.cancelRequested(batch.stageJobId)))
        throw fail('REGISTRY_IMPORT_STATE', { state: batch.state });
      const counts = await this.store.counts(tx, batch.id);
      const sum = (state: string) => counts.filter((c) => c.state === state).reduce((n, c) => n + c.n, 0);
      const faulty = sum('FAULTY');
      if (input.policy === 'ALL_OR_NOTHING' && faulty) throw fail('REGISTRY_IMPORT_HAS_FAULTS', { count: faulty });
      if (!sum('VALID')) throw fail('REGISTRY_IMPORT_NOTHING_VALID');
      const absent = input.endAbsent ? await this.absent(batch, input.endAbsent, faulty, dayOf(tx.now)) : 0;
      const writeJobId = await this.jobs.open(tx, {
        kind: `registry.write-${batch.kind.toLowerCase()}`,
        title: batch.fileName,
        total: sum('VALID') + absent,
        input: { importId: batch.id },
        organisationId: batch.organisationId,
        regionCode: batch.regionCode,
      });
      await tx.update(
        'import_batch',
        { id: batch.id, state: 'AWAITING_CONFIRMATION' },
        {
          state: 'WRITING',
          policy: input.policy,
          absentPolicy: input.endAbsent ? 'END' : 'KEEP',
          absentOn: input.endAbsent?.endOn ?? null,
          absentReason: input.endAbsent?.reason.trim() ?? null,
          writeJobId,
          confirmedAt: tx.now,
        },
      );
      await this.jobs.finish(tx, batch.stageJobId, { state: 'DONE', result: { importId: batch.id } });
      await tx.enqueue(WriteImport, { importId: batch.id }, aheadOfNews(tx.now));
      await tx.audit({
        object: { type: 'import', id: batch.id },
        reason: input.endAbsent?.reason ?? null,
        details: {
          policy: input.policy,
          valid: sum('VALID'),
          faulty,
          absent,
          absentOn: input.endAbsent?.endOn ?? null,
        },
      });
    });
  }

  /** The absent are ended only as they were shown, and only when every row could be told apart. */
  private async absent(batch: BatchRow, f: EndAbsent, faulty: number, today: Day): Promise<number> {
    const { absent } = this.rows.kind(batch);
    if (!absent || f.endOn > today) throw refuse('REGISTRY_ABSENT_POLICY');
    if (faulty) throw refuse('REGISTRY_ABSENT_FAULTY', { count: faulty });
    const { total } = await absent.page({ id: batch.id, who: this.rows.importer(batch) }, { offset: 0, limit: 1 });
    if (total !== f.seen) throw refuse('REGISTRY_ABSENT_CHANGED', { count: total, seen: f.seen });
    return total;
  }

  /** Gives a staged import up, or stops one that is being written after its present chunk. */
  async cancel(actor: Actor, id: string): Promise<void> {
    await this.uow.run({ actor, action: 'registry.cancel-import', input: { id } }, async (tx) => {
      const batch = await lockOwnBatch(tx, this.store, id);
      if (!['STAGING', 'AWAITING_CONFIRMATION', 'WRITING'].includes(batch.state))
        throw fail('REGISTRY_IMPORT_STATE', { state: batch.state });
      if (batch.state === 'WRITING') await tx.update('work_job', { id: batch.writeJobId }, { cancelRequested: 1 });
      else {
        await tx.update('import_batch', { id }, { state: 'CANCELLED', finishedAt: tx.now });
        await this.jobs.finish(tx, batch.stageJobId, { state: 'CANCELLED', result: { importId: id } });
      }
      await tx.audit({ object: { type: 'import', id }, details: { from: batch.state } });
    });
  }
}
