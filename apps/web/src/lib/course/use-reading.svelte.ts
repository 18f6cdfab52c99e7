import { onMount } from 'svelte';
import { PlayerSession } from './player-session.svelte';
import { ReadingTracker } from './reading-tracker';
import { RECORD_READING, type Lesson, type Standing } from './types';

const IDLE_UNTIL_OPENED_MS = 120_000;
const PAGE_UNTIL_OPENED_MS = 1000;
const SIGNS = ['scroll', 'keydown', 'pointerdown', 'pointermove', 'touchmove', 'wheel'] as const;

/** Reading of a text or document: measured on the page, counted by the server. Call while a component is made. */
export class Reading {
  readonly session: PlayerSession;
  readonly tracker: ReadingTracker;
  waitingMs = $state(0);
  idle = $state(false);
  /** where the reader stands: page of a document, thousandths of a text */
  position = 0;
  private readonly counts: boolean;

  constructor(
    private readonly lesson: Lesson,
    private readonly onprogress?: (standing: Standing, courseCompleted: boolean) => void,
  ) {
    this.counts = lesson.mayLearn && !lesson.standing.done;
    this.position = lesson.standing.resumePoint;
    const now = typeof performance === 'undefined' ? 0 : performance.now();
    this.tracker = new ReadingTracker(IDLE_UNTIL_OPENED_MS, PAGE_UNTIL_OPENED_MS, now, lesson.standing.pagesSeen);
    this.session = new PlayerSession({
      enrolmentId: lesson.enrolmentId,
      lessonId: lesson.id,
      document: RECORD_READING,
      standing: lesson.standing,
      take: () => this.take(),
      counted: (s) => {
        this.tracker.settle(s.pagesSeen);
        this.onprogress?.(s, this.session.courseCompleted);
      },
    });
    onMount(() => this.run());
  }

  private take(): { input: Record<string, unknown>; ms: number } | null {
    const news = this.tracker.take();
    this.waitingMs = 0;
    if (news.activeMs < 200 && !news.pages.length) return null;
    return { input: { ...news, position: Math.round(this.position) }, ms: news.activeMs };
  }

  /** Starts, or takes counting back from another window. */
  async open(): Promise<void> {
    if (!this.counts || !(await this.session.open())) return;
    const { idleSeconds, pageMs } = this.session.opened!;
    this.tracker.configure(idleSeconds * 1000, pageMs);
  }

  private run(): () => void {
    const sign = () => this.tracker.sign(performance.now());
    const hidden = () => {
      if (document.visibilityState === 'hidden') void this.session.flush();
    };
    const leave = () => this.session.leave();
    const timer = setInterval(() => this.tick(), 1000);
    for (const s of SIGNS) window.addEventListener(s, sign, { passive: true });
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', leave);
    void this.open();
    return () => {
      clearInterval(timer);
      for (const s of SIGNS) window.removeEventListener(s, sign);
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', leave);
      this.session.close();
    };
  }

  private tick(): void {
    if (this.session.state !== 'open') return;
    const now = performance.now();
    this.tracker.tick(now, document.visibilityState === 'visible');
    this.waitingMs = this.tracker.waitingMs;
    const s = this.session.standing;
    this.idle = !s.done && this.tracker.idle(now);
    if (s.done || this.session.saving || this.session.offline) return;
    const enough = s.readMs + this.waitingMs >= s.neededMs + 300;
    const all =
      this.lesson.kind === 'TEXT'
        ? this.tracker.reachedEnd || s.reachedEnd
        : this.tracker.pagesSeen >= (this.lesson.pages ?? 0);
    if (enough && all) void this.session.flush();
  }
}
