import type { Timers } from './types';

/**
 * The server's clock as this page knows it: the last instant the server named, carried on by the monotonic clock. It lags
 * by the way back of that answer, so it never says an instant later than the true one; the device's own clock plays no part.
 */
export class ServerTime {
  private base = 0;
  private at = 0;

  constructor(
    private readonly timers: Pick<Timers, 'now'>,
    serverNow: number,
  ) {
    this.sync(serverNow);
  }

  sync(serverNow: number): void {
    this.base = serverNow;
    this.at = this.timers.now();
  }

  now(): number {
    return this.base + (this.timers.now() - this.at);
  }
}

const MARKS = [30, 10, 5, 1];

/** The mark (minutes left) passed between two looks at the clock, for the screen reader; the lowest when several. */
export function markPassed(beforeMs: number, nowMs: number): number | null {
  const passed = MARKS.filter((m) => beforeMs > m * 60_000 && nowMs <= m * 60_000 && nowMs > 0);
  return passed.at(-1) ?? null;
}
