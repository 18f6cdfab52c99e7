import { addDays, addMonths, type Day, type Reason } from '@app/kernel';
import type { TwoLanguages } from './programme';

interface Sourced<T> {
  value: T;
  source: TwoLanguages;
}

/** One version of the rules for classes, from content/classes/rules.json. */
export interface ClassRule {
  version: string;
  effectiveFrom: Day;
  title: TwoLanguages;
  takenOverMonths: Sourced<number>;
  longestMonths: Sourced<number>;
  capacityCounts: Sourced<string[]>;
  classCode: { pattern: string; sequenceDigits: number; source: TwoLanguages };
}

export interface ClassProposal {
  startsOn: Day;
  lastOn: Day;
  enrolOpensOn: Day;
  enrolLastOn: Day;
  capacity: number;
}

export interface OpeningContext {
  today: Day;
  rule: ClassRule;
  /** last day of the accreditation, inclusive; null when there is none */
  validTo: Day | null;
  /** null = no accreditation to measure against */
  capacityPerYear: number | null;
  /** places of the year already promised to other classes of this base and type */
  planned: number;
  /** months the programme version lasts; null when no version is in force on the first day */
  durationMonths: number | null;
}

/** The year whose capacity a class uses. */
export const intakeYear = (startsOn: Day): number => Number(startsOn.slice(0, 4));

/** A class that began before it was entered: its paper is taken over. */
export const takenOver = (startsOn: Day, today: Day): boolean => startsOn < today;

/** Everything against opening the class, beside what the accreditation itself says. */
export function openingFaults(p: ClassProposal, c: OpeningContext): Reason[] {
  const out: Reason[] = [];
  const add = (code: string, params: Record<string, unknown> = {}) => out.push({ code, params });
  if (c.durationMonths === null) add('PROGRAMMES_NO_VERSION_IN_FORCE', { day: p.startsOn });
  const earliest = addMonths(c.today, -c.rule.takenOverMonths.value);
  if (p.startsOn < earliest) add('PROGRAMMES_STARTED_TOO_LONG_AGO', { months: c.rule.takenOverMonths.value, earliest });
  if (p.lastOn < p.startsOn) add('PROGRAMMES_ENDS_BEFORE_START');
  else {
    if (c.durationMonths !== null) {
      const need = addDays(addMonths(p.startsOn, c.durationMonths), -1);
      if (p.lastOn < need) add('PROGRAMMES_CLASS_TOO_SHORT', { months: c.durationMonths, need });
    }
    if (p.lastOn > addMonths(p.startsOn, c.rule.longestMonths.value))
      add('PROGRAMMES_CLASS_TOO_LONG', { months: c.rule.longestMonths.value });
  }
  if (c.validTo !== null && p.startsOn <= c.validTo && p.lastOn > c.validTo)
    add('PROGRAMMES_OUTLASTS_ACCREDITATION', { day: p.lastOn, validTo: c.validTo });
  if (p.enrolLastOn < p.enrolOpensOn) add('PROGRAMMES_ENROLMENT_ENDS_BEFORE_START');
  if (p.enrolLastOn < c.today) add('PROGRAMMES_ENROLMENT_ALREADY_OVER', { day: p.enrolLastOn });
  if (p.enrolLastOn > p.lastOn && p.lastOn >= c.today)
    add('PROGRAMMES_ENROLMENT_AFTER_END', { day: p.enrolLastOn, end: p.lastOn });
  if (c.capacityPerYear === null) return out;
  const left = Math.max(0, c.capacityPerYear - c.planned);
  if (p.capacity > left)
    add('PROGRAMMES_OVER_YEARLY_CAPACITY', {
      year: String(intakeYear(p.startsOn)),
      asked: p.capacity,
      capacity: c.capacityPerYear,
      planned: c.planned,
      left,
    });
  return out;
}

/** @param provincePrefix two digits @param sequence 1 and up within province × type × year */
export function classCode(
  rule: ClassRule,
  provincePrefix: string,
  trainingType: string,
  year: number,
  sequence: number,
): string {
  const parts: Record<string, string> = {
    province: provincePrefix,
    type: trainingType
      .split('_')
      .map((w) => w[0])
      .join(''),
    year: String(year),
    sequence: String(sequence).padStart(rule.classCode.sequenceDigits, '0'),
  };
  return rule.classCode.pattern.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);
}
