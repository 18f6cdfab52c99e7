import { Injectable } from '@nestjs/common';
import { type Actor, notFound, systemActor, UnitOfWork } from '@app/platform';
import { AnswerStore } from '../data/answer.store';
import { AttemptStore } from '../data/attempt.store';
import { missingSeqs } from '../domain/answers';
import { fail } from '../exams.errors';
import { candidateOf } from '../exams.policy';
import { AnswerIntake, type RecordInput, type RecordReply, replyOf } from './answer-intake';
import { HandIn, type Receipt, receiptOf } from './hand-in';

export interface SubmitInput extends RecordInput {
  /** the highest seq the client ever numbered in this epoch */
  expectedSeq: number;
  /** the candidate accepts that what is missing stays missing */
  confirmed: boolean;
}

export interface SubmitReply {
  submitted: boolean;
  /** seqs that have not arrived, when refused; the batch itself is saved all the same */
  missing: number[];
  receipt: Receipt | null;
  save: RecordReply;
}

/** How many missing numbers are listed at most. */
const LIST = 200;

/** Handing in: by the candidate, or by the server when the time is over. Repeats give the same receipt (I2). */
@Injectable()
export class SubmitAttempt {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptStore,
    private readonly answers: AnswerStore,
    private readonly intake: AnswerIntake,
    private readonly handIn: HandIn,
  ) {}

  /** @throws PLATFORM_NOT_FOUND, EXAMS_SESSION_TAKEN_OVER */
  run(actor: Actor, input: SubmitInput): Promise<SubmitReply> {
    const personId = candidateOf(actor);
    const call = {
      actor: { ...actor, idempotencyKey: undefined },
      action: 'exams.submit-attempt',
      journal: 'answer_event',
    };
    return this.uow.run(call, async (tx) => {
      const a = await this.attempts.lockWithEpoch(tx, input.attemptId, personId, input.epoch);
      if (!a) throw notFound();
      if (a.state === 'STARTED' && a.ofEpoch < a.epoch) throw fail('EXAMS_SESSION_TAKEN_OVER');
      const acceptance = await this.intake.take(tx, a, input.ops);
      const before = await this.attempts.submission(a.id, tx);
      const save = (state = a.state) => replyOf(a, acceptance, tx.now, state);
      if (before) return { submitted: true, missing: [], receipt: receiptOf(before), save: save() };
      if (a.state !== 'STARTED') throw fail('EXAMS_ATTEMPT_CLOSED');
      const above =
        acceptance.ackSeq < acceptance.maxSeq
          ? await this.answers.seqsAbove(tx, a.id, a.ofEpoch, acceptance.ackSeq)
          : [];
      const missing = missingSeqs(acceptance.ackSeq, above, input.expectedSeq);
      if (missing.length && !input.confirmed)
        return { submitted: false, missing: missing.slice(0, LIST), receipt: null, save: save() };
      const receipt = await this.handIn.perform(tx, a, {
        by: 'CANDIDATE',
        epoch: a.ofEpoch,
        expectedSeq: input.expectedSeq,
        ackSeq: acceptance.ackSeq,
        incomplete: missing.length > 0,
      });
      return { submitted: true, missing: missing.slice(0, LIST), receipt, save: save('SUBMITTED') };
    });
  }

  /** The server's own hand-in at deadline + grace. @returns false when it was closed or extended meanwhile */
  close(attemptId: string, requestId: string): Promise<boolean> {
    const call = {
      actor: systemActor('exams.close-overdue', requestId),
      action: 'exams.close-attempt',
      journal: 'answer_event',
    };
    return this.uow.run(call, async (tx) => {
      const a = await this.attempts.lock(tx, attemptId);
      if (!a || a.state !== 'STARTED' || a.closesAt >= tx.now) return false;
      const e = await this.attempts.epochOf(tx, a.id, a.epoch);
      await this.handIn.perform(tx, a, {
        by: 'SYSTEM',
        epoch: a.epoch,
        expectedSeq: e?.maxSeq ?? 0,
        ackSeq: e?.ackSeq ?? 0,
        incomplete: (e?.maxSeq ?? 0) > (e?.ackSeq ?? 0),
      });
      return true;
    });
  }
}
