import type { Day } from '@app/kernel';
import { type CountingRule, DEFAULT_COUNTING_RULE, type WorkforceCategory } from './counting-rule';
import { type PersonFacts, mergeRecords } from './facts';
import { type Standing, dossier, standingOn } from './standing';

/** Region code → person ids, sorted; regions without members are left out. */
export type RegionMembers = Record<string, string[]>;

/** The three columns of §4.1. `union` is compared with the goal; who has several bases is in it once. */
export interface TallyColumns {
  union: RegionMembers;
  registered: RegionMembers;
  certified: RegionMembers;
}

export interface Tally {
  asOf: Day;
  ruleVersion: string;
  physicians: TallyColumns;
  therapists: TallyColumns;
}

/**
 * Who counts where at the end of day `asOf` (§4). A function of its inputs only: same facts, day, knowledge and rule,
 * same result, forever (§4.8).
 * @param persons one entry per record; duplicates carry MERGED_INTO. @param knownAt inclusive; null = all recorded.
 * @throws DomainError WORKFORCE_MERGE_CYCLE, WORKFORCE_DUPLICATE_PERSON
 */
export function tally(
  persons: readonly PersonFacts[],
  asOf: Day,
  knownAt: Date | null = null,
  rule: CountingRule = DEFAULT_COUNTING_RULE,
): Tally {
  return tallies(persons, [asOf], knownAt, rule)[0]!;
}

/** `tally` for several days, reading every person once. */
export function tallies(
  persons: readonly PersonFacts[],
  asOf: readonly Day[],
  knownAt: Date | null = null,
  rule: CountingRule = DEFAULT_COUNTING_RULE,
): Tally[] {
  const result = asOf.map((day): Tally => ({
    asOf: day,
    ruleVersion: rule.version,
    physicians: columns(),
    therapists: columns(),
  }));
  for (const person of mergeRecords(persons, knownAt)) {
    const file = dossier(person);
    for (const t of result) add(t, person.id, standingOn(file, t.asOf, rule), rule);
  }
  for (const t of result) {
    t.physicians = ordered(t.physicians);
    t.therapists = ordered(t.therapists);
  }
  return result;
}

function columns(): TallyColumns {
  return { union: {}, registered: {}, certified: {} };
}

function add(t: Tally, id: string, s: Standing, rule: CountingRule): void {
  if (s.category === null || s.region === null) return;
  const side = s.category === 'PHYSICIAN' ? t.physicians : t.therapists;
  (side.union[s.region] ??= []).push(id);
  if (s.bases.some((b) => rule.columns.REGISTERED.includes(b))) (side.registered[s.region] ??= []).push(id);
  if (s.bases.some((b) => rule.columns.CERTIFIED.includes(b))) (side.certified[s.region] ??= []).push(id);
}

function ordered(c: TallyColumns): TallyColumns {
  const sort = (members: RegionMembers): RegionMembers =>
    Object.fromEntries(
      Object.keys(members)
        .sort()
        .map((region) => [region, [...members[region]!].sort()]),
    );
  return { union: sort(c.union), registered: sort(c.registered), certified: sort(c.certified) };
}

/** One difference between a published figure and the same figure recomputed (§4.8). */
export interface Restatement {
  category: WorkforceCategory;
  region: string;
  /** Recomputed − published, in heads. */
  change: number;
  added: string[];
  removed: string[];
}

/** What a recomputation changes in a published tally's `union`; the snapshot itself is never rewritten. */
export function restatements(published: Tally, recomputed: Tally): Restatement[] {
  return (['PHYSICIAN', 'THERAPIST'] as const).flatMap((category) => {
    const side = category === 'PHYSICIAN' ? 'physicians' : 'therapists';
    const [before, after] = [published[side].union, recomputed[side].union];
    const regions = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return regions.flatMap((region): Restatement[] => {
      const [was, is] = [new Set(before[region]), new Set(after[region])];
      const added = [...is].filter((id) => !was.has(id));
      const removed = [...was].filter((id) => !is.has(id));
      if (added.length === 0 && removed.length === 0) return [];
      return [{ category, region, change: added.length - removed.length, added, removed }];
    });
  });
}
