// Bringing in a list of 100,000 people: dry run, import, memory, cancel, and a worker killed in the middle.
//   node bench/import.mjs [ROWS]          prints one JSON line per figure (bars.md)
// Own throw-away MariaDB (durable) and Redis, the built product. The workbook is made here, row by row. Counting people
// (workforce) runs behind in the same worker, as it does for a real import. Every count is checked at the end.
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { buildApi } from '../scripts/lib/build-api.mjs';
import { freePort } from '../scripts/lib/ports.mjs';
import { children, migrate, seed, startAndWait } from '../scripts/lib/product.mjs';
import { ensureServices } from '../scripts/services.mjs';
import { round } from './lib/cpu.mjs';
import { peopleWorkbook } from './lib/people-workbook.mjs';

const ROWS = Number(process.argv[2] ?? 100_000);
const BAR = { stage: 40, write: 90, memory: 400 };
const scale = ROWS / 100_000;

const say = (text) => process.stderr.write(`${text}\n`);
let errors = 0;
const check = (ok, what) => ok || (errors++, say(`WRONG: ${what}`));
const line = (figure, value, unit, more = {}) =>
  console.log(JSON.stringify({ bench: 'import', figure, value: round(value), unit, ...more, n: ROWS, errors }));
const against = (value, bar) => ({ floor: bar, ratio: round(value / bar) });

const stamp = await buildApi();
say(stamp ? `built ${stamp} files` : 'build is fresh');
const services = await ensureServices({ test: true, durable: true, log: say });
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
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
const workerPid = () => Number(readFileSync(path.join(services.stateDir, 'run', 'worker.pid'), 'utf8').match(/\d+/)[0]);

/** Resident memory of a process now, in MB. */
const memoryOf = (pid) => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // between two lives
  }
};

