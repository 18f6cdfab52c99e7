import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '@app/platform';

export interface FileRow {
  id: string;
  certificateId: string;
  kind: string;
  templateVersion: string;
  state: 'PENDING' | 'READY' | 'FAILED';
  hash: string | null;
  size: string | null;
  dataHash: string | null;
  signer: string | null;
  signerFingerprint: string | null;
  renderedAt: Date | null;
  renders: number;
  attempts: number;
  nextTryAt: Date;
  error: string | null;
}

export interface Rendered {
  hash: string;
  size: number;
  dataHash: string;
  signer: string;
  signerFingerprint: string;
}

@Injectable()
export class FileStore {
  constructor(private readonly db: Db) {}

  pdfOf(certificateId: string): Promise<FileRow | undefined> {
    return this.db.one<FileRow>(
      "SELECT * FROM certificate_file WHERE certificate_id = ? AND kind = 'PDF' ORDER BY rendered_at IS NULL, rendered_at DESC LIMIT 1",
      [certificateId],
    );
  }

  /** Asked for before the certificates of a chunk are handed to anybody. */
  async order(tx: Tx, rows: object[]): Promise<void> {
    await tx.insert('certificate_file', rows, 'ignore');
  }

  /**
   * Compare-and-set on what was there before the rendering: of two renderings at once the first one counts.
   * @returns whether this one did
   */
  async ready(tx: Tx, row: Pick<FileRow, 'id' | 'renders'>, f: Rendered): Promise<boolean> {
    const n = await tx.execute(
      `UPDATE certificate_file SET state = 'READY', hash = ?, size = ?, data_hash = ?, signer = ?, signer_fingerprint = ?, rendered_at = ?,
         renders = renders + 1, attempts = 0, error = NULL WHERE id = ? AND renders = ?`,
      [f.hash, f.size, f.dataHash, f.signer, f.signerFingerprint, tx.now, row.id, row.renders],
    );
    return n === 1;
  }

  /** READY, but the bytes are gone: made again. */
  async lost(tx: Tx, id: string, hash: string): Promise<boolean> {
    const n = await tx.execute(
      "UPDATE certificate_file SET state = 'PENDING', next_try_at = ? WHERE id = ? AND hash = ? AND state = 'READY'",
      [new Date(tx.now.getTime() + 60_000), id, hash],
    );
    return n === 1;
  }

  async failed(tx: Tx, id: string, error: string, next: Date): Promise<void> {
    await tx.execute(
      "UPDATE certificate_file SET state = 'FAILED', attempts = attempts + 1, error = ?, next_try_at = ? WHERE id = ? AND state <> 'READY'",
      [error.slice(0, 500), next, id],
    );
  }

  due(now: Date, limit: number): Promise<{ id: string; certificateId: string; attempts: number }[]> {
    return this.db.query(
      "SELECT id, certificate_id, attempts FROM certificate_file WHERE state IN ('PENDING','FAILED') AND next_try_at <= ? ORDER BY next_try_at LIMIT ?",
      [now, limit],
    );
  }

  /** @returns whether this caller moved it: of two sweepers one orders the work */
  async postpone(tx: Tx, id: string, until: Date): Promise<boolean> {
    const n = await tx.execute(
      "UPDATE certificate_file SET next_try_at = ? WHERE id = ? AND state IN ('PENDING','FAILED') AND next_try_at <= ?",
      [until, id, tx.now],
    );
    return n === 1;
  }

  after(id: string, limit: number): Promise<FileRow[]> {
    return this.db.query<FileRow>(
      "SELECT * FROM certificate_file WHERE state = 'READY' AND id > ? ORDER BY id LIMIT ?",
      [id, limit],
    );
  }
}
