import type { Timers } from '../../apps/web/src/lib/exam/types';

/** A small seeded generator (mulberry32): the same seed gives the same schedule for ever. */
export function seeded(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Event {
  at: number;
  order: number;
  fn: () => unknown;
  dead: boolean;
}

/** Lets everything happen that needs no time. */
async function settle(): Promise<void> {
  for (let i = 0; i < 30; i++) await null;
}

/** Virtual time: events run one after another, each followed by everything it set free. */
export class World {
  /** milliseconds; also the server's clock, from `epoch0` on */
  now = 0;
  private order = 0;
  private events: Event[] = [];
  readonly random: () => number;

  constructor(
    seed: number,
    readonly epoch0 = Date.UTC(2026, 2, 2, 1),
    /** called before each event, so that a server with a clock of its own can follow */
    private readonly onTime: (now: Date) => void = () => undefined,
  ) {
    this.random = seeded(seed);
  }

  get serverNow(): number {
    return this.epoch0 + this.now;
  }

  after(ms: number, fn: () => unknown): Event {
    const e: Event = { at: this.now + Math.max(0, ms), order: this.order++, fn, dead: false };
    let i = this.events.length;
    while (i > 0 && this.events[i - 1]!.at > e.at) i--;
    this.events.splice(i, 0, e);
    return e;
  }

  between(from: number, to: number): number {
    return from + Math.floor(this.random() * (to - from));
  }
  chance(p: number): boolean {
    return this.random() < p;
  }
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]!;
  }
  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** A device's timers: its monotonic clock starts anywhere. */
  timers(): Timers {
    const origin = this.between(0, 1e6);
    return {
      now: () => this.now + origin,
      set: (fn, ms) => this.after(ms, fn),
      clear: (h) => {
        if (h) (h as Event).dead = true;
      },
      random: this.random,
    };
  }

  /** Runs until `until`, or until `done` says so after an event. @returns whether `done` was reached */
  async run(until: number, done: () => boolean = () => false): Promise<boolean> {
    await settle();
    for (;;) {
      const e = this.events[0];
      if (!e || e.at > until) {
        this.now = Math.max(this.now, until);
        return done();
      }
      this.events.shift();
      if (e.dead) continue;
      this.now = e.at;
      this.onTime(new Date(this.serverNow));
      await e.fn();
      await settle();
      if (done()) return true;
    }
  }
}
