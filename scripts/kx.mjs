// npm run kx -- …: the product's command line, with a fresh build and, for commands that need them, running services.
// Standard output belongs to the command alone (`kx calc` writes JSON there); anything we have to say goes to stderr.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildApi } from './lib/build-api.mjs';
import { ensureNpmPackages } from './lib/npm-install.mjs';
import { report } from './lib/say.mjs';
import { checkNode, productEnv, ROOT } from './lib/settings.mjs';
import { ensureServices } from './services.mjs';

const WITHOUT_SERVICES = new Set(['calc', 'help', '--help', undefined]);

const say = (line) => console.error(line);
const args = process.argv.slice(2);
const needsServices = !WITHOUT_SERVICES.has(args[0]) && !args.includes('--help');

/** Runs the command in our place: same input and output, its exit code is ours, and a signal reaches it. */
function runCommand(env) {
  const child = spawn(process.execPath, [path.join(ROOT, 'dist/apps/api/src/cli.js'), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 130));
  });
}

let services;
try {
  checkNode();
  const env = productEnv();
  await ensureNpmPackages(say);
  await buildApi();
  if (needsServices) {
    services = await ensureServices({ stateDir: env.KX_DATA_DIR, log: say });
    Object.assign(env, { DATABASE_URL: services.databaseUrl, REDIS_URL: services.redisUrl });
  }
  process.exitCode = await runCommand(env);
} catch (error) {
  process.exitCode = report(error);
} finally {
  await services?.stop();
}
