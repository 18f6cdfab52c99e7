import type { Journal, Op } from './types';

/**
 * Moves changes that were numbered in an epoch that cannot go on (a hole, or numbers used twice) into the epoch just
 * opened, in one step on disk: a page that dies here loses none. They keep the instant at which they were made, so what
 * was made before the deadline still counts in the grace time; counted from the new epoch it is negative.
 * @param opened when the old and the new epoch were opened, server clock
 * @returns the ops to be entered again by hand, when the disk refused; else none
 */
export async function carryOver(
  ops: readonly Op[],
  opened: { from: number; to: number; epoch: number },
  device: string,
  journal: Journal,
): Promise<Op[]> {
  const shift = opened.from - opened.to;
  const moved = ops.map((o, i): Op => ({ ...o, epoch: opened.epoch, seq: i + 1, atMonoMs: o.atMonoMs + shift }));
  try {
    await journal.renumber(ops, moved, device);
    return [];
  } catch {
    return moved;
  }
}
