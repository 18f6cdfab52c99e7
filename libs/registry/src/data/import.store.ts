import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '@app/platform';
import type { ImportFault } from '../domain/import-faults';
import { isCode } from '../domain/plain-code';

export type BatchState = 'STAGING' | 'AWAITING_CONFIRMATION' | 'WRITING' | 'DONE' | 'FAILED' | 'CANCELLED';
export type RowState = 'VALID' | 'FAULTY' | 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REFUSED';
export type Effect = 'NEW' | 'CHANGE' | 'SAME';

export interface BatchRow {
  id: string;
  kind: 'INSTITUTIONS' | 'PEOPLE' | 'UNITS' | 'DESIGNATIONS' | 'POPULATIONS' | 'MEMBERS';
  accountId: string;
  role: string;
  organisationId: string | null;
  regionCode: string | null;
  ownPersonId: string | null;
  fileHash: string;
  fileName: string;
  fileMime: string;
  state: BatchState;
  policy: 'ONLY_VALID' | 'ALL_OR_NOTHING' | null;
  absentPolicy: 'KEEP' | 'END' | null;
  absentOn: string | null;
  absentReason: string | null;
  absentEnded: number;
  totalRows: number;
  unknownColumns: unknown;
  fault: unknown;
  stageJobId: string;
  writeJobId: string | null;
  createdAt: Date;
  confirmedAt: Date | null;
  finishedAt: Date | null;
}

export interface StagedRow {
  rowNo: number;
  valuesSealed: string;
  keyIndex: string | null;
  state: RowState;
  effect: Effect | null;
  faults: ImportFault[];
  objectId: string | null;
  groupId: string | null;
}

export interface RowCount {
  state: RowState;
  effect: Effect | null;
  n: number;
}

const json = <T>(value: unknown): T => (typeof value === 'string' ? (JSON.parse(value) as T) : (value as T));
const rowOf = (r: StagedRow): StagedRow => ({ ...r, faults: json<ImportFault[] | null>(r.faults) ?? [] });
const ROW = 'SELECT row_no, values_sealed, key_index, state, effect, faults, object_id, group_id FROM import_row';

type Reader = Pick<Db, 'query' | 'one'> | Pick<Tx, 'query' | 'one'>;

@Injectable()
export class ImportStore {
  constructor(private readonly db: Db) {}

  batch(id: string): Promise<BatchRow | undefined> {
    return this.db.one<BatchRow>('SELECT * FROM import_batch WHERE id = ?', [id]);
  }

  async own(accountId: string, id: string): Promise<BatchRow | undefined> {
    if (!isCode(id)) return undefined;
    return this.db.one<BatchRow>('SELECT * FROM import_batch WHERE id = ? AND account_id = ?', [id, accountId]);
  }

  async list(accountId: string, offset: number, limit: number): Promise<{ rows: BatchRow[]; total: number }> {
    const [rows, total] = await Promise.all([
      this.db.query<BatchRow>(
        'SELECT * FROM import_batch WHERE account_id = ? ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?',
        [accountId, limit, offset],
      ),
      this.db.count('SELECT COUNT(*) AS n FROM import_batch WHERE account_id = ?', [accountId]),
    ]);
    return { rows, total };
  }

  async lock(tx: Tx, id: string): Promise<BatchRow | undefined> {
    if (!isCode(id)) return undefined;
    return tx.one<BatchRow>('SELECT * FROM import_batch WHERE id = ? FOR UPDATE', [id]);
  }

  async lastRow(tx: Tx, id: string): Promise<number> {
    return Number(
      (await tx.one<{ n: number | null }>('SELECT MAX(row_no) AS n FROM import_row WHERE batch_id = ?', [id]))?.n ?? 0,
    );
  }

  async addRows(tx: Tx, batchId: string, rows: StagedRow[]): Promise<void> {
    await tx.insert(
      'import_row',
      rows.map((r) => ({
        batchId,
        ...r,
        faults: r.faults.length ? JSON.stringify(r.faults) : null,
        updatedAt: tx.now,
      })),
    );
  }

  setRow(tx: Tx, batchId: string, rowNo: number, patch: Partial<Omit<StagedRow, 'rowNo'>>): Promise<number> {
    const { faults, ...rest } = patch;
    return tx.update(
      'import_row',
      { batchId, rowNo },
      { ...rest, ...(faults ? { faults: faults.length ? JSON.stringify(faults) : null } : {}), updatedAt: tx.now },
      false,
    );
  }

