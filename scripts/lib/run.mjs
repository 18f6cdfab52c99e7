// Commands that come to an end (npm, vite, migrate …), none of which may outlive the script that called it.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { identity, isSame, readJson, stopProcess, writeWhole } from './processes.mjs';
import { ROOT } from './settings.mjs';

const NOTES = path.join(ROOT, '.cache', 'commands');
// The output is kept and shown by us; some tools colour it even into a pipe when CI is set.
const PLAIN_TEXT = { NO_COLOR: '1', FORCE_COLOR: undefined };
const running = new Set();

const note = (pid) => path.join(NOTES, `${pid}.json`);
function remember(pid) {
  fs.mkdirSync(NOTES, { recursive: true });
  writeWhole(note(pid), JSON.stringify({ ...identity(pid), owner: identity(process.pid) }));
}

const endGroup = (pid, signal) => {
  try {
    process.kill(-pid, signal);
  } catch {
    // it ended by itself
  }
};

/**
 * Runs a command to its end without a shell and without stdin (a prompt would hang an unattended run).
 * `limitMs`: ended after that time, as failed. `shielded`: `stopRunning` leaves it alone (half an apt-get leaves packages half configured).
 * @returns {Promise<{code: number, signal: string | null, stdout: string, output: string}>} output = stdout and stderr
 */
export function run(command, args, { cwd, env, shielded = false, onOutput, limitMs = 0 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...PLAIN_TEXT, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // a group of its own: npm's and vite's children are ended with them
    });
    let output = '';
    let stdout = '';
    const limit = limitMs && setTimeout(() => ((output += `no end after ${limitMs / 1000} s\n`), endGroup(child.pid, 'SIGKILL')), limitMs); // prettier-ignore
    const finish = (code, signal = null) => {
      clearTimeout(limit);
      running.delete(child);
      if (child.pid) fs.rmSync(note(child.pid), { force: true });
      resolve({ code, signal, stdout, output });
    };
    if (child.pid && !shielded) {
      running.add(child);
      remember(child.pid);
    }
    const take = (bytes) => ((output += bytes), onOutput?.(bytes));
    child.stdout.setEncoding('utf8').on('data', (text) => ((stdout += text), take(text)));
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => ((output += `${error.message}\n`), finish(127)));
    child.on('close', (code, signal) => finish(code ?? 1, signal));
  });
}

/** Ends the commands under way, for an orderly stop in the middle of something. */
export function stopRunning() {
  for (const { pid } of running) endGroup(pid, 'SIGTERM');
}

/**
 * Ends commands of a script that was killed outright: its migration or its vite would otherwise go on beside ours and
 * write into the same tables and folders.
 */
export async function stopLeftOverCommands() {
  if (!fs.existsSync(NOTES)) return;
  for (const name of fs.readdirSync(NOTES)) {
    const file = path.join(NOTES, name);
    const command = readJson(file);
    if (isSame(command?.owner)) continue;
    if (isSame(command)) {
      endGroup(command.pid, 'SIGTERM');
      await stopProcess(command.pid, 5000);
      endGroup(command.pid, 'SIGKILL');
    }
    fs.rmSync(file, { force: true });
  }
}

/** True when a command exists and says yes. */
export const succeeds = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
