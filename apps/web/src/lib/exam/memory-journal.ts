import { type Journal, JournalConflict, type Op } from './types';

/** For browsers that keep nothing (warned of before the start), and for tests. A reload forgets it. */
export class MemoryJournal implements Journal {
  readonly broken = false;
  private ops = new Map<string, Op>();

  async append(op: Op): Promise<void> {
    const key = `${op.epoch}:${op.seq}`;
    if (this.ops.has(key)) throw new JournalConflict('taken');
    this.ops.set(key, { ...op });
  }

  async load(): Promise<Op[]> {
    return [...this.ops.values()].sort((a, b) => a.epoch - b.epoch || a.seq - b.seq);
  }

  async clear(epoch: number, seq: number): Promise<void> {
    for (const [key, op] of this.ops) if (op.epoch === epoch && op.seq <= seq) this.ops.delete(key);
  }

  async renumber(from: readonly Op[], to: readonly Op[]): Promise<void> {
    for (const o of from) this.ops.delete(`${o.epoch}:${o.seq}`);
    for (const o of to) this.ops.set(`${o.epoch}:${o.seq}`, { ...o });
  }

  markBroken(): void {
    // Nothing to remember: the next load is a new device anyway.
  }
}
