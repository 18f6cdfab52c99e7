import type { EligibilityRule } from './programme';

/**
 * The value of the unique column that keeps a person out of two long programmes: the person's id when the rule forbids
 * another one, else null.
 */
export const longProgrammeSlot = (personId: string, rule: Pick<EligibilityRule, 'checks'>): string | null =>
  rule.checks.some((c) => c.code === 'NO_OTHER_ACTIVE_LONG_PROGRAMME' && c.kind === 'MUST') ? personId : null;
