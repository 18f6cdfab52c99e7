import { Inject, Injectable } from '@nestjs/common';
import { type Clock, newId } from '@app/kernel';
import { type Actor, CLOCK, notFound, UnitOfWork } from '@app/platform';
import { AttemptStore } from '../data/attempt.store';
import { type MessageRow, SessionStore } from '../data/session.store';
import { candidateOf } from '../exams.policy';
import type { RecordReply } from './answer-intake';

export const SIGNAL_KINDS = ['HIDDEN', 'SHOWN', 'OFFLINE', 'ONLINE', 'RELOADED', 'COPIED', 'PASTED'] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

export interface HeartbeatInput {
  attemptId: string;
  epoch: number;
  signals: { kind: SignalKind; seconds?: number | null }[];
  /** messages sent after this instant */
  messagesAfter: Date;
}

export interface HeartbeatReply extends RecordReply {
  extraMinutes: number;
  messages: MessageRow[];
}

/** Every 15 s: tells the server the page lives, and the page what changed (time, messages, another device). */
@Injectable()
export class Heartbeat {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptStore,
    private readonly sessions: SessionStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: HeartbeatInput): Promise<HeartbeatReply> {
    const personId = candidateOf(actor);
    const a = await this.attempts.withEpoch(input.attemptId, personId, input.epoch);
    if (!a) throw notFound();
    const call = {
      actor: { ...actor, idempotencyKey: undefined },
      action: 'exams.heartbeat',
      journal: 'attempt_signal',
    };
    await this.uow.run(call, async (tx) => {
      await tx.execute('UPDATE attempt_epoch SET last_seen_at = ? WHERE attempt_id = ? AND epoch = ?', [
        tx.now,
        a.id,
        input.epoch,
      ]);
      const rows = input.signals.map((s) => ({
        id: newId(),
        attemptId: a.id,
        epoch: input.epoch,
        kind: s.kind,
        at: tx.now,
        seconds: s.seconds ?? null,
      }));
      await tx.insert('attempt_signal', rows);
    });
    const now = this.clock.now();
    return {
      ackSeq: a.ackSeq,
      firstMissing: a.maxSeq > a.ackSeq ? a.ackSeq + 1 : null,
      serverNow: now,
      deadline: a.deadline,
      remainingMs: Math.max(0, a.deadline.getTime() - now.getTime()),
      state: a.state,
      accepted: 0,
      late: a.uncounted,
      takenOver: input.epoch < a.epoch,
      extraMinutes: a.extraMinutes,
      messages: await this.sessions.messages(a.sessionId, a.id, input.messagesAfter),
    };
  }
}
