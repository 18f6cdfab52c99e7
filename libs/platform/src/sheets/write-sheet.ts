import type { Worksheet } from 'exceljs';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { isDay } from '@app/kernel';
import { guardFormula } from './cell';
import { excel } from './read-xlsx';
import { inLang, REASON_HEADING, sampleOf, type SheetLang, type SheetTemplate } from './template';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FONT = { name: '微软雅黑', size: 10.5 };
const HEAD = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: 'FFE8EFF7' } };
const FAULTY = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: 'FFFDE9E7' } };
const THIN = { style: 'thin' as const, color: { argb: 'FFBFC8D2' } };
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };

const headRow = (sheet: Worksheet, at: number): void => {
  const row = sheet.getRow(at);
  row.height = 24;
  row.eachCell((cell) => {
    cell.font = { ...FONT, bold: true };
    cell.fill = HEAD;
    cell.border = BORDER;
    cell.alignment = { vertical: 'middle', wrapText: true };
  });
};

const columnLetter = (n: number): string =>
  (n > 26 ? columnLetter(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(65 + ((n - 1) % 26));

/**
 * The list to fill in: starred headings with notes, a sample row, drop-downs, every cell text so that 18 digits and
 * leading zeros survive; a second sheet explains each column.
 */
export async function writeTemplate(template: SheetTemplate, lang: SheetLang): Promise<Buffer> {
  const zh = lang !== 'en';
  const book = new (excel().Workbook)();
  const sheet = book.addWorksheet(inLang(template.title, lang).slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  const words = book.addWorksheet(zh ? '选项' : 'Choices', { state: 'veryHidden' });
  sheet.columns = template.columns.map((c) => ({
    width: c.width ?? Math.max(14, inLang(c, lang).length * 2 + 4),
    style: { numFmt: '@', font: FONT },
  }));
  template.columns.forEach((c, i) => {
    const head = sheet.getCell(1, i + 1);
    head.value = inLang(c, lang) + (c.required ? '*' : '');
    if (c.note) head.note = { texts: [{ text: inLang(c.note, lang) }], margins: { insetmode: 'auto' } };
    sheet.getCell(2, i + 1).value = sampleOf(c, lang);
    sheet.getCell(2, i + 1).font = { ...FONT, italic: true, color: { argb: 'FF8A94A0' } };
    if (!c.words?.length) return;
    const letter = columnLetter(i + 1);
    words.getColumn(i + 1).values = c.words.map((w) => inLang(w, lang));
    const range = (sheet as unknown as { dataValidations: { add(range: string, rule: object): void } }).dataValidations;
    range.add(`${letter}2:${letter}${template.maxRows + 1}`, {
      type: 'list',
      allowBlank: true,
      showErrorMessage: false,
      formulae: [`'${words.name}'!$${letter}$1:$${letter}$${c.words.length}`],
    });
  });
  headRow(sheet, 1);
  explain(book.addWorksheet(zh ? '填写说明' : 'How to fill in'), template, lang);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function explain(sheet: Worksheet, template: SheetTemplate, lang: SheetLang): void {
  const zh = lang !== 'en';
  sheet.columns = [{ width: 26 }, { width: 10 }, { width: 70 }, { width: 60 }];
  sheet.addRow(zh ? ['列', '必填', '填写要求', '可选内容'] : ['Column', 'Required', 'Rule', 'Choices']);
  for (const c of template.columns)
    sheet.addRow([
      inLang(c, lang),
      c.required ? (zh ? '是' : 'yes') : '',
      c.note ? inLang(c.note, lang) : '',
      (c.words ?? []).map((w) => inLang(w, lang)).join(zh ? '、' : ', '),
    ]);
  const notes = zh
    ? [
        `一次最多 ${template.maxRows} 行；文件不超过 50 MB；可用 .xlsx 或 .csv。`,
        '带 * 的列必填，列的顺序不限，不认识的列会跳过并告诉你。灰色示例行不会导入，可以保留。',
        '没填的单元格表示“不作说明”，不会清除已登记的内容。同一张表重复导入不会产生重复。',
      ]
    : [
        `At most ${template.maxRows} rows at once; files up to 50 MB; .xlsx or .csv.`,
        'Columns with * are required; their order does not matter; unknown columns are passed over and named. The grey sample row is not imported.',
        'An empty cell says nothing and clears nothing. Importing the same list again makes no duplicates.',
      ];
  sheet.addRow([]);
  for (const text of notes) sheet.addRow([text]);
  sheet.eachRow((row) => {
    row.font = FONT;
    row.alignment = { vertical: 'top', wrapText: row.number <= template.columns.length + 1 };
  });
  headRow(sheet, 1);
}

export interface TableColumn {
  heading: string;
  width?: number;
  /** NUMBER cells are numbers, DAY cells (`YYYY-MM-DD`) dates; all others are text and never run as a formula */
  kind?: 'TEXT' | 'NUMBER' | 'DAY';
}

export interface Table {
  sheet: string;
  columns: TableColumn[];
  /** lines under the table: rule, source, date of the figures */
  notes?: string[];
}

/** Writes a list row by row, so that a large one does not stand in memory as cells. */
export async function writeTable(
  table: Table,
  rows: Iterable<(string | number | null)[]> | AsyncIterable<(string | number | null)[]>,
): Promise<Buffer> {
  const out = new PassThrough();
  const collected = buffer(out);
  const book = new (excel().stream.xlsx.WorkbookWriter)({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(table.sheet.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = table.columns.map((c) => ({
    width: c.width ?? 18,
    style: { font: FONT, ...(c.kind === 'NUMBER' ? {} : { numFmt: c.kind === 'DAY' ? 'yyyy-mm-dd' : '@' }) },
  }));
  sheet.addRow(table.columns.map((c) => c.heading));
  headRow(sheet, 1);
  sheet.getRow(1).commit();
  const cell = (v: string | number | null, at: number) =>
    typeof v !== 'string' ? v : table.columns[at]?.kind === 'DAY' && isDay(v) ? new Date(v) : guardFormula(v);
  for await (const row of rows) sheet.addRow(row.map(cell)).commit();
  for (const note of table.notes ?? []) sheet.addRow([guardFormula(note)]).commit();
  sheet.commit();
  await book.commit();
  return collected;
}

export interface ReturnedRow {
  cells: string[];
  /** why the row cannot be taken; empty when it can */
  reasons: string[];
}

/** The uploaded list again, same rows and columns, with one more column that says what is wrong with each row. */
export async function writeReturned(
  title: string,
  headings: string[],
  rows: ReturnedRow[],
  lang: SheetLang,
): Promise<Buffer> {
  const book = new (excel().Workbook)();
  const sheet = book.addWorksheet(title.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  const last = headings.length + 1;
  sheet.columns = [
    ...headings.map(() => ({ width: 18, style: { numFmt: '@', font: FONT } })),
    { width: 60, style: { font: FONT } },
  ];
  sheet.addRow([...headings.map(guardFormula), inLang(REASON_HEADING, lang)]);
  headRow(sheet, 1);
  for (const r of rows) {
    const row = sheet.addRow([
      ...headings.map((_, i) => guardFormula(r.cells[i] ?? '')),
      r.reasons.join(lang === 'en' ? '; ' : '；'),
    ]);
    if (!r.reasons.length) continue;
    row.getCell(last).fill = FAULTY;
    row.getCell(last).alignment = { wrapText: true, vertical: 'top' };
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: last } };
  return Buffer.from(await book.xlsx.writeBuffer());
}
