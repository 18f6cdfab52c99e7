/** Accepted uploads: the extension and the first bytes must agree (5.2.2). */
const KINDS: { ext: string[]; mime: string; magic: (b: Buffer) => boolean }[] = [
  { ext: ['pdf'], mime: 'application/pdf', magic: (b) => b.subarray(0, 5).toString('latin1') === '%PDF-' },
  {
    ext: ['png'],
    mime: 'image/png',
    magic: (b) => b.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  },
  { ext: ['jpg', 'jpeg'], mime: 'image/jpeg', magic: (b) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff },
  {
    ext: ['xlsx'],
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    magic: (b) => b.readUInt32BE(0) === 0x504b0304,
  },
  { ext: ['csv'], mime: 'text/csv', magic: (b) => !b.subarray(0, 4096).includes(0) },
  { ext: ['mp4'], mime: 'video/mp4', magic: (b) => b.subarray(4, 8).toString('latin1') === 'ftyp' },
];

export const ACCEPTED = KINDS.flatMap((k) => k.ext).join(' ');

/** @returns the mime type by name and content, or null when they disagree or the kind is not accepted */
export function kindOf(name: string, data: Buffer): string | null {
  const ext = name.split('.').pop()?.toLowerCase() ?? '';
  const kind = KINDS.find((k) => k.ext.includes(ext));
  return kind && data.length >= 4 && kind.magic(data) ? kind.mime : null;
}
