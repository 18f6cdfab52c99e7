import { type CountingRule, DEFAULT_COUNTING_RULE } from './counting-rule';
import { knownInstants, mergeRecords, type PersonFacts } from './facts';
import { type Membership, memberships } from './standing';

/** Known since ever: facts without an instant of recording. */
export const ALWAYS = new Date(0);

/** A run of days with the time during which it was held true: known at k means `knownFrom <= k < knownTo` (§4.8). */
export interface KnownMembership extends Membership {
  knownFrom: Date;
  /** null: still held true */
  knownTo: Date | null;
}

/**
 * Both time axes of the records that are or once were one person: for each record, every run of days together with
 * when it was held true. Derived from the facts alone, so that a rebuild gives the same rows.
 * @param family all records linked by a merge, undone ones too; each record is in the answer, a duplicate possibly empty
 */
export function knownMemberships(
  family: readonly PersonFacts[],
  rule: CountingRule = DEFAULT_COUNTING_RULE,
): Map<string, KnownMembership[]> {
  const out = new Map(family.map((p) => [p.id, [] as KnownMembership[]]));
  const open = new Map<string, KnownMembership>();
  for (const at of [ALWAYS, ...knownInstants(family.flatMap((p) => p.facts))]) {
    const held = new Set<string>();
    for (const person of mergeRecords(family, at)) {
      for (const run of memberships(person, null, rule)) {
        const key = `${person.id} ${run.start} ${run.end ?? ''} ${run.category} ${run.region} ${run.licenceLevel ?? ''} ${run.bases.join()}`;
        held.add(key);
        if (open.has(key)) continue;
        const known = { ...run, knownFrom: at, knownTo: null };
        open.set(key, known);
        if (!out.has(person.id)) out.set(person.id, []);
        out.get(person.id)!.push(known);
      }
    }
    for (const [key, known] of open) {
      if (held.has(key)) continue;
      known.knownTo = at;
      open.delete(key);
    }
  }
  for (const rows of out.values()) rows.sort(byStart);
  return out;
}

const byStart = (a: KnownMembership, b: KnownMembership): number =>
  a.start === b.start ? a.knownFrom.getTime() - b.knownFrom.getTime() : a.start < b.start ? -1 : 1;
