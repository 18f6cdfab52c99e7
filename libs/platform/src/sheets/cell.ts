import { type Day, isDay, toHalfWidth } from '@app/kernel';

/** A cell as people see it. `digitsLost`: the sheet kept a long number as a number, so its last digits are gone. */
export interface Cell {
  text: string;
  digitsLost?: true;
}

const BLANK = '(?:\\s|\\u200b|\\u200c|\\u200d|\\ufeff)+';
const EDGES = new RegExp(`^${BLANK}|${BLANK}$`, 'g');

/**
 * Text without blanks at the ends (full-width, no-break and zero-width ones too); line breaks inside become blanks.
 * `="0123"`, a trick to keep zeros in CSV, gives 0123; an apostrophe of our own exports (`'=1+1`) goes.
 */
export function cleanText(raw: string): string {
  const text = raw.replace(/[\r\n]+/g, ' ').replace(EDGES, '');
  const kept = /^="([^"]*)"$/.exec(text);
  if (kept) return kept[1]!.replace(EDGES, '');
  return text.replace(/^'(?=[=+\-@\t])/, '');
}

/** Numbers above this may have lost digits: identity numbers typed into a cell that is not text. */
const SAFE = 999_999_999_999_999;

export function numberText(value: number, format?: string): Cell {
  if (!Number.isInteger(value)) return { text: String(value) };
  if (Math.abs(value) > SAFE) return { text: BigInt(value).toString(), digitsLost: true };
  const zeros = /^0{2,}$/.exec(format ?? '');
  return { text: zeros ? String(value).padStart(zeros[0].length, '0') : String(value) };
}

/** Excel serial day (1900 system) → `YYYY-MM-DD`; only for numbers in a column of days. */
const serialDay = (n: number): string => new Date(Date.UTC(1899, 11, 30) + n * 86_400_000).toISOString().slice(0, 10);

/**
 * `1985-3-10`, `1985/03/10`, `1985.3.10`, `19850310`, `1985年3月10日` and Excel's serial numbers → `1985-03-10`.
 * @returns null for what is no existing day (1978-02-29)
 */
export function dayFromText(raw: string): Day | null {
  const text = toHalfWidth(raw).replace(/\s+/g, '');
  const m =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:00:00(?::00)?|T.*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (m) {
    const day = `${m[1]}-${m[2]!.padStart(2, '0')}-${m[3]!.padStart(2, '0')}`;
    return isDay(day) ? day : null;
  }
  if (/^[1-9]\d{4}$/.test(text)) return serialDay(Number(text));
  return null;
}

/** Spreadsheet programs run what starts with these as a formula (ASVS 1.2.10). */
export const guardFormula = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
