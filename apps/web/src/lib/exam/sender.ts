import { fullJitter } from './backoff';
import type { Op, SaveReply, Timers } from './types';

/** A choice is sent after this much quiet, and never held longer than the limit. */
export const QUIET_MS = 800;
export const HOLD_MS = 1000;
export const TIMEOUT_MS = 15_000;

export class TimedOut extends Error {
  override name = 'TimedOut';
}

/** Gives up waiting after `ms`; the call itself is told through the signal. */
export async function within<T>(timers: Timers, ms: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  let handle: unknown;
  const limit = new Promise<never>((_, reject) => {
    handle = timers.set(() => {
      abort.abort();
      reject(new TimedOut('no answer'));
    }, ms);
  });
  try {
    return await Promise.race([call(abort.signal), limit]);
  } finally {
    timers.clear(handle);
  }
}

export interface SenderPorts {
  timers: Timers;
  batch(): Op[];
  send(ops: Op[], signal: AbortSignal): Promise<SaveReply>;
  /** @returns whether the server's number rose */
  onReply(reply: SaveReply, ops: readonly Op[]): boolean;
  /** @param since when the failed call began */
  onFailure(cause: unknown, since: number): void;
}

/** Sends batches one at a time, for ever, until nothing is left: a lost reply costs a repeat, never an answer. */
export class Sender {
  private timer: unknown;
  private firstChange: number | null = null;
  private running = false;
  private stopped = false;
  private paused = false;
  failures = 0;

  constructor(private readonly ports: SenderPorts) {}

  /** Something changed: send after a moment of quiet. */
  changed(): void {
    const now = this.ports.timers.now();
    this.firstChange ??= now;
    // While a retry is due its wait stands: typing must not hammer a server that is down.
    const retryDue = this.failures > 0 && this.timer !== undefined;
    if (!this.running && !retryDue) this.arm(Math.min(QUIET_MS, this.firstChange + HOLD_MS - now));
  }

  /** Send now: the network is back, or the page is about to go. */
  kick(): void {
    if (!this.running) this.arm(0);
  }

  pause(): void {
    this.paused = true;
    this.disarm();
  }

  resume(): void {
    this.paused = false;
    this.kick();
  }

  stop(): void {
    this.stopped = true;
    this.disarm();
  }

  private disarm(): void {
    if (this.timer !== undefined) this.ports.timers.clear(this.timer);
    this.timer = undefined;
  }

  private arm(ms: number): void {
    if (this.stopped || this.paused) return;
    this.disarm();
    this.timer = this.ports.timers.set(
      () => {
        this.timer = undefined;
        void this.run();
      },
      Math.max(0, ms),
    );
  }

  private async run(): Promise<void> {
    const { timers } = this.ports;
    const ops = this.ports.batch();
    if (this.running || this.stopped || this.paused) return;
    this.firstChange = null;
    if (!ops.length) return;
    this.running = true;
    const since = timers.now();
    try {
      const reply = await within(timers, TIMEOUT_MS, (signal) => this.ports.send(ops, signal));
      if (this.stopped) return;
      // An answer without progress would be asked for again at once and for ever: wait as after a failure.
      const moved = this.ports.onReply(reply, ops) || this.ports.batch()[0]?.seq !== ops[0]!.seq;
      this.failures = moved ? 0 : this.failures + 1;
    } catch (cause) {
      if (this.stopped) return;
      this.failures++;
      this.ports.onFailure(cause, since);
    } finally {
      this.running = false;
    }
    if (!this.ports.batch().length) return;
    this.arm(this.failures ? fullJitter(this.failures, timers.random) : this.firstChange === null ? 0 : QUIET_MS);
  }
}
