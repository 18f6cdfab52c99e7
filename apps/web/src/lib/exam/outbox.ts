import type { Op } from './types';

export const BATCH = 50;

/** Changes the server has not acknowledged, in order. Nothing leaves it but by the server's number. */
export class Outbox {
  private readonly waiting: Op[] = [];
  /** numbers of ops whose journal entry is not on disk yet */
  private readonly unwritten = new Set<number>();

  constructor(
    readonly epoch: number,
    public ackSeq: number,
    /** the highest number given */
    public lastSeq: number = ackSeq,
  ) {}

  restore(ops: Op[]): void {
    this.waiting.push(...ops);
    this.lastSeq = Math.max(this.lastSeq, ops.at(-1)?.seq ?? 0);
  }

  next(questionId: string, value: string, atMonoMs: number): Op {
    const op: Op = { epoch: this.epoch, seq: ++this.lastSeq, questionId, value, atMonoMs };
    this.waiting.push(op);
    this.unwritten.add(op.seq);
    return op;
  }

  written(seq: number): void {
    this.unwritten.delete(seq);
  }

  /** The next ops to send: in order, and only those the journal holds (or could not hold). */
  batch(limit = BATCH): Op[] {
    const end = this.waiting.findIndex((o) => this.unwritten.has(o.seq));
    return this.waiting.slice(0, Math.min(limit, end < 0 ? this.waiting.length : end));
  }

  /** @returns whether the number rose */
  acknowledge(ackSeq: number): boolean {
    if (ackSeq <= this.ackSeq) return false;
    this.ackSeq = ackSeq;
    while (this.waiting[0] && this.waiting[0].seq <= ackSeq) this.waiting.shift();
    return true;
  }

  get pending(): readonly Op[] {
    return this.waiting;
  }

  get settled(): boolean {
    return this.unwritten.size === 0;
  }
}
