import ExcelJS from 'exceljs';
import { inflateRawSync } from 'node:zlib';
import { DomainError } from '@app/kernel';
import { dayFromText, guardFormula, readSheet, writeReturned, writeTable, writeTemplate, XLSX } from './index';
import { TEMPLATE, zipOf } from './testing';

const csv = (text: string) => readSheet(Buffer.from(text), 'text/csv', TEMPLATE);
const codeOf = (p: Promise<unknown>): Promise<string> =>
  p.then(
    () => 'no fault',
    (e: unknown) => (e instanceof DomainError ? e.code : String(e)),
  );

async function book(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const b = new ExcelJS.Workbook();
  fill(b.addWorksheet('Sheet1'));
  return Buffer.from(await b.xlsx.writeBuffer());
}

describe('reading CSV', () => {
  it('takes columns in any order, Chinese or English, with stars, hints and full-width blanks', async () => {
    const s = await csv('性别（男/女）,备注,Citizen ID *,　姓 名＊\n男,x,210199198503100015,　张三　\n');
    expect(s.rows).toEqual([
      { rowNo: 2, values: { sex: '男', citizenId: '210199198503100015', name: '张三' }, digitsLost: [] },
    ]);
    expect(s.unknown).toEqual(['备注']);
  });

  it('reads GB18030 with rare characters, UTF-8 with mark, and semicolons', async () => {
    // 姓名,公民身份号码 / 张㼆,… in GB18030 (㼆 needs four bytes)
    const gb = Buffer.concat([
      Buffer.from('d0d5c3fb2cb9abc3f1c9edb7ddbac5c2eb0ad5c5', 'hex'),
      Buffer.from('8230bc33', 'hex'),
      Buffer.from(',210199198503100015\n'),
    ]);
    const s = await readSheet(gb, 'text/csv', TEMPLATE);
    expect(s.rows[0]!.values['name']).toBe(new TextDecoder('gb18030').decode(Buffer.from('d5c58230bc33', 'hex')));
    expect(s.rows[0]!.values['name']).toHaveLength(2);
    expect((await csv('\uFEFF姓名;身份证号\n李四;210199199001010022')).rows[0]!.values).toEqual({
      name: '李四',
      citizenId: '210199199001010022',
    });
  });

  it('keeps leading zeros, ="0123" and =1+1 as text, quotes and line breaks inside fields', async () => {
    const s = await csv('姓名,身份证号,性别\n=1+1,"=""007""","男\n"\n"O""Neil, A",0010,女\n');
    expect(s.rows[0]!.values).toEqual({ name: '=1+1', citizenId: '007', sex: '男' });
    expect(s.rows[1]!.values).toEqual({ name: 'O"Neil, A', citizenId: '0010', sex: '女' });
  });

  it('makes days of common writings and leaves a day that does not exist as written', async () => {
    const s = await csv(
      '姓名,身份证号,入职日期\na,1,2020/3/1\nb,2,2020年3月1日\nc,3,20200301\nd,4,1978-02-29\ne,5,43891\n',
    );
    expect(s.rows.map((r) => r.values['startOn'])).toEqual([
      '2020-03-01',
      '2020-03-01',
      '2020-03-01',
      '1978-02-29',
      '2020-03-01',
    ]);
    expect(dayFromText('1978-02-29')).toBeNull();
  });

  it('numbers rows as the program shows them and passes over blank lines', async () => {
    const s = await csv('人员名册 2026\n姓名,身份证号\n\n张三,1\n,,\n李四,2\n');
    expect(s.rows.map((r) => [r.rowNo, r.values['name']])).toEqual([
      [4, '张三'],
      [6, '李四'],
    ]);
  });

  it('refuses what it cannot use, and says which column is missing', async () => {
    expect(await codeOf(csv('a,b\n1,2\n'))).toBe('PLATFORM_SHEET_COLUMNS_MISSING');
    expect(await codeOf(csv('姓名,性别\n张三,男\n'))).toBe('PLATFORM_SHEET_COLUMNS_MISSING');
    await expect(csv('姓名,性别\n张三,男\n')).rejects.toMatchObject({ params: { columns: ['公民身份号码'] } });
    expect(await codeOf(csv('姓名,身份证号\n\n'))).toBe('PLATFORM_SHEET_EMPTY');
    const many = `姓名,身份证号\n${'张三,1\n'.repeat(101)}`;
    await expect(csv(many)).rejects.toMatchObject({
      code: 'PLATFORM_SHEET_TOO_MANY_ROWS',
      params: { rows: 101, max: 100 },
    });
    expect((await csv(`姓名,身份证号\n${'张三,1\n'.repeat(100)}`)).rows).toHaveLength(100);
  });
});

