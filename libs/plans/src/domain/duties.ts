import { type Day, DomainError, diffDays } from '@app/kernel';

/**
 * Which regions a target binds, in the plan's own data (`scope.subject` of content/plans). Conditions of one object all
 * hold together; 「超过」 is `populationGreaterThan` and leaves the number out, 「以下」 is `populationAtMost` and takes it in.
 */
export interface Subject {
  all?: boolean;
  anyOf?: readonly Subject[];
  capital?: boolean;
  /** RegionKind codes; 县 is COUNTY and COUNTY_CITY, never DISTRICT (DEC-4). */
  kinds?: readonly string[];
  /** Persons, strictly above. */
  populationGreaterThan?: number;
  /** Persons, the number included. */
  populationAtMost?: number;
  /** Which series the population is taken from (DEC-24: the census, so that a later estimate moves nobody). */
  populationSeries?: string;
}

export interface SubjectRegion {
  kind: string;
  capital: boolean;
  /** Resident persons of the series the subject names, integer ≥ 0; null when unknown. */
  population: number | null;
}

/**
 * Does the target bind this region (§4.7, IND-L5…L7)? Null when that rests on a population nobody knows: never "no".
 * @throws DomainError PLANS_BAD_NUMBER {name, value} for a population that is no head count
 */
export function isSubject(subject: Subject, region: SubjectRegion): boolean | null {
  const { population } = region;
  if (population !== null) whole('population', population);
  const answers: (boolean | null)[] = [];
  if (subject.capital !== undefined) answers.push(region.capital === subject.capital);
  if (subject.kinds) answers.push(subject.kinds.includes(region.kind));
  const { populationGreaterThan: above, populationAtMost: upTo } = subject;
  if (above !== undefined) answers.push(population === null ? null : population > above);
  if (upTo !== undefined) answers.push(population === null ? null : population <= upTo);
  if (subject.anyOf) answers.push(anyOf(subject.anyOf.map((s) => isSubject(s, region))));
  return allOf(answers);
}

function anyOf(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}

function allOf(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

export interface CountResult {
  met: boolean;
  status: 'MET' | 'NOT_MET' | 'ABOVE_RANGE';
  /** Still missing up to the least number; 0 when met. */
  gap: number;
}

/**
 * A number of things against a plan's number (§4.7). More than the upper end of a range is met and flagged (IND-L10).
 * @param count, least integers ≥ 0. @param most integer ≥ least, or null for no upper end.
 * @throws DomainError PLANS_BAD_NUMBER {name, value}
 */
export function countAgainst(count: number, least: number, most: number | null = null): CountResult {
  whole('count', count);
  whole('least', least);
  if (most !== null && whole('most', most) < least)
    throw new DomainError('PLANS_BAD_NUMBER', { name: 'most', value: most });
  const met = count >= least;
  const status = !met ? 'NOT_MET' : most !== null && count > most ? 'ABOVE_RANGE' : 'MET';
  return { met, status, gap: met ? 0 : least - count };
}

export interface EstablishedResult {
  status: 'MET' | 'LATE' | 'NOT_MET';
  /** Days after the last day of the plan; 0 unless LATE. */
  daysLate: number;
}

/**
 * Something a plan wants set up by a day, that day included (DEC-3, IND-L14).
 * @param on the day it was set up; null = not yet.
 * @throws DomainError KERNEL_BAD_DAY
 */
export function establishedBy(due: Day, on: Day | null): EstablishedResult {
  if (on === null) return { status: 'NOT_MET', daysLate: 0 };
  const days = diffDays(due, on);
  return days > 0 ? { status: 'LATE', daysLate: days } : { status: 'MET', daysLate: 0 };
}

function whole(name: string, value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new DomainError('PLANS_BAD_NUMBER', { name, value });
  return value;
}
