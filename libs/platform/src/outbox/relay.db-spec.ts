import { Queue } from 'bullmq';
import type IORedis from 'ioredis';
import { newId } from '@app/kernel';
import { testApp, type TestApp } from '../../../../test/support/app';
import {
  connectRedis,
  execute,
  HandlerRegistry,
  QUEUES,
  type QueuedWork,
  type RegisteredHandler,
  Relay,
} from '../index';

let kx: TestApp;
let redis: IORedis;
let queues: Map<string, Queue>;
beforeAll(async () => {
  kx = await testApp();
  redis = connectRedis(process.env.REDIS_URL!, true);
  // A prefix of this test's own: other tests share the server.
  const prefix = `{relay-${newId()}}`;
  queues = new Map(QUEUES.map((name) => [name, new Queue(name, { connection: redis, prefix })]));
});
afterEach(async () => {
  for (const q of queues.values()) await q.obliterate({ force: true });
  await execute(kx.db.dataSource, 'DELETE FROM outbox_delivery');
  await execute(kx.db.dataSource, 'DELETE FROM outbox');
});
afterAll(async () => {
  for (const q of queues.values()) await q.close();
  redis.disconnect();
  await kx.close();
});

const real = (h: RegisteredHandler) => queues.get(h.options.queue ?? 'default')!;
const round = (queueOf: (h: RegisteredHandler) => Queue = real) => kx.get<Relay>(Relay).round(queueOf);
const handed = (ids: string[]) =>
  kx.db.count('SELECT COUNT(*) AS n FROM outbox WHERE id IN (?) AND handed_at IS NOT NULL', [ids]);
const waiting = async (queue: string) =>
  (await queues.get(queue)!.getWaiting(0, -1)).map((j) => (j.data as QueuedWork).outboxId);

/** Rows of one name, each a millisecond after the one before. @returns their ids, oldest first */
async function plant(name: string, n: number, secondsAgo: number): Promise<string[]> {
  const at = kx.clock.now().getTime() - secondsAgo * 1000;
  const rows = Array.from({ length: n }, (_, i) => [
    newId(),
    name,
    '{}',
    'test',
    new Date(at + i),
    new Date(at + i),
    0,
  ]);
  for (let i = 0; i < n; i += 1000)
    await execute(kx.db.dataSource, 'INSERT INTO outbox (id, name, payload, request_id, created_at, available_at, attempts) VALUES ?', [rows.slice(i, i + 1000)] as never); // prettier-ignore
  return rows.map((r) => r[0] as string);
}

const BULK = 'registry.people-changed';
const DEFAULT = 'registry.person-changed';
const INTERACTIVE = 'registry.write-import';

test('the lane of a name is the most urgent queue of those who listen', () => {
  const registry = kx.get<HandlerRegistry>(HandlerRegistry);
  expect([BULK, DEFAULT, INTERACTIVE, 'test.nobody-listens'].map((n) => registry.laneOf(n))).toEqual([
    'bulk',
    'default',
    'interactive',
    'bulk',
  ]);
  // One slow listener does not slow the grading down.
  expect(registry.laneOf('exams.attempt-submitted')).toBe('interactive');
  expect(QUEUES.flatMap((q) => registry.namesIn(q)).sort()).toEqual([...registry.byRef().keys()].sort());
});

test('behind 5,000 pieces of bulk work what people wait for goes with the next pass, and first', async () => {
  const bulk = await plant(BULK, 5000, 600);
  await round();
  const people = await plant(DEFAULT, 1, 2);
  const waited = await plant(INTERACTIVE, 1, 1);
  expect(await round()).toBe(100);
  expect(await handed([...waited, ...people])).toBe(2);
  expect(await waiting('interactive')).toEqual(waited);
  // The mass goes on meanwhile, the oldest first, and nothing of it is lost or done twice.
  expect(await handed(bulk)).toBe(198);
  expect(await handed(bulk.slice(0, 198))).toBe(198);
  expect((await waiting('bulk')).slice(0, 10)).not.toEqual([]);
});

test('a mass of interactive work does not stop the rest: each lane has its share, the oldest theirs', async () => {
  const bulk = await plant(BULK, 300, 900);
  const waited = await plant(INTERACTIVE, 300, 600);
  const people = await plant(DEFAULT, 300, 300);
  await round();
  expect(await Promise.all([waited, people, bulk].map(handed))).toEqual([60, 30, 10]);
  expect(await handed([...waited.slice(0, 60), ...people.slice(0, 30), ...bulk.slice(0, 10)])).toBe(100);
  let rounds = 1;
  while (await round()) rounds++;
  expect(rounds).toBe(9);
  expect(await Promise.all([waited, people, bulk].map(handed))).toEqual([300, 300, 300]);
  // Within a lane the order is that of the outbox.
  expect(await waiting('interactive')).toEqual(waited);
  expect(await kx.db.count("SELECT COUNT(*) AS n FROM outbox_delivery WHERE state = 'QUEUED'")).toBe(
    [BULK, INTERACTIVE, DEFAULT].reduce((n, name) => n + 300 * kx.get<HandlerRegistry>(HandlerRegistry).byRef().get(name)!.length, 0), // prettier-ignore
  );
});

