import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const code = (readdirSync(join(root, 'libs'), { recursive: true }) as string[])
  .filter((f) => f.endsWith('.ts') && !/\.(db-)?spec\.ts$/.test(f) && !f.includes('node_modules'))
  .map((f) => readFileSync(join(root, 'libs', f), 'utf8'))
  .join('\n');

test('every action the audit trail can hold has words for the audit administrator', () => {
  const words = readFileSync(join(root, 'apps/web/src/lib/admin/action-words.ts'), 'utf8');
  const named = new Set([...words.matchAll(/^ {2}'([a-z]+\.[a-z-]+)':/gm)].map((m) => m[1]));
  const written = [...code.matchAll(/\baction: ([^\n]{1,120})/g)].flatMap((m) =>
    [...m[1]!.matchAll(/'([a-z]+\.[a-z-]+)'/g)].map((x) => x[1]!),
  );
  expect(written.length).toBeGreaterThan(60);
  expect([...new Set(written)].filter((a) => !named.has(a)).sort()).toEqual([]);
});
