import { Injectable } from '@nestjs/common';
import { Db, type Param, type Tx } from '@app/platform';
import type { Acceptance, AnswerOp, JournalLine, StoredOp } from '../domain/answers';

/** The journal and the current answers. All writes happen under the lock of the attempt. */
@Injectable()
export class AnswerStore {
  constructor(private readonly db: Db) {}

  async seqsAbove(tx: Tx, attemptId: string, epoch: number, seq: number): Promise<number[]> {
    const rows = await tx.query<{ seq: number }>(
      'SELECT seq FROM answer_event WHERE attempt_id = ? AND epoch = ? AND seq > ? ORDER BY seq',
      [attemptId, epoch, seq],
    );
    return rows.map((r) => r.seq);
  }

  /** What is stored above a number, or under a number of the batch. */
  stored(tx: Tx, attemptId: string, epoch: number, above: number, batch: readonly AnswerOp[]): Promise<StoredOp[]> {
    return tx.query<StoredOp>(
      'SELECT seq, question_id, value FROM answer_event WHERE attempt_id = ? AND epoch = ? AND (seq > ? OR seq IN (?)) ORDER BY seq',
      [attemptId, epoch, above, batch.length ? batch.map((o) => o.seq) : [0]],
    );
  }

  /** Three statements whatever the number of ops: journal, current answers, epoch. */
  async write(tx: Tx, attemptId: string, epoch: number, a: Acceptance): Promise<void> {
    if (a.fresh.length) {
      const rows = a.fresh.map(() => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ');
      const params: Param[] = [];
      for (const o of a.fresh) params.push(attemptId, epoch, o.seq, o.questionId, o.value, o.atMonoMs, tx.now, o.flag);
      await tx.execute(
        `INSERT INTO answer_event (attempt_id, epoch, seq, question_id, value, at_mono_ms, received_at, flag) VALUES ${rows}`,
        params,
      );
    }
    if (a.current.length) {
      const rows = a.current.map(() => '(?, ?, ?, ?, ?)').join(', ');
      const params: Param[] = [];
      for (const o of a.current) params.push(attemptId, o.questionId, o.value, epoch, o.seq);
      // Assigned left to right, so value and seq are decided before epoch changes; an older op changes nothing.
      const newer = '(VALUES(epoch) > epoch OR (VALUES(epoch) = epoch AND VALUES(seq) > seq))';
      await tx.execute(
        `INSERT INTO answer_current (attempt_id, question_id, value, epoch, seq) VALUES ${rows}
         ON DUPLICATE KEY UPDATE value = IF(${newer}, VALUES(value), value), seq = IF(${newer}, VALUES(seq), seq), epoch = GREATEST(epoch, VALUES(epoch))`,
        params,
      );
    }
    await tx.execute(
      'UPDATE attempt_epoch SET ack_seq = ?, max_seq = ?, uncounted = ?, last_seen_at = ? WHERE attempt_id = ? AND epoch = ?',
      [a.ackSeq, a.maxSeq, a.uncounted, tx.now, attemptId, epoch],
    );
  }

  journal(attemptId: string, at: Db | Tx = this.db): Promise<JournalLine[]> {
    return at.query<JournalLine>(
      'SELECT epoch, seq, question_id, value, flag FROM answer_event WHERE attempt_id = ? ORDER BY epoch, seq',
      [attemptId],
    );
  }

  /** Question → own letters, cleared answers left out. */
  async current(attemptId: string, at: Db | Tx = this.db): Promise<Record<string, string>> {
    const rows = await at.query<{ questionId: string; value: string }>(
      "SELECT question_id, value FROM answer_current WHERE attempt_id = ? AND value <> '' ORDER BY question_id",
      [attemptId],
    );
    return Object.fromEntries(rows.map((r) => [r.questionId, r.value]));
  }
}
