import type { SheetColumn } from '@app/platform';
import { CODE_SETS, type CodeSetName } from '../domain/code-sets';

/** rows of one file, except lists of people */
export const MAX_ROWS = 5000;
/** rows of a list of people: a province's whole roster */
export const MAX_PEOPLE = 100_000;

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
