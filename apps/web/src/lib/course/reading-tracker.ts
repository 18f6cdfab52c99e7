/** A gap between two looks at the clock longer than this was a sleeping device, in ms. */
const LONGEST_STEP = 5000;

/** Measures reading: time in a visible window with a reader who shows signs of life, pages looked at long enough, the end. */
export class ReadingTracker {
  private activeMs = 0;
  private lastTick: number | null = null;
  private lastSign: number;
  private inView = new Map<number, number>();
  private fresh = new Set<number>();
  private ended = false;

  private readonly seen: Set<number>;

  constructor(
    private idleMs: number,
    private pageMs: number,
    now: number,
    seen: readonly number[] = [],
  ) {
    this.lastSign = now;
    this.seen = new Set(seen);
  }

  /** The figures of the rule, once the server has said them. */
  configure(idleMs: number, pageMs: number): void {
    this.idleMs = idleMs;
    this.pageMs = pageMs;
  }

  /** Scroll, key, touch or pointer. */
  sign(now: number): void {
    this.lastSign = now;
  }

  idle(now: number): boolean {
    return now - this.lastSign > this.idleMs;
  }

  /** Called about once a second. */
  tick(now: number, visible: boolean): void {
    const step = this.lastTick === null ? 0 : now - this.lastTick;
    this.lastTick = now;
    if (!visible || this.idle(now) || step <= 0 || step > LONGEST_STEP) {
      for (const p of this.inView.keys()) this.inView.set(p, now);
      return;
    }
    this.activeMs += step;
    for (const [page, since] of this.inView)
      if (!this.seen.has(page) && now - since >= this.pageMs) {
        this.seen.add(page);
        this.fresh.add(page);
      }
  }

  /** A page came into view or left it. */
  page(page: number, visible: boolean, now: number): void {
    if (!visible) this.inView.delete(page);
    else if (!this.inView.has(page)) this.inView.set(page, now);
  }

  end(): void {
    this.ended = true;
  }

  get waitingMs(): number {
    return this.activeMs;
  }
  get pagesSeen(): number {
    return this.seen.size;
  }
  get reachedEnd(): boolean {
    return this.ended;
  }

  /** What happened since the last time; the end is said again until the server has it. */
  take(): { activeMs: number; pages: number[]; reachedEnd: boolean } {
    const taken = { activeMs: Math.floor(this.activeMs), pages: [...this.fresh], reachedEnd: this.ended };
    this.activeMs = 0;
    this.fresh.clear();
    return taken;
  }

  /** Pages the server did not take (too many in too little time) are looked at again. */
  settle(serverSeen: readonly number[]): void {
    const kept = new Set(serverSeen);
    for (const p of this.seen) if (!kept.has(p) && !this.fresh.has(p)) this.seen.delete(p);
  }
}
