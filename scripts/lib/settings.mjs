// The few facts every script shares: where things are, which profile, which port. Read once from the environment.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError } from './say.mjs';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const dataDir = () => path.resolve(ROOT, process.env.KX_DATA_DIR || '.data');

function port() {
  const given = process.env.KX_PORT || process.env.PORT || '3000';
  if (!/^\d+$/.test(given) || Number(given) < 1 || Number(given) > 65535) {
    throw new PlainError(`KX_PORT is "${given}"; it must be a number from 1 to 65535.`, { exitCode: 2 });
  }
  return Number(given);
}

/** What the http process, the worker and `kx` are told; services are added by whoever has them. */
export function productEnv() {
  const number = port();
  return {
    KX_PROFILE: process.env.KX_PROFILE || 'demo',
    KX_PORT: String(number),
    KX_PUBLIC_URL: process.env.KX_PUBLIC_URL || `http://localhost:${number}`,
    KX_DATA_DIR: dataDir(),
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: path.join(ROOT, '.cache', 'node'),
  };
}

const OLDEST_NODE = [20, 19];
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new PlainError(`Kangxun needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${process.versions.node}.`, {
    exitCode: 2,
  });
}
