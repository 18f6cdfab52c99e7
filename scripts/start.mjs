// npm start: from whatever state this folder is in to a served page, and an orderly end on Ctrl-C.
import fs from 'node:fs';
import path from 'node:path';
import { buildApi } from './lib/build-api.mjs';
import { buildWeb } from './lib/build-web.mjs';
import { takeLock } from './lib/lock.mjs';
import { ensureNpmPackages } from './lib/npm-install.mjs';
import { portIsFree, portTaken } from './lib/ports.mjs';
import { children, demoAccounts, listenHost, migrate, seed, startAndWait } from './lib/product.mjs';
import { stopLeftOverCommands, stopRunning } from './lib/run.mjs';
import { PlainError, report, seconds, step } from './lib/say.mjs';
import { checkNode, dataDir, productEnv } from './lib/settings.mjs';
import { ensureServices } from './services.mjs';

const since = performance.now();
const say = (line) => console.log(line);
const cleanUp = []; // undone in reverse order, whatever happens
let hurry = false;

class Stopped extends Error {}
let stoppedBy = null;
let wake;
let killNow = () => {};
const untilStopped = new Promise((resolve) => (wake = resolve));

function onSignal(signal) {
  // npm and the terminal may both deliver one Ctrl-C: only a later one is a second.
  if (stoppedBy && performance.now() - stoppedBy.at < 800) return;
  if (stoppedBy) {
    hurry = true;
    killNow();
    return;
  }
  stoppedBy = { at: performance.now(), signal };
  say(`\nStopping (again Ctrl-C: at once) …`);
  stopRunning();
  wake();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => onSignal(signal));
// npm does not pass SIGTERM on: it just goes away, and everything would run on without anybody to stop it.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && !stoppedBy && onSignal('npm ended'), 500).unref();
}

let cause; // the first failure in time: what is ended because of it fails too, and must not be named instead
const go = async (label, fn) => {
  if (stoppedBy || cause) throw new Stopped();
  await step(say, label, fn);
};

async function oneStartPerFolder(stateDir, url) {
  const lock = await takeLock(path.join(stateDir, 'run', 'start.lock'), { note: { url } });
  if (lock.holder) {
    throw new PlainError(
      `Kangxun already runs from this folder (process ${lock.holder.pid}, ${lock.holder.url}). ` +
        'Stop that one with Ctrl-C, or give this one its own KX_DATA_DIR and KX_PORT.',
      { exitCode: 2 },
    );
  }
  cleanUp.push(lock.release);
}

/** Everything that must be there before http and worker; what does not need each other runs side by side. */
async function prepare(stateDir, env) {
  let services;
  const packages = go('npm packages', () => ensureNpmPackages(say));
  const api = packages.then(() => go('API built', async () => ((await buildApi()) ? undefined : 'unchanged')));
  const pages = packages.then(() => go('Pages built', async () => ((await buildWeb()) ? undefined : 'unchanged')));
  const servers = go('MariaDB and Redis', async () => {
    services = await ensureServices({ stateDir, log: say });
    cleanUp.push(() => services.stop({ hurry }));
    Object.assign(env, { DATABASE_URL: services.databaseUrl, REDIS_URL: services.redisUrl });
    if (process.env.DATABASE_URL && process.env.REDIS_URL) return 'as given by DATABASE_URL and REDIS_URL';
    const { mariadb, redis } = services.started;
    return mariadb || redis ? 'private, sockets only' : 'already running';
  });
  const content = Promise.all([api, servers]).then(async () => {
    await go('Database at this version', () => migrate(env));
    let loaded = [];
    await go('Content', async () => ((loaded = await seed(env)).length ? undefined : 'unchanged'));
    for (const line of loaded) say(`      ${line}`);
  });
  const all = [packages, api, servers, content, pages];
  for (const part of all) {
    part.catch((error) => {
      cause ??= error;
      stopRunning();
    });
  }
  // allSettled: what is still starting must have started before it can be stopped.
  await Promise.allSettled(all);
  if (stoppedBy) throw new Stopped();
  if (cause) throw cause;
  return services;
}

/** The database killed from outside: it is started again on the same files; http and worker reconnect by themselves. */
function watchServices(services, stateDir) {
  const timer = setInterval(async () => {
    if (services.alive() || stoppedBy) return;
    clearInterval(timer);
    say('  ! MariaDB or Redis ended; it is started again.');
    await ensureServices({ stateDir, log: say }).catch((error) => say(`  ! ${error.message}`));
    watchServices(services, stateDir);
  }, 1000).unref();
}

async function main() {
  checkNode();
  const stateDir = dataDir();
  const own = productEnv();
  const port = Number(own.KX_PORT);
  say(`Kangxun 康训, profile ${own.KX_PROFILE}`);
  for (const name of ['run', 'log']) fs.mkdirSync(path.join(stateDir, name), { recursive: true, mode: 0o700 });
  await oneStartPerFolder(stateDir, own.KX_PUBLIC_URL);

  const env = { ...own };
  const { http, worker } = children({ env, stateDir, say });
  await stopLeftOverCommands();
  for (const child of [http, worker]) {
    if (await child.stopLeftOver()) say(`  · A ${child.name} process left by a killed start was stopped.`);
  }
  if (!(await portIsFree(port, listenHost()))) throw portTaken(port);

  const services = await prepare(stateDir, env);
  if (!(await portIsFree(port, listenHost()))) throw portTaken(port);

  const both = [http, worker];
  cleanUp.push(() => Promise.all(both.map((child) => child.stop(hurry ? 0 : undefined))));
  killNow = () => both.forEach((child) => child.process?.kill('SIGKILL'));
  const accounts = demoAccounts(env);
  await go('http and worker ready', () => startAndWait({ http, worker }, port, () => stoppedBy !== null));
  for (const child of both) child.keepRunning();
  watchServices(services, stateDir);
  for (const words of [await accounts, http.plainWords().join('\n')]) if (words) say(`\n${words}`);
  if (stoppedBy) throw new Stopped();
  say(
    `\n  ${own.KX_PUBLIC_URL}    ready after ${seconds(since)}; Ctrl-C stops it; logs in ${path.join(stateDir, 'log')}`,
  );
  await untilStopped;
}

let exitCode = 0;
try {
  await main();
} catch (error) {
  // A command we ended ourselves reports a failure: the stop is the cause.
  if (!(error instanceof Stopped) && !stoppedBy) exitCode = report(error);
}
stopRunning();
for (const undo of cleanUp.reverse()) {
  await Promise.resolve()
    .then(undo)
    .catch((error) => (exitCode = report(error)));
}
if (stoppedBy)
  say(hurry ? 'Stopped at once.' : 'Stopped. Data stay in the data folder; `npm start` goes on from here.');
process.exit(hurry ? 130 : exitCode);
