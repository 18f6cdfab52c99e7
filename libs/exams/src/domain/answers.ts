import type { AttemptState } from './attempt';

/** One change of one answer, numbered by the client: `seq` rises by 1 per attempt and epoch. */
export interface AnswerOp {
  seq: number;
  questionId: string;
  value: string;
  /** milliseconds since the epoch was opened, by the client's monotonic clock; negative when carried over from an earlier one */
  atMonoMs: number;
}

/**
 * COUNTED: part of the answers · LATE: after the deadline or after hand-in · EVIDENCE: from a device that was taken over.
 * LATE and EVIDENCE are kept for a person and never counted by the machine.
 */
export type OpFlag = 'COUNTED' | 'LATE' | 'EVIDENCE';

export type StoredOp = Pick<AnswerOp, 'seq' | 'questionId' | 'value'>;

/** What the server knows about one epoch's journal. */
export interface EpochJournal {
  epoch: number;
  /** highest contiguous seq stored */
  ackSeq: number;
  /** highest seq stored */
  maxSeq: number;
  /** the stored ops above ackSeq, and those with a number of the batch; empty when there can be none */
  stored: readonly StoredOp[];
  /** ops of this epoch stored and not counted */
  uncounted: number;
  openedAt: Date;
}

export interface AttemptGate {
  state: AttemptState;
  currentEpoch: number;
  deadline: Date;
  graceSeconds: number;
}

export interface Acceptance {
  /** ops to append to the journal, in seq order */
  fresh: (AnswerOp & { flag: OpFlag })[];
  /** the counted op with the highest seq per question */
  current: AnswerOp[];
  ackSeq: number;
  maxSeq: number;
  /** the lowest seq not yet stored when later ones are */
  firstMissing: number | null;
  uncounted: number;
  /** a number that is stored with another content: two pages wrote one journal, and nothing of the batch may be taken */
  conflict: number | null;
}

/** Whether ops of a batch may be stored already, so that {@link EpochJournal.stored} must be read. */
export const mayOverlap = (journal: Pick<EpochJournal, 'ackSeq' | 'maxSeq'>, ops: readonly AnswerOp[]): boolean =>
  journal.maxSeq > journal.ackSeq || ops.some((o) => o.seq <= journal.maxSeq);

/**
 * Decides what a batch changes. Pure and idempotent: what is stored already is skipped, whatever its order. An op counts
 * when the server received it by the deadline, or within the grace time and its own clock says it was made before the
 * deadline (exam-delivery §3.3-9). Later ones are stored with a flag, never dropped.
 */
export function acceptAnswers(
  gate: AttemptGate,
  journal: EpochJournal,
  ops: readonly AnswerOp[],
  now: Date,
): Acceptance {
  const stored = new Map<number, StoredOp>(journal.stored.map((o) => [o.seq, o]));
  const fresh: Acceptance['fresh'] = [];
  let conflict: number | null = null;
  for (const op of [...ops].sort((a, b) => a.seq - b.seq)) {
    const before = stored.get(op.seq);
    if (before && (before.questionId !== op.questionId || before.value !== op.value)) conflict ??= op.seq;
    if (before || op.seq <= journal.ackSeq) continue;
    stored.set(op.seq, op);
    fresh.push({ ...op, flag: flagOf(gate, journal, op, now) });
  }
  const latest = new Map<string, AnswerOp>();
  for (const { flag, ...op } of fresh) if (flag === 'COUNTED') latest.set(op.questionId, op);
  let ackSeq = journal.ackSeq;
  while (stored.has(ackSeq + 1)) ackSeq++;
  const maxSeq = Math.max(journal.maxSeq, fresh.at(-1)?.seq ?? 0);
  return {
    fresh,
    current: [...latest.values()],
    ackSeq,
    maxSeq,
    firstMissing: maxSeq > ackSeq ? ackSeq + 1 : null,
    uncounted: journal.uncounted + fresh.filter((o) => o.flag !== 'COUNTED').length,
    conflict,
  };
}

function flagOf(gate: AttemptGate, journal: EpochJournal, op: AnswerOp, now: Date): OpFlag {
  if (journal.epoch < gate.currentEpoch) return 'EVIDENCE';
  if (gate.state !== 'STARTED') return 'LATE';
  if (now <= gate.deadline) return 'COUNTED';
  if (now.getTime() > gate.deadline.getTime() + gate.graceSeconds * 1000) return 'LATE';
  // The client counts from when it learned of the epoch, so its own instant is never later than the true one.
  return journal.openedAt.getTime() + op.atMonoMs > gate.deadline.getTime() ? 'LATE' : 'COUNTED';
}

/** The seqs up to `expected` that are not stored. */
export function missingSeqs(ackSeq: number, above: readonly number[], expected: number): number[] {
  const stored = new Set(above);
  const out: number[] = [];
  for (let s = ackSeq + 1; s <= expected; s++) if (!stored.has(s)) out.push(s);
  return out;
}

export interface JournalLine {
  epoch: number;
  seq: number;
  questionId: string;
  value: string;
  flag: OpFlag;
}

/**
 * The answers a journal says: per question the counted op with the highest (epoch, seq). An answer that was cleared is
 * left out. This is the definition; the table of current answers must agree with it (I1).
 */
export function replay(lines: readonly JournalLine[]): Record<string, string> {
  const latest = new Map<string, JournalLine>();
  for (const l of lines) {
    const before = latest.get(l.questionId);
    const newer = !before || l.epoch > before.epoch || (l.epoch === before.epoch && l.seq > before.seq);
    if (l.flag === 'COUNTED' && newer) latest.set(l.questionId, l);
  }
  return Object.fromEntries([...latest.values()].filter((l) => l.value !== '').map((l) => [l.questionId, l.value]));
}
