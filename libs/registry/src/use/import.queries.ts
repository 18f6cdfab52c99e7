import { Injectable } from '@nestjs/common';
import { maskCitizenId, maskPhone } from '@app/kernel';
import {
  type Actor,
  Db,
  errorCatalogue,
  Files,
  inLang,
  type Lang,
  notFound,
  requestContext,
  writeTemplate,
  XLSX,
} from '@app/platform';
import { type BatchRow, type Effect, ImportStore, type RowState, type StagedRow } from '../data/import.store';
import { faultText } from '../domain/import-faults';
import { ImportRows } from './import-check';
import { type ImportKind, PRIVATE_COLUMNS, TEMPLATES } from './import-templates';

interface JobRow {
  id: string;
  state: string;
  total: number;
  done: number;
  failed: number;
  skipped: number;
}

const FILTERS: Record<string, { state: RowState[]; effect?: Effect }> = {
  FAULTY: { state: ['FAULTY', 'REFUSED'] },
  TO_CREATE: { state: ['VALID', 'CREATED'], effect: 'NEW' },
  TO_UPDATE: { state: ['VALID', 'UPDATED'], effect: 'CHANGE' },
  SAME: { state: ['VALID', 'UNCHANGED'], effect: 'SAME' },
  WRITTEN: { state: ['CREATED', 'UPDATED', 'UNCHANGED'] },
};

const json = <T>(v: unknown): T | null => (v == null ? null : typeof v === 'string' ? (JSON.parse(v) as T) : (v as T));
const stem = (name: string) => name.replace(/\.[^.]+$/, '');

/** Reads of imports: only the account that uploaded sees them. */
@Injectable()
export class ImportQueries {
  constructor(
    private readonly db: Db,
    private readonly store: ImportStore,
    private readonly rows: ImportRows,
    private readonly files: Files,
  ) {}

  async list(actor: Actor, offset: number, limit: number) {
    const page = await this.store.list(actor.accountId, offset, limit);
    return { total: page.total, rows: await this.shapes(page.rows) };
  }

  async get(actor: Actor, id: string) {
    const b = await this.store.own(actor.accountId, id);
    if (!b) throw notFound();
    return (await this.shapes([b]))[0]!;
  }

  private async shapes(batches: BatchRow[]) {
    const jobIds = batches.flatMap((b) => [b.stageJobId, ...(b.writeJobId ? [b.writeJobId] : [])]);
    const [jobs, counts] = batches.length
      ? await Promise.all([
          this.db.query<JobRow>('SELECT id, state, total, done, failed, skipped FROM work_job WHERE id IN (?)', [
            jobIds,
          ]),
          this.db.query<{ batchId: string; state: RowState; effect: Effect | null; n: string }>(
            'SELECT batch_id, state, effect, COUNT(*) AS n FROM import_row WHERE batch_id IN (?) GROUP BY batch_id, state, effect',
            [batches.map((b) => b.id)],
          ),
        ])
      : [[], []];
    return batches.map((b) => {
      const mine = counts.filter((c) => c.batchId === b.id);
      const sum = (fits: (c: { state: RowState; effect: Effect | null }) => boolean) =>
        mine.filter(fits).reduce((n, c) => n + Number(c.n), 0);
      const job = (id: string | null) => jobs.find((j) => j.id === id) ?? null;
      const fault = json<{ code: string; params: Record<string, unknown> }>(b.fault);
      // Cancelled from the list of jobs before it was confirmed: the batch follows its job.
      const given =
        b.state === 'AWAITING_CONFIRMATION' && job(b.stageJobId)?.state === 'CANCELLED' ? 'CANCELLED' : b.state;
      return {
        id: b.id,
        kind: b.kind,
        fileName: b.fileName,
        state: given,
        policy: b.policy,
        createdAt: b.createdAt,
        finishedAt: b.finishedAt,
        unknownColumns: json<string[]>(b.unknownColumns) ?? [],
        fault: fault && (errorCatalogue.text(fault.code, fault.params) ?? fault.code),
        stage: job(b.stageJobId),
        write: job(b.writeJobId),
        counts: {
          total: b.totalRows,
          staged: sum(() => true),
          faulty: sum((c) => c.state === 'FAULTY'),
          toCreate: sum((c) => c.state === 'VALID' && c.effect === 'NEW'),
          toUpdate: sum((c) => c.state === 'VALID' && c.effect === 'CHANGE'),
          same: sum((c) => c.state === 'VALID' && c.effect === 'SAME'),
          created: sum((c) => c.state === 'CREATED'),
          updated: sum((c) => c.state === 'UPDATED'),
          unchanged: sum((c) => c.state === 'UNCHANGED'),
          refused: sum((c) => c.state === 'REFUSED'),
        },
        absentKnown: this.rows.kind(b).absent !== undefined,
        absentPolicy: b.absentPolicy,
        absentOn: b.absentOn,
        absentReason: b.absentReason,
        absentEnded: b.absentEnded,
      };
    });
  }

