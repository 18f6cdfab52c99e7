import type { EngineParts, EngineView } from './engine-view';
import { bringEvidence } from './evidence';
import { HandIn } from './hand-in';
import { Heartbeat } from './heartbeat';
import { Outbox } from './outbox';
import { offlineLevel, saveStatus, type SaveStatus } from './save-status';
import { Sender } from './sender';
import { ServerTime } from './server-time';
import {
  type AttemptState,
  type Journal,
  JournalConflict,
  type Op,
  Refusal,
  type SaveReply,
  type Signal,
} from './types';

/** Line cuts shorter than this are not worth a note to the exam office. */
const NOTED_OFFLINE_S = 20;

/**
 * The answering page's inside: numbers changes, keeps them on disk, sends them, and knows what the server has. Its picture
 * of what is saved rests on the server's numbers alone (exam-delivery §3.3).
 */
export class ExamEngine {
  private readonly outbox: Outbox;
  private readonly sender: Sender;
  private readonly handIn: HandIn;
  readonly time: ServerTime;
  private readonly values: Record<string, string>;
  private readonly beat: Heartbeat;
  private deadline: number;
  private state: AttemptState;
  private late: number;
  private takenOver: boolean;
  private otherTab = false;
  private collided = false;
  private refusal: Refusal | null = null;
  private journalBroken = false;
  private offlineSince: number | null = null;
  private savedAt: number;
  private heardAt: number;
  private stopped = false;
  private closeTimer: unknown;

  constructor(private readonly parts: EngineParts) {
    const { opened, timers, transport } = parts;
    this.outbox = new Outbox(opened.epoch, opened.ackSeq);
    this.time = new ServerTime(timers, opened.serverNow);
    this.values = { ...opened.answers };
    this.deadline = opened.deadline;
    this.state = opened.state;
    this.late = opened.late;
    this.takenOver = opened.takenOver;
    this.savedAt = this.heardAt = opened.serverNow;
    this.sender = new Sender({
      timers,
      batch: () => this.outbox.batch(),
      send: (ops, signal) => transport.record(opened.epoch, ops, { signal }),
      onReply: (r, ops) => this.heard(r, ops),
      onFailure: (e, since) => this.failed(e, since),
    });
    this.beat = new Heartbeat({
      epoch: opened.epoch,
      timers,
      transport,
      messages: opened.messages,
      over: () => this.takenOver || this.otherTab || this.handIn.state === 'done',
      heard: (r) => {
        this.heard(r, []);
        if (!this.handIn.running) this.sender.kick();
      },
      failed: (e, since) => this.failed(e, since),
    });
    this.handIn = new HandIn({
      epoch: opened.epoch,
      outbox: this.outbox,
      transport,
      timers,
      heard: (r, ops) => this.heard(r, ops),
      failed: (e, since) => this.failed(e, since),
      changed: () => this.handInChanged(),
    });
  }

  /**
   * Reads the journal back after a load. @param fresh this page opened the epoch just now, so nothing can collide. @returns the ops that survived when their numbers have a hole, or the server has
   * numbers we lost, or the disk failed before: counting on could collide, so the page must open a new epoch and carry
   * them over. Else null.
   */
  async restore(fresh = false): Promise<Op[] | null> {
    const { journal, opened, transport } = this.parts;
    const kept = await journal.load();
    const own = kept.filter((o) => o.epoch === opened.epoch && o.seq > opened.ackSeq).sort((a, b) => a.seq - b.seq);
    const whole = own.every((o, i) => o.seq === opened.ackSeq + 1 + i) && opened.maxSeq <= opened.ackSeq + own.length;
    if (!fresh && (!whole || journal.broken)) return own;
    this.outbox.restore(own);
    for (const o of own) this.values[o.questionId] = o.value;
    const old = kept.filter((o) => o.epoch < opened.epoch);
    if (old.length) void bringEvidence(old, transport, journal).catch(() => undefined);
    return null;
  }

  start(): void {
    this.sender.kick();
    this.beat.next();
    this.armClose();
    this.changed();
  }

  stop(): void {
    this.stopped = true;
    this.sender.stop();
    this.handIn.stop();
    this.beat.stop();
    this.parts.timers.clear(this.closeTimer);
  }

  get editable(): boolean {
    const open = this.state === 'STARTED' && !this.takenOver && !this.otherTab && !this.stopped;
    return open && !this.handIn.running && this.handIn.state !== 'done' && this.time.now() < this.deadline;
  }

  /** @returns false when nothing can be changed any more */
  answer(questionId: string, value: string): boolean {
    if (!this.editable) return false;
    if ((this.values[questionId] ?? '') === value) return true;
    this.values[questionId] = value;
    const mono = Math.max(0, Math.floor(this.time.now() - this.parts.opened.epochOpenedAt));
    void this.keep(this.outbox.next(questionId, value, mono));
    this.changed();
    return true;
  }

  /** Enters changes that were made before this epoch was opened (also after the deadline: they are not new). */
  enter(ops: readonly Op[]): void {
    for (const o of ops) {
      this.values[o.questionId] = o.value;
      void this.keep(this.outbox.next(o.questionId, o.value, o.atMonoMs));
    }
  }

