import { toHalfWidth } from '@app/kernel';

/** One column of a list people fill in. Every cell is text; `DAY` only tells the reader to make `YYYY-MM-DD` of it. */
export interface SheetColumn {
  key: string;
  zh: string;
  en: string;
  /** other headings that mean the same */
  aliases?: string[];
  required?: boolean;
  kind?: 'TEXT' | 'DAY';
  /** the words of the drop-down */
  words?: { zh: string; en: string }[];
  note?: { zh: string; en: string };
  sample: string;
  /** characters */
  width?: number;
}

export interface SheetTemplate {
  title: { zh: string; en: string };
  columns: SheetColumn[];
  maxRows: number;
}

export type SheetLang = 'zh-CN' | 'en';
export const inLang = (label: { zh: string; en: string }, lang: SheetLang): string =>
  lang === 'en' ? label.en : label.zh;

/** The sample in a language: a word of the drop-down is translated, a made-up name stays. */
export const sampleOf = (c: SheetColumn, lang: SheetLang): string => {
  const word = c.words?.find((w) => w.zh === c.sample);
  return word ? inLang(word, lang) : c.sample;
};

/** Heading of the column that carries the reasons in a returned file; passed over when the file comes back. */
export const REASON_HEADING = { zh: '错误原因', en: 'Reasons' };

/** What is left of a heading after width, stars, brackets with hints, spaces and case are taken away. */
export const bareHeading = (text: string): string =>
  toHalfWidth(text)
    .replace(/[(【[][^)】\]]*[)】\]]/g, '')
    .replace(/[\s*:\ufeff\u200b]/g, '')
    .toLowerCase();

/** The full heading with its brackets, for headings that differ only there. */
const wholeHeading = (text: string): string =>
  toHalfWidth(text)
    .replace(/[\s*:\ufeff\u200b]/g, '')
    .toLowerCase();

export interface MatchedHeadings {
  /** column key by position in the file */
  keys: (string | null)[];
  unknown: string[];
  missing: SheetColumn[];
}

/** Finds each heading's column by its Chinese or English name, key or alias; the first of two equal headings wins. */
export function matchHeadings(headings: string[], template: SheetTemplate): MatchedHeadings {
  const names = new Map<string, string>();
  for (const c of template.columns)
    for (const name of [c.zh, c.en, c.key, ...(c.aliases ?? [])])
      for (const form of [wholeHeading(name), bareHeading(name)]) if (!names.has(form)) names.set(form, c.key);
  const reason = [REASON_HEADING.zh, REASON_HEADING.en].map(bareHeading);
  const taken = new Set<string>();
  const unknown: string[] = [];
  const keys = headings.map((heading) => {
    const bare = bareHeading(heading);
    if (!bare || reason.includes(bare)) return null;
    const key = names.get(wholeHeading(heading)) ?? names.get(bare);
    if (!key || taken.has(key)) {
      unknown.push(heading.trim());
      return null;
    }
    taken.add(key);
    return key;
  });
  return { keys, unknown, missing: template.columns.filter((c) => c.required && !taken.has(c.key)) };
}
