// One holder at a time, per file. Survives kill -9: a lock whose holder is gone is taken over.
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { identity, isSame, readJson } from './processes.mjs';

function tryOnce(file, note) {
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, JSON.stringify({ ...identity(process.pid), ...note }));
  try {
    fs.linkSync(mine, file); // atomic, and the file is never seen empty
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

/** Takes over a dead holder's lock. Renaming first: of two who try, only one gets the file. */
function removeDead(file) {
  const aside = `${file}.dead.${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return; // another was quicker
  }
  // Between the look and the rename a living process may have taken it: give it back.
  if (isSame(readJson(aside))) fs.linkSync(aside, file);
  fs.rmSync(aside, { force: true });
}

/**
 * Takes the lock or tells who has it. Waits up to `waitMs` for a living holder.
 * @returns {Promise<{release: () => void} | {holder: object}>}
 */
export async function takeLock(file, { note = {}, waitMs = 0 } = {}) {
  const until = Date.now() + waitMs;
  for (;;) {
    if (tryOnce(file, note)) {
      const release = () => {
        if (readJson(file)?.pid === process.pid) fs.rmSync(file, { force: true });
      };
      return { release };
    }
    const holder = readJson(file);
    if (!isSame(holder)) removeDead(file);
    else if (Date.now() >= until) return { holder };
    else await sleep(25);
  }
}
