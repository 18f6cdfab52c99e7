import { crc32, deflateRawSync } from 'node:zlib';
import type { SheetTemplate } from './template';

/** A list of three columns for the specs. */
export const TEMPLATE: SheetTemplate = {
  title: { zh: '人员名册', en: 'People' },
  maxRows: 100,
  columns: [
    {
      key: 'name',
      zh: '姓名',
      en: 'Name',
      required: true,
      sample: '张示例',
      note: { zh: '与证件一致', en: 'As on the card' },
    },
    {
      key: 'citizenId',
      zh: '公民身份号码',
      en: 'Citizen ID',
      aliases: ['身份证号'],
      required: true,
      sample: '210199198503100015',
    },
    {
      key: 'sex',
      zh: '性别',
      en: 'Sex',
      words: [
        { zh: '男', en: 'Male' },
        { zh: '女', en: 'Female' },
      ],
      sample: '男',
    },
    { key: 'startOn', zh: '入职日期', en: 'Employed from', kind: 'DAY', sample: '2020-03-01' },
  ],
};

export interface ZipPart {
  name: string;
  data: Buffer;
  /** what the directory claims; default the truth */
  claims?: number;
}

/** A zip file by hand, so that it can lie. */
export function zipOf(parts: ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const p of parts) {
    const name = Buffer.from(p.name);
    const packed = deflateRawSync(p.data);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    const crc = typeof crc32 === 'function' ? crc32(p.data) : 0;
    head.writeUInt32LE(crc, 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(p.claims ?? p.data.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc, 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(p.claims ?? p.data.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    local.push(head, name, packed);
    central.push(entry, name);
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
