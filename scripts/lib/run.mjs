import { spawn, spawnSync } from 'node:child_process';

/** Runs a command to its end without a shell and without stdin (a prompt would hang an unattended run). */
export function run(command, args, { cwd, env, onLine, input } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: env ? { ...process.env, ...env } : process.env,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    let output = '';
    let stdout = '';
    child.stdout.on('data', (bytes) => ((stdout += bytes), (output += bytes), onLine?.(String(bytes))));
    child.stderr.on('data', (bytes) => ((output += bytes), onLine?.(String(bytes))));
    child.on('error', (error) => resolve({ code: 127, stdout, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, stdout, output }));
    if (input !== undefined) child.stdin.end(input);
  });
}

/** True when a command exists and says yes. */
export const succeeds = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