describe('reading xlsx', () => {
  it('keeps 18 digits typed as text; says so when a number lost its digits', async () => {
    const data = await book((s) => {
      s.addRow(['姓名', '公民身份号码']);
      s.addRow(['张三', '210199198503100015']);
      s.addRow(['李四', Number('210199198503100015')]);
    });
    const { rows } = await readSheet(data, XLSX, TEMPLATE);
    expect(rows[0]).toEqual({ rowNo: 2, values: { name: '张三', citizenId: '210199198503100015' }, digitsLost: [] });
    expect(rows[1]!.digitsLost).toEqual(['citizenId']);
  });

  it('reads dates, rich text, links, formula results and zero-padded numbers', async () => {
    const data = await book((s) => {
      s.addRow(['姓名', '公民身份号码', '入职日期', '性别']);
      s.addRow([
        { richText: [{ text: '张' }, { text: '三' }] },
        7,
        new Date(Date.UTC(2020, 2, 1)),
        { formula: 'A1', result: '男' },
      ]);
      s.getCell('B2').numFmt = '000000';
      s.addRow([{ text: '李四', hyperlink: 'http://127.0.0.1/' }, '=1+1', '2020.3.1']);
    });
    const { rows } = await readSheet(data, XLSX, TEMPLATE);
    expect(rows[0]!.values).toEqual({ name: '张三', citizenId: '000007', startOn: '2020-03-01', sex: '男' });
    expect(rows[1]!.values).toEqual({ name: '李四', citizenId: '=1+1', startOn: '2020-03-01' });
  });

  it('survives drop-downs and merges over whole columns', async () => {
    const data = await book((s) => {
      s.addRow(['姓名', '公民身份号码']);
      s.addRow(['张三', '1']);
      (s as unknown as { dataValidations: { model: Record<string, object> } }).dataValidations.model['A2:A1048576'] = {
        type: 'list',
        formulae: ['"a,b"'],
      };
    });
    const started = Date.now();
    expect((await readSheet(data, XLSX, TEMPLATE)).rows).toHaveLength(1);
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('refuses a file that is no workbook, a bomb by its own words, and a bomb that lies', async () => {
    const bomb = Buffer.alloc(80 * 1024 * 1024, 0x20);
    expect(await codeOf(readSheet(Buffer.from('PK\x03\x04 nothing'), XLSX, TEMPLATE))).toBe(
      'PLATFORM_SHEET_UNREADABLE',
    );
    expect(await codeOf(readSheet(zipOf([{ name: 'a.txt', data: Buffer.from('no workbook') }]), XLSX, TEMPLATE))).toBe(
      'PLATFORM_SHEET_UNREADABLE',
    );
    expect(await codeOf(readSheet(zipOf([{ name: 'xl/worksheets/sheet1.xml', data: bomb }]), XLSX, TEMPLATE))).toBe(
      'PLATFORM_SHEET_TOO_LARGE',
    );
    expect(
      await codeOf(readSheet(zipOf([{ name: 'xl/worksheets/sheet1.xml', data: bomb, claims: 1000 }]), XLSX, TEMPLATE)),
    ).toBe('PLATFORM_SHEET_TOO_LARGE');
  });

  it('opens no external entity', async () => {
    const evil = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>公民身份号码</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>&e;</t></is></c><c r="B2" t="inlineStr"><is><t>1</t></is></c></row></sheetData></worksheet>`;
    const zip = zipOf([
      {
        name: '[Content_Types].xml',
        data: Buffer.from('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      },
      {
        name: 'xl/workbook.xml',
        data: Buffer.from(
          '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
        ),
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        data: Buffer.from(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        ),
      },
      { name: 'xl/worksheets/sheet1.xml', data: Buffer.from(evil) },
    ]);
    const answer = await readSheet(zip, XLSX, TEMPLATE).then(
      (s) => JSON.stringify(s.rows),
      (e: Error) => e.message,
    );
    expect(answer).toBe('PLATFORM_SHEET_UNREADABLE');
  });
});

describe('the template', () => {
  it('has stars, notes, drop-downs and text cells, and comes back empty of its sample', async () => {
    const data = await writeTemplate(TEMPLATE, 'zh-CN');
    const b = new ExcelJS.Workbook();
    await b.xlsx.load(data as unknown as ArrayBuffer);
    const s = b.worksheets[0]!;
    expect(s.getCell('A1').value).toBe('姓名*');
    expect(JSON.stringify(s.getCell('A1').note)).toContain('与证件一致');
    expect(s.getCell('C5').dataValidation).toMatchObject({ type: 'list', formulae: ["'选项'!$C$1:$C$2"] });
    expect(s.getCell('B2').numFmt).toBe('@');
    expect(b.getWorksheet('选项')!.state).toBe('veryHidden');
    expect(await codeOf(readSheet(data, XLSX, TEMPLATE))).toBe('PLATFORM_SHEET_EMPTY');
    s.getRow(3).values = ['王五', '210199199001010022', '女', '2021-01-01'];
    const filled = Buffer.from(await b.xlsx.writeBuffer());
    expect((await readSheet(filled, XLSX, TEMPLATE)).rows.map((r) => r.values['name'])).toEqual(['王五']);
  });

  it('is complete in English', async () => {
    const b = new ExcelJS.Workbook();
    await b.xlsx.load((await writeTemplate(TEMPLATE, 'en')) as unknown as ArrayBuffer);
    const text = JSON.stringify(b.worksheets.map((s) => s.getSheetValues())).replace(/张示例/g, '');
    expect(text).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('writing', () => {
  it('never lets a cell become a formula', async () => {
    expect(['=1', '+1', '-1', '@a', '\ta', 'a=1', ''].map(guardFormula)).toEqual([
      "'=1",
      "'+1",
      "'-1",
      "'@a",
      "'\ta",
      'a=1',
      '',
    ]);
    const data = await writeTable(
      { sheet: '人员', columns: [{ heading: '=姓名' }, { heading: '人数', kind: 'NUMBER' }], notes: ['@来源'] },
      [
        ['=HYPERLINK("http://x")', -3],
        ['@SUM(A1)', 4],
      ],
    );
    const b = new ExcelJS.Workbook();
    await b.xlsx.load(data as unknown as ArrayBuffer);
    const s = b.worksheets[0]!;
    expect(s.getCell('A2')).toMatchObject({ type: ExcelJS.ValueType.String, value: '\'=HYPERLINK("http://x")' });
    expect(s.getCell('A3').value).toBe("'@SUM(A1)");
    expect(s.getCell('B2').value).toBe(-3);
    expect(s.getCell('A4').value).toBe("'@来源");
  });

  it('returns the list with reasons, and reads it again as the same list', async () => {
    const first = await csv('姓名,备注,身份证号\n张三,=x,1\n李四,,2\n');
    const rows = first.rows.map((r) => ({
      cells: first.raw.get(r.rowNo)!,
      reasons: r.rowNo === 2 ? ['号码不对', '缺入职日期'] : [],
    }));
    const data = await writeReturned('人员', first.headings, rows, 'zh-CN');
    const b = new ExcelJS.Workbook();
    await b.xlsx.load(data as unknown as ArrayBuffer);
    expect(b.worksheets[0]!.getCell('D1').value).toBe('错误原因');
    expect(b.worksheets[0]!.getCell('D2').value).toBe('号码不对；缺入职日期');
    const again = await readSheet(data, XLSX, TEMPLATE);
    expect(again.rows.map((r) => r.values)).toEqual(first.rows.map((r) => r.values));
    expect(again.unknown).toEqual(['备注']);
  });

  it('the helper of these specs makes real zip files', () => {
    const z = zipOf([{ name: 'a', data: Buffer.from('hello') }]);
    expect(inflateRawSync(z.subarray(31)).toString()).toBe('hello');
  });
});
