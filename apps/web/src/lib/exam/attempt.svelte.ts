import { ApiError } from '$lib/api';
import type { EngineView } from './engine-view';
import { openAttempt, type OpenedAttempt, reopenAttempt } from './open';
import { flatten, type Line } from './sheet';
import type { SignalKind } from './types';

export type Obstacle = 'elsewhere' | 'closed' | 'otherTab' | 'failed';

const RETRY_MS = 3000;

/** The answering page's state: the paper, the engine's view once a second and at each change, and what is in the way. */
export class AttemptSession {
  lines = $state.raw<Line[]>([]);
  title = $state('');
  view = $state.raw<EngineView | null>(null);
  kept = $state(true);
  obstacle = $state.raw<{ kind: Obstacle; message: string; requestId: string } | null>(null);
  flagged = $state.raw<readonly string[]>([]);
  private opened: OpenedAttempt | null = null;
  private reopening = false;
  private gone = false;
  private release: () => void = () => undefined;

  constructor(private readonly attemptId: string) {
    try {
      this.flagged = JSON.parse(sessionStorage.getItem(this.flagSlot) ?? '[]') as string[];
    } catch {
      // Marks are a convenience of this tab; without storage they last until the reload.
    }
  }

  private get flagSlot(): string {
    return `kx:exam-flags:${this.attemptId}`;
  }

  async open(takeOver: boolean): Promise<void> {
    this.obstacle = null;
    if (!(await this.alone())) {
      this.obstacle = { kind: 'otherTab', message: '', requestId: '' };
      return;
    }
    try {
      this.take(await openAttempt(this.attemptId, takeOver, () => this.changed()));
    } catch (e) {
      this.obstacle = obstacleOf(e);
      this.release();
    }
  }

  private take(opened: OpenedAttempt): void {
    if (this.gone) return opened.engine.stop();
    this.opened = opened;
    this.lines = flatten(opened.paper);
    this.title = opened.paper.title;
    this.kept = opened.kept;
    this.view = opened.engine.view;
  }

  /** One page of this browser answers: a second one would use the same numbers. */
  private async alone(): Promise<boolean> {
    if (!navigator.locks) return true;
    return new Promise((resolve) => {
      void navigator.locks.request(`kx-exam-${this.attemptId}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        if (lock) return new Promise<void>((end) => (this.release = end));
      });
    });
  }

  private changed(): void {
    if (!this.opened) return;
    this.view = this.opened.engine.view;
    if (this.view.collided && !this.reopening) void this.reopen(this.opened);
  }

  /** Numbers were used twice: nothing is lost, the changes go into a new epoch as soon as the line allows. */
  private async reopen(before: OpenedAttempt): Promise<void> {
    this.reopening = true;
    before.engine.stop();
    while (!this.gone) {
      try {
        this.take(await reopenAttempt(before, () => this.changed()));
        break;
      } catch (e) {
        const { kind, ...rest } = obstacleOf(e);
        if (kind !== 'failed') {
          this.obstacle = { kind, ...rest };
          break;
        }
        await new Promise((r) => setTimeout(r, RETRY_MS));
      }
    }
    this.reopening = false;
  }

  tick(): void {
    if (this.opened && !this.reopening) this.view = this.opened.engine.view;
  }
  answer(questionId: string, value: string): void {
    this.opened?.engine.answer(questionId, value);
  }
  submit(confirmed: boolean): Promise<void> {
    return this.opened?.engine.submit(confirmed) ?? Promise.resolve();
  }
  signal(kind: SignalKind): void {
    this.opened?.engine.signal({ kind });
  }
  hide(): void {
    this.opened?.engine.hide();
  }
  line(up: boolean): void {
    this.opened?.engine.line(up);
  }

  toggleFlag(questionId: string): void {
    this.flagged = this.flagged.includes(questionId)
      ? this.flagged.filter((f) => f !== questionId)
      : [...this.flagged, questionId];
    try {
      sessionStorage.setItem(this.flagSlot, JSON.stringify(this.flagged));
    } catch {
      // See the constructor.
    }
  }

  close(): void {
    this.gone = true;
    this.opened?.engine.hide();
    this.opened?.engine.stop();
    this.release();
  }
}

function obstacleOf(e: unknown): { kind: Obstacle; message: string; requestId: string } {
  if (!(e instanceof ApiError)) {
    console.error(e);
    return { kind: 'failed', message: '', requestId: '' };
  }
  const kinds: Record<string, Obstacle> = { EXAMS_OPEN_ELSEWHERE: 'elsewhere', EXAMS_ATTEMPT_CLOSED: 'closed' };
  return { kind: kinds[e.code] ?? 'failed', message: e.message, requestId: e.requestId };
}
