import { isDay, type Day } from './day';
import { toHalfWidth } from './text';

export type CheckReason = 'FORMAT' | 'DATE' | 'CHECK_DIGIT' | 'REGION';

/** `normalized` when valid, else the first `reason` in the order FORMAT, DATE, CHECK_DIGIT, REGION. */
export interface CodeCheck {
  input: string;
  valid: boolean;
  normalized?: string;
  reason?: CheckReason;
}

export interface CitizenIdCheck extends CodeCheck {
  birthDate?: Day;
  sex?: 'MALE' | 'FEMALE';
}

/** GB/T 2260 province prefixes, with 81 82 83 also as prefixes of the residence permits (§2.10). */
const PROVINCES = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 ' + '61 62 63 64 65 71 81 82 83'
  ).split(' '),
);
/** 100000 is the registration authority of national bodies in GB 32100. */
const NATIONAL_REGISTRAR = '10';

const CITIZEN_ID = /^[1-8]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;
const USCC = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_CODE = /^[0-9A-Z]{8}[0-9X]$/;
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Trimmed, half-width, upper case: the stored form of identity and registry codes (also when a check is overridden). */
export function normalizeCode(raw: string): string {
  return toHalfWidth(raw).trim().toUpperCase();
}

/**
 * ISO 7064 MOD 11-2 check character (`0`–`9` or `X`) of a string of digits (Appendix B).
 * @throws RangeError when there is anything but digits.
 */
export function mod112CheckDigit(digits: string): string {
  if (!/^\d+$/.test(digits)) throw new RangeError(`mod112CheckDigit: not digits: ${digits}`);
  let p = 0;
  for (const d of digits) p = ((p + Number(d)) * 2) % 11;
  const c = (12 - p) % 11;
  return c === 10 ? 'X' : String(c);
}

/**
 * 公民身份号码, 18 characters (§2.10, Appendix B). Only the province prefix is looked up: the county code is that of
 * first issue and may be abolished. A number starting with 9 is a foreign permanent resident card: FORMAT.
 */
export function checkCitizenId(raw: string): CitizenIdCheck {
  const code = normalizeCode(raw);
  if (!CITIZEN_ID.test(code)) return { input: raw, valid: false, reason: 'FORMAT' };
  const birthDate = `${code.slice(6, 10)}-${code.slice(10, 12)}-${code.slice(12, 14)}`;
  if (!isDay(birthDate)) return { input: raw, valid: false, reason: 'DATE' };
  if (mod112CheckDigit(code.slice(0, 17)) !== code[17]) return { input: raw, valid: false, reason: 'CHECK_DIGIT' };
  if (!PROVINCES.has(code.slice(0, 2))) return { input: raw, valid: false, reason: 'REGION' };
  const sex = Number(code[16]) % 2 === 1 ? 'MALE' : 'FEMALE';
  return { input: raw, valid: true, normalized: code, birthDate, sex };
}

/**
 * 统一社会信用代码, 18 characters (GB 32100). Real codes failing the check digit are reported (§2.10): the caller may
 * override CHECK_DIGIT with reason and evidence.
 */
export function checkUscc(raw: string): CodeCheck {
  const code = normalizeCode(raw);
  if (!USCC.test(code)) return { input: raw, valid: false, reason: 'FORMAT' };
  if (usccCheckCharacter(code.slice(0, 17)) !== code[17]) return { input: raw, valid: false, reason: 'CHECK_DIGIT' };
  const province = code.slice(2, 4);
  if (province !== NATIONAL_REGISTRAR && !PROVINCES.has(province))
    return { input: raw, valid: false, reason: 'REGION' };
  return { input: raw, valid: true, normalized: code };
}

/** Check character of the first 17 characters of a USCC: weights 3^i mod 31, 31 − sum mod 31 (31 → 0). @throws RangeError */
export function usccCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const c of first17) {
    const value = USCC_ALPHABET.indexOf(c);
    if (value < 0) throw new RangeError(`usccCheckCharacter: ${c} is not allowed`);
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return USCC_ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** 组织机构代码 (GB 11714), 9 characters, an optional hyphen before the last; positions 9–17 of a USCC. */
export function checkOrganisationCode(raw: string): CodeCheck {
  const code = normalizeCode(raw).replace(/^(.{8})-(.)$/, '$1$2');
  if (!ORGANISATION_CODE.test(code)) return { input: raw, valid: false, reason: 'FORMAT' };
  const sum = ORGANISATION_WEIGHTS.reduce((s, w, i) => s + w * parseInt(code[i]!, 36), 0);
  const check = 11 - (sum % 11);
  const expected = check === 10 ? 'X' : check === 11 ? '0' : String(check);
  if (expected !== code[8]) return { input: raw, valid: false, reason: 'CHECK_DIGIT' };
  return { input: raw, valid: true, normalized: code };
}

/** True for the two-digit prefix of a province-level region (GB/T 2260). */
export function isProvincePrefix(prefix: string): boolean {
  return PROVINCES.has(prefix);
}
