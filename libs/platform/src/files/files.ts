import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Clock, newId, sha256Hex } from '@app/kernel';
import type { Actor } from '../auth/actor';
import type { Config } from '../config/config';
import { CLOCK, CONFIG } from '../config/config.module';
import { Crypto } from '../crypto/crypto';
import { Db } from '../db/db';
import { execute } from '../db/rows';
import { notFound } from '../platform.errors';
import { DiskDriver, S3Driver } from './drivers';
import type { ByteRange, FileDriver } from './file-driver';
import { SealedDriver } from './sealed-driver';

export interface FileLink {
  hash: string;
  name: string;
  mime: string;
  /** the only account that may open the link, or null for anyone who holds it */
  accountId: string | null;
  /** seconds the link lives; default 300 */
  seconds?: number;
  inline?: boolean;
}

export interface LinkToken {
  h: string;
  n: string;
  m: string;
  a: string | null;
  e: number;
  i: 0 | 1;
}

/** Files by content hash. Bytes first, row second: a row never points at bytes that are not there. */
@Injectable()
export class Files {
  private readonly driver: FileDriver;
  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly crypto: Crypto,
    private readonly db: Db,
  ) {
    this.driver = new SealedDriver(
      config.files.startsWith('s3:')
        ? new S3Driver(config.files, config.s3!)
        : new DiskDriver(config.files.slice('file:'.length)),
      config.keys.data,
    );
  }

  /** Stores bytes durably; the same bytes twice are one file. @returns their hash */
  async put(data: Uint8Array, mime: string): Promise<{ hash: string; size: number }> {
    const hash = sha256Hex(Buffer.from(data));
    await this.driver.put(hash, data, mime);
    await execute(
      this.db.dataSource,
      'INSERT INTO stored_file (hash, size, mime, created_at) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE hash = hash',
      [hash, data.length, mime, this.clock.now()],
    );
    return { hash, size: data.length };
  }

  async read(hash: string, range?: ByteRange): Promise<Readable> {
    return this.driver.read(hash, range);
  }

  /** @throws Error when absent, or when somebody changed what lies in the store */
  async bytes(hash: string): Promise<Buffer> {
    const data = await buffer(await this.driver.read(hash));
    if (sha256Hex(data) !== hash) throw new Error(`The stored file ${hash} is not what was stored`);
    return data;
  }

  async info(hash: string): Promise<{ hash: string; size: number; mime: string } | undefined> {
    const r = await this.db.one<{ hash: string; size: string; mime: string }>(
      'SELECT hash, size, mime FROM stored_file WHERE hash = ?',
      [hash],
    );
    return r && { ...r, size: Number(r.size) };
  }

  /** Mime types by hash, in one statement. */
  async mimes(hashes: string[]): Promise<Map<string, string>> {
    if (!hashes.length) return new Map();
    const rows = await this.db.query<{ hash: string; mime: string }>(
      'SELECT hash, mime FROM stored_file WHERE hash IN (?)',
      [hashes],
    );
    return new Map(rows.map((r) => [r.hash, r.mime]));
  }

  /** A signed address for a file, bound to an account and short-lived (API1). */
  link(f: FileLink): string {
    const token: LinkToken = {
      h: f.hash,
      n: f.name,
      m: f.mime,
      a: f.accountId,
      e: Math.floor(this.clock.now().getTime() / 1000) + (f.seconds ?? 300),
      i: f.inline ? 1 : 0,
    };
    return `/files/${this.crypto.signToken(token)}`;
  }

  /** @returns the token's content, or null when it is forged, expired or somebody else's */
  openLink(token: string, accountId: string | null): LinkToken | null {
    const t = this.crypto.readToken<LinkToken>(token);
    if (!t || t.e < this.clock.now().getTime() / 1000) return null;
    return t.a && t.a !== accountId ? null : t;
  }

  /** Keeps an uploaded file for its owner until something refers to it. */
  async keepUpload(
    actor: Actor,
    name: string,
    mime: string,
    data: Uint8Array,
  ): Promise<{ id: string; name: string; size: number }> {
    const { hash, size } = await this.put(data, mime);
    const id = newId();
    await execute(
      this.db.dataSource,
      'INSERT INTO upload (id, account_id, hash, name, mime, size, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [id, actor.accountId, hash, name.slice(0, 200), mime, size, this.clock.now()],
    );
    return { id, name, size };
  }

  /** The actor's own upload. @throws PLATFORM_NOT_FOUND */
  async upload(
    actor: Actor,
    id: string,
  ): Promise<{ id: string; hash: string; name: string; mime: string; size: number }> {
    const r = await this.db.one<{ id: string; hash: string; name: string; mime: string; size: string }>(
      'SELECT id, hash, name, mime, size FROM upload WHERE id = ? AND account_id = ?',
      [id, actor.accountId],
    );
    if (!r) throw notFound();
    return { ...r, size: Number(r.size) };
  }
}
