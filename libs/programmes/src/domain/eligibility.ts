import type { Day } from '@app/kernel';
import { CHECKS } from './eligibility-checks';
import type { EligibilityRule, TwoLanguages } from './programme';

interface Span {
  startOn: Day;
  endOn: Day | null;
}

/** What the checks look at; everything the registry and this capability know of the applicant. Intervals half-open. */
export interface EligibilityFacts {
  licences: (Span & {
    level: 1 | 2;
    category: string;
    scopes: (Span & { scope: string; label?: TwoLanguages })[];
    suspensions: Span[];
  })[];
  sites: (Span & {
    institutionName: string;
    medical: boolean;
    /** first day the institution is closed */
    closedOn: Day | null;
    role: 'MAIN' | 'FILED';
    department: string | null;
    post: string | null;
  })[];
  certificates: {
    kind: string;
    number: string;
    issuedOn: Day;
    /** printed last day, inclusive */
    validTo: Day | null;
    revokedOn: Day | null;
    cancelledOn: Day | null;
  }[];
  residencies: { specialty: string; completedOn: Day | null }[];
  qualifications: { subject: string; obtainedOn: Day }[];
  diedOn: Day | null;
  mergedIntoId: string | null;
  /** long programmes the person is admitted to or active in */
  programmes: { trainingType: string; title: TwoLanguages; classTitle: string }[];
}

/** One line of the answer: what was found, what is needed, and whether that is enough. */
export interface CheckLine {
  code: string;
  passed: boolean;
  /** shown, never excluding */
  advisory: boolean;
  label: TwoLanguages;
  found: TwoLanguages;
  needed: TwoLanguages;
  source: string;
}

export interface EligibilityAnswer {
  eligible: boolean;
  day: Day;
  checks: CheckLine[];
}

/**
 * May this person enter the programme on this day (§5.2, L01)? Always every check of the rule, in its order, also after
 * the first that fails.
 * @throws DomainError PROGRAMMES_UNKNOWN_CHECK when the rule names a check this build does not know
 */
export function checkEligibility(
  rule: Pick<EligibilityRule, 'checks'>,
  facts: EligibilityFacts,
  day: Day,
): EligibilityAnswer {
  const checks = rule.checks.map((c): CheckLine => {
    const { passed, found } = CHECKS.run(c.code, c.params, facts, day);
    return {
      code: c.code,
      passed,
      advisory: c.kind === 'PREFERENCE',
      label: c.label,
      found,
      needed: c.hint,
      source: c.source,
    };
  });
  return { eligible: checks.every((c) => c.passed || c.advisory), day, checks };
}
