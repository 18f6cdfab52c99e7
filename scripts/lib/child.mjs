// One long-running process of the product (http or worker): started, watched, started again, stopped.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { livingPid, stopProcess, writePid } from './processes.mjs';
import { tail } from './say.mjs';
import { ROOT } from './settings.mjs';

const GRACE_MS = 26_000; // the product drains for at most 25 s
const LONGEST_LOG = 20_000_000;
const LEAVE_WITH_PARENT = path.join(ROOT, 'scripts/lib/leave-with-parent.cjs');

export class Child {
  stopping = false;
  exited = null;
  #restarts = 0;

  constructor({ name, file, env, stateDir, say }) {
    Object.assign(this, { name, file, env, say });
    this.logFile = path.join(stateDir, 'log', `${name}.log`);
    this.pidFile = path.join(stateDir, 'run', `${name}.pid`);
  }

  /** Ends a process of that name left behind by a killed start. @returns true when there was one */
  async stopLeftOver() {
    const pid = livingPid(this.pidFile);
    if (pid) await stopProcess(pid, GRACE_MS);
    return Boolean(pid);
  }

  start() {
    if (fs.statSync(this.logFile, { throwIfNoEntry: false })?.size > LONGEST_LOG) {
      fs.renameSync(this.logFile, `${this.logFile}.1`);
    }
    const log = fs.openSync(this.logFile, 'a', 0o600);
    this.logFrom = fs.fstatSync(log).size;
    this.exited = null;
    this.since = Date.now();
    this.process = spawn(process.execPath, ['--require', LEAVE_WITH_PARENT, path.join(ROOT, this.file)], {
      cwd: ROOT,
      env: { ...process.env, ...this.env },
      stdio: ['ignore', log, log, 'ipc'],
      detached: true, // Ctrl-C in the terminal must reach only our own orderly stop
    });
    fs.closeSync(log);
    if (this.process.pid) writePid(this.pidFile, this.process.pid);
    this.process.once('error', (error) => (this.exited = error.message));
    this.process.once('exit', (code, signal) => {
      this.exited = signal ?? `exit code ${code}`;
      fs.rmSync(this.pidFile, { force: true });
      this.onExit?.();
    });
  }

  /** From now on an unexpected end is told in a line and followed by a new start, ever later while it keeps failing. */
  keepRunning() {
    this.onExit = async () => {
      if (this.stopping) return;
      if (Date.now() - this.since > 60_000) this.#restarts = 0;
      const wait = Math.min(2 ** this.#restarts++, 30);
      const cause = /^SIG/.test(this.exited) ? '' : `\n    ${this.lastWords().split('\n').join('\n    ')}`;
      this.say(`  ! ${this.name} ended (${this.exited}); it is started again in ${wait} s.${cause}`);
      await sleep(wait * 1000);
      if (!this.stopping) this.start();
    };
    if (this.exited !== null) this.onExit();
  }

  #linesSinceStart() {
    return fs.readFileSync(this.logFile).subarray(this.logFrom).toString().trim().split('\n').filter(Boolean);
  }

  /** Lines meant for a person: what is not a JSON log line (a one-time token, a fault in the settings). */
  plainWords() {
    return this.#linesSinceStart().filter((line) => !/^(\{|\(node:|\(Use `node)/.test(line));
  }

  /** What it said on its way out: its plain sentence when there is one, else the last log lines. */
  lastWords() {
    const plain = this.plainWords();
    return tail((plain.length ? plain : this.#linesSinceStart()).join('\n'), 8);
  }

  async stop(graceMs = GRACE_MS) {
    this.stopping = true;
    if (this.process?.pid && this.exited === null) await stopProcess(this.process.pid, graceMs);
  }
}
