// A private MariaDB: own data folder, own socket, no network port, no system service.
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { livingPid, serverSpeaks, writePid, writeWhole } from './processes.mjs';
import { run } from './run.mjs';
import { PlainError, tail } from './say.mjs';

const asRoot = () => (process.getuid() === 0 ? ['--user=root'] : []);

/** The settings the product asserts at boot; `loose-`: a server that does not know the option only warns. */
const SETTINGS = [
  '--skip-networking',
  '--character-set-server=utf8mb4',
  '--collation-server=utf8mb4_unicode_ci',
  '--sql-mode=STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
  '--transaction-isolation=READ-COMMITTED',
  '--loose-innodb-snapshot-isolation=ON',
  '--sync-binlog=1',
  '--default-time-zone=+00:00',
  '--max-allowed-packet=64M',
  '--innodb-buffer-pool-size=256M',
];
// A throw-away database may lose everything at a power cut, so tests need not wait for the disk.
const durability = (fast) =>
  fast
    ? ['--innodb-flush-log-at-trx-commit=0', '--skip-innodb-doublewrite']
    : ['--innodb-flush-log-at-trx-commit=1', '--innodb-doublewrite=ON'];

const isComplete = (data) =>
  ['ibdata1', 'mysql', 'aria_log_control'].every((name) => fs.existsSync(path.join(data, name)));
const holdsProductData = (data) => fs.readdirSync(data).some((name) => name.startsWith('kangxun'));

function discardHalfMade(data, log) {
  const [folder, name] = [path.dirname(data), path.basename(data)];
  for (const left of fs.readdirSync(folder).filter((entry) => entry.startsWith(`${name}.tmp-`))) {
    log('A first start was killed while it made the database folder; that half folder is thrown away.');
    try {
      fs.rmSync(path.join(folder, left), { recursive: true, force: true });
    } catch {
      // The killed start's own mariadb-install-db is still writing into it; the next start removes it.
    }
  }
}

/** Makes the data folder so that a killed first start never looks finished: built beside, renamed when whole. */
async function ensureData(data, { init, log }) {
  discardHalfMade(data, log);
  if (fs.existsSync(data)) {
    if (isComplete(data)) return;
    if (holdsProductData(data)) {
      throw new PlainError(
        `The database folder ${data} holds Kangxun's data but MariaDB's own files are missing from it. ` +
          'Nothing was changed: restore the folder from a backup, or move it away to begin anew.',
        { exitCode: 4 },
      );
    }
    const aside = `${data}.incomplete-${Date.now()}`;
    fs.renameSync(data, aside);
    log(`The database folder was only half written and held no data of Kangxun; it was moved to ${aside}.`);
  }
  const temp = `${data}.tmp-${process.pid}`;
  const result = await run(
    init,
    [
      '--no-defaults',
      `--datadir=./${path.basename(temp)}`, // relative: the script cannot bear a blank in the path
      '--skip-test-db',
      '--skip-name-resolve', // a container's own name often resolves to nothing
      `--auth-root-socket-user=${os.userInfo().username}`,
      ...asRoot(),
    ],
    { cwd: path.dirname(data) },
  );
  if (result.code !== 0) throw new PlainError(`MariaDB could not make its data folder:\n${tail(result.output)}`);
  fs.renameSync(temp, data);
}

/** Kept in the state folder (mode 600); works only through the socket, whose folder only this user may enter. */
function password(file) {
  if (!fs.existsSync(file)) writeWhole(file, crypto.randomBytes(24).toString('base64url'));
  return fs.readFileSync(file, 'utf8').trim();
}

/** Run by the server before it accepts anybody, at every start: so a killed first start needs no repair. */
const initSql = (secret) =>
  [
    'CREATE DATABASE IF NOT EXISTS `kangxun` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;',
    `CREATE USER IF NOT EXISTS 'kangxun'@'localhost' IDENTIFIED BY '${secret}';`,
    `ALTER USER 'kangxun'@'localhost' IDENTIFIED BY '${secret}';`,
    "GRANT ALL ON `kangxun%`.* TO 'kangxun'@'localhost';",
    '',
  ].join('\n');

async function waitReady(child, socket, logFile, logFrom, log) {
  let exited = null;
  child.once('exit', (code, signal) => (exited = signal ?? code));
  const since = Date.now();
  for (let told = false; !(await serverSpeaks(socket)); await sleep(15)) {
    if (exited !== null) {
      const lines = fs.readFileSync(logFile).subarray(logFrom).toString().split('\n');
      const errors = lines.filter((line) => line.includes('[ERROR]')).join('\n') || tail(lines.join('\n'), 5);
      throw new PlainError(`MariaDB did not start (${exited}); its log ${logFile} says:\n${errors}`, { exitCode: 4 });
    }
    // No time limit: crash recovery of a large database takes its time, and killing it would begin it again.
    if (!told && Date.now() - since > 10_000) {
      log('MariaDB is still getting ready (after a crash it first repairs its files); see .data/log/mariadb.log.');
      told = true;
    }
  }
}

/**
 * Starts the private server, or finds the one already running on this data folder (also one left by a killed start:
 * a second server on the same files is never started).
 */
export async function startMariaDb({ binaries, stateDir, runDir, fast, log }) {
  const data = path.join(stateDir, 'mysql');
  const socket = path.join(runDir, 'db.sock');
  const pidFile = path.join(stateDir, 'run', 'mariadb.pid');
  const logFile = path.join(stateDir, 'log', 'mariadb.log');
  const secret = password(path.join(stateDir, 'db-password'));
  const url = `mysql://kangxun:${secret}@localhost/kangxun?socketPath=${encodeURIComponent(socket).replaceAll('%2F', '/')}`;

  while (livingPid(pidFile)) {
    if (await serverSpeaks(socket)) return { url, found: true };
    await sleep(25);
  }
  await ensureData(data, { init: binaries.init, log });
  const initFile = path.join(stateDir, 'run', 'init.sql');
  writeWhole(initFile, initSql(secret));
  fs.rmSync(socket, { force: true });
  const logFrom = fs.existsSync(logFile) ? fs.statSync(logFile).size : 0;
  const out = fs.openSync(logFile, 'a');
  const args = [`--datadir=${data}`, `--socket=${socket}`, `--init-file=${initFile}`, `--pid-file=${pidFile}.server`];
  const child = spawn(binaries.server, ['--no-defaults', ...asRoot(), ...args, ...SETTINGS, ...durability(fast)], {
    detached: true, // Ctrl-C in the terminal must reach only our own orderly stop
    stdio: ['ignore', out, out],
  });
  child.on('error', () => {});
  if (child.pid) writePid(pidFile, child.pid);
  child.unref();
  fs.closeSync(out);
  await waitReady(child, socket, logFile, logFrom, log);
  return { url, found: false };
}
