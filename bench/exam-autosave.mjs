// Saving exam answers: processor time, throughput against the bare floor, delay of a full hall, hand-in and grading.
//   node bench/exam-autosave.mjs          prints one JSON line per figure (bars.md)
// Own throw-away MariaDB (durable) and Redis, the built product, the load from a process of its own. Every answer is
// checked: acknowledged number, nothing missing, nothing late; at the end every attempt is verified against its journal.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import mysql from 'mysql2/promise';
import { buildApi } from '../scripts/lib/build-api.mjs';
import { freePort } from '../scripts/lib/ports.mjs';
import { children, migrate, seed, startAndWait } from '../scripts/lib/product.mjs';
import { ROOT } from '../scripts/lib/settings.mjs';
import { ensureServices } from '../scripts/services.mjs';
import { median, quantiles, round, sum, watch } from './lib/cpu.mjs';
import { examWorld } from './lib/exam-world.mjs';

const CANDIDATES = 300;
const RUNS = 5;
const SAVES = 2000;
const BAR_SAVE = 0.9;
const BAR_GRADE = 3;

const say = (text) => process.stderr.write(`${text}\n`);
const pidOf = (folder, name) => Number(readFileSync(path.join(folder, 'run', `${name}.pid`), 'utf8').match(/\d+/)[0]);

