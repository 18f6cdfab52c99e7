import type { HeartbeatReply, Op, Opened, SaveReply, SubmitReply } from '../../apps/web/src/lib/exam/types';
import { Refusal } from '../../apps/web/src/lib/exam/types';
import {
  acceptAnswers,
  answersHash,
  type EpochJournal,
  type JournalLine,
  missingSeqs,
  type OpFlag,
  replay,
} from '../../libs/exams/src/rules';

export interface StoredOp extends JournalLine {
  receivedAt: number;
}

/** What the simulation needs from a server; letters are those the candidate sees. */
export interface ExamServer {
  open(device: string): Promise<Opened>;
  record(epoch: number, ops: Op[]): Promise<SaveReply>;
  heartbeat(epoch: number): Promise<HeartbeatReply>;
  submit(epoch: number, expectedSeq: number, ops: Op[], confirmed: boolean): Promise<SubmitReply>;
  sweep(): Promise<void>;
  journal(): Promise<StoredOp[]>;
  current(): Promise<Record<string, string>>;
  submissions(): Promise<number>;
  /** over the answers as they are stored */
  answersHash(): Promise<string>;
  /** milliseconds since 1970, or null */
  submittedAt(): Promise<number | null>;
}

/** The protocol's server side in memory, around the very function the product decides with. */
export class PureServer implements ExamServer {
  private epochs: (EpochJournal & { device: string })[] = [];
  private events: StoredOp[] = [];
  private table = new Map<string, { value: string; epoch: number; seq: number }>();
  private state: 'STARTED' | 'SUBMITTED' = 'STARTED';
  private receipts: NonNullable<SubmitReply['receipt']>[] = [];

  constructor(
    private readonly now: () => number,
    readonly deadline: number,
    readonly graceSeconds = 120,
  ) {}

  private get currentEpoch(): number {
    return this.epochs.length;
  }

  async open(device: string): Promise<Opened> {
    if (this.epochs.at(-1)?.device !== device) {
      if (this.state !== 'STARTED') throw new Refusal('EXAMS_ATTEMPT_CLOSED', '');
      this.epochs.push({
        epoch: this.currentEpoch + 1,
        device,
        ackSeq: 0,
        maxSeq: 0,
        stored: [],
        uncounted: 0,
        openedAt: new Date(this.now()),
      });
    }
    const e = this.epochs.at(-1)!;
    return {
      attemptId: 'a',
      epoch: e.epoch,
      epochOpenedAt: e.openedAt.getTime(),
      ackSeq: e.ackSeq,
      maxSeq: e.maxSeq,
      late: e.uncounted,
      takenOver: false,
      state: this.state,
      serverNow: this.now(),
      deadline: this.deadline,
      graceSeconds: this.graceSeconds,
      answers: await this.current(),
      messages: [],
    };
  }

  private take(epoch: number, ops: Op[]): SaveReply {
    const e = this.epochs[epoch - 1]!;
    const gate = {
      state: this.state,
      currentEpoch: this.currentEpoch,
      deadline: new Date(this.deadline),
      graceSeconds: this.graceSeconds,
    };
    const stored = this.events.filter((x) => x.epoch === epoch);
    const a = acceptAnswers(gate, { ...e, stored }, ops, new Date(this.now()));
    if (a.conflict !== null) throw new Refusal('EXAMS_JOURNAL_CONFLICT', '');
    // The table's unique key, which the accept function must never run into.
    for (const o of a.fresh)
      if (this.events.some((x) => x.epoch === epoch && x.seq === o.seq))
        throw new Error(`duplicate key ${epoch}-${o.seq}`);
    for (const o of a.fresh)
      this.events.push({
        epoch,
        seq: o.seq,
        questionId: o.questionId,
        value: o.value,
        flag: o.flag,
        receivedAt: this.now(),
      });
    for (const o of a.current) {
      const before = this.table.get(o.questionId);
      if (!before || epoch > before.epoch || (epoch === before.epoch && o.seq > before.seq))
        this.table.set(o.questionId, { value: o.value, epoch, seq: o.seq });
    }
    Object.assign(e, { ackSeq: a.ackSeq, maxSeq: a.maxSeq, uncounted: a.uncounted });
    return this.reply(epoch);
  }

  private reply(epoch: number): SaveReply {
    const e = this.epochs[epoch - 1]!;
    return {
      ackSeq: e.ackSeq,
      firstMissing: e.maxSeq > e.ackSeq ? e.ackSeq + 1 : null,
      serverNow: this.now(),
      deadline: this.deadline,
      state: this.state,
      late: e.uncounted,
      takenOver: epoch < this.currentEpoch,
    };
  }

  async record(epoch: number, ops: Op[]): Promise<SaveReply> {
    return this.take(epoch, ops);
  }

  async heartbeat(epoch: number): Promise<HeartbeatReply> {
    return { ...this.reply(epoch), extraMinutes: 0, messages: [] };
  }

  async submit(epoch: number, expectedSeq: number, ops: Op[], confirmed: boolean): Promise<SubmitReply> {
    if (this.state === 'STARTED' && epoch < this.currentEpoch) throw new Refusal('EXAMS_SESSION_TAKEN_OVER', '');
    this.take(epoch, ops);
    if (this.receipts[0]) return { submitted: true, missing: [], receipt: this.receipts[0], save: this.reply(epoch) };
    const missing = missingSeqs(
      this.epochs[epoch - 1]!.ackSeq,
      this.events.filter((x) => x.epoch === epoch).map((x) => x.seq),
      expectedSeq,
    );
    if (missing.length && !confirmed) return { submitted: false, missing, receipt: null, save: this.reply(epoch) };
    const receipt = this.handIn();
    return { submitted: true, missing, receipt, save: this.reply(epoch) };
  }

  private handIn(): NonNullable<SubmitReply['receipt']> {
    const answers = replay(this.events);
    const receipt = {
      attemptId: 'a',
      answersHash: answersHash(answers),
      count: Object.keys(answers).length,
      submittedAt: new Date(this.now()).toISOString(),
      mac: '',
    };
    this.state = 'SUBMITTED';
    this.receipts.push(receipt);
    return receipt;
  }

  async sweep(): Promise<void> {
    if (this.state === 'STARTED' && this.now() > this.deadline + this.graceSeconds * 1000) this.handIn();
  }
  async journal(): Promise<StoredOp[]> {
    return this.events;
  }
  async current(): Promise<Record<string, string>> {
    return Object.fromEntries([...this.table].filter(([, x]) => x.value !== '').map(([q, x]) => [q, x.value]));
  }
  async submissions(): Promise<number> {
    return this.receipts.length;
  }
  async answersHash(): Promise<string> {
    return answersHash(await this.current());
  }
  async submittedAt(): Promise<number | null> {
    return this.receipts[0] ? Date.parse(this.receipts[0].submittedAt) : null;
  }
}

export type { OpFlag };
