// The pages to `apps/web/build/` by Vite and SvelteKit's adapter-node.
import fs from 'node:fs';
import path from 'node:path';
import { filesUnder, hashFiles, readStamp, writeStamp } from './inputs.mjs';
import { takeLock } from './lock.mjs';
import { run } from './run.mjs';
import { PlainError, tail } from './say.mjs';
import { ROOT } from './settings.mjs';

const OUT = 'apps/web/build';
const inputHash = () => hashFiles([...filesUnder('apps/web'), 'package-lock.json', 'scripts/lib/build-web.mjs']);

async function vite() {
  const out = path.join(ROOT, OUT);
  const old = path.join(ROOT, '.cache', 'web-old');
  fs.rmSync(old, { recursive: true, force: true });
  // Vite writes in place: the stamp leaves with the old pages and comes with the last file, so a killed build is stale.
  if (fs.existsSync(out)) fs.renameSync(out, old);
  const result = await run('npm', ['run', 'build', '-w', 'apps/web'], { cwd: ROOT, env: { NODE_ENV: 'production' } });
  if (result.code !== 0 || !fs.existsSync(path.join(out, 'handler.js'))) {
    fs.rmSync(out, { recursive: true, force: true });
    if (fs.existsSync(old)) fs.renameSync(old, out); // a running server keeps its pages
    throw new PlainError(`The pages could not be built:\n${tail(result.output, 40)}`, { exitCode: 5 });
  }
  fs.rmSync(old, { recursive: true, force: true });
}

/** @returns {Promise<boolean>} false when nothing had changed */
export async function buildWeb({ force = false } = {}) {
  const isFresh = () => !force && readStamp(OUT) === inputHash();
  if (isFresh()) return false;
  fs.mkdirSync(path.join(ROOT, '.cache'), { recursive: true });
  const lock = await takeLock(path.join(ROOT, '.cache', 'build-web.lock'), { waitMs: 300_000 });
  if (lock.holder)
    throw new PlainError(`Process ${lock.holder.pid} is still building the pages; stop it and try again.`);
  try {
    if (isFresh()) return false; // another process built it while we waited
    const hash = inputHash();
    await vite();
    writeStamp(OUT, hash);
    return true;
  } finally {
    lock.release();
  }
}
