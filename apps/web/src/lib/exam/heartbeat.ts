import { TIMEOUT_MS, within } from './sender';
import type { ExamMessage, HeartbeatReply, Signal, Timers, Transport } from './types';

export const HEARTBEAT_MS = 15_000;
const MOST_SIGNALS = 20;

export interface HeartbeatPorts {
  epoch: number;
  timers: Timers;
  transport: Transport;
  messages: readonly ExamMessage[];
  /** nothing more to tell or to learn: taken over, handed in */
  over(): boolean;
  heard(r: HeartbeatReply): void;
  failed(cause: unknown, since: number): void;
}

/** Every 15 s: tells what happened here, learns time changes and messages. A beat that got lost takes its news to the next. */
export class Heartbeat {
  readonly messages: ExamMessage[];
  private signals: Signal[] = [];
  private timer: unknown;
  private stopped = false;

  constructor(private readonly ports: HeartbeatPorts) {
    this.messages = [...ports.messages];
  }

  signal(s: Signal): void {
    this.signals.push(s);
    if (this.signals.length > MOST_SIGNALS) this.signals.shift();
  }

  next(ms: number = HEARTBEAT_MS): void {
    const { timers } = this.ports;
    timers.clear(this.timer);
    if (!this.stopped) this.timer = timers.set(() => void this.beat(), ms);
  }

  stop(): void {
    this.stopped = true;
    this.ports.timers.clear(this.timer);
  }

  private async beat(): Promise<void> {
    const { timers, transport, epoch } = this.ports;
    if (this.ports.over()) return;
    const since = timers.now();
    const sent = this.signals.splice(0, MOST_SIGNALS);
    try {
      const after = this.messages.at(-1)?.sentAt ?? new Date(0).toISOString();
      const r = await within(timers, TIMEOUT_MS, (signal) => transport.heartbeat(epoch, sent, after, signal));
      if (this.stopped) return;
      for (const m of r.messages) if (!this.messages.some((x) => x.id === m.id)) this.messages.push(m);
      this.ports.heard(r);
    } catch (cause) {
      if (this.stopped) return;
      this.signals.unshift(...sent);
      this.ports.failed(cause, since);
    }
    this.next();
  }
}
