import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { UnitOfWork } from '../db/unit-of-work';
import { Files } from '../files/files';
import type { Lang } from '../log/context';
import { type Handler, type HandlerContext, Handles } from '../outbox/handlers';
import { defineJob } from '../outbox/refs';
import { writeTable, XLSX } from '../sheets';
import { type WorkJobRow, WorkJobs } from '../work/work-jobs';
import { AuditSealer, AuditVerifier } from './audit-sealer';
import { type AuditFilter, AuditQueries } from './audit.queries';

export const CheckAuditChain = defineJob<{ jobId: string }>('platform.check-audit-chain');
export const ExportAudit = defineJob<{ jobId: string }>('platform.export-audit');

const CHUNK = 500;
/** Rows of one exported workbook: Excel opens more, people do not. */
const MOST = 50_000;

interface ExportInput {
  filter: AuditFilter;
  role: 'AUDIT_ADMIN' | 'SECURITY_ADMIN';
  lang: Lang;
}

const HEADINGS: Record<Lang, string[]> = {
  'zh-CN': ['时间', '操作人', '身份', '操作', '对象类型', '对象', '理由', '变更内容', 'IP', '请求编号', '链序号'],
  en: ['Time', 'Actor', 'Role', 'Action', 'Object type', 'Object', 'Reason', 'Changes', 'IP', 'Request', 'Chain no.'],
};

/** Orders the long acts of the audit administrator; both leave an audit entry of their own. */
@Injectable()
export class AuditOrders {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly work: WorkJobs,
    private readonly queries: AuditQueries,
  ) {}

  /** @returns the id of the job */
  check(actor: Actor): Promise<string> {
    return this.uow.run({ actor, action: 'platform.check-audit-chain', input: {} }, async (tx) => {
      const title = actor.lang === 'en' ? 'Check of the audit chain' : '校验审计链';
      const jobId = await this.work.open(tx, { kind: 'platform.check-audit-chain', title });
      await tx.enqueue(CheckAuditChain, { jobId });
      await tx.audit({ object: { type: 'audit', id: jobId } });
      return jobId;
    });
  }

  /** @returns the id of the job */
  async export(actor: Actor, filter: AuditFilter): Promise<string> {
    const total = await this.queries.count(actor, filter, MOST);
    return this.uow.run({ actor, action: 'platform.export-audit', input: { filter } }, async (tx) => {
      const title = actor.lang === 'en' ? 'Export of audit entries' : '导出审计记录';
      const input = { filter, role: actor.role, lang: actor.lang };
      const jobId = await this.work.open(tx, { kind: 'platform.export-audit', title, total, input });
      await tx.enqueue(ExportAudit, { jobId });
      await tx.audit({ object: { type: 'audit', id: jobId }, details: { filter, rows: total } });
      return jobId;
    });
  }
}

const parsed = <T>(v: unknown): T => (typeof v === 'string' ? JSON.parse(v) : v) as T;
const OVER = ['DONE', 'FAILED', 'CANCELLED'];

@Injectable()
@Handles(CheckAuditChain, 'platform.check-audit-chain', { queue: 'interactive' })
export class CheckAuditChainHandler implements Handler<{ jobId: string }> {
  constructor(
    private readonly work: WorkJobs,
    private readonly sealer: AuditSealer,
    private readonly verifier: AuditVerifier,
    private readonly uow: UnitOfWork,
  ) {}

  async run({ jobId }: { jobId: string }, { actor }: HandlerContext): Promise<void> {
    if (OVER.includes((await this.work.get(actor, jobId)).state)) return;
    await this.sealer.tick();
    const report = await this.verifier.verify();
    await this.uow.run({ actor, action: 'platform.check-audit-chain', journal: 'work_job' }, async (tx) => {
      await this.work.progress(tx, jobId, { done: report.chained, total: report.chained });
      await this.work.finish(tx, jobId, { state: 'DONE', result: report });
    });
  }
}

@Injectable()
@Handles(ExportAudit, 'platform.export-audit', { queue: 'bulk' })
export class ExportAuditHandler implements Handler<{ jobId: string }> {
  constructor(
    private readonly work: WorkJobs,
    private readonly queries: AuditQueries,
    private readonly files: Files,
    private readonly uow: UnitOfWork,
  ) {}

  async run({ jobId }: { jobId: string }, { actor }: HandlerContext): Promise<void> {
    const job = await this.work.get(actor, jobId);
    if (OVER.includes(job.state)) return;
    const input = parsed<ExportInput>(job.input);
    // A second try begins again: the counts follow the rows that are in the file.
    await this.step(actor, jobId, -job.done);
    const data = await writeTable(
      { sheet: job.title, columns: HEADINGS[input.lang].map((heading) => ({ heading })) },
      this.rows(actor, job, input),
    );
    if (await this.work.cancelRequested(jobId)) return this.finish(actor, jobId, { state: 'CANCELLED' });
    // Entries of the minute between order and export came along: what is in the file is the whole.
    const { done } = await this.work.get(actor, jobId);
    await this.uow.run({ actor, action: 'platform.export-audit', journal: 'work_job' }, (tx) =>
      this.work.progress(tx, jobId, { total: done }),
    );
    const { hash } = await this.files.put(data, XLSX);
    const name = `${job.title}-${new Date(job.createdAt).toISOString().slice(0, 10)}.xlsx`;
    await this.finish(actor, jobId, { state: 'DONE', file: { hash, name } });
  }

  private async *rows(actor: Actor, job: WorkJobRow, input: ExportInput): AsyncGenerator<(string | null)[]> {
    const reader = { ...actor, role: input.role };
    const filter = { ...input.filter, from: day(input.filter.from), to: day(input.filter.to) };
    let last: string | null = null;
    for (let n = 0; n < MOST;) {
      const chunk = await this.queries.after(reader, filter, last, Math.min(CHUNK, MOST - n));
      for (const r of chunk)
        yield [
          beijing(r.at),
          r.actorName,
          r.role,
          r.action,
          r.objectType,
          r.objectId,
          r.reason,
          r.details === null ? null : JSON.stringify(r.details),
          r.ip,
          r.requestId,
          r.seq,
        ];
      n += chunk.length;
      await this.step(actor, job.id, chunk.length);
      if (chunk.length < CHUNK || (await this.work.cancelRequested(job.id))) return;
      last = chunk.at(-1)!.id;
    }
  }

  private step(actor: Actor, jobId: string, done: number): Promise<void> {
    return this.uow.run({ actor, action: 'platform.export-audit', journal: 'work_job' }, (tx) =>
      this.work.progress(tx, jobId, { done }),
    );
  }

  private finish(actor: Actor, jobId: string, f: Parameters<WorkJobs['finish']>[2]): Promise<void> {
    return this.uow.run({ actor, action: 'platform.export-audit', journal: 'work_job' }, (tx) =>
      this.work.finish(tx, jobId, f),
    );
  }
}

const day = (v: Date | string | null | undefined): Date | null => (v ? new Date(v) : null);
/** 2026-11-21 19:30:05, Beijing time */
const beijing = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
