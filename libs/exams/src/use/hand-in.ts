import { Injectable } from '@nestjs/common';
import { Crypto, type Tx } from '@app/platform';
import { AnswerStore } from '../data/answer.store';
import type { AttemptRow, SubmissionRow } from '../data/attempt.store';
import { replay } from '../domain/answers';
import { attemptLife } from '../domain/attempt';
import { answersHash, receiptText } from '../domain/receipt';
import { AttemptSubmitted } from '../exams.events';

export interface Receipt {
  attemptId: string;
  answersHash: string;
  count: number;
  submittedAt: Date;
  mac: string;
}

export const receiptOf = (s: SubmissionRow): Receipt => ({
  attemptId: s.attemptId,
  answersHash: s.answersHash,
  count: s.answeredCount,
  submittedAt: s.submittedAt,
  mac: s.mac,
});

export interface HandInFacts {
  by: 'CANDIDATE' | 'SYSTEM';
  epoch: number;
  expectedSeq: number;
  ackSeq: number;
  incomplete: boolean;
}

/** The hand-in itself, the same for the candidate's act and for the server's at time-out (§3.3-10, 11). */
@Injectable()
export class HandIn {
  constructor(
    private readonly answers: AnswerStore,
    private readonly crypto: Crypto,
  ) {}

  /** The caller holds the lock of the attempt and saw it STARTED. */
  async perform(tx: Tx, a: AttemptRow, f: HandInFacts): Promise<Receipt> {
    const state = attemptLife.next(a.state, f.by === 'CANDIDATE' ? 'submit' : 'close');
    const answers = replay(await this.answers.journal(a.id, tx));
    const facts = {
      attemptId: a.id,
      answersHash: answersHash(answers),
      count: Object.keys(answers).length,
      submittedAt: tx.now,
    };
    const mac = this.crypto.receiptMac(receiptText(facts));
    await tx.insert('exam_submission', {
      attemptId: a.id,
      handedInBy: f.by,
      submittedAt: tx.now,
      epoch: f.epoch,
      expectedSeq: f.expectedSeq,
      ackSeq: f.ackSeq,
      incomplete: f.incomplete ? 1 : 0,
      answersHash: facts.answersHash,
      answeredCount: facts.count,
      mac,
    });
    await tx.update('exam_attempt', { id: a.id, state: a.state }, { state, openSlot: null, submittedAt: tx.now });
    await tx.timeline({
      subjectType: 'exam-attempt',
      subjectId: a.id,
      event: f.by === 'CANDIDATE' ? 'exams.submitted' : 'exams.closed-by-time',
      from: a.state,
      to: state,
      details: { count: facts.count, incomplete: f.incomplete },
    });
    await tx.audit({
      object: { type: 'exam-attempt', id: a.id },
      details: { by: f.by, count: facts.count, answersHash: facts.answersHash },
    });
    await tx.emit(AttemptSubmitted, { attemptId: a.id, enrolmentId: a.enrolmentId });
    return { ...facts, mac };
  }
}
