// TypeScript of the API to `dist/` by SWC: no type check (that is a stage of the tests), so it takes a second.
import fs from 'node:fs';
import path from 'node:path';
import { filesUnder, hashFiles, readStamp } from './inputs.mjs';
import { takeLock } from './lock.mjs';
import { PlainError } from './say.mjs';
import { ROOT } from './settings.mjs';

const OUT = 'dist';
const SOURCES = ['apps/api/src', 'libs', 'migrations'];
const CONFIG = ['.swcrc', 'package.json', 'package-lock.json', 'scripts/lib/build-api.mjs'];
const isSource = (name) => name.endsWith('.ts') && !/(spec|\.d)\.ts$/.test(name);

const sources = () => SOURCES.flatMap((folder) => filesUnder(folder, isSource));
const inputHash = () => hashFiles([...sources(), ...CONFIG]);

/** `@app/x` means the door of lib x; Node knows nothing of tsconfig's paths, so the compiled call names the file. */
function resolveDoors(code, outFile) {
  return code.replace(/\b(require|import)\((["'])@app\/([\w-]+)\2\)/g, (_, call, quote, lib) => {
    const relative = path.posix.relative(path.posix.dirname(outFile), `libs/${lib}/src/index.js`);
    return `${call}(${quote}${relative.startsWith('.') ? relative : `./${relative}`}${quote})`;
  });
}

async function compile(name, target, { transform, options }) {
  const { code, map } = await transform(fs.readFileSync(path.join(ROOT, name), 'utf8'), {
    ...options,
    filename: path.join(ROOT, name),
    sourceFileName: path.posix.relative(path.posix.dirname(`dist/${name}`), name),
  });
  const outName = name.replace(/\.ts$/, '.js');
  const outFile = path.join(target, outName);
  fs.mkdirSync(path.dirname(outFile), { recursive: true });
  fs.writeFileSync(outFile, `${resolveDoors(code, outName)}\n//# sourceMappingURL=${path.basename(outFile)}.map\n`);
  fs.writeFileSync(`${outFile}.map`, map);
}

async function buildTo(target) {
  const { default: swc } = await import('@swc/core');
  const { $schema: _, ...options } = JSON.parse(fs.readFileSync(path.join(ROOT, '.swcrc'), 'utf8'));
  const tools = { transform: swc.transform, options: { ...options, swcrc: false, sourceMaps: true } };
  const results = await Promise.allSettled(sources().map((name) => compile(name, target, tools)));
  const faults = results.filter((result) => result.status === 'rejected').map((result) => result.reason.message);
  if (faults.length) throw new PlainError(`The API could not be compiled:\n${faults.join('\n')}`, { exitCode: 5 });
  return results.length;
}

/** Built beside and moved into place with its stamp inside: a killed build never looks finished. */
function moveIntoPlace(target) {
  const out = path.join(ROOT, OUT);
  const old = `${target}.old`;
  if (fs.existsSync(out)) fs.renameSync(out, old);
  fs.renameSync(target, out);
  fs.rmSync(old, { recursive: true, force: true });
}

/** @returns {Promise<number>} files compiled, 0 when nothing had changed */
export async function buildApi({ force = false } = {}) {
  const isFresh = () => !force && readStamp(OUT) === inputHash();
  if (isFresh()) return 0;
  const work = path.join(ROOT, '.cache');
  fs.mkdirSync(work, { recursive: true });
  const lock = await takeLock(path.join(work, 'build-api.lock'), { waitMs: 120_000 });
  if (lock.holder) throw new PlainError(`Process ${lock.holder.pid} is still building the API; stop it and try again.`);
  try {
    if (isFresh()) return 0; // another process built it while we waited
    for (const name of fs.readdirSync(work).filter((entry) => entry.startsWith('dist-'))) {
      fs.rmSync(path.join(work, name), { recursive: true, force: true }); // left by a killed build
    }
    const hash = inputHash();
    const target = path.join(work, `dist-${process.pid}`);
    const files = await buildTo(target);
    fs.writeFileSync(path.join(target, '.stamp'), `${hash}\n`);
    moveIntoPlace(target);
    return files;
  } finally {
    lock.release();
  }
}
