import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';
import type { ByteRange, FileDriver } from './file-driver';

const BLOCK = 16;
/** Names the algorithm in the stored name, so that another suite can join (国密). */
const SUITE = 'v1';

/**
 * Nothing readable on the disk or in the store: certificates, evidence and lists hold personal data. AES-256-CTR, because a
 * film is read in ranges; key and counter come from the data key and the content's hash, so no two contents share a stream
 * and the same content is still one file. Whether the bytes are the right ones is told by the hash (`Files.bytes`).
 */
export class SealedDriver implements FileDriver {
  constructor(
    private readonly inner: FileDriver,
    private readonly dataKey: Buffer,
  ) {}

  /** What lies there already is neither sealed nor sent again. */
  async put(hash: string, data: Uint8Array, mime: string): Promise<void> {
    if (await this.has(hash)) return;
    const [key, counter] = this.keyOf(hash);
    const c = createCipheriv('aes-256-ctr', key, counter);
    await this.inner.put(nameOf(hash), Buffer.concat([c.update(data), c.final()]), mime);
  }

  async read(hash: string, range?: ByteRange): Promise<Readable> {
    const [key, counter] = this.keyOf(hash);
    const start = range?.start ?? 0;
    const opened = createDecipheriv('aes-256-ctr', key, plus(counter, Math.floor(start / BLOCK)));
    opened.update(Buffer.alloc(start % BLOCK));
    const sealed = await this.inner.read(nameOf(hash), range);
    // An error of the store reaches whoever reads, and whoever stops reading closes the file.
    return pipeline(sealed, opened, () => undefined);
  }

  has(hash: string): Promise<boolean> {
    return this.inner.has(nameOf(hash));
  }

  private keyOf(hash: string): [key: Buffer, counter: Buffer] {
    const made = Buffer.from(hkdfSync('sha256', this.dataKey, Buffer.from(hash, 'hex'), `kx-file-${SUITE}`, 48));
    return [made.subarray(0, 32), made.subarray(32)];
  }
}

const nameOf = (hash: string) => `${hash}.${SUITE}`;

/** The 128-bit counter, `blocks` later. */
function plus(counter: Buffer, blocks: number): Buffer {
  const next = (BigInt(`0x${counter.toString('hex')}`) + BigInt(blocks)) & ((1n << 128n) - 1n);
  return Buffer.from(next.toString(16).padStart(32, '0'), 'hex');
}
