import type { Readable } from 'node:stream';

export interface ByteRange {
  start: number;
  /** inclusive */
  end: number;
}

/** Where bytes lie, by a name made of the SHA-256 of their content and, when sealed, the suite. */
export interface FileDriver {
  put(name: string, data: Uint8Array, mime: string): Promise<void>;
  /** @throws Error when absent */
  read(name: string, range?: ByteRange): Promise<Readable>;
  has(name: string): Promise<boolean>;
}
