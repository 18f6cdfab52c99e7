import { Injectable } from '@nestjs/common';
import { type Actor, notFound, UnitOfWork } from '@app/platform';
import { AttemptStore } from '../data/attempt.store';
import { candidateOf } from '../exams.policy';
import { AnswerIntake, type RecordInput, type RecordReply, replyOf } from './answer-intake';

/**
 * Saves a batch of answer changes: what is acknowledged is durable (exam-delivery §3.3-4). The numbers of the ops make a
 * repeat harmless, so no idempotency key is kept, and the journal itself is the trail.
 */
@Injectable()
export class RecordAnswers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptStore,
    private readonly intake: AnswerIntake,
  ) {}

  /** @throws PLATFORM_NOT_FOUND for an attempt or epoch that is not the actor's */
  run(actor: Actor, input: RecordInput): Promise<RecordReply> {
    const personId = candidateOf(actor);
    const call = {
      actor: { ...actor, idempotencyKey: undefined },
      action: 'exams.record-answers',
      journal: 'answer_event',
    };
    return this.uow.run(call, async (tx) => {
      const a = await this.attempts.lockWithEpoch(tx, input.attemptId, personId, input.epoch);
      if (!a) throw notFound();
      const acceptance = await this.intake.take(tx, a, input.ops);
      return replyOf(a, acceptance, tx.now);
    });
  }
}
