import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@app/platform';

/** Starter content as text. */
export const contentText = (path: string): string => readFileSync(join(repositoryRoot(), 'content', path), 'utf8');

/** Lines of our own CSV files: a comma never stands inside a value there; more fields than headings is a fault of the file. */
export function csvRows(text: string): Record<string, string>[] {
  const [head, ...lines] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((l) => l.trim() && !l.startsWith('#'));
  const keys = head!.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    if (values.length !== keys.length) throw new Error(`Content line has ${values.length} fields: ${line}`);
    return Object.fromEntries(keys.map((k, i) => [k, values[i]!.trim()]));
  });
}