test('two relays share the work: each row is handed once, and what nobody listens to is only put aside', async () => {
  const ids = [...(await plant(BULK, 250, 600)), ...(await plant(INTERACTIVE, 50, 60)), ...(await plant('test.nobody-listens', 50, 30))]; // prettier-ignore
  const other = new Relay(kx.db, kx.get(HandlerRegistry), kx.clock);
  let total = 0;
  for (let n = -1; n !== 0; total += n)
    n = (await Promise.all([round(), other.round(real)])).reduce((a, b) => a + b, 0);
  expect([total, await handed(ids)]).toEqual([350, 350]);
  expect(await kx.db.count("SELECT COUNT(*) AS n FROM outbox_delivery d JOIN outbox o ON o.id = d.outbox_id WHERE o.name = 'test.nobody-listens'")).toBe(0); // prettier-ignore
});

test('a row that cannot be handed over parks itself and holds up neither its lane nor the others', async () => {
  const poisoned = await plant(INTERACTIVE, 1, 900);
  const bulk = await plant(BULK, 150, 600);
  const good = await plant(INTERACTIVE, 1, 60);
  const refusing = {
    add: async (name: string, work: QueuedWork, options: object) => {
      if (work.outboxId === poisoned[0]) throw new Error('too big');
      return queues.get('interactive')!.add(name, work, options);
    },
  } as unknown as Queue;
  const queueOf = (h: RegisteredHandler) => (h.options.queue === 'interactive' ? refusing : real(h));
  const began = kx.clock.now();
  await round(queueOf);
  expect(await handed(good)).toBe(1);
  for (let i = 0; i < 5; i++) {
    kx.clock.set(new Date(kx.clock.now().getTime() + 120_000));
    await round(queueOf);
  }
  expect(await kx.db.one('SELECT attempts, parked_at IS NOT NULL AS parked, handed_at FROM outbox WHERE id = ?', poisoned)).toEqual({ attempts: 5, parked: 1, handedAt: null }); // prettier-ignore
  expect(await handed(bulk)).toBe(150);
  kx.clock.set(began);
});

test('a relay killed after handing to the queue hands the same again, and nothing is lost', async () => {
  const bulk = await plant(BULK, 120, 600);
  const waited = await plant(INTERACTIVE, 3, 60);
  let n = 0;
  const dying = (h: RegisteredHandler) => {
    if (++n > 20) throw new Error('connect ECONNREFUSED');
    return real(h);
  };
  await round(dying);
  const began = kx.clock.now();
  kx.clock.set(new Date(began.getTime() + 60_000));
  while (await round());
  expect(await handed([...bulk, ...waited])).toBe(123);
  expect((await waiting('interactive')).sort()).toEqual([...waited].sort());
  kx.clock.set(began);
});

test('before 20,000 waiting pieces of bulk work the pass reads what it takes, by the index', async () => {
  await plant(BULK, 20_000, 900);
  await plant(INTERACTIVE, 20, 60);
  await execute(kx.db.dataSource, 'ANALYZE TABLE outbox');
  const asked: { sql: string; params: unknown[] }[] = [];
  const db = kx.db;
  const spy = jest.spyOn(db, 'query').mockImplementation(async (sql, params) => {
    asked.push({ sql, params: params ?? [] });
    return Object.getPrototypeOf(db).query.call(db, sql, params) as never;
  });
  await round();
  spy.mockRestore();
  const reads = asked.filter((q) => /^SELECT id FROM (outbox|\()/.test(q.sql));
  expect(reads).toHaveLength(3);
  for (const { sql, params } of reads) {
    const [row] = await db.query<Record<string, string>>(`ANALYZE FORMAT=JSON ${sql}`, params as never);
    const plan = Object.values(row!)[0]!;
    const tables = [...plan.matchAll(/"table_name": "outbox",[^{}]*?"key": "(\w+)"[^{}]*?"r_rows": ([\d.]+)/g)];
    expect(tables.length).toBeGreaterThan(0);
    for (const [, key, rows] of tables) {
      expect(key).toBe(sql.startsWith('SELECT id FROM outbox') ? 'ix_outbox_open' : 'ix_outbox_name');
      expect(Number(rows)).toBeLessThanOrEqual(100);
    }
  }
}, 60_000);
