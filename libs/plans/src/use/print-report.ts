import { Injectable } from '@nestjs/common';
import { DomainError } from '@app/kernel';
import { type Actor, errorCatalogue, Files, UnitOfWork, WorkJobs } from '@app/platform';
import { PrintReport } from '../report.events';
import { reportPaper, rollupPaper } from './report-paper';
import { ReportPrinter } from './report-printer';
import { ReportQueries } from './report.queries';
import { ReportRollup } from './report-rollup';

const MIME = 'application/pdf';
type What = { dutyId: string } | { obligationId: string; year: number };
/** What the job needs: and, frozen, through whose eyes it looks. */
interface Order {
  what: What;
  who: Pick<Actor, 'role' | 'scope' | 'personId' | 'name' | 'grantId' | 'lang'>;
}

/** The paper of a report or of a roll-up, made in the background like every file people wait for. */
@Injectable()
export class PrintReports {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: WorkJobs,
    private readonly files: Files,
    private readonly printer: ReportPrinter,
    private readonly queries: ReportQueries,
    private readonly rollup: ReportRollup,
  ) {}

  /** @returns id of the job @throws PLATFORM_NOT_FOUND outside the actor's area */
  async order(actor: Actor, what: What): Promise<string> {
    const title = await this.titleOf(actor, what);
    const { role, scope, personId, name, grantId, lang } = actor;
    const input: Order = { what, who: { role, scope, personId, name, grantId, lang } };
    return this.uow.run({ actor, action: 'plans.order-report-paper', input: what }, async (tx) => {
      const jobId = await this.jobs.open(tx, { kind: 'report.paper', title, total: 1, input });
      await tx.enqueue(PrintReport, { jobId });
      await tx.audit({ object: { type: 'report', id: 'dutyId' in what ? what.dutyId : what.obligationId } });
      return jobId;
    });
  }

  /** Prints an ordered paper. @throws RenderInterrupted: another try may help */
  async print(worker: Actor, jobId: string, lastTry: boolean): Promise<void> {
    const job = await this.jobs.get(worker, jobId);
    if (!['WAITING', 'RUNNING'].includes(job.state)) return;
    const { what, who } = (typeof job.input === 'string' ? JSON.parse(job.input) : job.input) as Order;
    const actor: Actor = { ...who, accountId: job.accountId, sessionId: null, requestId: worker.requestId, ip: null };
    try {
      const pdf =
        'dutyId' in what
          ? await this.printer.pdf('report-v1', reportPaper(await this.queries.report(actor, what.dutyId)))
          : await this.printer.pdf('report-rollup-v1', rollupPaper(await this.rollup.run(actor, what)));
      const { hash } = await this.files.put(pdf, MIME);
      await this.finish(worker, jobId, { state: 'DONE', file: { hash, name: `${job.title}.pdf` } });
    } catch (e) {
      const domain = e instanceof DomainError;
      if (!domain && !lastTry) throw e;
      const error = domain
        ? errorCatalogue.text(e.code, e.params, actor.lang)
        : errorCatalogue.text('PLATFORM_INTERNAL', {}, actor.lang);
      await this.finish(worker, jobId, { state: 'FAILED', error });
      throw e;
    }
  }

  private finish(worker: Actor, jobId: string, end: Parameters<WorkJobs['finish']>[2]): Promise<void> {
    return this.uow.run({ actor: worker, action: 'plans.finish-report-paper' }, async (tx) => {
      if (end.state === 'DONE') await this.jobs.progress(tx, jobId, { done: 1 });
      await this.jobs.finish(tx, jobId, end);
      await tx.audit({ object: { type: 'work_job', id: jobId }, details: { file: end.file?.hash ?? null } });
    });
  }

  private async titleOf(actor: Actor, what: What): Promise<string> {
    if ('dutyId' in what) {
      const { duty } = await this.queries.report(actor, what.dutyId);
      return `${duty.regionName}${duty.year}年${duty.label.zh}`;
    }
    const { first, year } = await this.rollup.run(actor, what);
    return `${year}年${first.label.zh}汇总`;
  }
}
