import type { Cell as ExcelCell, Workbook } from 'exceljs';
import { type Cell, cleanText, numberText } from './cell';
import { sheetFault } from './sheet.errors';
import { assertSafeZip } from './zip-guard';

/** Loaded on first use: it costs a quarter of a second and most processes never need it. */
export const excel = (): typeof import('exceljs') => require('exceljs') as typeof import('exceljs');

/** Parts that are not data; some make the library allocate a cell for each address of a whole column. */
const NOT_DATA = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'mergeCells',
  'drawing',
  'picture',
  'legacyDrawing',
  'tableParts',
  'autoFilter',
  'extLst',
  'rowBreaks',
  'colBreaks',
];

const MAX_COLUMNS = 200;

/** The first visible sheet as cells. Formulas give the value they show; nothing is computed here. */
export async function xlsxCells(data: Buffer, limits: { rows: number; unpackedBytes: number }): Promise<Cell[][]> {
  assertSafeZip(data, limits.unpackedBytes);
  // Blank formatted lines are common, a million of them is an attack on memory.
  const options = { ignoreNodes: NOT_DATA, maxRows: limits.rows + 20_000, maxCols: MAX_COLUMNS };
  const book: Workbook = new (excel().Workbook)();
  try {
    await book.xlsx.load(data as unknown as ArrayBuffer, options as { ignoreNodes: string[] });
  } catch (e) {
    if (/^Max row count/.test((e as Error).message))
      throw sheetFault('PLATFORM_SHEET_TOO_MANY_ROWS', { rows: `${limits.rows}+`, max: limits.rows });
    throw sheetFault('PLATFORM_SHEET_UNREADABLE');
  }
  const sheet = book.worksheets.find((s) => s.state === 'visible') ?? book.worksheets[0];
  if (!sheet) throw sheetFault('PLATFORM_SHEET_UNREADABLE');
  const rows: Cell[][] = [];
  sheet.eachRow({ includeEmpty: false }, (row, rowNo) => {
    const cells: Cell[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      cells[column - 1] = cellOf(cell);
    });
    rows[rowNo - 1] = Array.from(cells, (c) => c ?? { text: '' });
  });
  return Array.from(rows, (r) => r ?? []);
}

function cellOf(cell: ExcelCell): Cell {
  return valueOf(cell.value, cell.numFmt);
}

function valueOf(value: unknown, format?: string): Cell {
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'string') return { text: cleanText(value) };
  if (typeof value === 'number') return numberText(value, format);
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date) return { text: Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10) };
  const v = value as {
    richText?: { text: string }[];
    text?: unknown;
    result?: unknown;
    error?: string;
    formula?: string;
    sharedFormula?: string;
  };
  if (v.richText) return { text: cleanText(v.richText.map((r) => r.text).join('')) };
  if (v.formula !== undefined || v.sharedFormula !== undefined) return valueOf(v.result, format);
  if (v.text !== undefined) return valueOf(v.text, format);
  return { text: v.error ?? '' };
}
