import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDataSource, loadConfig, repositoryRoot } from '@app/platform';
import { entities, entitiesByLib } from '../capabilities';
import { migrate, migrationClasses } from './migrate';

const tableOf = (sql: string): string =>
  /(?:CREATE TABLE|ALTER TABLE|DROP TABLE|INDEX `[^`]+` ON) `(\w+)`/.exec(sql)?.[1] ?? '';
const pascal = (s: string) => s.replace(/(^|[_-])(\w)/g, (_, __, c: string) => c.toUpperCase());
const literal = (sql: string) => '`' + sql.replace(/\\/g, '\\\\').replace(/`/g, '\\`').replace(/\$\{/g, '\\${') + '`';

/** One column or index a line: breaks at commas outside parentheses. Re-runnable, because DDL is not transactional. */
function readable(sql: string): string {
  let depth = 0;
  let out = '';
  for (const c of sql.replace(/^CREATE TABLE /, 'CREATE TABLE IF NOT EXISTS ')) {
    if (c === '(') depth++;
    if (c === ')') depth--;
    out += c === ',' && depth === 1 && sql.startsWith('CREATE TABLE') ? ',\n      ' : c;
  }
  return out.replace(/\n {7}/g, '\n      ');
}

/**
 * `kx generate-migration LIB`: writes one file per table for what the lib's entities have and the schema lacks.
 * Runs against a throw-away database: it brings the schema up first. CHECK constraints are added by hand (TypeORM
 * ignores them on MariaDB).
 */
export async function generateMigrationCommand(args: string[]): Promise<number> {
  const lib = args[0] ?? '';
  const own = entitiesByLib[lib];
  if (!own) {
    console.error(`Which lib? One of: ${Object.keys(entitiesByLib).join(', ')}`);
    return 2;
  }
  const dataSource = await createDataSource(loadConfig(), entities, migrationClasses() as never);
  try {
    await migrate(dataSource);
    const tables = new Set(own.map((e) => dataSource.getMetadata(e).tableName));
    const log = await dataSource.driver.createSchemaBuilder().log();
    const steps = new Map<string, { up: string[]; down: string[] }>();
    const at = (t: string) => steps.get(t) ?? steps.set(t, { up: [], down: [] }).get(t)!;
    for (const q of log.upQueries) if (tables.has(tableOf(q.query))) at(tableOf(q.query)).up.push(q.query);
    for (const q of log.downQueries) if (tables.has(tableOf(q.query))) at(tableOf(q.query)).down.push(q.query);
    let n = 0;
    for (const [table, { up, down }] of steps) {
      const verb = up.some((q) => q.startsWith('CREATE TABLE')) ? 'create' : 'change';
      const now = new Date(Date.now() + n++ * 1000);
      const stamp = now.toISOString().replace(/[-:]/g, '').slice(0, 15);
      const file = `${stamp}-${verb}-${table.replace(/_/g, '-')}.ts`;
      const body = (list: string[]) => list.map((q) => `    await q.query(${literal(readable(q))});`).join('\n');
      writeFileSync(
        join(repositoryRoot(), 'migrations', file),
        `import type { MigrationInterface, QueryRunner } from 'typeorm';\n\nexport class ${pascal(verb)}${pascal(table)}${now.getTime()} implements MigrationInterface {\n  name = '${stamp}-${verb}-${table}-${now.getTime()}';\n\n  async up(q: QueryRunner): Promise<void> {\n${body(up)}\n  }\n\n  async down(q: QueryRunner): Promise<void> {\n${body(verb === 'create' ? [`DROP TABLE \`${table}\``] : down.reverse())}\n  }\n}\n`,
      );
      console.log(file);
    }
    if (!n) console.log('no difference');
    return 0;
  } finally {
    await dataSource.destroy();
  }
}
