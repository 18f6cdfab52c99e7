import { Injectable } from '@nestjs/common';
import { DomainError } from '@app/kernel';
import type { Tx } from '@app/platform';
import { AnswerStore } from '../data/answer.store';
import type { AttemptWithEpoch } from '../data/attempt.store';
import { type Acceptance, acceptAnswers, type AnswerOp, type EpochJournal, mayOverlap } from '../domain/answers';
import type { AttemptState } from '../domain/attempt';
import { fail } from '../exams.errors';
import { PaperLibrary } from './paper-library';

/** Ops a client may send at once (exam-delivery §3.3-3), and in one epoch at all: a journal must not fill a disk. */
export const MAX_OPS = 50;
export const MAX_SEQ = 20_000;

export interface RecordInput {
  attemptId: string;
  epoch: number;
  ops: AnswerOp[];
}

/** What every save is answered with; the client's state rests on it alone. */
export interface RecordReply {
  ackSeq: number;
  firstMissing: number | null;
  serverNow: Date;
  deadline: Date;
  remainingMs: number;
  state: AttemptState;
  /** ops of this call that were new */
  accepted: number;
  /** ops of this epoch that are stored but not counted */
  late: number;
  takenOver: boolean;
}

const VALUE = /^[A-J]{0,10}$/;
const MONO_LIMIT = 2_000_000_000;

/** GraphQL has checked the types. @throws EXAMS_TOO_MANY_OPS, PLATFORM_INVALID_INPUT naming every bad field */
export function assertOps(ops: readonly AnswerOp[]): void {
  if (ops.length > MAX_OPS || ops.some((o) => o.seq > MAX_SEQ)) throw fail('EXAMS_TOO_MANY_OPS', { limit: MAX_OPS });
  const fields = ops.flatMap((o, i) => [
    ...(o.seq >= 1 ? [] : [{ path: `ops.${i}.seq`, code: 'FIELD_MIN' }]),
    ...(o.questionId.length <= 40 ? [] : [{ path: `ops.${i}.questionId`, code: 'FIELD_MAX_LENGTH' }]),
    ...(VALUE.test(o.value) ? [] : [{ path: `ops.${i}.value`, code: 'FIELD_MATCHES' }]),
    ...(Math.abs(o.atMonoMs) <= MONO_LIMIT ? [] : [{ path: `ops.${i}.atMonoMs`, code: 'FIELD_MAX' }]),
  ]);
  if (fields.length) throw new DomainError('PLATFORM_INVALID_INPUT', { count: fields.length }, fields);
}

/** Takes a batch into journal and current answers, inside the caller's transaction and under its lock of the attempt. */
@Injectable()
export class AnswerIntake {
  constructor(
    private readonly answers: AnswerStore,
    private readonly library: PaperLibrary,
  ) {}

  /** @throws EXAMS_TOO_MANY_OPS, EXAMS_BAD_ANSWER, EXAMS_JOURNAL_CONFLICT, EXAMS_UPLOAD_OVER: nothing is stored then */
  async take(tx: Tx, a: AttemptWithEpoch, ops: AnswerOp[]): Promise<Acceptance> {
    assertOps(ops);
    const { letters } = await this.library.get(a.paperVersionId, tx);
    // Stored are the item's own letters, so that neither grading nor a re-mark depends on this attempt's order.
    const own = ops.map((o) => ({ ...o, value: letters.toOwn(a.seed, o.questionId, o.value) }));
    const journal: EpochJournal = {
      epoch: a.ofEpoch,
      ackSeq: a.ackSeq,
      maxSeq: a.maxSeq,
      stored: mayOverlap(a, own) ? await this.answers.stored(tx, a.id, a.ofEpoch, a.ackSeq, own) : [],
      uncounted: a.uncounted,
      openedAt: a.openedAt,
    };
    const acceptance = acceptAnswers({ ...a, currentEpoch: a.epoch }, journal, own, tx.now);
    if (acceptance.conflict !== null) throw fail('EXAMS_JOURNAL_CONFLICT', { seq: acceptance.conflict });
    if (acceptance.fresh.length && tx.now > a.uploadUntil) {
      const hours = Math.round((a.uploadUntil.getTime() - a.closesAt.getTime()) / 3_600_000);
      throw fail('EXAMS_UPLOAD_OVER', { hours });
    }
    await this.answers.write(tx, a.id, a.ofEpoch, acceptance);
    return acceptance;
  }
}

export function replyOf(
  a: AttemptWithEpoch,
  acceptance: Acceptance,
  now: Date,
  state: AttemptState = a.state,
): RecordReply {
  return {
    ackSeq: acceptance.ackSeq,
    firstMissing: acceptance.firstMissing,
    serverNow: now,
    deadline: a.deadline,
    remainingMs: Math.max(0, a.deadline.getTime() - now.getTime()),
    state,
    accepted: acceptance.fresh.length,
    late: acceptance.uncounted,
    takenOver: a.ofEpoch < a.epoch,
  };
}
