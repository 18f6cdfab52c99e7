import { Injectable } from '@nestjs/common';
import {
  Db,
  Files,
  type HandlerContext,
  inLang,
  type Lang,
  openSheet,
  type ReturnedRow,
  UnitOfWork,
  WorkJobs,
  writeReturned,
  XLSX,
} from '@app/platform';
import { type BatchRow, ImportStore } from '../data/import.store';
import { ImportRows } from './import-check';
import { ImportQueries } from './import.queries';
import { TEMPLATES } from './import-templates';

const PAGE = 500;
/** Of a longer list only the rows with faults come back: that is what is corrected and brought in again. */
const LARGE = 5000;

/** Makes the returned list: the file's own rows and columns with present values (corrections included) and reasons. */
@Injectable()
export class RunReturnImport {
  constructor(
    private readonly db: Db,
    private readonly uow: UnitOfWork,
    private readonly store: ImportStore,
    private readonly files: Files,
    private readonly rows: ImportRows,
    private readonly queries: ImportQueries,
    private readonly jobs: WorkJobs,
  ) {}

  async run({ importId, jobId }: { importId: string; jobId: string }, { actor }: HandlerContext): Promise<void> {
    const b = await this.store.batch(importId);
    const job = await this.db.one<{ state: string; input: unknown }>('SELECT state, input FROM work_job WHERE id = ?', [
      jobId,
    ]);
    if (!b || !job || job.state === 'DONE') return;
    const { lang } = (typeof job.input === 'string' ? JSON.parse(job.input) : job.input) as { lang: Lang };
    const data = await this.build(b, lang);
    const { hash } = await this.files.put(data.file, XLSX);
    await this.uow.run({ actor, action: 'registry.return-list' }, async (tx) => {
      if (
        !(await tx.update('work_job', { id: jobId, state: 'WAITING' }, { state: 'RUNNING', startedAt: tx.now }, false))
      )
        return;
      await this.jobs.progress(tx, jobId, { done: data.rows, total: data.rows });
      await this.jobs.finish(tx, jobId, {
        state: 'DONE',
        result: { importId },
        file: { hash, name: this.queries.returnedName(b, lang) },
      });
      await tx.audit({ object: { type: 'import', id: importId }, details: { file: hash } });
    });
  }

  private async build(b: BatchRow, lang: Lang): Promise<{ file: Buffer; rows: number }> {
    const sheet = await openSheet(await this.files.bytes(b.fileHash), b.fileMime, TEMPLATES[b.kind]);
    const large = sheet.total > LARGE;
    const raws = new Map<number, string[]>();
    for (let after = 0; ;) {
      const page = await this.store.allRows(b.id, after, PAGE);
      if (!page.length) break;
      for (const r of page) if (!large || r.faults.length) raws.set(r.rowNo, []);
      after = page.at(-1)!.rowNo;
    }
    for await (const r of sheet.rows()) if (raws.has(r.rowNo)) raws.set(r.rowNo, r.raw);
    const out: { raw: string[]; values: Record<string, string>; reasons: string[] }[] = [];
    for (let after = 0; ;) {
      const page = await this.store.allRows(b.id, after, PAGE);
      if (!page.length) break;
      for (const r of page) {
        const raw = raws.get(r.rowNo);
        if (!raw) continue;
        const { values } = this.rows.open(r);
        const reasons = this.queries.faultTexts(b, r, lang).map((f) => f.message);
        out.push({ raw, values, reasons });
      }
      after = page.at(-1)!.rowNo;
    }
    // A correction may have filled a column the file did not have.
    const extra = TEMPLATES[b.kind].columns.filter(
      (c) => !sheet.keys.includes(c.key) && out.some((r) => r.values[c.key]),
    );
    const rows = out.map((r): ReturnedRow => ({
      cells: [
        ...sheet.keys.map((key, i) => (key ? (r.values[key] ?? '') : (r.raw[i] ?? ''))),
        ...extra.map((c) => r.values[c.key] ?? ''),
      ],
      reasons: r.reasons,
    }));
    const headings = [...sheet.headings, ...extra.map((c) => inLang(c, lang))];
    return {
      file: await writeReturned(inLang(TEMPLATES[b.kind].title, lang), headings, rows, lang),
      rows: rows.length,
    };
  }
}
