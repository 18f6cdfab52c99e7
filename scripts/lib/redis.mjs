// A private Redis (or Valkey): own folder, own socket, no network port. It holds nothing that cannot be rebuilt.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { livingPid, serverSpeaks, writePid } from './processes.mjs';
import { PlainError, tail } from './say.mjs';

const PING = { say: 'PING\r\n', expect: '+PONG' }; // not while it is still loading its file
const SETTINGS = ['--port', '0', '--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''];
const NO_EVICTION = ['--maxmemory-policy', 'noeviction', '--unixsocketperm', '700', '--daemonize', 'no'];

/** Resolves to true when it serves, false when it ended instead. */
async function tryStart({ binary, data, socket, pidFile, logFile }) {
  fs.mkdirSync(data, { recursive: true, mode: 0o700 });
  fs.rmSync(socket, { force: true });
  const out = fs.openSync(logFile, 'a');
  const child = spawn(binary, ['--unixsocket', socket, '--dir', data, ...SETTINGS, ...NO_EVICTION], {
    detached: true, // Ctrl-C in the terminal must reach only our own orderly stop
    stdio: ['ignore', out, out],
  });
  let ended = false;
  child.once('error', () => (ended = true));
  child.once('exit', () => (ended = true));
  if (child.pid) writePid(pidFile, child.pid);
  child.unref();
  fs.closeSync(out);
  while (!ended && !(await serverSpeaks(socket, PING))) await sleep(10);
  return !ended;
}

export async function startRedis({ binary, stateDir, runDir, log }) {
  const data = path.join(stateDir, 'redis');
  const socket = path.join(runDir, 'redis.sock');
  const pidFile = path.join(stateDir, 'run', 'redis.pid');
  const logFile = path.join(stateDir, 'log', 'redis.log');
  const url = `redis+unix://${encodeURI(socket)}`;

  while (livingPid(pidFile)) {
    if (await serverSpeaks(socket, PING)) return { url, found: true };
    await sleep(25);
  }
  const paths = { binary, data, socket, pidFile, logFile };
  let serving = await tryStart(paths);
  if (!serving && fs.existsSync(data)) {
    // A damaged file would stop every start. The queue is rebuilt from the database, so an empty Redis loses nothing.
    const aside = `${data}.damaged-${Date.now()}`;
    fs.renameSync(data, aside);
    log(`Redis could not read its own files; they were moved to ${aside} and the queue is rebuilt from the database.`);
    serving = await tryStart(paths);
  }
  if (!serving) {
    throw new PlainError(
      `Redis did not start; its log ${logFile} says:\n${tail(fs.readFileSync(logFile, 'utf8'), 5)}`,
      {
        exitCode: 4,
      },
    );
  }
  return { url, found: false };
}
