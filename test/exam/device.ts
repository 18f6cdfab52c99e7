import { ExamEngine } from '../../apps/web/src/lib/exam/engine';
import { carryOver } from '../../apps/web/src/lib/exam/carry-over';
import { bringEvidence } from '../../apps/web/src/lib/exam/evidence';
import { type Journal, JournalConflict, type Op, Refusal, type Transport } from '../../apps/web/src/lib/exam/types';
import type { ExamServer } from './server';
import type { World } from './world';

/** A disk that outlives page loads: writes take a moment, and one not finished when the page dies is lost. */
export class Disk implements Journal {
  readonly ops = new Map<string, Op>();
  broken = false;
  private load_ = 0;
  constructor(
    private readonly world: World,
    private readonly weather: Weather,
  ) {}

  /** @returns whether the disk is as it should be: a browser may also throw away what it had written */
  pageGone(): boolean {
    this.load_++;
    // Never the newest: a written tail does not vanish (strict durability), and only a hole can be seen.
    const old = [...this.ops.keys()].slice(0, -1);
    if (!old.length || !this.world.chance(this.weather.diskForgets)) return true;
    this.ops.delete(this.world.pick(old));
    return false;
  }

  async append(op: Op): Promise<void> {
    const page = this.load_;
    await this.world.sleep(this.world.between(0, this.weather.diskSlow));
    if (page !== this.load_) return new Promise(() => undefined);
    if (this.world.chance(this.weather.diskFails)) throw new Error('QuotaExceededError');
    const key = `${op.epoch}:${op.seq}`;
    if (this.ops.has(key)) throw new JournalConflict('taken');
    this.ops.set(key, { ...op });
  }
  async load(): Promise<Op[]> {
    return [...this.ops.values()].sort((a, b) => a.epoch - b.epoch || a.seq - b.seq);
  }
  async clear(epoch: number, seq: number): Promise<void> {
    for (const [key, op] of this.ops) if (op.epoch === epoch && op.seq <= seq) this.ops.delete(key);
  }
  async renumber(from: readonly Op[], to: readonly Op[], device: string): Promise<void> {
    if (this.world.chance(this.weather.diskFails)) throw new Error('QuotaExceededError');
    for (const o of from) this.ops.delete(`${o.epoch}:${o.seq}`);
    for (const o of to) this.ops.set(`${o.epoch}:${o.seq}`, { ...o });
    this.device = device;
    this.broken = false;
  }
  device = '';
  markBroken(): void {
    this.broken = true;
  }
}

export interface Weather {
  dropRequest: number;
  dropReply: number;
  duplicate: number;
  slow: number;
  diskFails: number;
  diskForgets: number;
  /** a write takes up to so many ms */
  diskSlow: number;
}

/** One browser on one machine: page loads come and go, the disk stays. */
export class Device {
  engine: ExamEngine | null = null;
  /** acts of the present epoch, by number */
  acts: Op[] = [];
  name: string;
  private names = 0;
  offlineUntil = 0;
  private openedAt = 0;
  calm = false;
  readonly disk: Disk;
  saidSaved = 0;
  lies: string[] = [];
  private checking: Promise<void> = Promise.resolve();

  constructor(
    readonly label: string,
    private readonly world: World,
    private readonly server: ExamServer,
    private readonly weather: Weather,
  ) {
    this.disk = new Disk(world, weather);
    this.name = `${label}-0`;
  }

  /** A page load: `true` when the answers on the page are those of the disk and the server together. */
  async load(): Promise<void> {
    const opened = await this.server.open(this.name);
    const survivors = await this.begin(opened);
    if (survivors) await this.reopen(survivors, opened.epochOpenedAt);
  }

  private async reopen(pending: readonly Op[], from: number): Promise<void> {
    this.rename();
    const opened = await this.server.open(this.name);
    const byHand = await carryOver(
      pending,
      { from, to: opened.epochOpenedAt, epoch: opened.epoch },
      this.name,
      this.disk,
    );
    await this.begin(opened, true);
    this.engine!.enter(byHand);
    this.acts.push(...byHand);
  }

  /** Numbers were used twice (the disk lost some): a new epoch, and what is pending is entered there. */
  private async recover(): Promise<void> {
    this.recovering = false;
    if (!this.engine || this.engine.status === 'takenOver') return;
    const pending = [...this.engine.pending];
    this.engine.stop();
    this.engine = null;
    this.recovered++;
    if ((await this.server.submissions()) > 0) return;
    await this.reopen(pending, this.openedAt);
  }
  private recovering = false;
  recovered = 0;

