// npm test [-- --only unit,db] [-- --keep] [PATTERN …]: everything, on throw-away services; ends with `N passed, N failed`.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { browserPath, ensureBrowserTools } from './lib/browser-tools.mjs';
import { buildApi } from './lib/build-api.mjs';
import { buildWeb } from './lib/build-web.mjs';
import { jestStage, outcome } from './lib/jest-stage.mjs';
import { ensureNpmPackages } from './lib/npm-install.mjs';
import { stopLeftOverCommands, stopRunning } from './lib/run.mjs';
import { PlainError, report, seconds } from './lib/say.mjs';
import { checkNode, ROOT } from './lib/settings.mjs';
import { STATIC, staticStage } from './lib/static-stages.mjs';
import { startTestProduct } from './lib/test-product.mjs';
import { ensureServices } from './services.mjs';

const MINUTE = 60_000;
const RESULTS = path.join(ROOT, 'artifacts', 'test');
const BUILD = 'build';
const JEST = {
  unit: { label: 'unit', config: 'jest.config.cjs', limitMs: 5 * MINUTE, extra: ['--maxWorkers=2'] }, // jest would take one of two cores
  db: { label: 'database', config: 'jest.db.config.cjs', limitMs: 25 * MINUTE },
  e2e: { label: 'end-to-end and security', config: 'jest.e2e.config.cjs', limitMs: 25 * MINUTE },
  browser: { label: 'browser', config: 'jest.browser.config.cjs', limitMs: 20 * MINUTE },
};
const NAMES = [...Object.keys(STATIC), BUILD, ...Object.keys(JEST)];

const say = (line) => console.log(line);
const started = performance.now();
const total = outcome({});
const cleanUp = [];
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (stopped) return;
    stopped = true;
    say('\nStopping: the throw-away services are removed …');
    stopRunning();
  });
}

/** The surroundings of whoever calls us must not decide what is tested, or worse: against which database. */
function forgetSurroundings() {
  const ours = Object.keys(process.env).filter((name) => name.startsWith('KX_'));
  for (const name of [...ours, 'DATABASE_URL', 'REDIS_URL', 'PORT', 'NODE_ENV']) delete process.env[name];
}

/** Runs one stage, prints its line and what failed, and adds it up. @returns false when something failed */
async function stage(label, fn) {
  if (stopped) return false;
  const since = performance.now();
  const result = await fn().catch((error) => outcome({ failed: 1, failures: error.message }));
  if (stopped) return false;
  total.passed += result.passed;
  total.failed += result.failed;
  total.slow.push(...result.slow);
  const skipped = result.skipped ? `, ${result.skipped} skipped` : '';
  say(
    `${result.failed ? '✗' : '✓'} ${label}: ${result.passed} passed, ${result.failed} failed${skipped}  ${seconds(since)}`,
  );
  if (result.failed && result.failures) say(result.failures.replace(/^/gm, '    '));
  return result.failed === 0;
}

/** `fns` one after the other in two lanes: two cores, and none of them uses more than one for long. */
async function inTwoLanes(fns) {
  const queue = [...fns];
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await next();
  };
  await Promise.all([lane(), lane()]);
}

const build = () =>
  stage('build', async () => {
    await buildApi();
    await buildWeb();
    return outcome({ passed: 1 });
  });

async function jestStages(wants, patterns) {
  const jest = (name, env) => {
    const { label, ...how } = JEST[name];
    return stage(label, () => jestStage(name, { ...how, env, folder: RESULTS, patterns }));
  };
  if (wants('unit')) await jest('unit', {});
  if (wants('db') || wants('e2e')) {
    const services = await ensureServices({ test: true, log: say });
    cleanUp.push(services.stop);
    const env = { KX_PROFILE: 'test', DATABASE_URL: services.databaseUrl, REDIS_URL: services.redisUrl };
    say(`  test database: ${services.databaseUrl}`);
    for (const name of ['db', 'e2e'].filter(wants)) await jest(name, env);
  }
}

async function browserStage(patterns) {
  let product;
  const ready = await stage('product starts', async () => {
    product = await startTestProduct(say);
    cleanUp.push(product.stop);
    return outcome({ passed: 1 });
  });
  if (!ready) return void (await stage(JEST.browser.label, async () => outcome({ failed: 1, failures: 'not run' })));
  const env = { ...product.env, CHROME_PATH: browserPath() ?? '', KX_ARTIFACTS: path.join(ROOT, 'artifacts') };
  const { label, ...how } = JEST.browser;
  await stage(label, () => jestStage('browser', { ...how, env, folder: RESULTS, patterns }));
}

async function main() {
  checkNode();
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string' }, keep: { type: 'boolean' } },
    allowPositionals: true,
  });
  const only = values.only?.split(',').map((name) => name.trim());
  const unknown = only?.find((name) => !NAMES.includes(name));
  if (unknown) throw new PlainError(`There is no stage "${unknown}". Stages: ${NAMES.join(', ')}`, { exitCode: 2 });
  const wants = (name) => !only || only.includes(name);

  forgetSurroundings();
  fs.mkdirSync(RESULTS, { recursive: true });
  await stopLeftOverCommands();
  await ensureNpmPackages(say);
  if (wants('e2e') || wants('browser')) await ensureBrowserTools(say);

  const checks = Object.keys(STATIC).filter(wants);
  await inTwoLanes(checks.map((name) => () => stage(STATIC[name].label, () => staticStage(name, RESULTS))));
  const needsBuild = ['build', 'e2e', 'browser'].some(wants);
  const built = needsBuild && (await build());
  await jestStages(wants, positionals);
  if (wants('browser')) {
    if (built) await browserStage(positionals);
    else await stage(JEST.browser.label, async () => outcome({ failed: 1, failures: 'not run: the build failed' }));
  }
  if (values.keep && !stopped) await keepUntilStopped();
}

async function keepUntilStopped() {
  say('--keep: the throw-away services stay until Ctrl-C.');
  while (!stopped) await new Promise((resolve) => setTimeout(resolve, 200));
}

function summary() {
  const slowest = total.slow.sort((a, b) => b.ms - a.ms).slice(0, 10);
  if (slowest.length) say('\nTen slowest tests:');
  for (const { ms, name, file } of slowest) say(`  ${(ms / 1000).toFixed(2).padStart(7)} s  ${name}  (${file})`);
  say(
    `\n${stopped ? 'Stopped' : 'Done'} after ${seconds(started)}; logs and results in ${path.relative(ROOT, RESULTS)}/`,
  );
}

let exitCode = 0;
try {
  await main();
} catch (error) {
  exitCode = report(error);
  total.failed++;
}
stopRunning();
for (const undo of cleanUp.reverse()) await undo().catch((error) => (exitCode = report(error)));
summary();
say(`${total.passed} passed, ${total.failed} failed`);
process.exit(stopped ? 130 : exitCode || (total.failed || !total.passed ? 1 : 0));
