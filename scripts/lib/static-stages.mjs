// Checks that read the sources. Each counts as one test.
import fs from 'node:fs';
import path from 'node:path';
import { outcome } from './jest-stage.mjs';
import { run } from './run.mjs';
import { ROOT } from './settings.mjs';

const bin = (file) => [process.execPath, path.join(ROOT, 'node_modules', file)];
const npm = (...args) => ['npm', ...args];

/** Order = start order: the long ones first, so that two cores end together. */
export const STATIC = {
  lint: { label: 'lint', command: [...bin('eslint/bin/eslint.js'), '.'] },
  pages: { label: 'types of the pages', command: npm('run', 'check', '-w', 'apps/web') },
  generated: {
    label: 'generated files in step',
    command: [process.execPath, path.join(ROOT, 'scripts/generate.mjs'), '--check'],
  },
  format: { label: 'format', command: [...bin('prettier/bin/prettier.cjs'), '--check', '.'] },
  types: { label: 'types', command: [...bin('typescript7/bin/tsc'), '-p', 'tsconfig.json'] },
  imports: {
    label: 'import rules',
    command: [
      ...bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'apps/api/src',
      'apps/web/src',
      'libs',
    ],
  },
  lock: { label: 'package-lock complete', command: npm('ci', '--dry-run', '--include=dev', '--no-audit', '--no-fund') },
};

export async function staticStage(name, folder) {
  const [command, ...args] = STATIC[name].command;
  const { code, output } = await run(command, args, { cwd: ROOT, limitMs: 600_000 });
  fs.writeFileSync(path.join(folder, `${name}.log`), output);
  const lines = output.trim().split('\n').filter((line) => !/^npm warn/.test(line)); // prettier-ignore
  const shown = lines.length > 80 ? [...lines.slice(0, 80), `… ${lines.length - 80} more lines`] : lines;
  return code === 0 ? outcome({ passed: 1 }) : outcome({ failed: 1, failures: shown.join('\n') });
}
