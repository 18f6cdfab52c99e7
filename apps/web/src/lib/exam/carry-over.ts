import type { Journal, Op } from './types';

/**
 * Moves changes that were numbered in an epoch that cannot go on (a hole, or numbers used twice) into the epoch just
 * opened, in one step on disk: a page that dies here loses none. They were made before it opened, hence mono 0.
 * @returns the ops to be entered again by hand, when the disk refused; else none
 */
export async function carryOver(ops: readonly Op[], epoch: number, device: string, journal: Journal): Promise<Op[]> {
  const moved = ops.map((o, i): Op => ({ ...o, epoch, seq: i + 1, atMonoMs: 0 }));
  try {
    await journal.renumber(ops, moved, device);
    return [];
  } catch {
    return [...ops];
  }
}
