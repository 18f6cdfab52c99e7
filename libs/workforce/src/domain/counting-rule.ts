import { DomainError } from '@app/kernel';
import type { CountingBasis, LicenceLevel, PracticeCategory } from './facts';

export type WorkforceCategory = 'PHYSICIAN' | 'THERAPIST';
/** Distinct people of a region by the three columns (§4.1). */
export interface Heads {
  registered: number;
  certified: number;
  union: number;
}
export type TallyColumn = 'UNION' | 'REGISTERED' | 'CERTIFIED';

/** Who counts (§4.1): data with a version, shown next to every figure. A change is a new version. */
export interface CountingRule {
  version: string;
  /** Where the rule comes from, shown with the version. */
  source: { zh: string; en: string };
  /** Who satisfies both is counted under the first (DEC-6). */
  precedence: readonly WorkforceCategory[];
  physician: {
    licenceLevels: readonly LicenceLevel[];
    licenceCategories: readonly PracticeCategory[];
    bases: readonly CountingBasis[];
  };
  therapist: {
    bases: readonly CountingBasis[];
    needsRehabPost: boolean;
  };
  /** Registered scopes that make the basis SCOPE. */
  scopes: readonly string[];
  columns: {
    REGISTERED: readonly CountingBasis[];
    CERTIFIED: readonly CountingBasis[];
  };
}

/** DEC-5, DEC-6: the proposed default; neither plan defines 康复医师 or 康复治疗师. */
export const DEFAULT_COUNTING_RULE: CountingRule = {
  version: '2026.1',
  source: {
    zh: '本系统默认口径（DEC-5、DEC-6），方案未作定义，待主管部门确认',
    en: 'Default of this system (DEC-5, DEC-6); not defined by the plan, to be confirmed by the authority',
  },
  precedence: ['PHYSICIAN', 'THERAPIST'],
  physician: {
    licenceLevels: [1, 2],
    licenceCategories: ['CLINICAL', 'TCM'],
    bases: ['SCOPE', 'TRANSFER_CERT', 'RESIDENCY'],
  },
  therapist: { bases: ['THERAPY_QUALIFICATION', 'INDUCTION_CERT'], needsRehabPost: true },
  scopes: ['REHABILITATION'],
  columns: {
    REGISTERED: ['SCOPE', 'RESIDENCY', 'THERAPY_QUALIFICATION'],
    CERTIFIED: ['TRANSFER_CERT', 'INDUCTION_CERT'],
  },
};

/** The rules shipped with the product; a province's own come from its data. */
export const COUNTING_RULES: readonly CountingRule[] = [DEFAULT_COUNTING_RULE];

/** @throws DomainError WORKFORCE_UNKNOWN_RULE {version} */
export function countingRule(version: string, rules: readonly CountingRule[] = COUNTING_RULES): CountingRule {
  const rule = rules.find((r) => r.version === version);
  if (!rule) throw new DomainError('WORKFORCE_UNKNOWN_RULE', { version });
  return rule;
}
