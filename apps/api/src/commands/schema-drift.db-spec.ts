import mysql from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import { createDataSource, parseDatabaseUrl } from '@app/platform';
import { entities } from '../capabilities';
import { migrate, migrationClasses } from './migrate';

const given = process.env.DATABASE_URL!;
const database = `kangxun_drift_${process.pid}`;
let admin: mysql.Connection;
let dataSource: DataSource;

beforeAll(async () => {
  admin = await mysql.createConnection({ ...parseDatabaseUrl(given), database: undefined });
  await admin.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  const url = new URL(given);
  url.pathname = `/${database}`;
  dataSource = await createDataSource({ databaseUrl: url.href, dbPool: 4 }, entities, migrationClasses() as never);
});
afterAll(async () => {
  await dataSource.destroy();
  await admin.query(`DROP DATABASE ${database}`);
  await admin.end();
});

const tables = async () =>
  (
    (await dataSource.query(`SELECT COUNT(*) AS n FROM information_schema.tables WHERE table_schema = DATABASE()`)) as {
      n: string;
    }[]
  )[0]!.n;

test('from zero the migrations make exactly the schema that the entities describe', async () => {
  await migrate(dataSource);
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map((q) => q.query)).toEqual([]);
});

test('a migration that was cut off after its statement runs again', async () => {
  const [last] = (await dataSource.query('SELECT id, name FROM migrations ORDER BY id DESC LIMIT 1')) as {
    id: number;
    name: string;
  }[];
  await dataSource.query('DELETE FROM migrations WHERE id = ?', [last!.id]);
  expect(await migrate(dataSource)).toEqual([last!.name]);
});

test('all the way down and up again', async () => {
  const before = await tables();
  for (let n = migrationClasses().length; n > 0; n--) await dataSource.undoLastMigration({ transaction: 'none' });
  expect(Number(await tables())).toBe(1);
  await migrate(dataSource);
  expect(await tables()).toBe(before);
});
