// Knowing, across restarts, whether a process of ours is still there. A bare pid is not enough: pids are reused,
// and `kill(pid, 0)` succeeds on a zombie.
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const proc = (pid, name) => fs.readFileSync(`/proc/${pid}/${name}`, 'utf8');
const ps = (pid, field) => spawnSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();

/** Command line of a living process, '' when it is gone or a zombie (a zombie has none). */
export function commandLine(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return '';
  try {
    return process.platform === 'linux' ? proc(pid, 'cmdline').replaceAll('\0', ' ').trim() : ps(pid, 'command');
  } catch {
    return '';
  }
}

/** Start time of a process: together with the pid it names one process for ever. '' when it is gone. */
export function startToken(pid) {
  if (!commandLine(pid)) return '';
  try {
    return process.platform === 'linux' ? proc(pid, 'stat').split(') ')[1].split(' ')[19] : ps(pid, 'lstart');
  } catch {
    return '';
  }
}

export const identity = (pid) => ({ pid, token: startToken(pid) });
export const isSame = (who) => Boolean(who?.token) && startToken(who.pid) === who.token;

/** Atomic write: a reader never sees half a file, even when the writer is killed. */
export function writeWhole(file, text, mode = 0o600) {
  const temp = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(temp, text, { mode });
  fs.renameSync(temp, file);
}

export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Notes which process serves; `livingPid` answers 0 once it is gone, a zombie, or its pid belongs to another. */
export const writePid = (file, pid) => writeWhole(file, JSON.stringify(identity(pid)));
export function livingPid(file) {
  const who = readJson(file);
  return isSame(who) ? who.pid : 0;
}

/** SIGTERM, then SIGKILL after the grace (at once when there is none). Resolves to true when the process went by itself. */
export async function stopProcess(pid, graceMs) {
  const who = identity(pid);
  const signal = (name) => {
    try {
      process.kill(pid, name);
    } catch {
      // gone between the look and the signal
    }
  };
  if (!who.token) return true;
  if (graceMs > 0) signal('SIGTERM');
  const until = Date.now() + graceMs;
  while (isSame(who) && Date.now() < until) await sleep(15);
  if (!isSame(who)) return true;
  signal('SIGKILL');
  while (isSame(who)) await sleep(15);
  return false;
}

/**
 * True when a server speaks behind the socket. A mere connect is not enough: the kernel accepts it as soon as the
 * socket exists, while MariaDB is still starting (and then even loses a SIGTERM and never stops).
 */
export const serverSpeaks = (socket, { say = '', expect = '' } = {}) =>
  new Promise((resolve) => {
    const connection = net.connect(socket);
    const answer = (yes) => (connection.destroy(), resolve(yes));
    connection.setTimeout(1000, () => answer(false));
    connection.on('connect', () => say && connection.write(say));
    connection.on('data', (bytes) => answer(bytes.includes(expect)));
    connection.on('error', () => answer(false));
    connection.on('close', () => answer(false));
  });

// sun_path holds 107 bytes on Linux and 103 on macOS; a longer one is cut and the server listens somewhere else.
const LONGEST_SOCKET = 100;

const fits = (folder) => Buffer.byteLength(path.join(folder, 'redis.sock')) <= LONGEST_SOCKET;

/** A folder short enough for unix sockets: `preferred`, or one under the temporary folder, ours and private. */
export function socketFolder(preferred) {
  if (fits(preferred)) return preferred;
  const name = `kx-${crypto.createHash('sha256').update(preferred).digest('hex').slice(0, 12)}`;
  const folder = [os.tmpdir(), '/tmp'].map((base) => path.join(base, name)).find(fits);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stat = fs.lstatSync(folder);
  // The temporary folder is open to everybody: one made by someone else would let them answer as our database.
  if (!stat.isDirectory() || stat.uid !== process.getuid()) throw new Error(`${folder} belongs to someone else`);
  fs.chmodSync(folder, 0o700);
  return folder;
}
