import { spawn, spawnSync } from 'node:child_process';

const running = new Set();

/**
 * Runs a command to its end without a shell and without stdin (a prompt would hang an unattended run).
 * `shielded`: neither Ctrl-C nor `stopRunning` reaches it (half an apt-get leaves packages half configured).
 */
export function run(command, args, { cwd, env, shielded = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: shielded,
    });
    if (!shielded) running.add(child);
    let output = '';
    let stdout = '';
    child.stdout.on('data', (bytes) => ((stdout += bytes), (output += bytes)));
    child.stderr.on('data', (bytes) => (output += bytes));
    child.on('error', (error) => ((output += `${error.message}\n`), finish(127)));
    child.on('close', (code, signal) => finish(code ?? 1, signal));
    const finish = (code, signal = null) => (running.delete(child), resolve({ code, signal, stdout, output }));
  });
}

/** Ends the commands under way, for an orderly stop in the middle of a start. */
export function stopRunning() {
  for (const child of running) child.kill('SIGTERM');
}

/** True when a command exists and says yes. */
export const succeeds = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
