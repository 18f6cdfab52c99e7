import { Inject, Injectable } from '@nestjs/common';
import { type Clock, DomainError } from '@app/kernel';
import type { Actor } from '../auth/actor';
import { CLOCK } from '../config/config.module';
import { UnitOfWork } from '../db/unit-of-work';
import { Files } from '../files/files';
import { type Handler, type HandlerContext, Handles } from '../outbox/handlers';
import { errorCatalogue, notFound } from '../platform.errors';
import { writeTable, XLSX } from '../sheets';
import { WorkJobs } from '../work/work-jobs';
import { exportFault } from './export.errors';
import { beijingTime, type ListExport, ListExports } from './list-export';
import { type ExportOrder, MOST_ROWS, WriteListExport } from './order-list-export';

const PAGE = 500;
const TRIES = 3;
const ROUNDS = 3;
const OPEN = ['WAITING', 'RUNNING'];

/** One export under way. */
interface Run {
  jobId: string;
  list: ListExport;
  order: ExportOrder;
  /** through whose eyes the list is read */
  who: Actor;
  /** who writes the job's progress */
  worker: Actor;
}

class Written {
  readonly rows = new Set<string>();
  readonly persons = new Set<string>();
  /** printed under the rows; filled when the last of them was written */
  readonly notes: string[] = [];
  total = 0;
  stopped = false;
}

