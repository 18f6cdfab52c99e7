import { type Day, addMonths } from '@app/kernel';

export type PopulationKind = 'CENSUS' | 'YEAR_END_ESTIMATE';

/** One published figure of one region (§4.5). */
export interface PopulationValue {
  seriesId: string;
  kind: PopulationKind;
  regionCode: string;
  referenceDate: Day;
  publishedOn: Day;
  persons: number;
  /** Persons the source rounded to: 1, 100 or 1,000. */
  precision: number;
}

/** Which sources may be used; data of the plan, printed beside every figure. */
export interface PopulationPolicy {
  kinds: readonly PopulationKind[];
  /** Only these series; all when absent. */
  seriesIds?: readonly string[];
  /** Older than this many months at `asOf` is STALE. */
  staleAfterMonths: number;
}

/** DEC-21. */
export const LATEST_PUBLISHED: PopulationPolicy = { kinds: ['CENSUS', 'YEAR_END_ESTIMATE'], staleAfterMonths: 18 };
export const CENSUS_ONLY: PopulationPolicy = { kinds: ['CENSUS'], staleAfterMonths: 18 };

export type PopulationPick =
  { status: 'OK' | 'STALE'; value: PopulationValue } | { status: 'NO_POPULATION'; value: null };

/**
 * The population of one region on a day (DEC-21): the greatest reference date up to `asOf` among what was published by
 * `knownAt`; of two figures for the same date the one published later. Never interpolates.
 * @param values of one region. @param knownAt day of knowledge, inclusive.
 */
export function pickPopulation(
  values: readonly PopulationValue[],
  policy: PopulationPolicy,
  asOf: Day,
  knownAt: Day,
): PopulationPick {
  let best: PopulationValue | null = null;
  for (const value of values) {
    const allowed =
      policy.kinds.includes(value.kind) &&
      (policy.seriesIds === undefined || policy.seriesIds.includes(value.seriesId));
    if (!allowed || value.referenceDate > asOf || value.publishedOn > knownAt) continue;
    if (best === null || rank(value) > rank(best)) best = value;
  }
  if (best === null) return { status: 'NO_POPULATION', value: null };
  const stale = addMonths(best.referenceDate, policy.staleAfterMonths) < asOf;
  return { status: stale ? 'STALE' : 'OK', value: best };
}

/** Series id last, so that the pick never depends on the order of rows. */
function rank(value: PopulationValue): string {
  return `${value.referenceDate} ${value.publishedOn} ${value.seriesId}`;
}
