import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

let found: string | undefined;

/**
 * The folder of the product's own package.json. Compiled code runs from dist/, but fonts, templates and the render
 * process are read from the source tree, so paths start here and not at `__dirname`.
 */
export function repoRoot(): string {
  found ??= walkUp(__dirname);
  return found;
}

export const paperDir = (): string => join(repoRoot(), 'libs/credentials/src/paper');
export const fontDir = (): string => join(repoRoot(), 'libs/credentials/assets/fonts');

function walkUp(from: string): string {
  for (let dir = from; ; dir = dirname(dir)) {
    const file = join(dir, 'package.json');
    if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'kangxun')
      return dir;
    if (dir === dirname(dir)) throw new Error(`no package.json named kangxun above ${from}`);
  }
}
