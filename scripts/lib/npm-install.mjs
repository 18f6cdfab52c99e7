// Are the npm packages those of package-lock.json? If not, `npm ci`.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { takeLock } from './lock.mjs';
import { readJson } from './processes.mjs';
import { run } from './run.mjs';
import { PlainError } from './say.mjs';
import { ROOT } from './settings.mjs';

const LOCK_FILE = path.join(ROOT, 'package-lock.json');
const MARK = path.join(ROOT, 'node_modules', '.kx-lock');

const lockHash = () => crypto.createHash('sha256').update(fs.readFileSync(LOCK_FILE)).digest('hex');
const mark = () => (fs.existsSync(MARK) ? fs.readFileSync(MARK, 'utf8').trim() : null);

/** True when somebody ran `npm ci` or `npm install` by hand: npm's own note of what it installed equals the lock. */
function installedByHand() {
  const installed = readJson(path.join(ROOT, 'node_modules', '.package-lock.json'))?.packages;
  if (!installed) return false; // npm removes the note while it works: an install killed in the middle has none
  return Object.entries(readJson(LOCK_FILE).packages).every(([name, wanted]) => {
    if (!name.startsWith('node_modules/') && !name.includes('/node_modules/')) return true; // our own folders
    if (wanted.optional || wanted.devOptional || wanted.link) return true; // other platforms' programs
    return installed[name]?.version === wanted.version;
  });
}

/** npm names the cause first and prints its whole manual after it. */
function causeIn(output) {
  const lines = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  return (lines.length ? lines : output.split('\n')).slice(0, 12).join('\n');
}

/** @returns {Promise<'installed' | 'unchanged'>} */
export async function ensureNpmPackages(log) {
  if (mark() === lockHash()) return 'unchanged';
  fs.mkdirSync(path.join(ROOT, '.cache'), { recursive: true });
  const lock = await takeLock(path.join(ROOT, '.cache', 'npm-install.lock'), { waitMs: 600_000 });
  if (lock.holder)
    throw new PlainError(`Process ${lock.holder.pid} is still installing npm packages; try again later.`);
  try {
    const hash = lockHash();
    if (mark() === hash) return 'unchanged';
    if (installedByHand()) {
      fs.writeFileSync(MARK, `${hash}\n`);
      return 'unchanged';
    }
    log('Installing the npm packages (npm ci); the first time this takes a minute or two.');
    // --include=dev: with NODE_ENV=production in the surroundings npm would leave the compiler out.
    const result = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: ROOT });
    if (result.code !== 0) {
      throw new PlainError(
        `npm ci could not install the packages; the next start tries again. npm says:\n${causeIn(result.output)}`,
        { exitCode: 5 },
      );
    }
    fs.writeFileSync(MARK, `${hash}\n`);
    return 'installed';
  } finally {
    lock.release();
  }
}