  /** What is on record about the institutions of the list and not in it; known once every row is staged. */
  async absent(actor: Actor, id: string, p: { offset: number; limit: number }) {
    const b = await this.store.own(actor.accountId, id);
    if (!b) throw notFound();
    const { absent } = this.rows.kind(b);
    if (!absent || b.state !== 'AWAITING_CONFIRMATION') return { rows: [], total: 0 };
    return absent.page({ id, who: this.rows.importer(b) }, p);
  }

  /** A page of the preview: faulty rows first, numbers masked unless they are what is wrong. */
  async page(actor: Actor, id: string, f: { filter?: string; offset: number; limit: number }) {
    const b = await this.store.own(actor.accountId, id);
    if (!b) throw notFound();
    const page = await this.store.page(id, { ...FILTERS[f.filter ?? ''], offset: f.offset, limit: f.limit });
    return { total: page.total, rows: page.rows.map((r) => this.rowShape(b, r)) };
  }

  private rowShape(b: BatchRow, r: StagedRow) {
    const lang = requestContext.lang();
    const { values } = this.rows.open(r);
    const wrong = new Set(r.faults.flatMap((f) => f.column ?? []));
    return {
      rowNo: r.rowNo,
      state: r.state,
      effect: r.effect,
      objectId: r.objectId,
      faults: this.faultTexts(b, r, lang),
      cells: TEMPLATES[b.kind].columns.flatMap((c) =>
        values[c.key] || wrong.has(c.key)
          ? [
              {
                column: c.key,
                label: inLang(c, lang),
                value: shown(c.key, values[c.key] ?? '', wrong.has(c.key)),
                wrong: wrong.has(c.key),
                words: (c.words ?? []).map((w) => inLang(w, lang)),
                day: c.kind === 'DAY',
              },
            ]
          : [],
      ),
    };
  }

  faultTexts(b: Pick<BatchRow, 'kind'>, r: Pick<StagedRow, 'faults'>, lang: Lang) {
    const columns = new Map(TEMPLATES[b.kind].columns.map((c) => [c.key, c]));
    const labelOf = (key: string) => {
      const c = columns.get(key);
      return c ? inLang(c, lang) : key;
    };
    return r.faults.map((f) => ({ column: f.column, code: f.code, message: faultText(f, lang, labelOf) }));
  }

  /** The empty list to fill in, in the reader's language: a signed link. */
  async templateLink(actor: Actor, kind: ImportKind): Promise<string> {
    const lang = requestContext.lang();
    const template = TEMPLATES[kind];
    const { hash } = await this.files.put(await this.template(kind, lang), XLSX);
    const name = `${inLang(template.title, lang)}${lang === 'en' ? ' template' : '导入模板'}.xlsx`;
    return this.files.link({ hash, name, mime: XLSX, accountId: actor.accountId });
  }

  private readonly made = new Map<string, Promise<Buffer>>();

  /** Made once per process and language: the file carries no data. */
  private template(kind: ImportKind, lang: Lang): Promise<Buffer> {
    const key = `${kind} ${lang}`;
    let made = this.made.get(key);
    if (!made) this.made.set(key, (made = writeTemplate(TEMPLATES[kind], lang)));
    return made;
  }

  /** The list as it was uploaded. */
  async originalLink(actor: Actor, id: string): Promise<string> {
    const b = await this.store.own(actor.accountId, id);
    if (!b) throw notFound();
    return this.files.link({ hash: b.fileHash, name: b.fileName, mime: b.fileMime, accountId: actor.accountId });
  }

  returnedName(b: BatchRow, lang: Lang): string {
    return `${stem(b.fileName)}${lang === 'en' ? ' with reasons' : '（标注错误原因）'}.xlsx`;
  }
}

function shown(column: string, value: string, wrong: boolean): string {
  if (wrong || !PRIVATE_COLUMNS.has(column)) return value;
  if (column === 'phone') return maskPhone(value);
  return maskCitizenId(value);
}
