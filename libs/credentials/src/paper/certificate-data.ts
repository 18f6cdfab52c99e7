import { canonicalJson, DomainError, isDay, sha256Hex, type Day, type FieldFault } from '@app/kernel';

/** What stands on one certificate. The snapshot of the certificate row, already masked and worded for print. */
export interface CertificatePaper {
  /** 17 characters (DEC-25), `210220240000017`; may end in X. */
  number: string;
  /** 合格证书, 结业证书, 学分证书. */
  title: string;
  /** 转岗培训, 康复专业培训. */
  kindLabel: string;
  holderName: string;
  /** As printed: 男, 女. */
  sex?: string;
  birthDate?: Day;
  /** Masked by the caller (`maskCitizenId`); a full number is refused. */
  citizenIdMasked: string;
  programmeTitle: string;
  /** Training base; empty when the programme has none. */
  baseName: string;
  /** First and last day of the class, both included. */
  classPeriod: { from: Day; to: Day };
  /** With its unit, as printed: 160 学时. */
  hoursText?: string;
  /** Replaces the default wording; blank lines part paragraphs. */
  bodyText?: string;
  issuerName: string;
  issuedOn: Day;
  /** Last day of validity, included, as printed after 有效期至 (a half-open end is one day later); null = no end. */
  validTo: Day | null;
  verifyUrl: string;
  /** Name of the template file without `.typ`: certificate-v1. */
  templateVersion: string;
  provinceName: string;
}

/** Longest values in characters that the template is tested with; longer ones are refused by name, not at layout. */
export const PAPER_LIMITS = {
  number: 32,
  title: 40,
  kindLabel: 60,
  holderName: 60,
  sex: 10,
  citizenIdMasked: 32,
  programmeTitle: 200,
  baseName: 120,
  hoursText: 40,
  bodyText: 700,
  issuerName: 40,
  verifyUrl: 180,
  templateVersion: 60,
  provinceName: 30,
} as const;

const OPTIONAL = new Set(['sex', 'hoursText', 'bodyText', 'baseName']);
// Control and format characters (bidi overrides, joiners, soft hyphens), line separators, private use, lone surrogates:
// they print as nothing or as something else than what was signed off.
const UNPRINTABLE = /(?!\n)\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}|\p{Zl}|\p{Zp}|\uFFFD/u;
const FULL_CITIZEN_ID = /\d{17}[\dXx]|\d{15}/;

/** @throws DomainError CREDENTIALS_PAPER_BAD_DATA with all faulty fields. */
export function checkPaper(data: CertificatePaper): void {
  const faults: FieldFault[] = [];
  for (const [path, limit] of Object.entries(PAPER_LIMITS)) {
    const value: unknown = data[path as keyof typeof PAPER_LIMITS];
    if (value === undefined && OPTIONAL.has(path)) continue;
    if (typeof value !== 'string') faults.push({ path, code: 'REQUIRED' });
    else if (value.trim() === '' && !OPTIONAL.has(path)) faults.push({ path, code: 'REQUIRED' });
    else if (Array.from(value).length > limit) faults.push({ path, code: 'TOO_LONG', params: { limit } });
    else if (UNPRINTABLE.test(value) || (path !== 'bodyText' && value.includes('\n')))
      faults.push({ path, code: 'UNPRINTABLE' });
  }
  const days: [string, unknown][] = [
    ['classPeriod.from', data.classPeriod?.from],
    ['classPeriod.to', data.classPeriod?.to],
    ['issuedOn', data.issuedOn],
    ...(data.validTo === null ? [] : [['validTo', data.validTo] as [string, unknown]]),
    ...(data.birthDate === undefined ? [] : [['birthDate', data.birthDate] as [string, unknown]]),
  ];
  for (const [path, value] of days) if (!isDay(value)) faults.push({ path, code: 'BAD_DAY' });
  if (faults.length === 0) faults.push(...crossFaults(data));
  if (faults.length > 0) throw new DomainError('CREDENTIALS_PAPER_BAD_DATA', {}, faults);
}

function crossFaults(data: CertificatePaper): FieldFault[] {
  const faults: FieldFault[] = [];
  if (data.classPeriod.from > data.classPeriod.to) faults.push({ path: 'classPeriod', code: 'END_BEFORE_START' });
  if (data.validTo !== null && data.validTo < data.issuedOn) faults.push({ path: 'validTo', code: 'END_BEFORE_START' });
  // The paper is shown around; the full number must not leave by way of a caller that forgot to mask (DEC-16).
  if (FULL_CITIZEN_ID.test(data.citizenIdMasked)) faults.push({ path: 'citizenIdMasked', code: 'NOT_MASKED' });
  const url = URL.canParse(data.verifyUrl) ? new URL(data.verifyUrl) : undefined;
  if (!url || !['https:', 'http:'].includes(url.protocol) || !/^[\x21-\x7e]+$/.test(data.verifyUrl)) {
    faults.push({ path: 'verifyUrl', code: 'BAD_URL' });
  }
  return faults;
}

/** SHA-256 (hex) of the canonical JSON: equal data give equal paper, and any change of a printed value changes it. */
export function paperDataHash(data: CertificatePaper): string {
  return sha256Hex(canonicalJson(data));
}