  /** The marks of many rows in one statement; the rows are there, so nothing is ever inserted. */
  async markRows(
    tx: Tx,
    batchId: string,
    marks: { rowNo: number; state: RowState; effect: Effect | null; objectId: string | null; faults: ImportFault[] }[],
  ): Promise<void> {
    if (!marks.length) return;
    await tx.execute(
      `INSERT INTO import_row (batch_id, row_no, values_sealed, state, effect, object_id, faults, updated_at)
       VALUES ${marks.map(() => "(?, ?, '', ?, ?, ?, ?, ?)").join(', ')}
       ON DUPLICATE KEY UPDATE state = VALUES(state), effect = VALUES(effect),
         object_id = COALESCE(VALUES(object_id), object_id), faults = COALESCE(VALUES(faults), faults), updated_at = VALUES(updated_at)`,
      marks.flatMap((m) => [
        batchId,
        m.rowNo,
        m.state,
        m.effect,
        m.objectId,
        m.faults.length ? JSON.stringify(m.faults) : null,
        tx.now,
      ]),
    );
  }

  /** Rows of an earlier line with one of these keys: the first line of each. */
  async firstLines(reader: Reader, batchId: string, keys: string[]): Promise<Map<string, number>> {
    if (!keys.length) return new Map();
    const rows = await reader.query<{ keyIndex: string; rowNo: number }>(
      'SELECT key_index, MIN(row_no) AS row_no FROM import_row WHERE batch_id = ? AND key_index IN (?) GROUP BY key_index',
      [batchId, keys],
    );
    return new Map(rows.map((r) => [r.keyIndex, r.rowNo]));
  }

  async rowsByKey(tx: Tx, batchId: string, keys: string[]): Promise<StagedRow[]> {
    if (!keys.length) return [];
    return (
      await tx.query<StagedRow>(`${ROW} WHERE batch_id = ? AND key_index IN (?) ORDER BY row_no`, [batchId, keys])
    ).map(rowOf);
  }

  async row(tx: Tx, batchId: string, rowNo: number): Promise<StagedRow | undefined> {
    const r = await tx.one<StagedRow>(`${ROW} WHERE batch_id = ? AND row_no = ? FOR UPDATE`, [batchId, rowNo]);
    return r && rowOf(r);
  }

  /** The next rows to write, locked: a second run of the same job waits here and then finds them done. */
  async nextValid(tx: Tx, batchId: string, limit: number): Promise<StagedRow[]> {
    const rows = await tx.query<StagedRow>(
      `${ROW} WHERE batch_id = ? AND state = 'VALID' ORDER BY row_no LIMIT ? FOR UPDATE`,
      [batchId, limit],
    );
    return rows.map(rowOf);
  }

  async validAfter(batchId: string, after: number, limit: number): Promise<StagedRow[]> {
    const rows = await this.db.query<StagedRow>(
      `${ROW} WHERE batch_id = ? AND state = 'VALID' AND row_no > ? ORDER BY row_no LIMIT ?`,
      [batchId, after, limit],
    );
    return rows.map(rowOf);
  }

  async counts(reader: Reader, batchId: string): Promise<RowCount[]> {
    const rows = await reader.query<RowCount>(
      'SELECT state, effect, COUNT(*) AS n FROM import_row WHERE batch_id = ? GROUP BY state, effect',
      [batchId],
    );
    return rows.map((r) => ({ ...r, n: Number(r.n) }));
  }

  /** A page of rows, faulty ones first. */
  async page(
    batchId: string,
    f: { state?: RowState[]; effect?: Effect; offset: number; limit: number },
  ): Promise<{ rows: StagedRow[]; total: number }> {
    const where = `batch_id = ?${f.state ? ' AND state IN (?)' : ''}${f.effect ? ' AND effect = ?' : ''}`;
    const params = [batchId, ...(f.state ? [f.state] : []), ...(f.effect ? [f.effect] : [])];
    const [rows, total] = await Promise.all([
      this.db.query<StagedRow>(
        `${ROW} WHERE ${where} ORDER BY (state IN ('FAULTY', 'REFUSED')) DESC, row_no LIMIT ? OFFSET ?`,
        [...params, f.limit, f.offset],
      ),
      this.db.count(`SELECT COUNT(*) AS n FROM import_row WHERE ${where}`, params),
    ]);
    return { rows: rows.map(rowOf), total };
  }

  async allRows(batchId: string, after: number, limit: number): Promise<StagedRow[]> {
    return (
      await this.db.query<StagedRow>(`${ROW} WHERE batch_id = ? AND row_no > ? ORDER BY row_no LIMIT ?`, [
        batchId,
        after,
        limit,
      ])
    ).map(rowOf);
  }
}
