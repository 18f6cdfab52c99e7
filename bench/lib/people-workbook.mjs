// A roster as an .xlsx, written row by row: texts inside the cells, as exporting programs write large lists.
import { createDeflateRaw, crc32 } from 'node:zlib';
import { once } from 'node:events';

const SURNAMES = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗');
const GIVEN = Array.from('伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲华建国红志');
const HEAD = ['入职日期', '姓名', '公民身份号码', '手机号', '主要执业（工作）机构', '科室', '岗位', '医师级别', '执业类别', '执业注册日期', '执业范围', '职称', '职称级别', '职称取得日期']; // prettier-ignore
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const MAP = '10X98765432';

/** The n-th number of nobody: area 210199 and 140199, dates of 1960 to 1999, sequences 800 to 999. */
function citizenId(n) {
  const day = new Date(Date.UTC(1960, 0, 1 + (Math.floor(n / 200) % 14_000))).toISOString().slice(0, 10).replace(/-/g, ''); // prettier-ignore
  const first17 = `${n % 2 ? '140199' : '210199'}${day}${String(800 + (n % 200))}`;
  const sum = Array.from(first17).reduce((s, d, i) => s + Number(d) * WEIGHTS[i], 0);
  return first17 + MAP[sum % 11];
}

/** Every thousandth row has a wrong day, so that faults are looked for as well. */
function person(n, places) {
  const pick = (list, step) => list[(n * step + Math.floor(n / list.length)) % list.length];
  const therapist = n % 3 === 0;
  return [
    (n + 1) % 1000 === 0 ? '2020-02-30' : `20${10 + (n % 14)}-0${1 + (n % 9)}-01`,
    pick(SURNAMES, 7) + pick(GIVEN, 11) + pick(GIVEN, 5),
    citizenId(n),
    `138${String(10_000_000 + n).padStart(8, '0')}`,
    pick(places, 3),
    '康复医学科',
    '康复岗位',
    ...(therapist ? ['', '', '', ''] : ['执业医师', '临床', `20${10 + (n % 10)}-06-20`, '康复医学专业']),
    therapist ? '康复治疗师' : '主治医师',
    therapist ? '初级（师）' : '中级',
    '2021-11-01',
  ];
}

const cell = (text) => (text ? `<c t="inlineStr"><is><t>${text}</t></is></c>` : '<c/>');
const row = (n, cells) => `<row r="${n}">${cells.map(cell).join('')}</row>`;

/** @param from number of the first person: lists do not repeat each other */
export async function peopleWorkbook(rows, places, from = 0) {
  const sheet = async (write) => {
    await write('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>');
    await write(row(1, HEAD));
    let part = '';
    for (let n = 0; n < rows; n++) {
      part += row(n + 2, person(from + n, places));
      if (part.length > 200_000) {
        await write(part);
        part = '';
      }
    }
    await write(`${part}</sheetData></worksheet>`);
  };
  const text = (t) => (write) => write(t);
  return zip([
    ['[Content_Types].xml', text('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')],
    ['_rels/.rels', text('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>')],
    ['xl/workbook.xml', text('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="人员" sheetId="1" r:id="rId1"/></sheets></workbook>')],
    ['xl/_rels/workbook.xml.rels', text('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')],
    ['xl/worksheets/sheet1.xml', sheet],
  ]); // prettier-ignore
}

async function zip(parts) {
  const out = [];
  const central = [];
  let offset = 0;
  for (const [name, fill] of parts) {
    const deflate = createDeflateRaw({ level: 6 });
    const packed = [];
    deflate.on('data', (d) => packed.push(d));
    const ended = once(deflate, 'end');
    let crc = 0;
    let size = 0;
    await fill(async (text) => {
      const bytes = Buffer.from(text);
      crc = crc32(bytes, crc);
      size += bytes.length;
      if (!deflate.write(bytes)) await once(deflate, 'drain');
    });
    deflate.end();
    await ended;
    const body = Buffer.concat(packed);
    const label = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc, 10);
    facts.writeUInt32LE(body.length, 14);
    facts.writeUInt32LE(size, 18);
    facts.writeUInt16LE(label.length, 22);
    const head = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), facts, label, body]);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    facts.copy(entry, 6, 0, 24);
    entry.writeUInt32LE(offset, 42);
    central.push(entry, label);
    out.push(head);
    offset += head.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...out, directory, end]);
}
