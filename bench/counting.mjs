// Who counts where, with 1,000,000 people in 31 made-up provinces: board, any past day, people behind a figure, one
// event until its tally is seen, full rebuild. One JSON line per figure; KX_BENCH_PEOPLE sets another number of people.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { buildApi } from '../scripts/lib/build-api.mjs';
import { freePort } from '../scripts/lib/ports.mjs';
import { children, migrate, seed, startAndWait } from '../scripts/lib/product.mjs';
import { ROOT } from '../scripts/lib/settings.mjs';
import { ensureServices } from '../scripts/services.mjs';
import { newcomer, people, places, PROVINCES, withoutIndexes } from './lib/counting-world.mjs';
import { median, quantiles, round, sum, watch } from './lib/cpu.mjs';

const PEOPLE = Number(process.env.KX_BENCH_PEOPLE ?? 1_000_000);
const FEW = 10_000;
const PAST = '2023-12-31';
const [PROVINCE] = PROVINCES.map((p) => `${p}0000`);

const say = (text) => process.stderr.write(`${text}\n`);
const line = (figure, value, unit, more) =>
  console.log(JSON.stringify({ bench: 'counting', figure, value: round(value, 3), unit, ...more }));
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Runs `fn` one after the other. @returns milliseconds of each */
async function timed(n, fn) {
  const ms = [];
  for (let i = 0; i < n; i++) {
    const since = performance.now();
    await fn(i);
    ms.push(performance.now() - since);
  }
  return ms;
}

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
let db;
let context;
try {
  await migrate(env);
  await seed(env);
  const url = new URL(services.databaseUrl);
  db = await mysql.createConnection({
    socketPath: url.searchParams.get('socketPath'),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
    timezone: 'Z',
    dateStrings: ['DATE'],
  });
  const cookie = await places(db);
  const [[{ version }]] = await db.query('SELECT version FROM counting_rule ORDER BY effective_from DESC LIMIT 1');
  await people(db, 1, FEW, version);

  // The product's own code, for what no request asks for: the rebuild of all tallies.
  Object.assign(process.env, env);
  const require = createRequire(path.join(ROOT, 'package.json'));
  require('reflect-metadata');
  const load = (file) => require(path.join(ROOT, 'dist', file));
  const { NestFactory } = require('@nestjs/core');
  context = await NestFactory.createApplicationContext(load('apps/api/src/app.module.js').AppModule.with({ graphql: false }), { logger: false }); // prettier-ignore
  const tallies = context.get(load('libs/workforce/src/use/tallies.js').Tallies, { strict: false });
  const { systemActor } = load('libs/platform/src/index.js');
  const rebuild = () => tallies.roll(systemActor('bench', 'bench'), version);
  await rebuild();

  await startAndWait(both, port);
  const pids = {
    api: both.http.process.pid,
    mariadb: Number(readFileSync(path.join(services.stateDir, 'run', 'mariadb.pid'), 'utf8').match(/\d+/)[0]),
  };
  const ask = async (query) => {
    const r = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = await r.json();
    if (errors) throw new Error(JSON.stringify(errors).slice(0, 300));
    return data;
  };
  const figure = '{ registered certified union required gap rateShown }';
  const boardOf = (args) =>
    ask(`{ goalBoard(regionCode: "${PROVINCE}"${args}) { total { physicians ${figure} therapists ${figure} } rows { code population { persons } physicians ${figure} therapists ${figure} } } }`); // prettier-ignore
  const [from, upTo] = [`${PROVINCE.slice(0, 2)}`, `${PROVINCE.slice(0, 2)}~`];
  const bareHeads = (day) =>
    db.query(
      'SELECT category, region_code, SUM(registered) AS registered, SUM(certified) AS certified, COUNT(*) AS heads FROM workforce_membership WHERE rule_version = ? AND category IN (?) AND region_code >= ? AND region_code < ? AND known_to IS NULL AND start_on <= ? AND (end_on IS NULL OR end_on > ?) GROUP BY category, region_code',
      [version, ['PHYSICIAN', 'THERAPIST'], from, upTo, day, day],
    );
  /** A wrong answer is an error, not a fast one. */
  const check = async (day) => {
    const board = (await boardOf(`, asOf: "${day}"`)).goalBoard;
    const [bare] = await bareHeads(day);
    const expected = sum(bare.map((r) => Number(r.heads)));
    const counted = board.total.physicians.union + board.total.therapists.union;
    const parts = sum(board.rows.map((r) => r.physicians.union + r.therapists.union));
    if (board.rows.length !== 14 || counted !== expected || parts !== expected)
      throw new Error(`the board of ${day} counts ${counted}, its parts ${parts}, the rows ${expected}`);
  };
  const boards = async () => {
    await timed(30, () => boardOf(''));
    const runs = [];
    for (let i = 0; i < 5; i++) {
      const cpu = watch(pids);
      const ms = await timed(60, () => boardOf(''));
      runs.push({ ms, cpu: sum(cpu()) / ms.length });
    }
    return { ms: runs.flatMap((r) => r.ms), p50: median(runs.map((r) => median(r.ms))), cpu: median(runs.map((r) => r.cpu)) }; // prettier-ignore
  };
  await check(today());
  const few = await boards();

  let since = performance.now();
  await withoutIndexes(db, ['person', 'practice_site', 'workforce_membership'], () =>
    people(db, FEW + 1, PEOPLE, version),
  );
  await db.query('ANALYZE TABLE workforce_membership, person, practice_site');
  say(`${PEOPLE} people after ${Math.round((performance.now() - since) / 1000)} s`);

  const whole = await timed(5, () =>
    db.query(
      'SELECT category, region_code, SUM(registered) AS registered, SUM(certified) AS certified, COUNT(*) AS heads FROM workforce_membership WHERE rule_version = ? AND known_to IS NULL AND start_on <= ? AND (end_on IS NULL OR end_on > ?) GROUP BY category, region_code',
      [version, today(), today()],
    ),
  );
  const rebuilds = await timed(5, rebuild);
  line('full tally rebuild', median(rebuilds), 'ms', {
    bar: 15_000,
    floor: round(median(whole)),
    ratio: round(median(rebuilds) / median(whole)),
    barRatio: 1.5,
    n: 5,
    ...quantiles(rebuilds),
    errors: 0,
    settings: { people: PEOPLE, floor: 'bare GROUP BY over all rows', counties: 6200 },
  });

  await check(today());
  const many = await boards();
  line('province board: 14 cities of 100 counties, three columns, two categories', many.p50, 'ms', {
    bar: 50,
    n: many.ms.length,
    ...quantiles(many.ms),
    cpuMsPerOp: round(many.cpu),
    errors: 0,
    settings: { people: PEOPLE },
  });
  line(`cost of the board, ${FEW} to ${PEOPLE} people`, many.cpu / few.cpu, '×', {
    bar: 1.3,
    n: many.ms.length,
    p50: round(many.p50 / few.p50),
    errors: 0,
    settings: { cpuFew: round(few.cpu), cpuMany: round(many.cpu), msFew: round(few.p50), msMany: round(many.p50) },
  });

  await check(PAST);
  const past = await timed(20, (i) => boardOf(`, asOf: "202${3 + (i % 3)}-0${1 + (i % 9)}-15"`));
  const floor = await timed(20, (i) => bareHeads(`202${3 + (i % 3)}-0${1 + (i % 9)}-15`));
  line('province board as of a past day', median(past), 'ms', {
    bar: 2000,
    floor: round(median(floor)),
    ratio: round(median(past) / median(floor)),
    n: 20,
    ...quantiles(past),
    errors: 0,
    settings: { people: PEOPLE, floor: 'bare GROUP BY over the province' },
  });

  const trend = await timed(10, () => ask(`{ workforceTrend(regionCode: "${PROVINCE}", category: "PHYSICIAN", from: "2016-12-31", parts: true) { regionCode points { day union } } }`)); // prettier-ignore
  line('120 month ends of a province and its 14 cities', median(trend), 'ms', {
    n: 10,
    ...quantiles(trend),
    errors: 0,
    settings: { people: PEOPLE },
  });

  const listOf = (more) => ask(`{ workforceMembers(regionCode: "${PROVINCE}", asOf: "${today()}", category: "PHYSICIAN", limit: 50${more}) { total rows { name institutionName bases startOn } } }`); // prettier-ignore
  const page = (await listOf('')).workforceMembers;
  if (page.rows.length !== 50 || page.rows.some((r) => !r.institutionName))
    throw new Error('a page of 50 is not whole');
  await timed(10, () => listOf(''));
  const lists = await timed(100, () => listOf(''));
  const bareList = await timed(
    100,
    () =>
    db.query('SELECT m.person_id, m.region_code, m.bases, p.name FROM (SELECT person_id, region_code, sort_name, bases FROM workforce_membership FORCE INDEX (ix_membership_list) WHERE rule_version = ? AND category = ? AND known_to IS NULL AND region_code LIKE ? AND start_on <= ? AND (end_on IS NULL OR end_on > ?) ORDER BY region_code, sort_name, person_id LIMIT 50) m JOIN person p ON p.id = m.person_id', [version, 'PHYSICIAN', `${from}%`, today(), today()]), // prettier-ignore
  );
  line('people behind a figure, first page of 50', median(lists), 'ms', {
    bar: 50,
    floor: round(median(bareList)),
    ratio: round(median(lists) / median(bareList)),
    n: 100,
    ...quantiles(lists),
    errors: 0,
    settings: { people: PEOPLE, total: page.total, floor: 'the 50 rows and names bare, without total and hospital' },
  });

  const seen = async (county, before) => {
    for (const end = performance.now() + 10_000; performance.now() < end; await sleep(10)) {
      const { goalBoard } = await ask(`{ goalBoard(regionCode: "${county}") { total { physicians { union } } } }`);
      if (goalBoard.total.physicians.union === before + 1) return;
    }
    throw new Error('the event was not seen in 10 s');
  };
  const events = [];
  for (let i = 0; i < 30; i++) {
    const county = `${from}${String((i % 14) + 1).padStart(2, '0')}01`;
    const before = (await ask(`{ goalBoard(regionCode: "${county}") { total { physicians { union } } } }`)).goalBoard.total.physicians.union; // prettier-ignore
    since = performance.now();
    await newcomer(db, county);
    await seen(county, before);
    events.push(performance.now() - since);
  }
  line('one event until its tally is seen at the API', median(events), 'ms', {
    bar: 1000,
    n: events.length,
    ...quantiles(events),
    errors: 0,
    settings: { people: PEOPLE, worker: 'relay every 150 ms' },
  });
} finally {
  await context?.close();
  await db?.end();
  await Promise.all(Object.values(both).map((child) => child.stop()));
  await services.stop();
}
