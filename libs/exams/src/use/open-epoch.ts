import { Injectable } from '@nestjs/common';
import { type Actor, notFound, type Tx, UnitOfWork } from '@app/platform';
import { AttemptStore } from '../data/attempt.store';
import { fail } from '../exams.errors';
import { candidateOf } from '../exams.policy';

export interface OpenEpochInput {
  attemptId: string;
  /** random name the device keeps with its journal */
  device: string;
  userAgent: string | null;
  /** the person confirmed that the other device stops */
  takeOver: boolean;
}

export interface Opened {
  attemptId: string;
  epoch: number;
}

/** Continues an attempt: the same device goes on in its epoch, another one needs the person's word and opens a new epoch. */
@Injectable()
export class OpenEpoch {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptStore,
  ) {}

  /** @throws PLATFORM_NOT_FOUND, EXAMS_OPEN_ELSEWHERE, EXAMS_ATTEMPT_CLOSED */
  async run(actor: Actor, input: OpenEpochInput): Promise<Opened> {
    const personId = candidateOf(actor);
    const a = await this.attempts.ofPerson(input.attemptId, personId);
    if (!a) throw notFound();
    if (a.state !== 'STARTED') throw fail('EXAMS_ATTEMPT_CLOSED');
    const epoch = await this.attempts.epochOfDevice(a.id, input.device);
    if (epoch?.epoch === a.epoch) return { attemptId: a.id, epoch: a.epoch };
    if (!input.takeOver) throw fail('EXAMS_OPEN_ELSEWHERE');
    const call = {
      actor: { ...actor, idempotencyKey: undefined },
      action: 'exams.take-over-attempt',
      journal: 'attempt_epoch',
    };
    return this.uow.run(call, async (tx) => {
      const now = await this.attempts.lockOfPerson(tx, a.id, personId);
      if (!now || now.state !== 'STARTED') throw fail('EXAMS_ATTEMPT_CLOSED');
      const current = await this.attempts.epochOf(tx, a.id, now.epoch);
      if (current?.device === input.device) return { attemptId: a.id, epoch: now.epoch };
      const next = now.epoch + 1;
      await tx.update('exam_attempt', { id: a.id, epoch: now.epoch }, { epoch: next });
      await this.insert(tx, a.id, next, input);
      await tx.timeline({
        subjectType: 'exam-attempt',
        subjectId: a.id,
        event: 'exams.taken-over',
        from: 'STARTED',
        to: 'STARTED',
        details: { epoch: next },
      });
      await tx.audit({ object: { type: 'exam-attempt', id: a.id }, details: { epoch: next } });
      return { attemptId: a.id, epoch: next };
    });
  }

  async insert(
    tx: Tx,
    attemptId: string,
    epoch: number,
    d: Pick<OpenEpochInput, 'device' | 'userAgent'>,
  ): Promise<void> {
    await tx.insert('attempt_epoch', {
      attemptId,
      epoch,
      device: d.device,
      userAgent: d.userAgent,
      openedAt: tx.now,
      ackSeq: 0,
      maxSeq: 0,
      uncounted: 0,
      lastSeenAt: tx.now,
    });
  }
}
