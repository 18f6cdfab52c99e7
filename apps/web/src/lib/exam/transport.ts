import { ApiError, send } from '$lib/api';
import type { SavePartsFragment } from '$lib/gql/graphql';
import { BEAT, RECORD, SUBMIT } from './documents';
import { type HeartbeatReply, type Op, Refusal, type SaveReply, type Transport } from './types';

const reply = (s: SavePartsFragment): SaveReply => ({
  ...s,
  firstMissing: s.firstMissing ?? null,
  serverNow: Date.parse(s.serverNow),
  deadline: Date.parse(s.deadline),
});
const wire = (ops: Op[]) => ops.map(({ seq, questionId, value, atMonoMs }) => ({ seq, questionId, value, atMonoMs }));

/** A "no" of the server is a Refusal; anything else (no line, time-out, 5xx) is tried again by the engine. */
async function call<T>(fn: () => Promise<T>): Promise<T> {
  try {
    return await fn();
  } catch (e) {
    if (
      e instanceof ApiError &&
      e.code &&
      !['PLATFORM_INTERNAL', 'PLATFORM_BUSY', 'NETWORK', 'UNAVAILABLE'].includes(e.code)
    )
      throw new Refusal(e.code, e.message);
    throw e;
  }
}

export const transportOf = (attemptId: string): Transport => ({
  record: (epoch, ops, options) =>
    call(async () =>
      reply((await send(RECORD, { input: { attemptId, epoch, ops: wire(ops) } }, options)).recordAnswers),
    ),
  heartbeat: (epoch, signals, messagesAfter, signal) =>
    call(async () => {
      const { attemptHeartbeat: h } = await send(
        BEAT,
        { input: { attemptId, epoch, signals, messagesAfter } as never },
        { signal },
      );
      return { ...reply(h), extraMinutes: h.extraMinutes, messages: h.messages } satisfies HeartbeatReply;
    }),
  submit: (epoch, expectedSeq, ops, confirmed, signal) =>
    call(async () => {
      const { submitAttempt: s } = await send(
        SUBMIT,
        { input: { attemptId, epoch, ops: wire(ops), expectedSeq, confirmed } },
        { signal },
      );
      return { submitted: s.submitted, missing: s.missing, receipt: s.receipt ?? null, save: reply(s.save) };
    }),
});
