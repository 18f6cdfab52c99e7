import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource, loadConfig, repositoryRoot } from '@app/platform';

type MigrationClass = new () => { name?: string };

/** Migration classes in file order, from `dist/migrations` or, under the test runner, from the sources. */
export function migrationClasses(): MigrationClass[] {
  const dir = join(__dirname, '../../../../migrations');
  return readdirSync(dir)
    .filter((f) => /^\d{8}T\d{4,6}-.*\.(js|ts)$/.test(f) && !f.endsWith('.d.ts'))
    .sort()
    .map((f) => Object.values(require(join(dir, f)) as Record<string, MigrationClass>)[0]!);
}

/** Name of the newest migration this build knows: `/readyz` compares. */
export function lastMigrationName(): string | null {
  const last = migrationClasses().at(-1);
  return last ? (new last().name ?? last.name) : null;
}

/** Brings the schema to this build's version. @returns names of what ran */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  return (await dataSource.runMigrations({ transaction: 'none' })).map((m) => m.name);
}

export async function migrateCommand(): Promise<number> {
  repositoryRoot();
  const dataSource = await createDataSource(loadConfig(), [], migrationClasses() as never);
  try {
    const ran = await migrate(dataSource);
    console.log(ran.length ? `migrated: ${ran.length} steps` : 'migrated: nothing to do');
    return 0;
  } finally {
    await dataSource.destroy();
  }
}