  private async keep(op: Op): Promise<void> {
    try {
      await this.parts.journal.append(op);
    } catch (cause) {
      if (cause instanceof JournalConflict) {
        // Another tab has this number; whatever we send now could be taken for its repeat.
        this.otherTab = true;
        this.sender.stop();
        this.changed();
        return;
      }
      // Not kept on disk: still sent, but a reload must not go on counting here.
      this.journalBroken = true;
      this.parts.journal.markBroken();
    }
    this.outbox.written(op.seq);
    this.sender.changed();
    this.changed();
  }

  get journal(): Journal {
    return this.parts.journal;
  }

  /** What the server has not acknowledged, for carrying it over into a new epoch. */
  get pending(): readonly Op[] {
    return this.outbox.pending;
  }

  /** Hands in. @param confirmed although changes are missing */
  submit(confirmed = false): Promise<void> {
    return this.handIn.run(confirmed);
  }

  private handInChanged(): void {
    if (this.handIn.running) this.sender.pause();
    else if (this.handIn.state === 'done') this.sender.stop();
    else {
      if (this.handIn.refusal?.code === 'EXAMS_SESSION_TAKEN_OVER') this.takenOver = true;
      this.sender.resume();
    }
    this.changed();
  }

  get view(): EngineView {
    const now = this.parts.timers.now();
    return {
      answers: { ...this.values },
      status: this.status,
      unsent: [...new Set(this.outbox.pending.map((o) => o.questionId))],
      savedAt: this.savedAt,
      offline: this.offlineSince === null ? 'none' : offlineLevel(now - this.offlineSince),
      deadline: this.deadline,
      remainingMs: Math.max(0, this.deadline - this.time.now()),
      editable: this.editable,
      late: this.late,
      state: this.state,
      handIn: this.handIn.state,
      missing: this.handIn.missing.length,
      refusal: this.handIn.refusal ?? this.refusal,
      receipt: this.handIn.receipt,
      messages: [...this.beat.messages],
      journalBroken: this.journalBroken,
      collided: this.collided,
    };
  }

  get status(): SaveStatus {
    return saveStatus({
      lastSeq: this.outbox.lastSeq,
      ackSeq: this.outbox.ackSeq,
      late: this.late,
      state: this.state,
      takenOver: this.takenOver,
      otherTab: this.otherTab,
      failing: this.offlineSince !== null || this.sender.failures > 0,
      signedOut: this.refusal?.signedOut ?? false,
      refused: this.refusal !== null && !this.refusal.signedOut,
    });
  }

  /** The page is being left: what is unsent goes out at once, beside a call that may be under way. */
  hide(): void {
    const ops = this.outbox.batch();
    if (!ops.length || this.stopped || this.otherTab) return;
    this.parts.transport.record(this.parts.opened.epoch, ops, { keepalive: true }).then(
      (r) => this.heard(r, ops),
      () => undefined,
    );
  }

  signal(s: Signal): void {
    this.beat.signal(s);
  }

  /** The browser says the line is gone, or back. */
  line(up: boolean): void {
    if (!up) this.offlineSince ??= this.parts.timers.now();
    else {
      this.sender.kick();
      this.beat.next(0);
    }
    this.changed();
  }

  /**
   * @param ops what the answered call carried: the server compared just these with what it has, so its number is believed
   * up to the last of them and no further
   * @returns whether the acknowledged number rose
   */
  private heard(r: SaveReply, ops: readonly Op[]): boolean {
    if (this.offlineSince !== null) {
      const seconds = Math.round((this.parts.timers.now() - this.offlineSince) / 1000);
      if (seconds >= NOTED_OFFLINE_S) this.beat.signal({ kind: 'ONLINE', seconds });
    }
    this.offlineSince = null;
    this.refusal = null;
    // Answers may overtake each other: what only grows takes the larger, the rest the newer.
    this.late = Math.max(this.late, r.late);
    this.takenOver ||= r.takenOver;
    if (this.state === 'STARTED') this.state = r.state;
    if (r.serverNow >= this.heardAt) {
      this.heardAt = r.serverNow;
      this.time.sync(r.serverNow);
      this.deadline = r.deadline;
      this.armClose();
    }
    const ackSeq = Math.min(r.ackSeq, ops.at(-1)?.seq ?? 0);
    const rose = this.outbox.acknowledge(ackSeq);
    if (rose) {
      this.savedAt = r.serverNow;
      void this.parts.journal.clear(this.parts.opened.epoch, ackSeq).catch(() => undefined);
    }
    // The server closed the attempt: ask it for the receipt.
    if (this.state !== 'STARTED' && this.handIn.state === 'no' && !this.stopped) void this.handIn.run(true);
    this.changed();
    return rose;
  }

  private failed(cause: unknown, since: number): void {
    if (cause instanceof Refusal) {
      this.refusal = cause;
      if (cause.code === 'EXAMS_JOURNAL_CONFLICT') this.collided = true;
    } else this.offlineSince ??= since;
    this.changed();
  }

  private changed(): void {
    if (!this.stopped) this.parts.onChange();
  }

  /** At the deadline the page hands in by itself; the server would do it after the grace time anyway. */
  private armClose(): void {
    this.parts.timers.clear(this.closeTimer);
    if (this.stopped || this.state !== 'STARTED') return;
    const ms = Math.min(Math.max(0, this.deadline - this.time.now()), 60_000);
    this.closeTimer = this.parts.timers.set(() => {
      if (this.time.now() < this.deadline) this.armClose();
      else if (!this.takenOver && !this.otherTab) void this.submit(true);
    }, ms);
  }
}
