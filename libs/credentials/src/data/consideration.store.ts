import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '@app/platform';

@Injectable()
export class ConsiderationStore {
  constructor(private readonly db: Db) {}

  /** @returns whether a job has to be ordered: false while one waits already */
  async request(tx: Tx, enrolmentId: string): Promise<boolean> {
    await tx.insert('consideration', { enrolmentId, queued: 0, run: 0, requestedAt: tx.now }, 'ignore');
    const n = await tx.execute(
      'UPDATE consideration SET queued = 1, requested_at = ? WHERE enrolment_id = ? AND queued = 0',
      [tx.now, enrolmentId],
    );
    return n > 0;
  }

  /** From here on a new event orders a new look. @returns the number of this look */
  async begin(tx: Tx, enrolmentId: string): Promise<number> {
    await tx.insert('consideration', { enrolmentId, queued: 0, run: 0, requestedAt: tx.now }, 'ignore');
    await tx.execute('UPDATE consideration SET queued = 0, run = run + 1 WHERE enrolment_id = ?', [enrolmentId]);
    return (await this.lockRun(tx, enrolmentId))!;
  }

  async lockRun(tx: Tx, enrolmentId: string): Promise<number | undefined> {
    const row = await tx.one<{ run: number }>('SELECT run FROM consideration WHERE enrolment_id = ? FOR UPDATE', [
      enrolmentId,
    ]);
    return row?.run;
  }

  /** @returns whether this caller ordered it again: of two sweepers one does */
  async renew(tx: Tx, enrolmentId: string, before: Date): Promise<boolean> {
    const n = await tx.execute(
      'UPDATE consideration SET requested_at = ? WHERE enrolment_id = ? AND queued = 1 AND requested_at < ?',
      [tx.now, enrolmentId, before],
    );
    return n === 1;
  }

  /** Ordered but not begun for long: the job was lost or given up. */
  async overdue(before: Date, limit: number): Promise<string[]> {
    const rows = await this.db.query<{ enrolmentId: string }>(
      'SELECT enrolment_id FROM consideration WHERE queued = 1 AND requested_at < ? ORDER BY requested_at LIMIT ?',
      [before, limit],
    );
    return rows.map((r) => r.enrolmentId);
  }
}
