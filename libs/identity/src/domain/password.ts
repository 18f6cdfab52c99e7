/** Why a password is refused, or null. Staff and clinicians alike (security.md §1.10). */
export type PasswordFault = 'SHORT' | 'FEW_KINDS' | 'COMMON' | 'PERSONAL';

// Chinese and international habits seen in leaks; compared after folding case and common substitutions.
const COMMON = /^(abc@?123456?|admin@?\d{3,6}|p@?ssw0?rd\d*!?|wjw@?20\d\d|qwe?r?t?y?\d+|1qaz@?2wsx|a?123456789?0?|iloveyou\d*|woaini\d*|zxcvbnm?\d*|welcome\d*|kangxun@?\d*|liaoning@?\d*|shanxi@?\d*)$/i;

/**
 * @param own values a person would be guessed by: phone, account name, birth date digits
 * @returns the first fault, or null when acceptable: ≥ 10 characters of three kinds, or ≥ 16 characters
 */
export function passwordFault(password: string, own: readonly string[] = []): PasswordFault | null {
  if (password.length < 10) return 'SHORT';
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((k) => k.test(password)).length;
  if (password.length < 16 && kinds < 3) return 'FEW_KINDS';
  if (COMMON.test(password)) return 'COMMON';
  const folded = password.toLowerCase();
  return own.some((o) => o.length >= 6 && folded.includes(o.toLowerCase())) ? 'PERSONAL' : null;
}
