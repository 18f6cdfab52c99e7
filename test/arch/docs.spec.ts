import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What the documents tell a newcomer to type or to read is there. */
const root = resolve(__dirname, '../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const scriptsOf = (name: string) => Object.keys((JSON.parse(read(name)) as { scripts: object }).scripts);
const scripts = new Set([...scriptsOf('package.json'), ...scriptsOf('apps/web/package.json')]);
const under = (folder: string, recursive = false) =>
  readdirSync(join(root, folder), { recursive, encoding: 'utf8' }).map((name) => `${folder}/${name}`);
const documents = [
  'README.md',
  'apps/web/README.md',
  'content/README.md',
  ...under('docs', true),
  ...under('libs').map((lib) => `${lib}/README.md`),
].filter((name) => name.endsWith('.md'));

test.each(documents)('%s: every `npm run …` exists', (name) => {
  const commands = [...read(name).matchAll(/npm run (?:-[-\w]+ )*([\w:]+)/g)].map((m) => m[1]!);
  expect(commands.filter((c) => !scripts.has(c))).toEqual([]);
});

test('the README stays short, names the two commands and every room', () => {
  const text = read('README.md');
  expect(text.split('\n').length).toBeLessThan(150);
  for (const word of ['npm start', 'npm test', 'Kx-demo-2026']) expect(text).toContain(word);
});
