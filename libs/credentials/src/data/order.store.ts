import { Injectable } from '@nestjs/common';
import type { Reason } from '@app/kernel';
import { Db, type PageOf, type Tx } from '@app/platform';
import { fromJson } from './json';

export type ItemState = 'WAITING' | 'ISSUED' | 'ALREADY' | 'REFUSED' | 'CANCELLED';

export interface OrderRow {
  jobId: string;
  signedBy: string;
  signedByName: string;
  signedAs: string;
  regionCode: string;
  signedAt: Date;
  count: number;
}

export interface ItemRow {
  enrolmentId: string;
  personName: string;
  state: ItemState;
  certificateId: string | null;
  number: string | null;
  reasons: Reason[];
}

@Injectable()
export class OrderStore {
  constructor(private readonly db: Db) {}

  async open(tx: Tx, order: OrderRow, items: { enrolmentId: string; personName: string }[]): Promise<void> {
    await tx.insert('issue_order', order);
    await tx.insert(
      'issue_item',
      items.map((i) => ({ jobId: order.jobId, ...i, state: 'WAITING' })),
    );
  }

  order(jobId: string): Promise<OrderRow | undefined> {
    return this.db.one<OrderRow>('SELECT * FROM issue_order WHERE job_id = ?', [jobId]);
  }

  /** @returns whether this caller finishes the order: of two runs one does */
  async finish(tx: Tx, jobId: string): Promise<boolean> {
    const n = await tx.execute('UPDATE issue_order SET finished_at = ? WHERE job_id = ? AND finished_at IS NULL', [
      tx.now,
      jobId,
    ]);
    return n === 1;
  }

  async waiting(jobId: string, limit: number): Promise<string[]> {
    const rows = await this.db.query<{ enrolmentId: string }>(
      "SELECT enrolment_id FROM issue_item WHERE job_id = ? AND state = 'WAITING' ORDER BY enrolment_id LIMIT ?",
      [jobId, limit],
    );
    return rows.map((r) => r.enrolmentId);
  }

  /** Those of the list that are still waiting; a second run of the same order waits here and then finds none. */
  async lockWaiting(
    tx: Tx,
    jobId: string,
    enrolmentIds: string[],
  ): Promise<{ enrolmentId: string; personName: string }[]> {
    return tx.query(
      "SELECT enrolment_id, person_name FROM issue_item WHERE job_id = ? AND enrolment_id IN (?) AND state = 'WAITING' ORDER BY enrolment_id FOR UPDATE",
      [jobId, enrolmentIds],
    );
  }

  async settle(
    tx: Tx,
    jobId: string,
    enrolmentId: string,
    f: { state: ItemState; certificateId?: string; reasons?: Reason[] },
  ): Promise<void> {
    await tx.update(
      'issue_item',
      { jobId, enrolmentId, state: 'WAITING' },
      { state: f.state, certificateId: f.certificateId ?? null, reasons: f.reasons ?? null, doneAt: tx.now },
    );
  }

  /** @returns how many were still waiting */
  cancelRest(tx: Tx, jobId: string): Promise<number> {
    return tx.execute("UPDATE issue_item SET state = 'CANCELLED', done_at = ? WHERE job_id = ? AND state = 'WAITING'", [
      tx.now,
      jobId,
    ]);
  }

  async counts(at: Pick<Db, 'query'>, jobId: string): Promise<Record<ItemState, number>> {
    const rows = await at.query<{ state: ItemState; n: string }>(
      'SELECT state, COUNT(*) AS n FROM issue_item WHERE job_id = ? GROUP BY state',
      [jobId],
    );
    const all: Record<ItemState, number> = { WAITING: 0, ISSUED: 0, ALREADY: 0, REFUSED: 0, CANCELLED: 0 };
    for (const r of rows) all[r.state] = Number(r.n);
    return all;
  }

  async items(jobId: string, states: ItemState[], offset: number, limit: number): Promise<PageOf<ItemRow>> {
    const [rows, total] = await Promise.all([
      this.db.query<Omit<ItemRow, 'reasons'> & { reasons: unknown }>(
        `SELECT i.enrolment_id, i.person_name, i.state, i.certificate_id, c.number, i.reasons FROM issue_item i
         LEFT JOIN certificate c ON c.id = i.certificate_id
         WHERE i.job_id = ? AND i.state IN (?) ORDER BY i.state DESC, i.enrolment_id LIMIT ? OFFSET ?`,
        [jobId, states, limit, offset],
      ),
      this.db.count('SELECT COUNT(*) AS n FROM issue_item WHERE job_id = ? AND state IN (?)', [jobId, states]),
    ]);
    return {
      rows: rows.map((r) => ({ ...r, reasons: r.reasons === null ? [] : fromJson<Reason[]>(r.reasons) })),
      total,
    };
  }
}
