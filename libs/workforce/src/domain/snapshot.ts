import { canonicalJson, sha256Hex } from '@app/kernel';
import type { WorkforceCategory } from './counting-rule';

/** One counted person of a snapshot. */
export interface SnapshotMember {
  personId: string;
  category: WorkforceCategory;
  countyCode: string;
  /** in the rule's order, comma separated */
  bases: string;
  registered: boolean;
  certified: boolean;
}

/** The population a figure was published with (§4.5); null where none was published. */
export interface SnapshotPopulation {
  regionCode: string;
  persons: number;
  seriesCode: string;
  referenceDate: string;
  publishedOn: string;
}

export interface SnapshotFigure {
  regionCode: string;
  category: WorkforceCategory;
  registered: number;
  certified: number;
  union: number;
  population: number | null;
  populationSeries: string | null;
  populationReferenceDate: string | null;
  populationPublishedOn: string | null;
}

export interface SnapshotHead {
  id: string;
  regionCode: string;
  asOf: string;
  /** ISO instant: nothing recorded later is in it */
  knownAt: string;
  title: string;
  ruleVersion: string;
  rule: unknown;
  populationPolicyVersion: string | null;
}

export const CATEGORIES = ['PHYSICIAN', 'THERAPIST'] as const;

/** A region's figures and those of all its parts: each is the sum of its counties, never an average. */
export function figuresOf(
  regionCodes: readonly string[],
  prefixOf: (code: string) => string,
  members: readonly SnapshotMember[],
  populations: readonly SnapshotPopulation[],
): SnapshotFigure[] {
  const population = new Map(populations.map((p) => [p.regionCode, p]));
  const counties = new Map<string, { registered: number; certified: number; union: number }>();
  for (const m of members) {
    const key = `${m.category} ${m.countyCode}`;
    const c = counties.get(key) ?? { registered: 0, certified: 0, union: 0 };
    c.union++;
    if (m.registered) c.registered++;
    if (m.certified) c.certified++;
    counties.set(key, c);
  }
  return regionCodes.flatMap((regionCode) =>
    CATEGORIES.map((category): SnapshotFigure => {
      const prefix = `${category} ${prefixOf(regionCode)}`;
      const heads = { registered: 0, certified: 0, union: 0 };
      for (const [key, c] of counties) {
        if (!key.startsWith(prefix)) continue;
        heads.registered += c.registered;
        heads.certified += c.certified;
        heads.union += c.union;
      }
      const p = population.get(regionCode);
      return {
        regionCode,
        category,
        ...heads,
        population: p?.persons ?? null,
        populationSeries: p?.seriesCode ?? null,
        populationReferenceDate: p?.referenceDate ?? null,
        populationPublishedOn: p?.publishedOn ?? null,
      };
    }),
  );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** SHA-256 over everything a snapshot says, in one fixed spelling: the same figures and people give the same hash. */
export function snapshotHash(
  head: SnapshotHead,
  figures: readonly SnapshotFigure[],
  members: readonly SnapshotMember[],
): string {
  const figureKey = (f: SnapshotFigure) => `${f.regionCode} ${f.category}`;
  const memberKey = (m: SnapshotMember) => `${m.personId} ${m.category}`;
  return sha256Hex(
    canonicalJson({
      form: 'kangxun-tally-snapshot-1',
      head,
      figures: [...figures].sort((a, b) => order(figureKey(a), figureKey(b))),
      members: [...members].sort((a, b) => order(memberKey(a), memberKey(b))),
    }),
  );
}
