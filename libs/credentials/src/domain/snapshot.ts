import { canonicalJson, type Day, sha256Hex } from '@app/kernel';
import type { TwoLanguages } from './check-line';

/** What a certificate certifies, frozen on the day of issue. Never changed afterwards; no full identity number in it. */
export interface CertificateSnapshot {
  format: 1;
  number: string;
  kind: string;
  kindVersion: number;
  title: TwoLanguages;
  statement: TwoLanguages;
  templateVersion: string;
  holder: { personId: string; name: string; sex: 'M' | 'F'; birthDate: Day; citizenIdMasked: string };
  programme: { code: string; title: TwoLanguages; trainingType: string };
  class: { id: string; title: string; startOn: Day; endOn: Day };
  base: { id: string; name: string };
  employer: { id: string; name: string };
  province: { code: string; name: string };
  issuer: TwoLanguages;
  issuedOn: Day;
  validFrom: Day;
  /** printed last day, inclusive; null = no end */
  validTo: Day | null;
  /** issued from demonstration data: no legal effect, and printed so */
  specimen: boolean;
  evidence: {
    decidedOn: Day;
    ruleVersion: string;
    checks: { code: string; found: TwoLanguages; needed: TwoLanguages }[];
  };
}

/** SHA-256 (hex) of the canonical JSON. */
export const snapshotHash = (s: CertificateSnapshot): string => sha256Hex(canonicalJson(s));

export interface StoredColumns {
  number: string;
  kind: string;
  personId: string;
  provinceCode: string;
  issuedOn: Day;
  validFrom: Day;
}

/** Columns that repeat the snapshot for searching and no longer agree with it. */
export function columnFaults(c: StoredColumns, s: CertificateSnapshot): string[] {
  const pairs: [string, unknown, unknown][] = [
    ['number', c.number, s.number],
    ['kind', c.kind, s.kind],
    ['personId', c.personId, s.holder.personId],
    ['provinceCode', c.provinceCode, s.province.code],
    ['issuedOn', c.issuedOn, s.issuedOn],
    ['validFrom', c.validFrom, s.validFrom],
  ];
  return pairs.filter(([, a, b]) => a !== b).map(([name]) => name);
}
