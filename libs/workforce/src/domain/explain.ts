import { type Day, type DayInterval, contains } from '@app/kernel';
import { type CountingRule, DEFAULT_COUNTING_RULE } from './counting-rule';
import type { CountingBasis, PersonFacts, SiteFact } from './facts';
import { type Dossier, type Standing, dossier, isBasis, memberships, standingOn } from './standing';

/** A counting basis and the days it holds. */
export interface BasisHeld extends DayInterval {
  basis: CountingBasis;
}

/** Why a person is in or out of the tally on a day (§4.8 drill-down). */
export interface Explanation extends Standing {
  day: Day;
  ruleVersion: string;
  /** The run of days around `day` in which the person counts in the same way; null when out. */
  interval: DayInterval | null;
  /** The main site of the day, also when the person is out. */
  site: (Pick<SiteFact, 'region' | 'institution' | 'institutionId'> & DayInterval) | null;
  /** Regions of filed sites: shown, without effect on the count (§4.2). */
  serviceSites: string[];
  /** Bases of either category that hold on the day, also when the person is out. */
  basesHeld: BasisHeld[];
}

/**
 * How a person stands on a day and why; `against` carries every reason per category.
 * @param person one record, or the whole person after `mergeRecords`; a merged duplicate is out with MERGED_INTO.
 * @param knownAt inclusive; null = everything recorded so far.
 */
export function explain(
  person: PersonFacts,
  day: Day,
  knownAt: Date | null = null,
  rule: CountingRule = DEFAULT_COUNTING_RULE,
): Explanation {
  const file = dossier(person, knownAt);
  const run = memberships(person, knownAt, rule).find((m) => contains(m, day));
  const main = file.mainSites.find((h) => contains(h.days, day));
  return {
    ...standingOn(file, day, rule),
    day,
    ruleVersion: rule.version,
    interval: run ? { start: run.start, end: run.end } : null,
    site: main
      ? {
          region: main.fact.region,
          institution: main.fact.institution,
          institutionId: main.fact.institutionId,
          ...main.days,
        }
      : null,
    serviceSites: filedRegions(file, day),
    basesHeld: basesHeld(file, day, rule),
  };
}

function filedRegions(file: Dossier, day: Day): string[] {
  const regions = file.held.flatMap(({ fact, days }) =>
    fact.type === 'SITE' && fact.role === 'FILED' && contains(days, day) ? [fact.region] : [],
  );
  return [...new Set(regions)].sort();
}

function basesHeld(file: Dossier, day: Day, rule: CountingRule): BasisHeld[] {
  const on = file.held.filter((h) => contains(h.days, day));
  return [...rule.physician.bases, ...rule.therapist.bases].flatMap((basis) =>
    on.filter((h) => isBasis(h.fact, basis, rule)).map((h) => ({ basis, ...h.days })),
  );
}
