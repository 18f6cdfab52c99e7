import { type Day, type Reason } from '@app/kernel';
import type { Requirement } from './programme';

/** RECORD: the first · CORRECTION: replaces a wrong entry · RESIT: another attempt after a failed one. */
export type AttestationKind = 'RECORD' | 'CORRECTION' | 'RESIT';

export interface AttestationRecord {
  seq: number;
  kind: AttestationKind;
  /** decimal text, at most two decimals */
  value: string;
}

const VALUE = /^\d{1,5}(\.\d{1,2})?$/;
export const isValue = (v: string): boolean => VALUE.test(v);

/** Hundredths, so that 59.99 and 60 compare exactly. */
const hundredths = (v: string): number => {
  const [whole, part = ''] = v.split('.') as [string, string?];
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
};

/** The entry that counts: the last one. Earlier ones stay readable. */
export const inForce = <R extends AttestationRecord>(records: readonly R[]): R | undefined =>
  [...records].sort((a, b) => b.seq - a.seq)[0];

/** Attempts made: corrections are no attempts. */
export const attempts = (records: readonly AttestationRecord[]): number =>
  records.filter((r) => r.kind !== 'CORRECTION').length;

export const isMet = (r: Pick<Requirement, 'minimum'>, value: string | undefined): boolean =>
  value !== undefined && (r.minimum === undefined || hundredths(value) >= hundredths(r.minimum));

export interface AttestationProposal {
  kind: AttestationKind;
  value: string;
  onDay: Day;
  reason: string | null;
  examinerInstitutionId: string | null;
  hasEvidence: boolean;
}

export interface AttestationContext {
  today: Day;
  classStartsOn: Day;
  baseInstitutionId: string;
  employerInstitutionId: string;
  earlier: readonly AttestationRecord[];
}

/** Everything against the entry. */
export function attestationFaults(r: Requirement, p: AttestationProposal, c: AttestationContext): Reason[] {
  const out: Reason[] = [];
  const add = (code: string, params: Record<string, unknown> = {}) => out.push({ code, params });
  if (!isValue(p.value)) add('PROGRAMMES_BAD_VALUE', { value: p.value });
  else if (r.maximum !== undefined && hundredths(p.value) > hundredths(r.maximum))
    add('PROGRAMMES_VALUE_TOO_HIGH', { maximum: r.maximum });
  if (p.onDay < c.classStartsOn) add('PROGRAMMES_ATTESTED_BEFORE_START', { start: c.classStartsOn });
  if (p.onDay > c.today) add('PROGRAMMES_ATTESTED_IN_FUTURE', { today: c.today });
  if (r.externalExaminer) {
    if (!p.examinerInstitutionId) add('PROGRAMMES_EXAMINER_NEEDED');
    else if (p.examinerInstitutionId === c.baseInstitutionId || p.examinerInstitutionId === c.employerInstitutionId)
      add('PROGRAMMES_EXAMINER_NOT_EXTERNAL');
    if (!p.hasEvidence) add('PROGRAMMES_EVIDENCE_NEEDED');
  }
  const last = inForce(c.earlier);
  if (!last && p.kind !== 'RECORD') add('PROGRAMMES_NOTHING_TO_CORRECT');
  if (last && p.kind === 'RECORD') add('PROGRAMMES_ALREADY_ATTESTED', { value: last.value });
  if (p.kind === 'CORRECTION' && !p.reason?.trim()) add('PROGRAMMES_CORRECTION_REASON_NEEDED');
  if (last && p.kind === 'RESIT') {
    if (isMet(r, last.value)) add('PROGRAMMES_RESIT_AFTER_PASS', { value: last.value });
    if (r.maxAttempts !== undefined && attempts(c.earlier) >= r.maxAttempts)
      add('PROGRAMMES_NO_ATTEMPT_LEFT', { max: r.maxAttempts });
  }
  return out;
}
