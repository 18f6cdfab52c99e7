// From running services to a product that answers: migrate, load content, start http and worker, wait until ready.
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Child } from './child.mjs';
import { portIsFree, portTaken } from './ports.mjs';
import { run } from './run.mjs';
import { PlainError, tail, withoutStack } from './say.mjs';
import { ROOT } from './settings.mjs';

const CLI = path.join(ROOT, 'dist/apps/api/src/cli.js');
const READY_WITHIN_MS = 120_000;

export const kx = (args, env, limitMs) => run(process.execPath, [CLI, ...args], { cwd: ROOT, env, limitMs });

const lastLine = (text) => text.trim().split('\n').at(-1);

function failed(what, output) {
  const settings = output.indexOf('Configuration is not usable');
  if (settings >= 0)
    return new PlainError(`${output.slice(settings).trim()}\nSee docs/operations.md.`, { exitCode: 2 });
  return new PlainError(`${what} It says:\n${tail(withoutStack(output), 10)}`, { exitCode: 6 });
}

/** @returns what the migration said */
export async function migrate(env) {
  const { code, stdout, output } = await kx(['migrate'], env);
  if (code === 0) return lastLine(stdout).replace(/^migrated: /, '');
  throw failed(
    'The database could not be brought to this version. Nothing was lost: steps already done stay, and the next ' +
      'start goes on with the step that failed.',
    output,
  );
}

/** @returns lines of what was loaded, none when everything was there */
export async function seed(env) {
  const { code, stdout, output } = await kx(['seed'], env);
  if (code === 0) return stdout.trim().split('\n').filter((line) => line && !/nothing to do/.test(line)); // prettier-ignore
  throw failed('The content could not be loaded. Nothing was lost: the next start tries again.', output);
}

/** The demo accounts by role; in every other profile there are none to show. */
export async function demoAccounts(env) {
  if (env.KX_PROFILE !== 'demo') return '';
  const { code, stdout } = await kx(['accounts'], env);
  return code === 0 ? stdout.trimEnd() : '';
}

export function children({ env, stateDir, say }) {
  const make = (name, file) => new Child({ name, file: `dist/apps/api/src/${file}.js`, env, stateDir, say });
  return { http: make('http', 'main'), worker: make('worker', 'worker') };
}

export const listenHost = () => process.env.KX_HOST || '0.0.0.0';
const askHost = () => (['0.0.0.0', '::'].includes(listenHost()) ? '127.0.0.1' : listenHost());

async function isReady(port) {
  try {
    return (await fetch(`http://${askHost()}:${port}/readyz`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

async function giveUp(child, port) {
  if (/EADDRINUSE/.test(child.lastWords()) || (child.name === 'http' && !(await portIsFree(port, listenHost())))) {
    throw portTaken(port);
  }
  throw new PlainError(
    `The ${child.name} process ended while starting (${child.exited}); its log ${child.logFile} says:\n${child.lastWords()}`,
    { exitCode: 7 },
  );
}

/** Starts both and waits for `/readyz`. `isStopped` ends the wait early. */
export async function startAndWait({ http, worker }, port, isStopped = () => false) {
  http.start();
  worker.start();
  const until = Date.now() + READY_WITHIN_MS;
  while (!isStopped()) {
    for (const child of [http, worker]) if (child.exited !== null) await giveUp(child, port);
    if (await isReady(port)) return;
    if (Date.now() > until) {
      throw new PlainError(
        `http did not become ready in ${READY_WITHIN_MS / 1000} s; its log ${http.logFile} says:\n${http.lastWords()}`,
        { exitCode: 7 },
      );
    }
    await sleep(50);
  }
}
