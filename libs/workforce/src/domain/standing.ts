import { type Day, type DayInterval, type Reason, addDays, contains, isEmptyInterval } from '@app/kernel';
import { type CountingRule, DEFAULT_COUNTING_RULE, type WorkforceCategory } from './counting-rule';
import {
  type CountingBasis,
  type Fact,
  type LicenceLevel,
  type PersonFacts,
  type SiteFact,
  factsKnownAt,
  mergedInto,
} from './facts';

/** The last day there is; printed on a certificate it means no end. */
const LAST_DAY: Day = '9999-12-31';

/** A fact with the days it really holds. */
interface Held<F extends Fact = Fact> {
  fact: F;
  days: DayInterval;
}

/** A person's known facts, ready to be asked about any day. */
export interface Dossier {
  id: string;
  /** The record this one is a duplicate of: it never counts itself. */
  mergedInto: string | null;
  held: readonly Held[];
  /** At most one on any day: a new main site ends the one before (§4.2: never both, never neither). */
  mainSites: readonly Held<SiteFact>[];
}

/** How a person stands on one day. `against` lists, per category, every reason why not; empty for a category that fits. */
export interface Standing {
  counted: boolean;
  category: WorkforceCategory | null;
  /** The bases of that category valid on the day, in the order of the rule. */
  bases: CountingBasis[];
  region: string | null;
  licenceLevel: LicenceLevel | null;
  against: Record<WorkforceCategory, Reason[]>;
}

/** A run of days on which a person counts in the same way. */
export interface Membership extends DayInterval {
  category: WorkforceCategory;
  bases: CountingBasis[];
  region: string;
  /** Physicians only; §4.1 shows assistant physicians (2) separately. */
  licenceLevel: LicenceLevel | null;
}

/** @param knownAt inclusive; null = everything recorded so far. */
export function dossier(person: PersonFacts, knownAt: Date | null = null): Dossier {
  const known = factsKnownAt(person.facts, knownAt);
  const held = known.map((fact): Held => ({ fact, days: daysOf(fact) })).filter((h) => !isEmptyInterval(h.days));
  return { id: person.id, mergedInto: mergedInto(known), held, mainSites: mainSites(held) };
}

/** How the person stands at the end of `day` under `rule`. */
export function standingOn(person: Dossier, day: Day, rule: CountingRule = DEFAULT_COUNTING_RULE): Standing {
  const on = person.held.filter((h) => contains(h.days, day)).map((h) => h.fact);
  const site = person.mainSites.find((s) => contains(s.days, day))?.fact ?? null;
  const shared = [...personReasons(person, on), ...siteReasons(site)];
  const physician = physicianReasons(on, rule);
  const therapist = therapistReasons(on, site, rule);
  const against = { PHYSICIAN: [...physician.reasons, ...shared], THERAPIST: [...therapist.reasons, ...shared] };
  const category = rule.precedence.find((c) => against[c].length === 0) ?? null;
  return {
    counted: category !== null,
    category,
    bases: category === null ? [] : category === 'PHYSICIAN' ? physician.bases : therapist.bases,
    region: category === null ? null : site!.region,
    licenceLevel: category === 'PHYSICIAN' ? physician.level : null,
    against,
  };
}

/** All runs of days on which the person counts, in time order; none for a record merged into another. */
export function memberships(
  person: PersonFacts,
  knownAt: Date | null = null,
  rule: CountingRule = DEFAULT_COUNTING_RULE,
): Membership[] {
  const file = dossier(person, knownAt);
  const out: Membership[] = [];
  const edges = boundaries(file);
  edges.forEach((start, i) => {
    const s = standingOn(file, start, rule);
    if (s.category === null || s.region === null) return;
    const end = edges[i + 1] ?? null;
    const last = out.at(-1);
    if (last && last.end === start && sameWay(last, s)) last.end = end;
    else {
      const { category, bases, region, licenceLevel } = s;
      out.push({ category, bases, region, licenceLevel, start, end });
    }
  });
  return out;
}

/** The days on which anything about the person may change, in order. */
export function boundaries(person: Dossier): Day[] {
  const days = [...person.held, ...person.mainSites].flatMap((h) => [h.days.start, h.days.end ?? []].flat());
  return [...new Set(days)].sort();
}

function sameWay(a: Membership, b: Standing): boolean {
  return (
    a.category === b.category &&
    a.region === b.region &&
    a.licenceLevel === b.licenceLevel &&
    a.bases.join() === b.bases.join()
  );
}

