// Where the MariaDB and Redis programs are, and how to get them when they are not there.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { aptInstall, aptName, brewInstall, packageManager } from './packages.mjs';
import { PlainError } from './say.mjs';

// Distributions keep servers out of an ordinary user's PATH.
const USUAL_FOLDERS = [
  '/usr/sbin',
  '/usr/bin',
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/libexec',
  '/usr/local/mysql/bin',
  '/opt/homebrew/bin',
  '/opt/homebrew/opt/mariadb/bin',
  '/opt/homebrew/opt/valkey/bin',
  '/usr/local/opt/mariadb/bin',
  '/usr/local/opt/valkey/bin',
  '/home/linuxbrew/.linuxbrew/bin',
];

function find(...names) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter).filter(Boolean), ...USUAL_FOLDERS];
  for (const name of names) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      try {
        fs.accessSync(file, fs.constants.X_OK);
        return file;
      } catch {
        // not here
      }
    }
  }
  return null;
}

/** Oracle's `mysqld` has other settings and another first start; only MariaDB is started privately. */
function isMariaDb(file) {
  return (
    path.basename(file) === 'mariadbd' || /mariadb/i.test(spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout)
  );
}

/**
 * The server of Debian's redis-tools is the file redis-check-rdb: one program that looks at the name it is called by.
 * So a link named redis-server gives a server without the package that brings a system service.
 */
function redisThroughLink(linkFolder) {
  const program = find('valkey-check-rdb', 'redis-check-rdb');
  if (!program) return null;
  const link = path.join(linkFolder, path.basename(program).replace('check-rdb', 'server'));
  fs.mkdirSync(linkFolder, { recursive: true });
  fs.rmSync(link, { force: true });
  fs.symlinkSync(program, link);
  return link;
}

function mariaDbPrograms() {
  const server = find('mariadbd', 'mysqld');
  const init = find('mariadb-install-db', 'mysql_install_db');
  return server && init && isMariaDb(server) ? { server, init } : null;
}

const redisProgram = (linkFolder) => find('valkey-server', 'redis-server') ?? redisThroughLink(linkFolder);

async function install({ mariadb, redis }, log) {
  const names = [!mariadb && 'MariaDB', !redis && 'Redis'].filter(Boolean).join(' and ');
  const manager = packageManager();
  if (!manager) {
    throw new PlainError(
      `${names} not found, and packages cannot be installed here without a password: install them yourself, ` +
        'or run `docker compose -f deploy/compose.yml up -d` and set DATABASE_URL and REDIS_URL as written in that file.',
      { exitCode: 3 },
    );
  }
  log(`${names} not found on this machine.`);
  if (manager === 'brew') return brewInstall([...(mariadb ? [] : ['mariadb']), ...(redis ? [] : ['valkey'])], log);
  const wanted = mariadb ? [] : [await aptName('mariadb-server-core'), await aptName('mariadb-client-core')];
  return aptInstall([...wanted, ...(redis ? [] : ['redis-tools'])], log);
}

/** Finds (and when needed installs) what is asked for. `linkFolder` receives the redis-server link. */
export async function serviceBinaries({ needMariaDb, needRedis, linkFolder, log }) {
  const look = () => ({
    mariadb: needMariaDb ? mariaDbPrograms() : 'not needed',
    redis: needRedis ? redisProgram(linkFolder) : 'not needed',
  });
  let found = look();
  if (!found.mariadb || !found.redis) {
    await install(found, log);
    found = look();
  }
  if (!found.mariadb || !found.redis) {
    throw new PlainError(
      'The packages were installed but the programs mariadbd, mariadb-install-db and redis-server are still not found. ' +
        'Use `docker compose -f deploy/compose.yml up -d` and set DATABASE_URL and REDIS_URL as written in that file.',
      { exitCode: 3 },
    );
  }
  return found;
}
