import { ask, mutate } from '$lib/api';
import { ApiError } from '$lib/api-error';
import { OPEN_PLAYER, type HeartbeatAnswer, type OpenedPlayer, type Standing } from './types';

/** idle: not opened · open: counting · taken: another window counts · ended: training is over · failed: could not be opened */
export type SessionState = 'idle' | 'opening' | 'open' | 'taken' | 'ended' | 'failed';

interface Source {
  enrolmentId: string;
  lessonId: string;
  /** the heartbeat mutation, its field named `answer` */
  document: string;
  standing: Standing;
  /** what happened since the last call (and how many ms of it), or null when nothing did */
  take(): { input: Record<string, unknown>; ms: number } | null;
  /** the server has counted */
  counted?(standing: Standing): void;
  /** no more counting here: stop playing */
  stopped?(): void;
}

const TIMEOUT_MS = 20_000;
const RETRY_MS = [2000, 4000, 8000, 15_000];

/**
 * Sends what was watched or read, one heartbeat at a time: each has its number, is sent until the server has it, and only then
 * the next one goes. What is not sent yet stays on the page; what is shown as saved is what the server said.
 */
export class PlayerSession {
  state = $state<SessionState>('idle');
  standing: Standing = $state.raw(null as unknown as Standing);
  savedAt = $state<string | null>(null);
  saving = $state(false);
  /** taken from the page and not yet at the server, in ms */
  unsentMs = $state(0);
  /** the last try did not reach the server */
  offline = $state(false);
  courseCompleted = $state(false);
  /** why it could not be opened, or stopped */
  problem = $state<string | null>(null);
  opened: OpenedPlayer | null = null;

  private seq = 0;
  private waiting: Record<string, unknown> | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private tries = 0;
  private again = false;

  constructor(private readonly source: Source) {
    this.standing = source.standing;
  }

  /** Opens the only counting player of this person. @returns whether it is open */
  async open(): Promise<boolean> {
    if (this.state === 'open') return true;
    if (this.state === 'opening') return false;
    this.state = 'opening';
    this.problem = null;
    try {
      const { enrolmentId, lessonId } = this.source;
      const { openPlayer } = await mutate(OPEN_PLAYER, { input: { enrolmentId, lessonId } });
      window.addEventListener('online', this.online);
      this.opened = openPlayer;
      this.standing = openPlayer.standing;
      this.seq = 0;
      this.waiting = null;
      this.offline = false;
      this.state = 'open';
      clearInterval(this.timer);
      this.timer = setInterval(() => void this.flush(), openPlayer.heartbeatSeconds * 1000);
      return true;
    } catch (cause) {
      this.stop(cause instanceof ApiError && cause.code === 'COURSES_ENROLMENT_ENDED' ? 'ended' : 'failed', cause);
      return false;
    }
  }

  /** Sends now what happened since the last heartbeat. */
  async flush(): Promise<void> {
    if (this.state !== 'open') return;
    if (this.saving) {
      this.again = true;
      return;
    }
    const payload = (this.waiting ??= this.next());
    if (!payload) return;
    clearTimeout(this.retry);
    this.saving = true;
    try {
      const input = { ...payload, sessionId: this.opened!.sessionId, seq: this.seq + 1 };
      const { answer } = await withTimeout(ask<{ answer: HeartbeatAnswer }>(this.source.document as never, { input }));
      this.accept(answer);
    } catch (cause) {
      this.refused(cause);
    } finally {
      this.saving = false;
    }
    if (this.again && !this.offline) {
      this.again = false;
      await this.flush();
    }
  }

  /** The page is being left for good: one last heartbeat that outlives it. */
  leave(): void {
    if (this.state !== 'open') return;
    const payload = this.saving ? this.next() : (this.waiting ?? this.next());
    if (!payload) return;
    const seq = this.seq + (this.saving ? 2 : 1);
    if (!this.saving) this.waiting = payload;
    void fetch('/graphql', {
      method: 'POST',
      keepalive: true,
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        query: this.source.document,
        variables: { input: { ...payload, sessionId: this.opened!.sessionId, seq } },
      }),
    }).catch(() => undefined);
  }

  close(): void {
    this.leave();
    this.quiet();
    this.state = 'idle';
  }

  /** The network is back: do not wait for the next try. */
  private readonly online = () => void this.flush();

  private quiet(): void {
    clearInterval(this.timer);
    clearTimeout(this.retry);
    window.removeEventListener('online', this.online);
  }

  private next(): Record<string, unknown> | null {
    const news = this.source.take();
    this.unsentMs = news?.ms ?? 0;
    return news && news.input;
  }

  private accept(answer: HeartbeatAnswer): void {
    // What piled up while the network was away goes up at once.
    this.again ||= this.offline;
    this.offline = false;
    this.tries = 0;
    // A lower number asks for the same heartbeat again, in its turn; it stays waiting.
    if (answer.acceptedSeq > this.seq) {
      this.waiting = null;
      this.unsentMs = 0;
    }
    this.seq = answer.acceptedSeq;
    this.savedAt = answer.savedAt;
    this.standing = answer.standing;
    this.courseCompleted ||= answer.courseCompleted;
    this.source.counted?.(answer.standing);
    if (this.waiting) this.again = true;
  }

  private refused(cause: unknown): void {
    const code = cause instanceof ApiError ? cause.code : 'NETWORK';
    if (code === 'COURSES_PLAYER_TAKEN_OVER') return this.stop('taken', cause);
    if (code === 'COURSES_ENROLMENT_ENDED') return this.stop('ended', cause);
    const passing = /^(NETWORK|TIMEOUT|INTERNAL)$|_(BUSY|TOO_MANY|INTERNAL)$/.test(code);
    if (!passing) return this.stop('failed', cause);
    this.offline = true;
    this.again = false;
    this.retry = setTimeout(() => void this.flush(), RETRY_MS[Math.min(this.tries++, RETRY_MS.length - 1)]);
  }

  private stop(state: SessionState, cause: unknown): void {
    this.quiet();
    this.state = state;
    this.waiting = null;
    this.unsentMs = 0;
    this.offline = false;
    this.problem = cause instanceof ApiError ? cause.message : null;
    this.source.stopped?.();
  }
}

function withTimeout<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ApiError({ code: 'TIMEOUT', message: '' })), TIMEOUT_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
