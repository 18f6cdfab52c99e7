/** The only source of the present instant; rules take a `Date` or a `Day`, use cases take a `Clock`. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that moves only when told, for tests and replays. */
export class FixedClock implements Clock {
  private ms: number;

  /** @throws RangeError when the text is no date. */
  constructor(at: Date | string | number = 0) {
    this.ms = toMs(at);
  }

  now(): Date {
    return new Date(this.ms);
  }

  set(d: Date | string | number): void {
    this.ms = toMs(d);
  }

  /** @param ms milliseconds, may be negative. */
  advance(ms: number): void {
    this.ms += ms;
  }
}

function toMs(at: Date | string | number): number {
  const ms = new Date(at).getTime();
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${String(at)}`);
  return ms;
}
