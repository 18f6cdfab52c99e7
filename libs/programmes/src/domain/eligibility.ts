import type { Day } from '@app/kernel';
import { CHECKS } from './eligibility-checks';
import type { EligibilityFacts } from './eligibility-facts';
import type { EligibilityRule, TwoLanguages } from './programme';

export type { EligibilityFacts } from './eligibility-facts';

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