function generator() {
  const child = fork(path.join(ROOT, 'bench/lib/exam-load.mjs'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let next = 0;
  const waiting = new Map();
  child.on('message', ({ id, result, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(result);
  });
  return {
    pid: child.pid,
    ask: (order, args) =>
      new Promise(
        (resolve, reject) => (waiting.set(++next, { resolve, reject }), child.send({ id: next, order, args })),
      ),
    end: () => child.disconnect(),
  };
}

/** The next run begins with other candidates: nobody changes 20,000 answers. */
const turned = (list, n) => [...list.slice(n), ...list.slice(0, n)];
const line = (figure, value, unit, more) =>
  console.log(JSON.stringify({ bench: 'exam-autosave', figure, value: round(value, 3), unit, ...more }));

const stamp = await buildApi();
say(stamp ? `built ${stamp} files` : 'build is fresh');
const services = await ensureServices({ test: true, durable: true, log: say });
const port = await freePort();
const env = {
  KX_PROFILE: 'demo',
  KX_PORT: String(port),
  KX_HOST: '127.0.0.1',
  KX_PUBLIC_URL: `http://localhost:${port}`,
  KX_DATA_DIR: services.stateDir,
  KX_LOG_LEVEL: 'warn',
  DATABASE_URL: services.databaseUrl,
  REDIS_URL: services.redisUrl,
  NODE_ENV: 'production',
};
const both = children({ env, stateDir: services.stateDir, say });
const load = generator();
let db;
try {
  await migrate(env);
  await seed(env);
  await startAndWait(both, port);
  const url = new URL(services.databaseUrl);
  const socketPath = url.searchParams.get('socketPath');
  const connection = {
    ...(socketPath ? { socketPath } : { host: url.hostname, port: Number(url.port || 3306) }),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
  };
  db = await mysql.createConnection({ ...connection, timezone: 'Z' });
  const base = `http://127.0.0.1:${port}`;
  const pids = {
    api: both.http.process.pid,
    worker: both.worker.process.pid,
    mariadb: pidOf(services.stateDir, 'mariadb'),
    redis: pidOf(services.stateDir, 'redis'),
  };
  const product = () => watch(pids);
  const world = await examWorld(db, CANDIDATES);

  let used = product();
  const started = await load.ask('start', { base, sessionId: world.sessionId, candidates: world.candidates });
  line('start', sum(used()) / CANDIDATES, 'cpu ms', {
    n: CANDIDATES,
    ...quantiles(started.ms),
    cpuMsPerOp: round(sum(used()) / CANDIDATES),
    errors: 0,
    settings: { concurrency: 10 },
  });
  let { takers } = started;
  const saves = async (concurrency, count) => {
    const r = await load.ask('saves', { base, takers, concurrency, count });
    takers = turned(r.takers, concurrency);
    return r;
  };
  await saves(20, 3000); // warm: both processes compile what is hot

  const statements = async (fn) => {
    const read = async () => Number((await db.query("SHOW GLOBAL STATUS LIKE 'Questions'"))[0][0].Value);
    const before = await read();
    await fn();
    return (await read()) - before;
  };
  const floorOf = async (concurrency) => {
    const cpu = watch({ bare: load.pid, mariadb: pids.mariadb });
    const r = await load.ask('floor', { db: connection, takers, concurrency, count: SAVES });
    takers = turned(r.takers, concurrency);
    return { perSecond: r.ms.length / r.seconds, cpu: sum(cpu()) / r.ms.length };
  };

  for (const concurrency of [20, 1, 50, 100]) {
    const runs = [];
    for (let i = 0; i < RUNS; i++) {
      const floor = await floorOf(concurrency);
      used = product();
      const r = await saves(concurrency, SAVES);
      const cost = used();
      runs.push({ ...r, cost, cpu: sum(cost) / r.ms.length, perSecond: r.ms.length / r.seconds, floor });
    }
    const cpu = runs.map((r) => r.cpu);
    const mid = runs.find((r) => r.cpu === median(cpu));
    const share = Object.fromEntries(Object.entries(mid.cost).map(([k, v]) => [k, round(v / mid.ms.length, 3)]));
    line(`save of 10, ${concurrency} takers`, median(cpu), 'cpu ms', {
      bar: BAR_SAVE,
      floor: round(median(runs.map((r) => r.floor.cpu)), 3),
      ratio: round(median(runs.map((r) => r.cpu / r.floor.cpu))),
      n: runs.length * SAVES,
      ...quantiles(runs.flatMap((r) => r.ms)),
      cpuMsPerOp: round(median(cpu), 3),
      errors: runs.reduce((s, r) => s + r.errors, 0),
      settings: {
        runs: RUNS,
        min: round(Math.min(...cpu), 3),
        max: round(Math.max(...cpu), 3),
        share,
        perSecond: Math.round(median(runs.map((r) => r.perSecond))),
        floorPerSecond: Math.round(median(runs.map((r) => r.floor.perSecond))),
        bytes: mid.bytes,
      },
    });
  }
  const n = await statements(() => saves(1, 200));
  line('statements per save, session look-up and BEGIN/COMMIT included', n / 200, 'statements', {
    n: 200,
    errors: 0,
    settings: {},
  });

  used = product();
  const hall = await load.ask('hall', { base, takers, seconds: 30, everyMs: 5000 });
  takers = hall.takers;
  const delays = hall.ms.filter((x) => !Number.isNaN(x));
  line(`hall of ${CANDIDATES}, a save every 5 s and a heartbeat every 15 s`, quantiles(delays).p95, 'ms p95', {
    bar: 300,
    n: delays.length,
    ...quantiles(delays),
    errors: hall.errors,
    settings: { perSecond: round(delays.length / hall.seconds), cores: round(sum(used()) / 1000 / hall.seconds) },
  });

  used = product();
  const done = await load.ask('submit', { base, takers, concurrency: 20 });
  const open = async () =>
    (
      await db.query("SELECT COUNT(*) AS n FROM exam_attempt WHERE session_id = ? AND state <> 'MARKED'", [
        world.sessionId,
      ])
    )[0][0].n;
  while ((await open()) > 0) await new Promise((r) => setTimeout(r, 200));
  line('hand-in and grading, 40 questions', sum(used()) / CANDIDATES, 'cpu ms', {
    bar: BAR_GRADE,
    n: CANDIDATES,
    ...quantiles(done.ms),
    cpuMsPerOp: round(sum(used()) / CANDIDATES),
    errors: done.errors,
    settings: { receiptsAndMarks: CANDIDATES },
  });
} finally {
  await db?.end();
  load.end();
  await Promise.all(Object.values(both).map((child) => child.stop()));
  await services.stop();
}