/** Writes an ordered list page by page and hangs the file on the job. */
@Injectable()
@Handles(WriteListExport, 'platform.write-list-export', { queue: 'interactive', attempts: TRIES })
export class WriteListExportHandler implements Handler<{ jobId: string }> {
  constructor(
    private readonly lists: ListExports,
    private readonly jobs: WorkJobs,
    private readonly files: Files,
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run({ jobId }: { jobId: string }, { actor: worker, attempt }: HandlerContext): Promise<void> {
    const job = await this.jobs.get(worker, jobId);
    if (!OPEN.includes(job.state)) return;
    const order = (typeof job.input === 'string' ? JSON.parse(job.input) : job.input) as ExportOrder;
    try {
      const list = this.lists.find(order.code);
      if (!list) throw notFound();
      const { requestId } = worker;
      const who = { ...order.who, accountId: job.accountId, sessionId: null, requestId, ip: null, lang: order.lang };
      const run: Run = { jobId, list, order, who, worker };
      for (let round = 1; round <= ROUNDS; round++) {
        const written = new Written();
        const data = await this.table(run, written);
        if (written.stopped) return;
        // Rows that come or go between two pages shift those behind them: then once more. The notes say so in the end.
        if (written.rows.size === written.total || round === ROUNDS) return await this.finish(run, written, data);
      }
    } catch (e) {
      const final = e instanceof DomainError;
      if (attempt < TRIES && !final) throw e;
      const text = final
        ? errorCatalogue.text(e.code, e.params, order.lang)
        : errorCatalogue.text('PLATFORM_INTERNAL', {}, order.lang);
      await this.uow.run({ actor: worker, action: 'platform.fail-list-export' }, async (tx) => {
        await this.jobs.finish(tx, jobId, { state: 'FAILED', error: text });
        await tx.audit({ object: { type: 'export', id: jobId }, details: { list: order.code } });
      });
      throw e;
    }
  }

  private table(run: Run, written: Written): Promise<Buffer> {
    const { list, order } = run;
    const en = order.lang === 'en';
    return writeTable(
      {
        sheet: en ? list.title.en : list.title.zh,
        columns: list.columns.map((c) => ({ heading: en ? c.en : c.zh, kind: c.kind, width: c.width })),
        notes: written.notes,
      },
      this.rows(run, written),
    );
  }

  private async *rows(run: Run, written: Written): AsyncGenerator<(string | number | null)[]> {
    const { list, order, who } = run;
    const filter = order.filter as object;
    for (let offset = 0; ; offset += PAGE) {
      const page = await list.page(who, filter, { offset, limit: PAGE });
      if (page.total > MOST_ROWS) throw exportFault('PLATFORM_EXPORT_TOO_MANY', { total: page.total, max: MOST_ROWS });
      written.total = page.total;
      for (const row of page.rows) {
        const id = list.idOf(row);
        if (written.rows.has(id)) continue;
        written.rows.add(id);
        const person = list.personOf?.(row);
        if (person) written.persons.add(person);
        yield list.columns.map((c) => c.of(row, order.lang) ?? null);
      }
      if (!(await this.step(run, written))) return;
      if (page.rows.length < PAGE) break;
    }
    written.notes.push(...((await list.notes?.(who, filter, order.lang)) ?? []), ...this.closing(run, written));
  }

  private closing({ order, who }: Run, written: Written): string[] {
    const at = beijingTime(this.clock.now());
    const n = written.rows.size;
    const whole = n === written.total;
    if (order.lang === 'en')
      return [
        `${n} ${n === 1 ? 'row' : 'rows'} as of ${at} (Beijing time). Exported by ${who.name}.${order.purpose ? ` Purpose: ${order.purpose}` : ''}`,
        ...(whole
          ? []
          : ['The list changed while it was being exported; single rows may be missing. Export it again.']),
      ];
    return [
      `共 ${n} 行，数据截至 ${at}（北京时间）。导出人：${who.name}。${order.purpose ? `用途：${order.purpose}` : ''}`,
      ...(whole ? [] : ['导出期间名单有变动，个别行可能缺漏，请重新导出。']),
    ];
  }

  /** Tells how far it is. @returns false when it was cancelled, or another worker has finished it */
  private step({ jobId, worker }: Run, written: Written): Promise<boolean> {
    return this.uow.run({ actor: worker, action: 'platform.write-list-export', journal: 'work_job' }, async (tx) => {
      const job = await tx.one<{ state: string; cancelRequested: number }>(
        'SELECT state, cancel_requested FROM work_job WHERE id = ? FOR UPDATE',
        [jobId],
      );
      const goOn = job !== undefined && OPEN.includes(job.state) && job.cancelRequested === 0;
      written.stopped = !goOn;
      if (goOn)
        await tx.execute(
          "UPDATE work_job SET state = 'RUNNING', started_at = COALESCE(started_at, ?), total = ?, done = ? WHERE id = ?",
          [tx.now, written.total, written.rows.size, jobId],
        );
      else if (job && OPEN.includes(job.state)) await this.jobs.finish(tx, jobId, { state: 'CANCELLED' });
      return goOn;
    });
  }

  /** The row decides when two workers had the same job: only one file hangs on it, and persons are logged once. */
  private async finish(run: Run, written: Written, data: Buffer): Promise<void> {
    const { jobId, list, order, who, worker } = run;
    if (!(await this.step(run, written))) return;
    const { hash } = await this.files.put(data, XLSX);
    const title = order.lang === 'en' ? list.title.en : list.title.zh;
    const name = `${title} ${beijingTime(this.clock.now()).slice(0, 10)}.xlsx`;
    await this.uow.run({ actor: worker, action: 'platform.finish-list-export', journal: 'work_job' }, async (tx) => {
      const open = await tx.one("SELECT id FROM work_job WHERE id = ? AND state = 'RUNNING' FOR UPDATE", [jobId]);
      if (!open) return;
      await list.exported?.(tx, [...written.persons], order.purpose, who);
      const rows = written.rows.size;
      await tx.execute('UPDATE work_job SET total = ?, done = ? WHERE id = ?', [rows, rows, jobId]);
      await this.jobs.finish(tx, jobId, { state: 'DONE', result: { rows }, file: { hash, name } });
      await tx.audit({ object: { type: 'export', id: jobId }, details: { list: order.code, rows, file: hash } });
    });
  }
}
