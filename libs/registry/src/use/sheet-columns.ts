import type { SheetColumn } from '@app/platform';
import { CODE_SETS, type CodeSetName } from '../domain/code-sets';

/** rows of one file, except lists of people */
export const MAX_ROWS = 5000;

export const words = (set: CodeSetName) => CODE_SETS[set].map(({ zh, en }) => ({ zh, en }));
export const col = (
  key: string,
  zh: string,
  en: string,
  sample: string,
  more: Partial<SheetColumn> = {},
): SheetColumn => ({
  key,
  zh,
  en,
  sample,
  ...more,
});
