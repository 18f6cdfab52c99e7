import { addDays, addMonths, type Day } from '@app/kernel';

export interface TwoLanguages {
  zh: string;
  en: string;
}
export interface Sourced {
  value: number;
  source: TwoLanguages;
}
export interface CodeLabel {
  code: string;
  label: TwoLanguages;
  source?: string;
}

/** One version of the rules for accrediting bases, as loaded from content/accreditation/rules.json. */
export interface BaseRule {
  version: string;
  effectiveFrom: Day;
  title: TwoLanguages;
  validityYears: Sourced;
  barMonthsAfterRemoval: Sourced;
  earliestStartYearsBack: Sourced;
  maxCapacityPerYear: Sourced;
  plaqueNumber: { pattern: string; sequenceDigits: number; province: Record<string, string>; source: TwoLanguages };
  trainingTypes: CodeLabel[];
  designationKinds: CodeLabel[];
  specialties: CodeLabel[];
}

/** First day the accreditation no longer holds (DEC-15): 2026-11-21 + 5 years → 2031-11-21, so 2031-11-20 is the last day. */
export const endOfValidity = (rule: BaseRule, validFrom: Day): Day =>
  addMonths(validFrom, rule.validityYears.value * 12);

/** Printed last day of an interval that ends before `endOn`. */
export const lastDay = (endOn: Day): Day => addDays(endOn, -1);

/** First day a removed base may be granted the type again (§5.6). */
export const barredUntil = (rule: BaseRule, removedOn: Day): Day =>
  addMonths(removedOn, rule.barMonthsAfterRemoval.value);

export const earliestStart = (rule: BaseRule, today: Day): Day =>
  addMonths(today, -rule.earliestStartYearsBack.value * 12);

/** @param provincePrefix two digits of GB/T 2260 @param sequence 1 and up within province × year */
export function plaqueNumber(rule: BaseRule, provincePrefix: string, year: number, sequence: number): string {
  const p = rule.plaqueNumber;
  const parts: Record<string, string> = {
    province: p.province[provincePrefix] ?? provincePrefix,
    year: String(year),
    sequence: String(sequence).padStart(p.sequenceDigits, '0'),
  };
  return p.pattern.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);
}

export const labelOf = (list: readonly CodeLabel[], code: string): TwoLanguages =>
  list.find((c) => c.code === code)?.label ?? { zh: code, en: code };
