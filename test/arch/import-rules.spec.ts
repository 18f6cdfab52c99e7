import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const bin = join(root, 'node_modules/.bin/depcruise');

/** A small copy of the house without a fault. */
const house: Record<string, string> = {
  'package.json': '{"name":"planted"}',
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      paths: { '@app/*': ['./libs/*/src/index.ts'] },
      moduleResolution: 'bundler',
      module: 'preserve',
    },
  }),
  'libs/kernel/src/index.ts': 'export const k = 1;',
  'libs/registry/src/index.ts': "export { r } from './data/store';",
  'libs/registry/src/data/store.ts': "import { k } from '@app/kernel';\nexport const r = k;",
  'libs/exams/src/index.ts': 'export const e = 1;',
  'libs/notices/src/index.ts': 'export const n = 1;',
  'apps/api/src/main.ts': "import { r } from '@app/registry';\nexport const m = r;",
};

/** Faults to plant: what, the rule that must name it, the file it is in, its text. */
const faults: [what: string, rule: string, file: string, text: string][] = [
  [
    'a lower room imports a higher one',
    'no-upward-from-registry',
    'libs/registry/src/use/up.ts',
    "import { e } from '@app/exams';\nexport const x = e;",
  ],
  [
    'also by type only',
    'no-upward-from-exams',
    'libs/exams/src/use/up.ts',
    "import type { n } from '@app/notices';\nexport type X = typeof n;",
  ],
  [
    'past a door',
    'door-only',
    'libs/exams/src/use/past.ts',
    "import { r } from '../../../registry/src/data/store';\nexport const x = r;",
  ],
  [
    'an app past a door',
    'apps-see-doors',
    'apps/api/src/past.ts',
    "import { r } from '../../../libs/registry/src/data/store';\nexport const x = r;",
  ],
  [
    'the pages import the product',
    'web-is-apart',
    'apps/web/src/x.ts',
    "import { k } from '../../../libs/kernel/src/index';\nexport const x = k;",
  ],
  [
    'a lib imports an app',
    'libs-below-apps',
    'libs/notices/src/use/app.ts',
    "import { m } from '../../../../apps/api/src/main';\nexport const x = m;",
  ],
  [
    'domain reaches for data',
    'domain-is-pure',
    'libs/registry/src/domain/data.ts',
    "import { r } from '../data/store';\nexport const x = r;",
  ],
  [
    'domain reaches for node',
    'domain-is-pure',
    'libs/registry/src/domain/node.ts',
    "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;",
  ],
  [
    'a resolver touches data',
    'api-and-jobs-not-to-data',
    'libs/registry/src/api/x.ts',
    "import { r } from '../data/store';\nexport const x = r;",
  ],
  [
    'a job touches data',
    'api-and-jobs-not-to-data',
    'libs/registry/src/jobs/x.ts',
    "import { r } from '../data/store';\nexport const x = r;",
  ],
  [
    'data calls use',
    'data-not-to-use',
    'libs/registry/src/data/calls.ts',
    "import { x } from '../use/up';\nexport const y = x;",
  ],
  [
    'use calls api',
    'use-not-to-api',
    'libs/registry/src/use/calls.ts',
    "import { x } from '../api/x';\nexport const y = x;",
  ],
  ['a cycle', 'no-cycles', 'libs/registry/src/use/a.ts', "import { b } from './b';\nexport const a: number = b;"],
  ['a cycle of types', 'no-cycles', 'libs/exams/src/use/c.ts', "import type { D } from './d';\nexport type C = D;"],
  [
    'the kernel does input and output',
    'kernel-is-pure',
    'libs/kernel/src/io.ts',
    "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;",
  ],
  [
    'an import that leads nowhere',
    'resolvable',
    'libs/exams/src/use/nowhere.ts',
    "import { x } from './not-there';\nexport const y = x;",
  ],
];

/** The other halves of the planted cycles (a cycle is reported once). */
const halves: Record<string, string> = {
  'libs/registry/src/use/b.ts': "import { a } from './a';\nexport const b: number = a;",
  'libs/exams/src/use/d.ts': "import type { C } from './c';\nexport type D = C | 1;",
};

function violationsOf(files: Record<string, string>): string[] {
  const dir = mkdtempSync(join(tmpdir(), 'kx-arch-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, name)), { recursive: true });
      writeFileSync(join(dir, name), text);
    }
    symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
    const args = [bin, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', 'apps', 'libs'];
    const r = spawnSync(process.execPath, args, { cwd: dir, encoding: 'utf8', maxBuffer: 1 << 26 });
    const { summary } = JSON.parse(r.stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
    return summary.violations.map((v) => `${v.from} ${v.rule.name}`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

test('the small house without a fault passes', () => expect(violationsOf(house)).toEqual([]), 30_000);

describe('planted faults are named', () => {
  let found: string[];
  beforeAll(() => {
    found = violationsOf({
      ...house,
      ...halves,
      ...Object.fromEntries(faults.map(([, , file, text]) => [file, text])),
    });
  }, 30_000);
  test.each(faults)('%s → %s', (_what, rule, file) => expect(found).toContain(`${file} ${rule}`));
});

test('the product itself has no violation', () => {
  const run = () =>
    execFileSync(process.execPath, [bin, '--config', '.dependency-cruiser.cjs', 'apps/api', 'libs'], {
      cwd: root,
      stdio: 'pipe',
      encoding: 'utf8',
    });
  let output = '';
  try {
    run();
  } catch (e) {
    output = (e as { stdout: string }).stdout;
  }
  expect(output).toBe('');
}, 60_000);
