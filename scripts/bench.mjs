// npm run bench [-- NAME …]: figures as ratios to a floor measured in the same run. Without a name: which there are.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { PlainError, report } from './lib/say.mjs';
import { checkNode, ROOT } from './lib/settings.mjs';

const folder = path.join(ROOT, 'bench');
const names = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -'.mjs'.length));
const args = process.argv.slice(2);
const wanted = args.filter((arg) => !arg.startsWith('--'));
const flags = args.filter((arg) => arg.startsWith('--')); // `--json` and the like are the benchmark's

try {
  checkNode();
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown)
    throw new PlainError(`There is no benchmark "${unknown}". Benchmarks: ${names.join(', ')}`, { exitCode: 2 });
  if (!wanted.length) console.log(`npm run bench -- NAME …\n\n${names.map((name) => `  ${name}`).join('\n')}`);
  for (const name of wanted) {
    const { status } = spawnSync(process.execPath, [path.join(folder, `${name}.mjs`), ...flags], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = status ?? 130;
  }
} catch (error) {
  process.exitCode = report(error);
}