  /** After the attempt was closed the receipt page brings what the disk still holds. */
  async bringRest(): Promise<void> {
    const left = bringEvidence(await this.disk.load(), this.transport(), this.disk).catch(() => undefined);
    let done = false;
    void left.then(() => (done = true));
    await this.world.run(this.world.now + 60_000, () => done);
  }

  private rename(): void {
    this.name = `${this.label}-${++this.names}`;
  }

  private async begin(opened: Awaited<ReturnType<ExamServer['open']>>, fresh = false): Promise<Op[] | null> {
    const engine = new ExamEngine({
      opened,
      journal: this.disk,
      transport: this.transport(),
      timers: this.world.timers(),
      onChange: () => this.watch(),
    });
    const survivors = await engine.restore(fresh);
    if (survivors) return survivors;
    this.acts = [];
    this.openedAt = opened.epochOpenedAt;
    this.engine = engine;
    engine.start();
    return null;
  }

  /** The page is gone; `hard`: killed, without the chance to send what is left. @returns whether the disk kept all */
  unload(hard: boolean): boolean {
    if (!hard) this.engine?.hide();
    this.engine?.stop();
    this.engine = null;
    return this.disk.pageGone();
  }

  act(questionId: string, value: string): boolean {
    const before = this.engine!.view.answers[questionId] ?? '';
    if (!this.engine!.answer(questionId, value)) return false;
    if (before !== value) this.acts.push({ epoch: 0, seq: 0, questionId, value, atMonoMs: this.world.now });
    return true;
  }

  /** C6: whenever the page says 已保存, every act since the page was opened must be counted at the server. */
  private watch(): void {
    const engine = this.engine;
    if (engine?.view.collided && !this.recovering) {
      this.recovering = true;
      this.world.after(1, () => this.recover());
    }
    if (!engine || engine.status !== 'saved') return;
    this.saidSaved++;
    const shown = { ...engine.view.answers };
    const acts = [...this.acts];
    this.checking = this.checking.then(async () => {
      const lines = await this.server.journal();
      for (const a of acts) {
        const found = lines.some((l) => l.questionId === a.questionId && l.value === a.value && l.flag === 'COUNTED');
        if (!found)
          this.lies.push(`${this.label}: 已保存 at ${this.world.now}, but ${a.questionId}=${a.value} is not counted`);
      }
      const now = await this.server.current();
      for (const [q, v] of Object.entries(shown))
        if ((now[q] ?? '') !== v && !this.changedSince(acts, q))
          this.lies.push(`${this.label}: 已保存 shows ${q}=${v}, the server has ${now[q]}`);
    });
  }

  private changedSince(acts: Op[], q: string): boolean {
    return this.acts.slice(acts.length).some((a) => a.questionId === q) || this.superseded;
  }
  /** another device opened the attempt: the server may be ahead of this page */
  superseded = false;

  checked(): Promise<void> {
    return this.checking;
  }

  private transport(): Transport {
    const { server } = this;
    return {
      record: (epoch, ops) => this.call(() => server.record(epoch, ops)),
      heartbeat: (epoch) => this.call(() => server.heartbeat(epoch)),
      submit: (epoch, expected, ops, confirmed) => this.call(() => server.submit(epoch, expected, ops, confirmed)),
    };
  }

  /** One request over bad weather: lost, doubled, late, overtaken, or answered into the void. */
  private call<T>(deliver: () => Promise<T>): Promise<T> {
    const { world, weather } = this;
    const bad = (p: number) => !this.calm && world.chance(p);
    return new Promise<T>((resolve, reject) => {
      if (!this.calm && world.now < this.offlineUntil)
        return void world.after(5, () => reject(new TypeError('Failed to fetch')));
      const travel = () => (bad(weather.slow) ? world.between(2_000, 40_000) : world.between(2, 400));
      const arrive = async (answer: boolean) => {
        try {
          const value = await deliver();
          if (!answer || bad(weather.dropReply)) return;
          world.after(travel(), () => resolve(value));
        } catch (e) {
          if (!(e instanceof Refusal)) throw e;
          if (answer) world.after(travel(), () => reject(e));
        }
      };
      if (bad(weather.duplicate)) world.after(world.between(50, 60_000), () => arrive(false));
      if (bad(weather.dropRequest)) {
        if (world.chance(0.5)) world.after(travel(), () => reject(new TypeError('Failed to fetch')));
        return;
      }
      world.after(travel(), () => arrive(true));
    });
  }
}
