import { fullJitter } from './backoff';
import { BATCH, type Outbox } from './outbox';
import { TIMEOUT_MS, within } from './sender';
import { type Op, type Receipt, Refusal, type SaveReply, type Timers, type Transport } from './types';

export type HandInState = 'no' | 'sending' | 'short' | 'refused' | 'done';

export interface HandInPorts {
  epoch: number;
  outbox: Outbox;
  transport: Transport;
  timers: Timers;
  heard(r: SaveReply, ops: readonly Op[]): void;
  failed(cause: unknown, since: number): void;
  /** the hand-in began, or ended in some way */
  changed(): void;
}

/** Handing in: the rest of the ops and the highest number given, again and again until the server answers. */
export class HandIn {
  state: HandInState = 'no';
  /** numbers the server has not got, after a refusal */
  missing: number[] = [];
  receipt: Receipt | null = null;
  refusal: Refusal | null = null;
  private stopped = false;

  constructor(private readonly ports: HandInPorts) {}

  stop(): void {
    this.stopped = true;
  }

  get running(): boolean {
    return this.state === 'sending';
  }

  /** @param confirmed hand in although changes are missing */
  async run(confirmed: boolean): Promise<void> {
    if (this.running || this.state === 'done' || this.stopped) return;
    this.become('sending');
    for (let failures = 0; !this.stopped;) {
      const since = this.ports.timers.now();
      try {
        if (await this.once(confirmed)) return;
      } catch (cause) {
        if (this.stopped) return;
        this.ports.failed(cause, since);
        if (cause instanceof Refusal && !cause.signedOut) {
          this.refusal = cause;
          return this.become('refused');
        }
        await this.wait(fullJitter(++failures, this.ports.timers.random));
      }
    }
  }

  private become(state: HandInState): void {
    this.state = state;
    this.ports.changed();
  }

  /** @returns whether it came to an end, one way or the other */
  private async once(confirmed: boolean): Promise<boolean> {
    const { epoch, outbox, timers, transport } = this.ports;
    if (!outbox.settled) {
      // The last change is still being written to disk; it is a matter of milliseconds.
      await this.wait(20);
      return false;
    }
    const ops = outbox.batch();
    if (outbox.pending.length > BATCH) {
      this.ports.heard(await within(timers, TIMEOUT_MS, (signal) => transport.record(epoch, ops, { signal })), ops);
      return false;
    }
    const r = await within(timers, TIMEOUT_MS, (signal) =>
      transport.submit(epoch, outbox.lastSeq, ops, confirmed, signal),
    );
    if (this.stopped) return true;
    this.missing = r.missing;
    this.receipt = r.receipt;
    // Before the page hears of the new state, which would ask for the receipt again.
    this.state = r.submitted ? 'done' : 'short';
    this.ports.heard(r.save, ops);
    this.ports.changed();
    return true;
  }

  private wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.ports.timers.set(() => resolve(), ms));
  }
}
