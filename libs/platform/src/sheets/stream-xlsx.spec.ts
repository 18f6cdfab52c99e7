import ExcelJS from 'exceljs';
import { openSheet } from './open-sheet';
import { readSheet } from './read-sheet';
import { isLargeXlsx, StreamedXlsx } from './stream-xlsx';
import { TEMPLATE, zipOf } from './testing';
import { XLSX } from './write-sheet';

const book = async (fill: (s: ExcelJS.Worksheet, b: ExcelJS.Workbook) => void): Promise<Buffer> => {
  const b = new ExcelJS.Workbook();
  fill(b.addWorksheet('表'), b);
  return Buffer.from(await b.xlsx.writeBuffer());
};
const lines = async (data: Buffer) => {
  const out: Record<number, (string | [string, true])[]> = {};
  for await (const { rowNo, cells } of new StreamedXlsx(data).rows())
    out[rowNo] = cells.map((c) => (c.digitsLost ? [c.text, true] : c.text));
  return out;
};

test('gives every kind of cell as the reader of small files does', async () => {
  const data = await book((s, b) => {
    b.addWorksheet('藏', { state: 'hidden' });
    s.addRow(['姓名', '公民身份号码', '入职日期', '性别']);
    s.addRow([{ richText: [{ text: '张<' }, { text: '三&' }] }, 7, new Date(Date.UTC(2020, 2, 1)), { formula: 'A1', result: '男' }]); // prettier-ignore
    s.getCell('B2').numFmt = '000000';
    s.addRow([{ text: '李四', hyperlink: 'http://127.0.0.1/' }, '=1+1', '2020.3.1', true]);
    s.addRow([]);
    s.addRow(['王"五', Number('210199198503100015'), 43891, ' 女　']);
    s.getCell('D7').value = '只有一格';
    s.mergeCells('A9:C9');
  });
  const small = (await readSheet(data, XLSX, { ...TEMPLATE, columns: TEMPLATE.columns.map((c) => ({ ...c, required: false })) })).rows; // prettier-ignore
  expect(await lines(data)).toMatchObject({
    1: ['姓名', '公民身份号码', '入职日期', '性别'],
    2: ['张<三&', '000007', '2020-03-01', '男'],
    3: ['李四', '=1+1', '2020.3.1', 'TRUE'],
    5: ['王"五', ['210199198503100000', true], '43891', '女'],
    7: ['', '', '', '只有一格'],
  });
  expect(small.map((r) => r.rowNo)).toEqual([2, 3, 5, 7]);
});

test('a large list goes by, as often as asked for, and equals what the small reader gives', async () => {
  const filler = '字'.repeat(1200);
  const data = await book((s) => {
    s.addRow(['标题']);
    s.addRow(['性别', '姓名', '公民身份号码', '备注', '入职日期']);
    for (let n = 0; n < 1500; n++) s.addRow(['男', `张${n}`, `2101991985${n}`, filler + n, new Date(Date.UTC(2020, 0, 1 + (n % 900)))]); // prettier-ignore
  });
  const template = { ...TEMPLATE, maxRows: 10_000 };
  expect(isLargeXlsx(data)).toBe(false);
  const inline = await rewritten(data);
  expect(isLargeXlsx(inline)).toBe(true);
  const sheet = await openSheet(inline, XLSX, template);
  const whole = await readSheet(data, XLSX, template);
  expect(sheet).toMatchObject({ total: 1500, unknown: ['备注'], headings: whole.headings });
  for (let pass = 0; pass < 2; pass++) {
    const rows = [];
    for await (const { raw, ...row } of sheet.rows()) rows.push({ ...row, note: raw[3]!.length });
    expect(rows).toHaveLength(1500);
    expect(rows.map(({ note, ...r }) => (void note, r))).toEqual(whole.rows);
  }
  await expect(openSheet(inline, XLSX, { ...template, maxRows: 1499 })).rejects.toThrow('PLATFORM_SHEET_TOO_MANY_ROWS');
}, 30_000);

/** The same workbook with its texts inside the cells, as generators of large files write it. */
async function rewritten(data: Buffer): Promise<Buffer> {
  const b = new ExcelJS.Workbook();
  await b.xlsx.load(data as unknown as ArrayBuffer);
  const parts = [
    { name: '[Content_Types].xml', data: Buffer.from('<Types/>') },
    { name: 'xl/workbook.xml', data: Buffer.from('<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>') },
    { name: 'xl/_rels/workbook.xml.rels', data: Buffer.from('<Relationships><Relationship Target="worksheets/s.xml" Id="r1"/></Relationships>') },
  ]; // prettier-ignore
  let xml = '<worksheet><sheetData>';
  b.worksheets[0]!.eachRow((row, rowNo) => {
    xml += `<row r="${rowNo}">`;
    row.eachCell((cell) => {
      const v = cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : String(cell.value as string);
      xml += `<c r="${cell.address}" t="inlineStr"><is><t>${v}</t></is></c>`;
    });
    xml += '</row>';
  });
  parts.push({ name: 'xl/worksheets/s.xml', data: Buffer.from(`${xml}</sheetData><rowBreaks/></worksheet>`) });
  return zipOf(parts);
}

test('a part that lies about its size, a file cut short and lines out of order are refused', async () => {
  const make = (sheet: string, claims?: number) =>
    zipOf([
      { name: '[Content_Types].xml', data: Buffer.from('<Types/>') },
      { name: 'xl/workbook.xml', data: Buffer.from('<workbook><sheet name="a" r:id="r1"/></workbook>') },
      {
        name: 'xl/_rels/workbook.xml.rels',
        data: Buffer.from('<Relationship Target="/xl/worksheets/s.xml" Id="r1"/>'),
      },
      { name: 'xl/worksheets/s.xml', data: Buffer.from(sheet), ...(claims ? { claims } : {}) },
    ]);
  const row = (n: number) => `<row r="${n}"><c r="A${n}"><v>1</v></c></row>`;
  await expect(lines(make(row(1) + row(2).repeat(1)))).resolves.toBeTruthy();
  await expect(lines(make(row(2) + row(1)))).rejects.toThrow('PLATFORM_SHEET_UNREADABLE');
  await expect(lines(make('<row r="1">'.padEnd(9_000_000, 'x'), 100))).rejects.toThrow(/TOO_LARGE|UNREADABLE/);
  await expect(lines(make('<row r="1">'.padEnd(9_000_000, 'x')))).rejects.toThrow('PLATFORM_SHEET_UNREADABLE');
  expect(() => new StreamedXlsx(make(row(1)).subarray(0, 200))).toThrow('PLATFORM_SHEET_UNREADABLE');
});
