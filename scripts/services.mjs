// MariaDB and Redis for whoever needs them: given by URL, or private child processes with their own data folder.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serviceBinaries } from './lib/binaries.mjs';
import { takeLock } from './lib/lock.mjs';
import { startMariaDb } from './lib/mariadb.mjs';
import { identity, isSame, livingPid, readJson, socketFolder, stopProcess, writeWhole } from './lib/processes.mjs';
import { startRedis } from './lib/redis.mjs';
import { PlainError } from './lib/say.mjs';

const STOP_GRACE_MS = 60_000; // a kill in the middle of MariaDB's shutdown costs a crash recovery at the next start
const THROW_AWAY = 'kangxun-services-';

/** Everybody who uses the private services of one state folder: the last to leave stops them. */
function users(stateDir) {
  const folder = path.join(stateDir, 'run', 'users');
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mine = path.join(folder, `${process.pid}.json`);
  return {
    enter: () => writeWhole(mine, JSON.stringify(identity(process.pid))),
    leave: () => fs.rmSync(mine, { force: true }),
    others() {
      const files = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));
      const living = files.map((name) => path.join(folder, name)).filter((file) => {
        if (file === mine) return false;
        if (isSame(readJson(file))) return true;
        fs.rmSync(file, { force: true }); // its process was killed
        return false;
      }); // prettier-ignore
      return living.length;
    },
  };
}

const pidFile = (stateDir, name) => path.join(stateDir, 'run', `${name}.pid`);

const areAlive = (stateDir, { needMariaDb, needRedis }) =>
  (!needMariaDb || livingPid(pidFile(stateDir, 'mariadb')) > 0) &&
  (!needRedis || livingPid(pidFile(stateDir, 'redis')) > 0);

async function stopServers(stateDir, graceMs = STOP_GRACE_MS) {
  const pids = ['mariadb', 'redis'].map((name) => pidFile(stateDir, name));
  await Promise.all(
    pids.map(async (file) => {
      const pid = livingPid(file);
      if (pid) await stopProcess(pid, graceMs);
      fs.rmSync(file, { force: true });
    }),
  );
}

function removeThrowAway(folder) {
  const sockets = socketFolder(path.join(folder, 'run'));
  for (const place of [sockets, folder]) fs.rmSync(place, { recursive: true, force: true });
}

/** Throw-away folders whose test run was killed: their servers would otherwise run for ever. */
async function sweepThrowAways(base) {
  for (const name of fs.readdirSync(base).filter((entry) => entry.startsWith(THROW_AWAY))) {
    const folder = path.join(base, name);
    const owner = readJson(path.join(folder, 'owner.json'));
    const age = Date.now() - (fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (isSame(owner) || (!owner && age < 60_000)) continue;
    await stopServers(folder, 0);
    removeThrowAway(folder);
  }
}

async function throwAwayFolder(base) {
  fs.mkdirSync(base, { recursive: true });
  await sweepThrowAways(base);
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(base), THROW_AWAY));
  writeWhole(path.join(folder, 'owner.json'), JSON.stringify(identity(process.pid)));
  return folder;
}

async function startPrivate({ stateDir, fast, needMariaDb, needRedis, log }) {
  for (const name of ['run', 'log']) fs.mkdirSync(path.join(stateDir, name), { recursive: true, mode: 0o700 });
  const here = users(stateDir);
  const lock = await takeLock(path.join(stateDir, 'run', 'services.lock'), { waitMs: 300_000 });
  if (lock.holder) {
    throw new PlainError(
      `Process ${lock.holder.pid} has been starting MariaDB and Redis for five minutes; stop it and try again.`,
    );
  }
  try {
    here.enter(); // before the start: if we are killed in the middle, nobody else takes the servers for their own
    const runDir = socketFolder(path.join(stateDir, 'run'));
    const binaries = await serviceBinaries({ needMariaDb, needRedis, linkFolder: path.join(stateDir, 'bin'), log });
    // allSettled: when one fails, the other must not still be starting while the first is reported.
    const [mariadb, redis] = await Promise.allSettled([
      needMariaDb && startMariaDb({ binaries: binaries.mariadb, stateDir, runDir, fast, log }),
      needRedis && startRedis({ binary: binaries.redis, stateDir, runDir, log }),
    ]);
    const failed = [mariadb, redis].find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    return { mariadb: mariadb.value, redis: redis.value, here };
  } catch (error) {
    here.leave();
    if (!here.others()) await stopServers(stateDir);
    throw error;
  } finally {
    lock.release();
  }
}

/**
 * @param {object} options
 * @param {string} options.stateDir  folder of the data; with `test` the folder in which a throw-away one is made
 * @param {boolean} [options.test]   throw-away servers, everything removed at stop
 * @param {boolean} [options.durable]  with `test`: the product's own durability settings instead of the fast ones
 * @param {(line: string) => void} options.log
 * @returns {Promise<{databaseUrl: string, redisUrl: string, stop: (how?: {hurry?: boolean}) => Promise<void>, alive: () => boolean, started: {mariadb: boolean, redis: boolean}, stateDir: string}>}
 */
export async function ensureServices({ stateDir, test = false, durable = !test, log = () => {} }) {
  // Tests empty their database: never the one somebody's surroundings happen to name.
  const given = test ? {} : { databaseUrl: process.env.DATABASE_URL, redisUrl: process.env.REDIS_URL };
  const needMariaDb = !given.databaseUrl;
  const needRedis = !given.redisUrl;
  if (!needMariaDb && !needRedis) {
    return { ...given, stop: async () => {}, alive: () => true, started: { mariadb: false, redis: false }, stateDir };
  }
  const folder = test ? await throwAwayFolder(stateDir ?? os.tmpdir()) : path.resolve(stateDir);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { mariadb, redis, here } = await startPrivate({
    stateDir: folder,
    fast: !durable,
    needMariaDb,
    needRedis,
    log,
  });

  let stopping;
  const leave = async (graceMs) => {
    const lock = await takeLock(path.join(folder, 'run', 'services.lock'), { waitMs: 60_000 });
    here.leave();
    if (!here.others()) await stopServers(folder, graceMs);
    lock.release?.();
    if (test) removeThrowAway(folder);
  };
  return {
    databaseUrl: mariadb?.url ?? given.databaseUrl,
    redisUrl: redis?.url ?? given.redisUrl,
    /** Stops what nobody else uses any more; `hurry` kills after 2 s (MariaDB repairs itself at the next start). */
    stop: ({ hurry = false } = {}) => (stopping ??= leave(test ? 0 : hurry ? 2000 : STOP_GRACE_MS)),
    alive: () => areAlive(folder, { needMariaDb, needRedis }),
    started: { mariadb: mariadb?.found === false, redis: redis?.found === false },
    stateDir: folder,
  };
}
