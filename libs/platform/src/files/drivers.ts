import { AwsClient } from 'aws4fetch';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { randomToken } from '@app/kernel';
import type { Config } from '../config/config';

export interface ByteRange {
  start: number;
  /** inclusive */
  end: number;
}

/** Where bytes lie, by the SHA-256 of their content. */
export interface FileDriver {
  put(hash: string, data: Uint8Array, mime: string): Promise<void>;
  /** @throws Error when absent */
  read(hash: string, range?: ByteRange): Promise<Readable>;
  has(hash: string): Promise<boolean>;
}

/** A folder: written to a temporary name, flushed, then renamed, so that no half file is ever served (R12). */
export class DiskDriver implements FileDriver {
  constructor(private readonly root: string) {}

  private path(hash: string): string {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('Not a content hash');
    return join(this.root, hash.slice(0, 2), hash.slice(2, 4), hash);
  }

  async put(hash: string, data: Uint8Array): Promise<void> {
    if (await this.has(hash)) return;
    const target = this.path(hash);
    await mkdir(join(target, '..'), { recursive: true });
    const temp = `${target}.${randomToken(8)}.tmp`;
    try {
      const f = await open(temp, 'wx', 0o600);
      try {
        await f.writeFile(data);
        await f.sync();
      } finally {
        await f.close();
      }
      await rename(temp, target);
    } catch (e) {
      await rm(temp, { force: true });
      throw e;
    }
  }

  async read(hash: string, range?: ByteRange): Promise<Readable> {
    const path = this.path(hash);
    await stat(path);
    return createReadStream(path, range);
  }

  async has(hash: string): Promise<boolean> {
    return stat(this.path(hash)).then(
      (s) => s.isFile(),
      () => false,
    );
  }
}

/** An S3-compatible store: `s3://bucket?endpoint=https://host&region=…`. */
export class S3Driver implements FileDriver {
  private readonly client: AwsClient;
  private readonly base: string;

  constructor(address: string, keys: { accessKey: string; secretKey: string }) {
    const u = new URL(address);
    const endpoint = u.searchParams.get('endpoint') ?? 'https://s3.amazonaws.com';
    this.base = `${endpoint.replace(/\/$/, '')}/${u.hostname}`;
    this.client = new AwsClient({
      accessKeyId: keys.accessKey,
      secretAccessKey: keys.secretKey,
      service: 's3',
      region: u.searchParams.get('region') ?? 'us-east-1',
      retries: 3,
    });
  }

  async put(hash: string, data: Uint8Array, mime: string): Promise<void> {
    const r = await this.client.fetch(`${this.base}/${hash}`, {
      method: 'PUT',
      body: Buffer.from(data),
      headers: { 'content-type': mime, 'x-amz-content-sha256': hash },
    });
    if (!r.ok) throw new Error(`The file store refused a file: ${r.status}`);
  }

  async read(hash: string, range?: ByteRange): Promise<Readable> {
    const r = await this.client.fetch(
      `${this.base}/${hash}`,
      range ? { headers: { range: `bytes=${range.start}-${range.end}` } } : {},
    );
    if (!r.ok || !r.body) throw new Error(`The file store has no such file: ${r.status}`);
    return Readable.fromWeb(r.body as import('node:stream/web').ReadableStream);
  }

  async has(hash: string): Promise<boolean> {
    return (await this.client.fetch(`${this.base}/${hash}`, { method: 'HEAD' })).ok;
  }
}

export const fileDriver = (config: Pick<Config, 'files' | 's3'>): FileDriver =>
  config.files.startsWith('s3:')
    ? new S3Driver(config.files, config.s3!)
    : new DiskDriver(config.files.slice('file:'.length));
