import {
  addDays,
  addMonths,
  type Day,
  type FieldFault,
  floorDiv,
  isDay,
  mul,
  parseDecimal,
  type Ratio,
  ratio,
} from '@app/kernel';

interface Both {
  zh: string;
  en: string;
}
interface Ages {
  years: number;
  /** one month later for every so many months of birth after the rule began */
  everyMonths: number;
  mostMonths: number;
}

export const ASSUMPTIONS = [
  'retirements',
  'otherLosses',
  'inflow',
  'inTraining',
  'completionPercent',
  'passPercent',
  'retentionPercent',
  'intakes',
] as const;
export type AssumptionKey = (typeof ASSUMPTIONS)[number];
export type AssumptionUnit = 'PEOPLE' | 'PERCENT' | 'INTAKES';

/** One version of content/rules/training-needs-*.json. */
export interface NeedsRule {
  version: string;
  effectiveFrom: Day;
  name: Both;
  summary: Both;
  source: string;
  trainingTypes: { PHYSICIAN: string; THERAPIST: string };
  horizonYears: { value: number; source: Both };
  examLagMonths: { value: number; source: Both };
  forecast: { recordYears: { value: number; source: Both }; leastCases: { value: number; source: Both } };
  retirement: { from: string; men: Ages; women: Ages; source: Both };
  /** value null: taken from the records of the day */
  assumptions: { key: AssumptionKey; unit: AssumptionUnit; value: string | null; label: Both; source: Both }[];
}

/** What the caller may set instead of the default, as typed; blank = not set. */
export type NeedsInput = Partial<Record<AssumptionKey | 'required' | 'count', string | null>>;

const PERCENT = /^\d{1,3}(\.\d{1,2})?$/;
const WHOLE = /^\d{1,9}$/;
const MOST = { PEOPLE: 9_999_999, INTAKES: 30 } as const;
const LATEST_YEARS = 30;

/**
 * Reads what was typed. Every fault is named, with the path of its field.
 * @returns the values that are set and good, trimmed
 */
export function readNeedsInput(
  input: NeedsInput,
  dueOn: string | null | undefined,
  today: Day,
): { values: NeedsInput; dueOn: Day | null; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const values: NeedsInput = {};
  for (const key of ['required', 'count', ...ASSUMPTIONS] as const) {
    const text = input[key]?.trim();
    if (!text) continue;
    const path = `inputs.${key}`;
    if (key.endsWith('Percent')) {
      if (PERCENT.test(text) && Number(text) <= 100) values[key] = text;
      else faults.push({ path, code: 'PLANS_NEEDS_PERCENT' });
    } else {
      const max = key === 'intakes' ? MOST.INTAKES : MOST.PEOPLE;
      if (WHOLE.test(text) && Number(text) <= max) values[key] = String(Number(text));
      else faults.push({ path, code: 'PLANS_NEEDS_WHOLE', params: { max } });
    }
  }
  const day = dueOn?.trim() || null;
  const latest = addMonths(today, LATEST_YEARS * 12);
  if (day !== null) {
    const code = !isDay(day)
      ? 'PLANS_NEEDS_DAY'
      : day <= today
        ? 'PLANS_NEEDS_DAY_PAST'
        : day > latest
          ? 'PLANS_NEEDS_DAY_FAR'
          : null;
    if (code) faults.push({ path: 'dueOn', code, params: { today, latest } });
  }
  return { values, dueOn: day, faults };
}

/** '95' → '0.95', '97.5' → '0.975': the form the rule for places takes. */
export function shareOf(percent: string): string {
  const [whole, decimals = ''] = percent.split('.');
  const digits = whole!.padStart(3, '0') + decimals;
  return `${digits.slice(0, -2 - decimals.length)}.${digits.slice(-2 - decimals.length)}`;
}

/** Of so many trainees, how many will count; rounded down: nobody is counted in part. */
export function expectedHeads(trainees: number, ...shares: string[]): number {
  const all = shares.map(parseDecimal).reduce<Ratio>(mul, ratio(trainees));
  return Number(floorDiv(all.num, all.den));
}

/**
 * Yearly intakes in time (§4.6): the first begins on the day after `from`, one a year; one counts when its training and
 * the lag end on or before `due`.
 */
export function intakesUntil(from: Day, due: Day, months: number): number {
  let n = 0;
  while (addDays(addMonths(addDays(from, 1), 12 * n + months), -1) <= due) n++;
  return n;
}

/** Last day at work of somebody born in a month (YYYY-MM): the end of the month in which the legal age is reached. */
export function lastWorkingDay(sex: string, birthMonth: string, rule: NeedsRule['retirement']): Day {
  const ages = sex === 'F' ? rule.women : rule.men;
  const reached = addMonths(`${birthMonth}-01`, ages.years * 12);
  const after = monthsBetween(rule.from, reached.slice(0, 7));
  const delay = after < 0 ? 0 : Math.min(ages.mostMonths, Math.floor(after / ages.everyMonths) + 1);
  return addDays(addMonths(reached, delay + 1), -1);
}

/** Heads whose last working day is today or later and before the due date: not counted any more on it (§4.2). */
export function retirementsUntil(
  rows: readonly { sex: string; month: string; heads: number }[],
  today: Day,
  due: Day,
  rule: NeedsRule['retirement'],
): number {
  return rows.reduce((n, r) => {
    const last = lastWorkingDay(r.sex, r.month, rule);
    return last >= today && last < due ? n + r.heads : n;
  }, 0);
}

const monthsBetween = (a: string, b: string): number =>
  (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7));
