// npm run lock: adds to package-lock.json the optional platform packages that npm left out.
// When a registry (a partial mirror) cannot serve some platform's program, npm drops it from the lock without a word, and
// `npm ci` then refuses everywhere with "Missing: X from lock file". Nothing listed here is fetched on another platform.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './lib/settings.mjs';

const SYSTEMS = 'darwin win32 linux freebsd android openharmony netbsd openbsd sunos aix'.split(' ');
const PROCESSORS = 'riscv64 loong64 ppc64 s390x arm64 x64 ia32 wasm32 arm'.split(' ');

const file = path.resolve(ROOT, process.argv[2] ?? 'package-lock.json');
const lock = JSON.parse(fs.readFileSync(file, 'utf8'));

/** Node's way: from the package's own folder upwards. */
function isFoundFrom(folder, name) {
  for (let at = folder; ; at = at.slice(0, Math.max(at.lastIndexOf('node_modules/'), 0)).replace(/\/$/, '')) {
    if (lock.packages[path.posix.join(at, 'node_modules', name)]) return true;
    if (!at) return false;
  }
}

/** Without os and cpu npm would try to install the entry on every platform. */
function platformOf(name) {
  const os = SYSTEMS.find((system) => name.includes(system));
  const cpu = PROCESSORS.find((processor) => name.includes(processor));
  return os || cpu ? { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }) } : null;
}

let added = 0;
for (const [folder, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const isExact = /^\d+\.\d+\.\d+[\w.+-]*$/.test(version); // platform packages are always pinned by their parent
    const platform = platformOf(name);
    if (!isExact || !platform || isFoundFrom(folder, name)) continue;
    lock.packages[`node_modules/${name}`] = { version, ...platform, ...(dev && { dev }), optional: true };
    added++;
  }
}
if (added) {
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted);
  fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(`${path.basename(file)}: ${added || 'no'} platform entries added`);