let db;
try {
  await migrate(env);
  await seed(env);
  await startAndWait(both, port);
  both.worker.keepRunning();
  const url = new URL(services.databaseUrl);
  const socketPath = url.searchParams.get('socketPath');
  db = await mysql.createConnection({
    ...(socketPath ? { socketPath } : { host: url.hostname, port: Number(url.port || 3306) }),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
    timezone: 'Z',
  });
  const cookie = await officer(db);
  const gql = async (query, variables) => {
    const r = await fetch(`${base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables }),
    });
    const answer = await r.json();
    if (answer.errors) throw new Error(JSON.stringify(answer.errors[0]));
    return answer.data;
  };
  const VIEW = `query ($id: String!) { registryImport(id: $id) { state stage { total done failed skipped } write { total done failed skipped }
    counts { total staged faulty toCreate toUpdate same created updated unchanged refused } } }`;
  const view = async (id) => (await gql(VIEW, { id })).registryImport;
  /** Looks four times a second until the state is left. @returns seconds, highest memory of the worker, whether progress ever went back */
  const until = async (id, state, each = () => {}) => {
    const started = performance.now();
    let peak = 0;
    let last = 0;
    let wentBack = false;
    let looks = 0;
    for (;;) {
      const v = await view(id);
      const job = state === 'STAGING' ? v.stage : v.write;
      const done = job ? job.done + job.failed + job.skipped : 0;
      wentBack ||= done < last;
      if (done > last) looks++;
      last = done;
      peak = Math.max(peak, memoryOf(workerPidNow()));
      if (v.state !== state) return { seconds: (performance.now() - started) / 1000, peak, wentBack, looks, v };
      await each(done, v);
      await sleep(250);
    }
  };
  const workerPidNow = () => {
    try {
      return workerPid();
    } catch {
      return 0;
    }
  };
  const start = async (file) => {
    const form = new FormData();
    form.append('file', new Blob([file]), 'people.xlsx');
    const r = await fetch(`${base}/upload`, {
      method: 'POST',
      headers: { cookie, 'x-kx-upload': '1' },
      body: form,
    });
    const { id, error } = await r.json();
    if (!id) throw new Error(JSON.stringify(error));
    return (
      await gql('mutation ($input: StartImportInput!) { startImport(input: $input) }', {
        input: { kind: 'PEOPLE', uploadId: id },
      })
    ).startImport;
  };
  const confirm = (id) =>
    gql('mutation ($input: ConfirmImportInput!) { confirmImport(input: $input) }', {
      input: { id, policy: 'ONLY_VALID' },
    });
  const cancel = (id) => gql('mutation ($id: String!) { cancelImport(id: $id) }', { id });
  const count = async (sql, params) => Number((await db.query(sql, params))[0][0].n);

  const [places] = await db.query(
    "SELECT name FROM institution WHERE closed_on IS NULL AND county_code LIKE '21%' GROUP BY name HAVING COUNT(*) = 1 LIMIT 40",
  );
  const names = places.map((p) => p.name);
  say('making the workbook …');
  const file = await peopleWorkbook(ROWS, names);
  line('file', file.length / 1e6, 'MB');
  await sleep(3000); // the recount of the demo is over
  const idle = memoryOf(workerPid());

  say('dry run …');
  const id = await start(file);
  const staged = await until(id, 'STAGING');
  const c = staged.v.counts;
  check(
    staged.v.state === 'AWAITING_CONFIRMATION' && c.staged === ROWS && c.total === ROWS,
    `staged ${JSON.stringify(c)}`,
  );
  check(c.toCreate + c.faulty === ROWS && c.faulty === Math.floor(ROWS / 1000), `faults ${JSON.stringify(c)}`);
  check(!staged.wentBack && staged.looks > 3, 'progress');
  line('dry-run', staged.seconds, 's', {
    ...against(staged.seconds, BAR.stage * scale),
    settings: { rowsPerSecond: Math.round(ROWS / staged.seconds) },
  });
  line('dry-run-memory', staged.peak, 'MB', {
    ...against(staged.peak, BAR.memory),
    settings: { idle: Math.round(idle) },
  });

  say('import …');
  await confirm(id);
  const written = await until(id, 'WRITING');
  const w = written.v.counts;
  check(written.v.state === 'DONE' && w.created === c.toCreate && w.refused === 0, `written ${JSON.stringify(w)}`);
  check(
    w.total === w.created + w.updated + w.unchanged + w.refused + w.faulty,
    'read = created + updated + unchanged + refused',
  );
  check(!written.wentBack, 'progress of writing');
  line('import', written.seconds, 's', {
    ...against(written.seconds, BAR.write * scale),
    settings: { rowsPerSecond: Math.round(w.created / written.seconds) },
  });
  line('import-memory', written.peak, 'MB', against(written.peak, BAR.memory));

  const since = performance.now();
  const OPEN =
    "SELECT (SELECT COUNT(*) FROM outbox WHERE handed_at IS NULL AND parked_at IS NULL AND available_at <= UTC_TIMESTAMP(3)) + (SELECT COUNT(*) FROM outbox_delivery WHERE state = 'QUEUED') AS n";
  while (await count(OPEN)) await sleep(250);
  line('counted-after-import', (performance.now() - since) / 1000, 's');

  say('a second list, killed in the middle of both …');
  const rows = Math.min(ROWS, 20_000);
  const second = await start(await peopleWorkbook(rows, names, ROWS));
  let killed = false;
  const kill = (from) => async (done) => {
    if (killed || done < from) return;
    killed = true;
    process.kill(workerPid(), 'SIGKILL');
  };
  const again = await until(second, 'STAGING', kill(rows / 3));
  check(
    killed && again.v.counts.staged === rows && !again.wentBack,
    `staged after a kill ${JSON.stringify(again.v.counts)}`,
  );
  line('dry-run-killed', again.seconds, 's', { settings: { rows, killedAt: Math.round(rows / 3) } });
  killed = false;
  const before = await count('SELECT COUNT(*) AS n FROM person');
  await confirm(second);
  const rewritten = await until(second, 'WRITING', kill(rows / 3));
  const after = await count('SELECT COUNT(*) AS n FROM person');
  const k = rewritten.v.counts;
  check(
    killed && rewritten.v.state === 'DONE' && k.created === after - before && !rewritten.wentBack,
    `written after a kill ${JSON.stringify(k)}`,
  );
  check((await count('SELECT COUNT(*) - COUNT(DISTINCT person_id) AS n FROM practice_site WHERE open_main_of IS NOT NULL')) === 0, 'doubles'); // prettier-ignore
  line('import-killed', rewritten.seconds, 's', { settings: { rows, created: k.created } });

  say('cancel …');
  const third = await start(await peopleWorkbook(rows, names, ROWS + rows));
  let cancelled = 0;
  const given = await until(third, 'STAGING', async (done) => {
    if (!cancelled && done > 0) {
      cancelled = performance.now();
      await cancel(third);
    }
  });
  check(given.v.state === 'CANCELLED', 'cancel');
  line('cancel', performance.now() - cancelled, 'ms');
  if (errors) process.exitCode = 1;
} finally {
  await db?.end();
  for (const child of [both.http, both.worker]) await child.stop?.();
  await services.stop();
}

/** A provincial officer with a live session, straight into the tables: sign-in is another bench's figure. @returns the cookie */
async function officer(db) {
  const uuid = () => {
    const h = randomBytes(16).toString('hex');
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-7${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20)}`;
  };
  const now = new Date();
  const [accountId, grantId, token] = [uuid(), uuid(), randomBytes(32).toString('base64url')];
  const insert = (table, row) => db.query(`INSERT INTO ${table} SET ?`, [row]);
  await insert('account', { id: accountId, login_name: accountId, name: '基准导入', must_change_password: 0, totp_enabled_at: now, origin: 'NORMAL', created_at: now }); // prettier-ignore
  await insert('role_grant', { id: grantId, account_id: accountId, role: 'PROVINCE_OFFICER', region_code: '210000', state: 'ACTIVE', starts_on: '2000-01-01', created_at: now }); // prettier-ignore
  await insert('session', { token_hash: createHash('sha256').update(token).digest('hex'), public_id: uuid(), account_id: accountId, grant_id: grantId, created_at: now, last_seen_at: now, expires_at: new Date(now.getTime() + 12 * 3_600_000), level: 'FULL' }); // prettier-ignore
  return `kx_session=${token}`;
}
