import { inflateRawSync } from 'node:zlib';
import { sheetFault } from './sheet.errors';

const MAX_ENTRIES = 2000;

export interface ZipEntry {
  name: string;
  method: number;
  packed: number;
  size: number;
  offset: number;
}

/** The central directory of a zip file. @returns null when there is none that can be read */
export function entriesOf(data: Buffer): ZipEntry[] | null {
  const from = Math.max(0, data.length - 65_557);
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < from || end + 22 > data.length) return null;
  const count = data.readUInt16LE(end + 10);
  let at = data.readUInt32LE(end + 16);
  if (count > MAX_ENTRIES) return null;
  const out: ZipEntry[] = [];
  for (let n = 0; n < count; n++) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== 0x02014b50) return null;
    out.push({
      name: data.toString('utf8', at + 46, at + 46 + data.readUInt16LE(at + 28)),
      method: data.readUInt16LE(at + 10),
      packed: data.readUInt32LE(at + 20),
      size: data.readUInt32LE(at + 24),
      offset: data.readUInt32LE(at + 42),
    });
    at += 46 + data.readUInt16LE(at + 28) + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return out;
}

/** Where the packed bytes of a part lie. @returns null when the file is cut short */
export function bodyOf(data: Buffer, e: ZipEntry): Buffer | null {
  if (e.offset + 30 > data.length) return null;
  const start = e.offset + 30 + data.readUInt16LE(e.offset + 26) + data.readUInt16LE(e.offset + 28);
  return data.subarray(start, start + e.packed);
}

/**
 * Refuses a zip bomb before anything parses it: first by the sizes it declares, then by unpacking each part with that
 * size as the limit, because a declaration may lie.
 * @throws PLATFORM_SHEET_TOO_LARGE, PLATFORM_SHEET_UNREADABLE
 */
export function assertSafeZip(data: Buffer, limitBytes: number): void {
  const tooLarge = () => sheetFault('PLATFORM_SHEET_TOO_LARGE', { limitMb: Math.floor(limitBytes / 1048576) });
  const entries = entriesOf(data);
  if (!entries) throw sheetFault('PLATFORM_SHEET_UNREADABLE');
  if (entries.reduce((sum, e) => sum + e.size, 0) > limitBytes) throw tooLarge();
  for (const e of entries) {
    const body = bodyOf(data, e);
    if (!body) throw sheetFault('PLATFORM_SHEET_UNREADABLE');
    if (e.method === 0) {
      if (e.packed !== e.size) throw sheetFault('PLATFORM_SHEET_UNREADABLE');
      continue;
    }
    if (e.method !== 8) throw sheetFault('PLATFORM_SHEET_UNREADABLE');
    try {
      inflateRawSync(body, { maxOutputLength: Math.max(1, e.size) });
    } catch (fault) {
      throw (fault as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
        ? tooLarge()
        : sheetFault('PLATFORM_SHEET_UNREADABLE');
    }
  }
}
