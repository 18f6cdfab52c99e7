import { Injectable } from '@nestjs/common';
import { type Actor, notFound, requestContext, UnitOfWork, WorkJobs } from '@app/platform';
import { ImportStore } from '../data/import.store';
import { aheadOfNews, ReturnImport } from '../registry.jobs';

/** Orders the uploaded list with one more column that says what is wrong. */
@Injectable()
export class OrderReturnedList {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: ImportStore,
    private readonly jobs: WorkJobs,
  ) {}

  /** @returns id of the job whose result is the file @throws PLATFORM_NOT_FOUND */
  async run(actor: Actor, importId: string): Promise<string> {
    const b = await this.store.own(actor.accountId, importId);
    if (!b) throw notFound();
    return this.uow.run({ actor, action: 'registry.order-returned-list', input: { importId } }, async (tx) => {
      const jobId = await this.jobs.open(tx, {
        kind: 'registry.return-list',
        title: b.fileName,
        total: b.totalRows,
        input: { importId, lang: requestContext.lang() },
      });
      await tx.enqueue(ReturnImport, { importId, jobId }, aheadOfNews(tx.now));
      await tx.audit({ object: { type: 'import', id: importId } });
      return jobId;
    });
  }
}
