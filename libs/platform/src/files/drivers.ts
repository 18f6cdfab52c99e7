import { AwsClient } from 'aws4fetch';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { randomToken, sha256Hex } from '@app/kernel';
import type { ByteRange, FileDriver } from './file-driver';

/** A folder: written to a temporary name, flushed, then renamed, so that no half file is ever served (R12). */
export class DiskDriver implements FileDriver {
  constructor(private readonly root: string) {}

  private path(name: string): string {
    if (!/^[0-9a-f]{64}(\.v\d+)?$/.test(name)) throw new Error('Not a content hash');
    return join(this.root, name.slice(0, 2), name.slice(2, 4), name);
  }

  async put(name: string, data: Uint8Array): Promise<void> {
    const target = this.path(name);
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

  async read(name: string, range?: ByteRange): Promise<Readable> {
    const path = this.path(name);
    await stat(path);
    return createReadStream(path, range);
  }

  async has(name: string): Promise<boolean> {
    return stat(this.path(name)).then(
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

  async put(name: string, data: Uint8Array, mime: string): Promise<void> {
    const r = await this.client.fetch(`${this.base}/${name}`, {
      method: 'PUT',
      body: Buffer.from(data),
      headers: { 'content-type': mime, 'x-amz-content-sha256': sha256Hex(Buffer.from(data)) },
    });
    if (!r.ok) throw new Error(`The file store refused a file: ${r.status}`);
  }

  async read(name: string, range?: ByteRange): Promise<Readable> {
    const r = await this.client.fetch(
      `${this.base}/${name}`,
      range ? { headers: { range: `bytes=${range.start}-${range.end}` } } : {},
    );
    if (!r.ok || !r.body) throw new Error(`The file store has no such file: ${r.status}`);
    return Readable.fromWeb(r.body as import('node:stream/web').ReadableStream);
  }

  async has(name: string): Promise<boolean> {
    return (await this.client.fetch(`${this.base}/${name}`, { method: 'HEAD' })).ok;
  }
}
