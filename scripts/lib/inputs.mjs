// Is a build still what its sources would give? Decided by content, so a touched or checked-out file rebuilds nothing.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './settings.mjs';

const SKIP = new Set(['node_modules', '.svelte-kit', 'build', 'dist', 'coverage']);

/** Files under `folder` (relative to the repository), sorted, that `wanted` accepts. */
export function filesUnder(folder, wanted = () => true) {
  const found = [];
  const walk = (relative) => {
    for (const entry of fs.readdirSync(path.join(ROOT, relative), { withFileTypes: true })) {
      const name = path.posix.join(relative, entry.name);
      if (entry.isDirectory() && !SKIP.has(entry.name)) walk(name);
      else if (entry.isFile() && wanted(name)) found.push(name);
    }
  };
  if (fs.existsSync(path.join(ROOT, folder))) walk(folder);
  return found.sort();
}

/** One hash over names and contents. A file that is not there counts as not there. */
export function hashFiles(names) {
  const hash = crypto.createHash('sha256');
  for (const name of names) {
    const file = path.join(ROOT, name);
    const bytes = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0);
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

export const readStamp = (folder) => {
  try {
    return fs.readFileSync(path.join(ROOT, folder, '.stamp'), 'utf8').trim();
  } catch {
    return null;
  }
};
export const writeStamp = (folder, hash) => fs.writeFileSync(path.join(ROOT, folder, '.stamp'), `${hash}\n`);
