import { inflateRawSync } from 'node:zlib';
import { sheetFault } from './sheet.errors';

const MAX_ENTRIES = 2000;

interface Entry {
  method: number;
  packed: number;
  size: number;
  offset: number;
}

/** The central directory of a zip file. @returns null when there is none that can be read */
function entriesOf(data: Buffer): Entry[] | null {
  const from = Math.max(0, data.length - 65_557);
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < from || end + 22 > data.length) return null;
  const count = data.readUInt16LE(end + 10);
  let at = data.readUInt32LE(end + 16);
  if (count > MAX_ENTRIES) return null;
  const out: Entry[] = [];
  for (let n = 0; n < count; n++) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== 0x02014b50) return null;
    out.push({
      method: data.readUInt16LE(at + 10),
      packed: data.readUInt32LE(at + 20),
      size: data.readUInt32LE(at + 24),
      offset: data.readUInt32LE(at + 42),
    });
    at += 46 + data.readUInt16LE(at + 28) + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return out;
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
    if (e.offset + 30 > data.length) throw sheetFault('PLATFORM_SHEET_UNREADABLE');
    const start = e.offset + 30 + data.readUInt16LE(e.offset + 26) + data.readUInt16LE(e.offset + 28);
    const body = data.subarray(start, start + e.packed);
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
