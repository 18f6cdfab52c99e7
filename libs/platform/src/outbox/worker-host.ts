import { Inject, Injectable } from '@nestjs/common';
import { type Job, Queue, Worker } from 'bullmq';
import type IORedis from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, DomainError, randomToken } from '@app/kernel';
import { systemActor } from '../auth/actor';
import type { Config } from '../config/config';
import { CLOCK, CONFIG } from '../config/config.module';
import { Db } from '../db/db';
import { execute } from '../db/rows';
import { requestContext } from '../log/context';
import { log } from '../log/log';
import { HandlerRegistry, QUEUES, type RegisteredHandler } from './handlers';
import { connectRedis } from './redis';
import { type QueuedWork, Relay } from './relay';

export const QUEUE_PREFIX = '{kx}';
// A killed worker's job is taken over after about 7 s with these, after 61 s with the defaults.
const STALL = { lockDuration: 5000, stalledInterval: 2500, maxStalledCount: 3 };

/** The worker process: relay, queue consumers, schedules. */
@Injectable()
export class WorkerHost {
  private readonly owner = randomToken(12);
  private stopping = false;
  private loops: Promise<void>[] = [];
  private queues = new Map<string, Queue>();
  private workers: Worker[] = [];
  private redis: IORedis[] = [];

  constructor(
    private readonly db: Db,
    private readonly registry: HandlerRegistry,
    private readonly relay: Relay,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async start(): Promise<void> {
    this.registry.assertJobsHandled();
    const producer = connectRedis(this.config.redisUrl, true);
    await this.assertNoEviction(producer);
    this.redis.push(producer);
    for (const name of QUEUES) {
      const queue = new Queue(name, { connection: producer, prefix: QUEUE_PREFIX });
      queue.on('error', () => undefined);
      this.queues.set(name, queue);
      const connection = connectRedis(this.config.redisUrl, true);
      this.redis.push(connection);
      const worker = new Worker(name, (job: Job<QueuedWork>) => this.process(job), {
        connection,
        prefix: QUEUE_PREFIX,
        concurrency: this.config.workerConcurrency,
        ...STALL,
      });
      worker.on('error', (e) => log.warn({ queue: name, err: e.message }, 'queue consumer'));
      worker.on('failed', (job, e) => job && void this.failed(job, e));
      this.workers.push(worker);
    }
    this.loops.push(this.loop('relay', 150, () => this.relay.round((h) => this.queueOf(h))));
    this.loops.push(this.loop('recover', 15_000, () => this.relay.recover((h) => this.queueOf(h))));
    for (const s of this.registry.schedules())
      this.loops.push(
        this.loop(s.name, Math.min(s.seconds * 1000, 60_000), () =>
          this.tick(s.name, s.seconds, () => s.instance.tick()),
        ),
      );
    log.info(
      { schedules: this.registry.schedules().map((s) => s.name), events: this.registry.byRef().size },
      'worker ready',
    );
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.workers.map((w) => w.close()));
    await Promise.all(this.loops);
    await Promise.all([...this.queues.values()].map((q) => q.close()));
    for (const r of this.redis) r.disconnect();
  }

  private queueOf(h: RegisteredHandler): Queue {
    return this.queues.get(h.options.queue ?? 'default')!;
  }

  private async assertNoEviction(redis: IORedis): Promise<void> {
    const policy = (await redis.config('GET', 'maxmemory-policy').catch(() => null)) as string[] | null;
    if (policy?.[1] && policy[1] !== 'noeviction')
      throw new Error(`Redis maxmemory-policy is ${policy[1]}; it must be noeviction, or waiting jobs are thrown away`);
  }

  private async loop(name: string, everyMs: number, once: () => Promise<unknown>): Promise<void> {
    while (!this.stopping) {
      try {
        await once();
      } catch (e) {
        log.error({ loop: name, err: String(e) }, 'a background loop failed and goes on');
      }
      for (let waited = 0; waited < everyMs && !this.stopping; waited += 150)
        await sleep(Math.min(150, everyMs - waited));
    }
  }

  /** Runs a schedule when this process holds its lease. */
  private async tick(name: string, seconds: number, fn: () => Promise<void>): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + Math.max(seconds * 2, 8) * 1000);
    const due = new Date(now.getTime() - seconds * 950);
    await execute(
      this.db.dataSource,
      'INSERT INTO schedule_lease (name, owner, lease_until) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE name = name',
      [name, '', now],
    );
    const got = await execute(
      this.db.dataSource,
      'UPDATE schedule_lease SET owner = ?, lease_until = ?, last_run_at = ? WHERE name = ? AND (owner = ? OR lease_until <= ?) AND (last_run_at IS NULL OR last_run_at <= ?)',
      [this.owner, until, now, name, this.owner, now, due],
    );
    if (got) await requestContext.run({ requestId: randomToken(9), lang: 'zh-CN' }, fn);
  }

  private async process(job: Job<QueuedWork>): Promise<void> {
    const { handler, payload, outboxId, actorId, requestId } = job.data;
    const h = this.registry.find(handler);
    if (!h) throw new Error(`No handler is called ${handler}`);
    await requestContext.run({ requestId, lang: 'zh-CN', actorId: actorId ?? 'system' }, async () => {
      const t = performance.now();
      try {
        await h.instance.run(payload, {
          actor: systemActor(handler, requestId, actorId ?? undefined),
          outboxId,
          attempt: job.attemptsMade + 1,
        });
        await this.mark(outboxId, handler, 'DONE', job.attemptsMade + 1, null);
        log.info({ handler, ms: Math.round(performance.now() - t) }, 'job done');
      } catch (e) {
        if (!(e instanceof DomainError)) {
          log.error(
            { handler, attempt: job.attemptsMade + 1, err: e instanceof Error ? e.stack : String(e) },
            'job failed',
          );
          throw e;
        }
        // A rule said no: trying again would get the same answer.
        log.warn({ handler, code: e.code, params: e.params }, 'job refused');
        await this.mark(outboxId, handler, 'REFUSED', job.attemptsMade + 1, `${e.code} ${JSON.stringify(e.params)}`);
      }
    });
  }

  private async failed(job: Job<QueuedWork>, e: Error): Promise<void> {
    const last = job.attemptsMade >= (job.opts.attempts ?? 1);
    await this.mark(
      job.data.outboxId,
      job.data.handler,
      last ? 'FAILED' : 'QUEUED',
      job.attemptsMade,
      String(e.message),
    ).catch(() => undefined);
  }

  private async mark(
    outboxId: string,
    handler: string,
    state: string,
    attempts: number,
    error: string | null,
  ): Promise<void> {
    await execute(
      this.db.dataSource,
      'UPDATE outbox_delivery SET state = ?, attempts = ?, error = ?, updated_at = ? WHERE outbox_id = ? AND handler = ?',
      [state, attempts, error?.slice(0, 1000) ?? null, this.clock.now(), outboxId, handler],
    );
  }
}
