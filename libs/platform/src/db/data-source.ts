import mysql from 'mysql2/promise';
import { DataSource, DefaultNamingStrategy, type MixedList, type EntitySchema } from 'typeorm';
import type { Config } from '../config/config';

const snake = (s: string) => s.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

class SnakeNames extends DefaultNamingStrategy {
  override tableName(target: string, given?: string): string {
    return given ?? snake(target);
  }
  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, given ?? property].join('_'));
  }
}

export type EntityClasses = MixedList<(new () => object) | EntitySchema>;

/** Connection facts of a `mysql://user:password@host:port/database?socketPath=…` address. */
export function parseDatabaseUrl(url: string): {
  host?: string;
  port?: number;
  user: string;
  password: string;
  database: string;
  socketPath?: string;
} {
  const u = new URL(url);
  const socketPath = u.searchParams.get('socketPath') ?? undefined;
  return {
    ...(socketPath ? { socketPath } : { host: u.hostname, port: Number(u.port || 3306) }),
    user: decodeURIComponent(u.username),
    password: decodeURIComponent(u.password),
    database: decodeURIComponent(u.pathname.slice(1)),
  };
}

/** MariaDB and MySQL differ in generated columns and JSON: TypeORM must be told which one answers. */
async function serverKind(url: string): Promise<'mariadb' | 'mysql'> {
  const c = await mysql.createConnection({ ...parseDatabaseUrl(url), connectTimeout: 10_000 });
  try {
    const [rows] = await c.query('SELECT VERSION() AS v');
    return /mariadb/i.test((rows as { v: string }[])[0]!.v) ? 'mariadb' : 'mysql';
  } finally {
    await c.end();
  }
}

export async function createDataSource(
  config: Pick<Config, 'databaseUrl' | 'dbPool'>,
  entities: (new () => object)[],
  migrations: MixedList<new () => object> | string[] = [],
): Promise<DataSource> {
  const { socketPath, user, password, database, host, port } = parseDatabaseUrl(config.databaseUrl);
  const dataSource = new DataSource({
    type: (await serverKind(config.databaseUrl)) as 'mariadb',
    host,
    port,
    username: user,
    password,
    database,
    ...(socketPath ? { socketPath } : {}),
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: ['DATE'],
    supportBigNumbers: true,
    synchronize: false,
    namingStrategy: new SnakeNames(),
    entities,
    migrations: migrations as string[],
    migrationsTransactionMode: 'none',
    extra: { connectionLimit: config.dbPool, waitForConnections: true, connectTimeout: 10_000 },
  });
  return dataSource.initialize();
}