function daysOf(fact: Fact): DayInterval {
  if (fact.type === 'DEATH' || fact.type === 'MERGED_INTO') return { start: fact.from, end: null };
  const ends: (Day | null | undefined)[] = [fact.to];
  if (fact.type === 'SITE') ends.push(fact.closedOn);
  if (fact.type === 'TRANSFER_CERT' || fact.type === 'INDUCTION_CERT') {
    const printed = fact.validTo && fact.validTo < LAST_DAY ? addDays(fact.validTo, 1) : null;
    ends.push(fact.revokedOn, fact.cancelledOn, printed);
  }
  const end = ends.filter((d): d is Day => Boolean(d)).sort()[0];
  return { start: fact.from, end: end ?? null };
}

function mainSites(held: readonly Held[]): Held<SiteFact>[] {
  const main = held
    .filter((h): h is Held<SiteFact> => h.fact.type === 'SITE' && h.fact.role === 'MAIN')
    .sort((a, b) => (siteRank(a) < siteRank(b) ? -1 : 1));
  return main
    .map((h, i) => {
      const next = main[i + 1]?.days.start;
      const cut = next !== undefined && (h.days.end === null || next < h.days.end);
      return cut ? { ...h, days: { start: h.days.start, end: next } } : h;
    })
    .filter((h) => !isEmptyInterval(h.days));
}

/** Region last, so that two sites from the same day are settled the same way whatever the order of rows. */
function siteRank(h: Held<SiteFact>): string {
  const recorded = String(h.fact.recordedAt?.getTime() ?? 0).padStart(16, '0');
  return `${h.days.start} ${recorded} ${h.fact.institution === 'MEDICAL' ? 1 : 0} ${h.fact.region}`;
}

function personReasons(person: Dossier, on: readonly Fact[]): Reason[] {
  const reasons: Reason[] = [];
  if (person.mergedInto !== null) reasons.push({ code: 'MERGED_INTO', params: { person: person.mergedInto } });
  if (on.some((f) => f.type === 'DEATH')) reasons.push({ code: 'DEAD' });
  if (on.some((f) => f.type === 'LICENCE_SUSPENDED')) reasons.push({ code: 'SUSPENDED' });
  return reasons;
}

function siteReasons(site: SiteFact | null): Reason[] {
  if (site === null) return [{ code: 'NO_MAIN_SITE' }];
  return site.institution === 'MEDICAL' ? [] : [{ code: 'SITE_NOT_MEDICAL', params: { region: site.region } }];
}

function physicianReasons(on: readonly Fact[], rule: CountingRule) {
  const { licenceLevels, licenceCategories, bases: wanted } = rule.physician;
  const licences = on.filter((f) => f.type === 'LICENCE');
  const fitting = licences.filter((l) => licenceLevels.includes(l.level) && licenceCategories.includes(l.category));
  const level: LicenceLevel | null = fitting.length === 0 ? null : fitting.some((l) => l.level === 1) ? 1 : 2;
  const bases = basesOn(on, wanted, rule);
  const reasons: Reason[] = [];
  if (licences.length === 0) reasons.push({ code: 'NO_LICENCE' });
  else if (level === null) {
    const { level: held, category } = licences[0]!;
    reasons.push({ code: 'LICENCE_NOT_COUNTED', params: { level: held, category } });
  }
  if (bases.length === 0) reasons.push({ code: 'NO_BASIS', params: { needed: wanted } });
  return { level, bases, reasons };
}

function therapistReasons(on: readonly Fact[], site: SiteFact | null, rule: CountingRule) {
  const bases = basesOn(on, rule.therapist.bases, rule);
  const reasons: Reason[] = [];
  if (bases.length === 0) reasons.push({ code: 'NO_BASIS', params: { needed: rule.therapist.bases } });
  if (rule.therapist.needsRehabPost && site?.post === 'OTHER') reasons.push({ code: 'NOT_IN_REHAB_POST' });
  return { bases, reasons };
}

function basesOn(on: readonly Fact[], wanted: readonly CountingBasis[], rule: CountingRule): CountingBasis[] {
  return wanted.filter((basis) => on.some((fact) => isBasis(fact, basis, rule)));
}

/** True when the fact is of that basis under the rule: a SCOPE only for the scopes the rule names. */
export function isBasis(fact: Fact, basis: CountingBasis, rule: CountingRule): boolean {
  return fact.type === basis && (fact.type !== 'SCOPE' || rule.scopes.includes(fact.scope));
}
