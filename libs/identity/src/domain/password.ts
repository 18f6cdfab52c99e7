import { COMMON_WORDS, WALKS } from './common-words';

/** Why a password is refused, or null. Staff and clinicians alike (security.md §1.10). */
export type PasswordFault = 'SHORT' | 'FEW_KINDS' | 'COMMON' | 'PERSONAL';

const SHIFTED = '!@#$%^&*()';
const LEET: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '3': 'e',
  $: 's',
  '5': 's',
  '7': 't',
};

const RUNS = WALKS.flatMap((w) => [w, [...w].reverse().join('')]).flatMap((w) =>
  Array.from({ length: Math.max(0, w.length - 3) }, (_, i) => w.slice(i, i + 4)),
);
const RUN_SET = new Set(RUNS);

/** Takes out what costs a guesser nothing: keyboard runs, repeats, years, dates, phone numbers. */
function withoutRuns(text: string): string {
  const dull = new Array<boolean>(text.length).fill(false);
  for (let i = 0; i + 4 <= text.length; i++) {
    const four = text.slice(i, i + 4);
    if (RUN_SET.has(four) || new Set(four).size === 1) dull.fill(true, i, i + 4);
  }
  return [...text].filter((_, i) => !dull[i]).join('');
}

/** The part of a password that is left to guess after habits are taken out. */
function rest(password: string): string {
  const lower = password.normalize('NFKC').toLowerCase();
  const unshifted = lower.replace(/[!@#$%^&*()]/g, (c) => String((SHIFTED.indexOf(c) + 1) % 10));
  const numbers = /1[3-9]\d{9}|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:19|20)\d{2}/g;
  // With letters written as digits and signs, what stands before and after the word is trimming.
  const spelled = lower.replace(/^[!-`{-~]+|[!-`{-~]+$/g, '').replace(/[@401!3$57]/g, (c) => LEET[c]!);
  const candidates = [lower, unshifted, spelled].map((form) => {
    let left = withoutRuns(form.replace(numbers, ''));
    for (const word of COMMON_WORDS) left = left.replaceAll(word, '');
    return withoutRuns(left);
  });
  return candidates.reduce((a, b) => (b.length < a.length ? b : a));
}

/**
 * @param own values a person would be guessed by: phone, account name, name in pinyin, birth date digits
 * @returns the first fault, or null when acceptable: ≥ 10 characters of three kinds, or ≥ 16 characters
 */
export function passwordFault(password: string, own: readonly string[] = []): PasswordFault | null {
  if (password.length < 10) return 'SHORT';
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((k) => k.test(password)).length;
  if (password.length < 16 && kinds < 3) return 'FEW_KINDS';
  const folded = password.toLowerCase();
  if (own.some((o) => o.length >= 4 && folded.includes(o.toLowerCase()))) return 'PERSONAL';
  const left = rest(password);
  return left.length < 6 || new Set(left).size < 4 || new Set(folded).size < 5 ? 'COMMON' : null;
}
