import {
  type CodeCheck,
  DomainError,
  defineErrors,
  isProvincePrefix,
  mod112CheckDigit,
  normalizeCode,
} from '@app/kernel';

/** DEC-25: `PP KK YYYY NNNNNN C`. */
export interface CertificateNumberParts {
  /** GB/T 2260 province prefix, two digits. */
  province: string;
  /** Certificate kind, two digits. */
  kind: string;
  /** 1900 to 2999. */
  year: number;
  /** 1 to 999,999; unique in province × kind × year, gaps allowed, never reused. */
  sequence: number;
}

export const MAX_CERTIFICATE_SEQUENCE = 999_999;

export const certificateNumberErrors = defineErrors({
  CREDENTIALS_NUMBER_PART: {
    zh: '证书编号的“{part}”无效：{value}。',
    en: 'The certificate number part {part} is not valid: {value}.',
    http: 400,
  },
});

const NUMBER = /^(\d{2})(\d{2})((?:19|2\d)\d{2})(\d{6})([\dX])$/;

/**
 * The 15-character certificate number with its ISO 7064 MOD 11-2 check character. Text, not an integer: the last
 * character may be `X`.
 * @throws DomainError CREDENTIALS_NUMBER_PART {part, value}
 */
export function buildCertificateNumber(parts: CertificateNumberParts): string {
  const { province, kind, year, sequence } = parts;
  if (!isProvincePrefix(province)) refuse('province', province);
  if (!/^\d{2}$/.test(kind)) refuse('kind', kind);
  if (!Number.isInteger(year) || year < 1900 || year > 2999) refuse('year', year);
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > MAX_CERTIFICATE_SEQUENCE) refuse('sequence', sequence);
  const body = `${province}${kind}${year}${String(sequence).padStart(6, '0')}`;
  return body + mod112CheckDigit(body);
}

/**
 * Verdict on a typed certificate number; spaces and hyphens between the groups are ignored. The check character finds
 * every single wrong digit and every swap of two neighbours, before anything is looked up.
 */
export function checkCertificateNumber(raw: string): CodeCheck {
  const code = normalizeCode(raw).replace(/[\s-]/g, '');
  const m = NUMBER.exec(code);
  if (!m || m[4] === '000000') return { input: raw, valid: false, reason: 'FORMAT' };
  if (mod112CheckDigit(code.slice(0, 14)) !== m[5]) return { input: raw, valid: false, reason: 'CHECK_DIGIT' };
  if (!isProvincePrefix(m[1]!)) return { input: raw, valid: false, reason: 'REGION' };
  return { input: raw, valid: true, normalized: code };
}

/** The parts of a valid certificate number, else null. */
export function parseCertificateNumber(raw: string): CertificateNumberParts | null {
  const code = checkCertificateNumber(raw).normalized;
  if (code === undefined) return null;
  return {
    province: code.slice(0, 2),
    kind: code.slice(2, 4),
    year: Number(code.slice(4, 8)),
    sequence: Number(code.slice(8, 14)),
  };
}

function refuse(part: string, value: unknown): never {
  throw new DomainError('CREDENTIALS_NUMBER_PART', { part, value });
}
