import { type Cell, dayFromText } from './cell';
import { csvCells } from './read-csv';
import { xlsxCells } from './read-xlsx';
import { sheetFault } from './sheet.errors';
import { bareHeading, matchHeadings, type MatchedHeadings, sampleOf, type SheetTemplate } from './template';

export interface SheetRow {
  /** line in the file, as the spreadsheet program numbers it */
  rowNo: number;
  /** by column key; days as `YYYY-MM-DD` when they can be read, else as written. Only what is not empty */
  values: Record<string, string>;
  /** columns whose number lost its last digits, because the cell was not text */
  digitsLost: string[];
}

export interface ReadSheet {
  headings: string[];
  /** column key of each heading, null when unknown */
  keys: (string | null)[];
  unknown: string[];
  rows: SheetRow[];
  /** every cell of a row as text, by line */
  raw: Map<number, string[]>;
}

export interface SheetLimits {
  unpackedBytes?: number;
}

const UNPACKED = 60 * 1024 * 1024;
const LOOK_FOR_HEADINGS_IN = 10;

/** The line that matches most columns among the first ten: a title line may stand above the headings. */
export function findHeadings(
  cells: Cell[][],
  template: SheetTemplate,
): { at: number; headings: string[]; match: MatchedHeadings } | null {
  let best: { at: number; headings: string[]; match: MatchedHeadings; hits: number } | null = null;
  for (let at = 0; at < Math.min(cells.length, LOOK_FOR_HEADINGS_IN); at++) {
    const headings = (cells[at] ?? []).map((c) => c.text);
    const match = matchHeadings(headings, template);
    const hits = match.keys.filter(Boolean).length;
    if (hits > (best?.hits ?? 0)) best = { at, headings, match, hits };
  }
  return best;
}

export const isSample = (values: Record<string, string>, template: SheetTemplate): boolean => {
  const filled = template.columns.filter((c) => c.key in values);
  return (
    filled.length >= 2 &&
    filled.every((c) => values[c.key] === sampleOf(c, 'zh-CN') || values[c.key] === sampleOf(c, 'en'))
  );
};

/** Cells of a line by column; null for a blank line and for the template's own sample. */
export function rowShaper(template: SheetTemplate, match: MatchedHeadings) {
  const days = new Set(template.columns.filter((c) => c.kind === 'DAY').map((c) => c.key));
  return (line: Cell[]): Omit<SheetRow, 'rowNo'> | null => {
    const values: Record<string, string> = {};
    const digitsLost: string[] = [];
    match.keys.forEach((key, i) => {
      const cell = line[i];
      if (!key || !cell?.text) return;
      values[key] = days.has(key) ? (dayFromText(cell.text) ?? cell.text) : cell.text;
      if (cell.digitsLost) digitsLost.push(key);
    });
    return !Object.keys(values).length || isSample(values, template) ? null : { values, digitsLost };
  };
}

/**
 * Reads a list in .xlsx or CSV. Columns may stand in any order, with Chinese or English headings, stars and hints.
 * Identity numbers and leading zeros stay text; the template's own sample row is passed over.
 * @throws PLATFORM_SHEET_UNREADABLE, PLATFORM_SHEET_TOO_LARGE, PLATFORM_SHEET_TOO_MANY_ROWS, PLATFORM_SHEET_EMPTY,
 * PLATFORM_SHEET_COLUMNS_MISSING
 */
export async function readSheet(
  data: Buffer,
  mime: string,
  template: SheetTemplate,
  limits: SheetLimits = {},
): Promise<ReadSheet> {
  const stop = template.maxRows + 20_000;
  const cells =
    mime === 'text/csv'
      ? csvCells(data, stop)
      : await xlsxCells(data, { rows: template.maxRows, unpackedBytes: limits.unpackedBytes ?? UNPACKED });
  const found = findHeadings(cells, template);
  const missing = found ? found.match.missing : template.columns.filter((c) => c.required);
  if (!found || missing.length)
    throw sheetFault('PLATFORM_SHEET_COLUMNS_MISSING', { columns: missing.map((c) => c.zh) });

  const shape = rowShaper(template, found.match);
  const rows: SheetRow[] = [];
  const raw = new Map<number, string[]>();
  for (let at = found.at + 1; at < cells.length; at++) {
    const line = cells[at] ?? [];
    const shaped = shape(line);
    if (!shaped) continue;
    rows.push({ rowNo: at + 1, ...shaped });
    raw.set(
      at + 1,
      found.headings.map((_, i) => line[i]?.text ?? ''),
    );
  }
  if (!rows.length) throw sheetFault('PLATFORM_SHEET_EMPTY');
  if (rows.length > template.maxRows)
    throw sheetFault('PLATFORM_SHEET_TOO_MANY_ROWS', {
      rows: cells.length > stop ? `${stop}+` : rows.length,
      max: template.maxRows,
    });
  return {
    headings: found.headings.map((h) => (bareHeading(h) ? h.trim() : '')),
    keys: found.match.keys,
    unknown: found.match.unknown,
    rows,
    raw,
  };
}
