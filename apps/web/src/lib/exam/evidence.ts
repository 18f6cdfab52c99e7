import { BATCH } from './outbox';
import type { Journal, Op, Transport } from './types';

/**
 * Ops of earlier epochs of this device: brought once per page load, as evidence. What is not brought now stays in the
 * journal; only the server's number clears it.
 */
export async function bringEvidence(ops: Op[], transport: Transport, journal: Journal): Promise<void> {
  for (const epoch of new Set(ops.map((o) => o.epoch))) {
    const own = ops.filter((o) => o.epoch === epoch);
    for (let i = 0; i < own.length; i += BATCH) {
      const r = await transport.record(epoch, own.slice(i, i + BATCH), {});
      await journal.clear(epoch, r.ackSeq);
    }
  }
}
