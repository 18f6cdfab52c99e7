import { Injectable, SetMetadata } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Actor } from '../auth/actor';
import { definedJobs, type EventRef, type JobRef } from './refs';

export interface HandlerContext {
  actor: Actor;
  outboxId: string;
  /** 1 on the first try */
  attempt: number;
}

/** Reacts to an event or does a job. Must be safe when run twice, even at the same time: database keys decide. */
export interface Handler<P extends object = object> {
  run(payload: P, context: HandlerContext): Promise<void>;
}

export interface HandlerOptions {
  /** tries in all, with exponential back-off; default 5 */
  attempts?: number;
  /** `interactive` work people wait for has a queue of its own, so that a bulk run does not delay it */
  queue?: QueueName;
}

/** The queues, most urgent first. */
export const QUEUES = ['interactive', 'default', 'bulk'] as const;
export type QueueName = (typeof QUEUES)[number];

interface HandlerMeta {
  ref: EventRef<object> | JobRef<object>;
  name: string;
  options: HandlerOptions;
}

const HANDLER = 'kx:handler';
const SCHEDULE = 'kx:schedule';

/** Marks a class as handler. @param name unique and stable: it is stored with each delivery */
export const Handles = <P extends object>(ref: EventRef<P> | JobRef<P>, name: string, options: HandlerOptions = {}) =>
  SetMetadata(HANDLER, { ref, name, options } satisfies HandlerMeta);

export interface Schedule {
  tick(): Promise<void>;
}
/** Marks a class whose `tick` runs on one worker at a time, about every `seconds`. */
export const Every = (seconds: number, name: string) => SetMetadata(SCHEDULE, { seconds, name });

export interface RegisteredHandler extends HandlerMeta {
  instance: Handler;
}
export interface RegisteredSchedule {
  seconds: number;
  name: string;
  instance: Schedule;
}

/** Everything that listens, found once at boot. */
@Injectable()
export class HandlerRegistry {
  private handlers?: Map<string, RegisteredHandler[]>;
  constructor(private readonly discovery: DiscoveryService) {}

  private all<T>(key: string): (T & { instance: unknown })[] {
    return this.discovery.getProviders().flatMap((w) => {
      const meta = w.metatype ? (Reflect.getMetadata(key, w.metatype) as T | undefined) : undefined;
      return meta && w.instance ? [{ ...meta, instance: w.instance as unknown }] : [];
    });
  }

  /** @throws Error when two handlers share a name, or a job has two handlers */
  byRef(): Map<string, RegisteredHandler[]> {
    if (this.handlers) return this.handlers;
    const map = new Map<string, RegisteredHandler[]>();
    const names = new Set<string>();
    for (const h of this.all<HandlerMeta>(HANDLER)) {
      if (names.has(h.name)) throw new Error(`Two handlers are called ${h.name}`);
      names.add(h.name);
      const list = map.get(h.ref.name) ?? [];
      list.push(h as RegisteredHandler);
      if (h.ref.kind === 'job' && list.length > 1) throw new Error(`The job ${h.ref.name} has two handlers`);
      map.set(h.ref.name, list);
    }
    return (this.handlers = map);
  }

  find(name: string): RegisteredHandler | undefined {
    return [...this.byRef().values()].flat().find((h) => h.name === name);
  }

  /** The most urgent queue among those who listen; what nobody listens to is nobody's hurry. */
  laneOf(name: string): QueueName {
    const queues = (this.byRef().get(name) ?? []).map((h) => h.options.queue ?? 'default');
    return QUEUES.find((q) => queues.includes(q)) ?? 'bulk';
  }

  /** Events and jobs of a lane. */
  namesIn(lane: QueueName): string[] {
    return [...this.byRef().keys()].filter((name) => this.laneOf(name) === lane);
  }

  schedules(): RegisteredSchedule[] {
    return this.all<{ seconds: number; name: string }>(SCHEDULE) as RegisteredSchedule[];
  }

  /** A job nobody does would wait for ever without a word. @throws Error naming each */
  assertJobsHandled(): void {
    const missing = definedJobs()
      .filter((j) => !this.byRef().has(j.name))
      .map((j) => j.name);
    if (missing.length) throw new Error(`No handler for the jobs: ${missing.join(', ')}`);
  }
}
