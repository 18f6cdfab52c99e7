import { type Cell, cleanText } from './cell';
import { csvRows, decodeText } from './read-csv';
import { findHeadings, readSheet, rowShaper, type SheetRow } from './read-sheet';
import { sheetFault } from './sheet.errors';
import { isLargeXlsx, StreamedXlsx } from './stream-xlsx';
import { bareHeading, type SheetTemplate } from './template';

export interface StreamedRow extends SheetRow {
  /** every cell of the line as text */
  raw: string[];
}

/** A list whose rows go by one after another, as often as asked for. */
export interface OpenSheet {
  headings: string[];
  keys: (string | null)[];
  unknown: string[];
  /** rows that are neither blank nor the sample */
  total: number;
  rows(): AsyncIterable<StreamedRow>;
}

interface Line {
  rowNo: number;
  cells: Cell[];
}

const LOOK_FOR_HEADINGS_IN = 10;
/** Text above this is read as a stream. */
const LARGE_CSV = 4 * 1024 * 1024;

async function* csvLines(data: Buffer): AsyncGenerator<Line> {
  let rowNo = 0;
  for (const row of csvRows(decodeText(data).replace(/^\uFEFF/, '')))
    yield await Promise.resolve({ rowNo: ++rowNo, cells: row.map((text) => ({ text: cleanText(text) })) });
}

/**
 * As `readSheet`, but a large list is never held as a whole: memory is flat in the number of rows.
 * @throws as `readSheet`
 */
export async function openSheet(data: Buffer, mime: string, template: SheetTemplate): Promise<OpenSheet> {
  const csv = mime === 'text/csv';
  if (csv ? data.length <= LARGE_CSV : !isLargeXlsx(data)) return whole(data, mime, template);
  const book = csv ? null : new StreamedXlsx(data);
  const lines = (): AsyncIterable<Line> => (book ? book.rows() : csvLines(data));
  const top: Cell[][] = [];
  for await (const { rowNo, cells } of lines()) {
    if (rowNo > LOOK_FOR_HEADINGS_IN) break;
    top[rowNo - 1] = cells;
  }
  const found = findHeadings(
    Array.from(top, (c) => c ?? []),
    template,
  );
  const missing = found ? found.match.missing : template.columns.filter((c) => c.required);
  if (!found || missing.length)
    throw sheetFault('PLATFORM_SHEET_COLUMNS_MISSING', { columns: missing.map((c) => c.zh) });
  const shape = rowShaper(template, found.match);
  async function* rows(): AsyncGenerator<StreamedRow> {
    for await (const { rowNo, cells } of lines()) {
      if (rowNo <= found!.at + 1) continue;
      const shaped = shape(cells);
      if (shaped) yield { rowNo, ...shaped, raw: found!.headings.map((_, i) => cells[i]?.text ?? '') };
    }
  }
  const total = await counted(rows(), template.maxRows);
  return {
    headings: found.headings.map((h) => (bareHeading(h) ? h.trim() : '')),
    keys: found.match.keys,
    unknown: found.match.unknown,
    total,
    rows,
  };
}

/** @throws PLATFORM_SHEET_EMPTY, PLATFORM_SHEET_TOO_MANY_ROWS */
async function counted(rows: AsyncIterable<unknown>, max: number): Promise<number> {
  let n = 0;
  for await (const row of rows) {
    void row;
    if (++n > max + 20_000) break;
  }
  if (!n) throw sheetFault('PLATFORM_SHEET_EMPTY');
  if (n > max) throw sheetFault('PLATFORM_SHEET_TOO_MANY_ROWS', { rows: n > max + 20_000 ? `${n}+` : n, max });
  return n;
}

async function whole(data: Buffer, mime: string, template: SheetTemplate): Promise<OpenSheet> {
  const sheet = await readSheet(data, mime, template);
  return {
    headings: sheet.headings,
    keys: sheet.keys,
    unknown: sheet.unknown,
    total: sheet.rows.length,
    async *rows() {
      for (const r of sheet.rows) yield await Promise.resolve({ ...r, raw: sheet.raw.get(r.rowNo) ?? [] });
    },
  };
}
