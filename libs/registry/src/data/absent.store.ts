import { Injectable } from '@nestjs/common';
import { Db, type Param, type Scope, type Tx } from '@app/platform';

interface Absent {
  id: string;
  name: string;
  note: string | null;
  place: string;
  startOn: string;
}

/** Where a kind of thing is kept: alias `x`, its institution `i`. `group` and `object` are what rows of the list point at. */
export interface AbsentSource {
  from: string;
  open: string;
  group: string;
  object: string;
  name: string;
  note: string;
  place: string;
}

/** What is open at the institutions a list is about and in none of its rows. */
@Injectable()
export class AbsentStore {
  constructor(private readonly db: Db) {}

  private where(s: AbsentSource): string {
    return `${s.open} AND ${s.group} IN (SELECT g.group_id FROM import_row g WHERE g.batch_id = ? AND g.group_id IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM import_row o WHERE o.batch_id = ? AND o.object_id = ${s.object})`;
  }

  async page(
    s: AbsentSource,
    batchId: string,
    scope: Scope,
    p: { offset: number; limit: number },
  ): Promise<{ rows: Absent[]; total: number }> {
    const where = `${s.from} WHERE ${this.where(s)} AND ${scope.where}`;
    const params: Param[] = [batchId, batchId, ...scope.params];
    const [rows, total] = await Promise.all([
      this.db.query<Absent>(
        `SELECT x.id, ${s.name} AS name, ${s.note} AS note, ${s.place} AS place, x.start_on ${where}
         ORDER BY ${s.place}, ${s.name}, x.id LIMIT ? OFFSET ?`,
        [...params, p.limit, p.offset],
      ),
      this.db.count(`SELECT COUNT(*) AS n ${where}`, params),
    ]);
    return { rows, total };
  }

  /** The next ones that began before the day, locked. One that began on it or later is no part of the old list. */
  next(
    tx: Tx,
    s: AbsentSource,
    batchId: string,
    scope: Scope,
    endOn: string,
    limit: number,
  ): Promise<{ id: string; object: string }[]> {
    return tx.query(
      `SELECT x.id, ${s.object} AS object ${s.from} WHERE ${this.where(s)} AND ${scope.where} AND x.start_on < ?
       ORDER BY x.id LIMIT ? FOR UPDATE`,
      [batchId, batchId, ...scope.params, endOn, limit],
    );
  }
}
