/** One change of one answer, numbered by this device. `seq` rises by 1 per attempt and epoch. */
export interface Op {
  epoch: number;
  seq: number;
  questionId: string;
  /** letters as shown, sorted; empty clears */
  value: string;
  /** milliseconds since the epoch was opened, by the monotonic clock; negative when carried over from an earlier one */
  atMonoMs: number;
}

export type AttemptState = 'STARTED' | 'SUBMITTED' | 'MARKED' | 'VOID';

/** What the server says after every save; instants in milliseconds since 1970. */
export interface SaveReply {
  ackSeq: number;
  firstMissing: number | null;
  serverNow: number;
  deadline: number;
  state: AttemptState;
  /** changes of this epoch that are stored but not counted */
  late: number;
  takenOver: boolean;
}

export interface ExamMessage {
  id: string;
  body: string;
  sentByName: string;
  sentAt: string;
}

export interface HeartbeatReply extends SaveReply {
  extraMinutes: number;
  messages: ExamMessage[];
}

export interface Receipt {
  attemptId: string;
  answersHash: string;
  count: number;
  submittedAt: string;
  mac: string;
}

export interface SubmitReply {
  submitted: boolean;
  missing: number[];
  receipt: Receipt | null;
  save: SaveReply;
}

export type SignalKind = 'HIDDEN' | 'SHOWN' | 'OFFLINE' | 'ONLINE' | 'RELOADED' | 'COPIED' | 'PASTED';
export interface Signal {
  kind: SignalKind;
  seconds?: number;
}

/** How the engine reaches the server. A call that is not answered rejects with anything but `Refusal`. */
export interface Transport {
  record(epoch: number, ops: Op[], options: { keepalive?: boolean; signal?: AbortSignal }): Promise<SaveReply>;
  heartbeat(epoch: number, signals: Signal[], messagesAfter: string, signal?: AbortSignal): Promise<HeartbeatReply>;
  submit(epoch: number, expectedSeq: number, ops: Op[], confirmed: boolean, signal?: AbortSignal): Promise<SubmitReply>;
}

/** The server answered, and the answer is no: sending the same again changes nothing. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
  get signedOut(): boolean {
    return /_SIGN_IN_REQUIRED$/.test(this.code);
  }
}

/** Another tab of this browser numbered the same change: two pages must not write one journal. */
export class JournalConflict extends Error {
  override name = 'JournalConflict';
}

/** The changes of one attempt on this device, kept until the server's number says they are durable there. */
export interface Journal {
  /** Resolves when the op is on disk. Rejects with `JournalConflict` when its number is taken. */
  append(op: Op): Promise<void>;
  /** All ops still kept, any epoch, in (epoch, seq) order. */
  load(): Promise<Op[]>;
  /** Forgets ops of `epoch` up to `seq`: only ever called with the server's number. */
  clear(epoch: number, seq: number): Promise<void>;
  /** In one step: `to` in place of `from`, and this device's new name. */
  renumber(from: readonly Op[], to: readonly Op[], device: string): Promise<void>;
  /** An op could not be kept: the next page load must not go on counting in this epoch. */
  markBroken(): void;
  /** as an earlier page load left it; `renumber` mends it */
  readonly broken: boolean;
}

/** Time and chance, so that tests can own them. */
export interface Timers {
  /** monotonic milliseconds */
  now(): number;
  set(fn: () => void, ms: number): unknown;
  clear(handle: unknown): void;
  /** 0 ≤ x < 1 */
  random(): number;
}

/** The attempt as `startAttempt`/`resumeAttempt` gave it, as far as the engine needs it. */
export interface Opened {
  attemptId: string;
  epoch: number;
  epochOpenedAt: number;
  ackSeq: number;
  maxSeq: number;
  late: number;
  takenOver: boolean;
  state: AttemptState;
  serverNow: number;
  deadline: number;
  graceSeconds: number;
  answers: Record<string, string>;
  messages: ExamMessage[];
}
