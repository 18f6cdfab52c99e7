// Installing operating-system packages: Debian and Ubuntu through apt-get, macOS through Homebrew. Nothing else is guessed.
import fs from 'node:fs';
import { run, succeeds } from './run.mjs';
import { PlainError, tail } from './say.mjs';

const LISTS = '/var/lib/apt/lists';
const hasLists = () => fs.existsSync(LISTS) && fs.readdirSync(LISTS).some((name) => name.includes('_Packages'));
const isRoot = () => process.getuid?.() === 0;

/** 'apt' | 'brew' | null: what this machine lets us use without asking for a password. */
export function packageManager() {
  if (process.platform === 'linux' && succeeds('apt-get', ['--version']) && succeeds('dpkg', ['--version'])) {
    // -n: a sudo that wants a password would wait for ever in an unattended run.
    return isRoot() || succeeds('sudo', ['-n', 'true']) ? 'apt' : null;
  }
  return succeeds('brew', ['--version']) ? 'brew' : null;
}

function asAdministrator(command) {
  // `env` inside the sudo: sudo drops the variable, and a debconf question would hang the run.
  const whole = [...(isRoot() ? [] : ['sudo', '-n']), 'env', 'DEBIAN_FRONTEND=noninteractive', ...command];
  return run(whole[0], whole.slice(1), { shielded: true });
}
const apt = (args) => asAdministrator(['apt-get', '-y', '-q', '-o', 'DPkg::Lock::Timeout=300', ...args]);

/** Installs with apt; refreshes the lists when there are none, or once more when the first try met outdated ones. */
export async function aptInstall(packages, log) {
  log(`Installing ${packages.join(' ')} with apt-get.`);
  const install = () => apt(['install', '--no-install-recommends', ...packages]);
  if (!hasLists()) await apt(['update']);
  let result = await install();
  if (result.code !== 0) {
    // Usual causes: lists older than the mirror; a package run somebody killed.
    await asAdministrator(['dpkg', '--configure', '-a']);
    await apt(['update']);
    result = await install();
  }
  if (result.code !== 0) {
    throw new PlainError(`apt-get could not install ${packages.join(' ')}:\n${tail(result.output)}`, { exitCode: 3 });
  }
}

/** Older Debian and Ubuntu put the version into the package name (mariadb-server-core-10.6). */
export async function aptName(base) {
  if (!hasLists()) await apt(['update']);
  const { stdout } = await run('apt-cache', ['search', '--names-only', `^${base}(-[0-9.]+)?$`]);
  const names = stdout.split('\n').map((line) => line.split(' ')[0]).filter(Boolean); // prettier-ignore
  return names.includes(base) ? base : (names.sort().at(-1) ?? base);
}

export async function brewInstall(formulas, log) {
  log(`Installing ${formulas.join(' ')} with Homebrew (no service is started).`);
  const result = await run('brew', ['install', '--quiet', ...formulas], { shielded: true });
  if (result.code !== 0) {
    throw new PlainError(`Homebrew could not install ${formulas.join(' ')}:\n${tail(result.output)}`, { exitCode: 3 });
  }
}
