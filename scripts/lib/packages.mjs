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

function apt(args) {
  const options = ['-y', '-q', '-o', 'DPkg::Lock::Timeout=300'];
  // `env` inside the sudo: sudo drops the variable, and a debconf question would hang the run.
  const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...options, ...args];
  return isRoot() ? run(command[0], command.slice(1)) : run('sudo', ['-n', ...command]);
}

/** Installs with apt; refreshes the lists when there are none, or once more when the first try met outdated ones. */
export async function aptInstall(packages, log) {
  let fresh = false;
  const refresh = async () => {
    const result = await apt(['update']);
    if (result.code !== 0) throw new PlainError(`apt-get update failed:\n${tail(result.output)}`);
    fresh = true;
  };
  if (!hasLists()) await refresh();
  log(`Installing ${packages.join(' ')} with apt-get (no system service is installed or started).`);
  const install = () => apt(['install', '--no-install-recommends', ...packages]);
  let result = await install();
  if (result.code !== 0 && !fresh) {
    await refresh();
    result = await install();
  }
  if (result.code !== 0) {
    throw new PlainError(`apt-get could not install ${packages.join(' ')}:\n${tail(result.output)}`);
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
  const result = await run('brew', ['install', '--quiet', ...formulas], { env: { HOMEBREW_NO_AUTO_UPDATE: '1' } });
  if (result.code !== 0) {
    throw new PlainError(`Homebrew could not install ${formulas.join(' ')}:\n${tail(result.output)}`);
  }
}
