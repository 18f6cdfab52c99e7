/** A stretch of the video that was really played, in ms of the video. */
export interface Played {
  fromMs: number;
  toMs: number;
  rate: number;
}

/** A step of the video's clock longer than this, in ms at 1×, was a jump and not play (throttled tabs tick once a second). */
const LONGEST_STEP = 3000;

/** Writes down what is played, from the events of the video element. Knows nothing of the page or the network. */
export class WatchTracker {
  private from: number | null = null;
  private at = 0;
  private rate = 1;
  private closed: Played[] = [];
  /** furthest point that may be shown on the first view */
  furthest: number;

  constructor(furthestMs: number) {
    this.furthest = furthestMs;
  }

  get playing(): boolean {
    return this.from !== null;
  }

  start(atMs: number, rate: number): void {
    this.stop(this.at);
    this.from = this.at = atMs;
    this.rate = rate;
  }

  /** The video's clock while it plays. */
  tick(atMs: number): void {
    if (this.from === null) return;
    const step = atMs - this.at;
    if (step < 0 || step > LONGEST_STEP * this.rate) {
      this.start(atMs, this.rate);
      return;
    }
    this.at = atMs;
    this.furthest = Math.max(this.furthest, atMs);
  }

  setRate(rate: number): void {
    if (this.from !== null) this.start(this.at, rate);
    this.rate = rate;
  }

  /** Play ended: pause, end, seek. @param atMs where, if the clock was read just now */
  stop(atMs = this.at): void {
    if (this.from === null) return;
    const step = atMs - this.at;
    const end = step >= 0 && step <= LONGEST_STEP * this.rate ? atMs : this.at;
    this.furthest = Math.max(this.furthest, end);
    this.close(end);
    this.from = null;
    this.at = end;
  }

  /** ms played and not taken yet. */
  get waitingMs(): number {
    return this.closed.reduce((n, p) => n + p.toMs - p.fromMs, 0) + (this.from === null ? 0 : this.at - this.from);
  }

  /** Hands over what was played since the last time; play goes on in a new stretch. */
  take(): Played[] {
    if (this.from !== null) {
      this.close(this.at);
      this.from = this.at;
    }
    const taken = this.closed;
    this.closed = [];
    return taken;
  }

  private close(end: number): void {
    const from = Math.floor(this.from ?? end);
    const to = Math.floor(end);
    if (to <= from) return;
    const last = this.closed.at(-1);
    if (last && last.rate === this.rate && last.toMs === from) last.toMs = to;
    else this.closed.push({ fromMs: from, toMs: to, rate: this.rate });
  }
}
