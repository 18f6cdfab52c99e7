import { Injectable } from '@nestjs/common';
import { regionPrefix } from '@app/platform';
import { type PopulationFigure, Registry, type RegionRow } from '@app/registry';
import { Workforce } from '@app/workforce';
import type { EvidenceRow, ExemptionRow, FullTarget } from '../data/indicator.store';
import type { Subject } from '../domain/duties';
import type { AskedRegion, IndicatorFacts } from '../domain/evaluate';
import type { DepartmentPhysician, Facility } from '../domain/measure';
import { pickPopulation, type PopulationKind, type PopulationPick, type PopulationPolicy } from '../domain/population';

/** What every target of a plan is evaluated on, gathered once for a region and a day. */
export interface DayFacts {
  day: string;
  region: RegionRow;
  regions: RegionRow[];
  facilities: Facility[];
  physicians: DepartmentPhysician[];
  heads: Record<'PHYSICIAN' | 'THERAPIST', number>;
  populations: Map<string, PopulationFigure[]>;
  population: PopulationPick;
  policy: PopulationPolicy;
  knownOn: string;
}

const KINDS: Record<string, readonly string[]> = {
  PROVINCE: ['PROVINCE'],
  PREFECTURE_CITY: ['PREFECTURE_CITY'],
  COUNTY: ['DISTRICT', 'COUNTY', 'COUNTY_CITY'],
};
/** GB/T 2260 gives the provincial capital the number 01. */
const isCapital = (r: RegionRow): boolean => r.kind === 'PREFECTURE_CITY' && r.code.slice(2, 4) === '01';

@Injectable()
export class IndicatorFactsReader {
  constructor(
    private readonly registry: Registry,
    private readonly workforce: Workforce,
  ) {}

  /** @param knownOn population figures published later are left out */
  async of(region: RegionRow, day: string, policy: PopulationPolicy, knownOn: string): Promise<DayFacts> {
    const province = `${region.code.slice(0, 2)}0000`;
    const prefix = regionPrefix(region.code);
    const [regions, facilities, physicians, p, t] = await Promise.all([
      this.registry.regions(province, day),
      this.registry.facilities(province, day),
      this.registry.rehabDepartmentPhysicians(province, day),
      this.workforce.counts({ regionCodes: [region.code], asOf: day, category: 'PHYSICIAN' }),
      this.workforce.counts({ regionCodes: [region.code], asOf: day, category: 'THERAPIST' }),
    ]);
    const inside = regions.filter((r) => r.code.startsWith(prefix));
    const ours = facilities.filter((f) => f.countyCode.startsWith(prefix));
    const ids = new Set(ours.map((f) => f.id));
    const populations = new Map<string, PopulationFigure[]>();
    for (const v of await this.registry.populationValues([...new Set([region.code, ...inside.map((r) => r.code)])]))
      populations.set(v.regionCode, [...(populations.get(v.regionCode) ?? []), v]);
    return {
      day,
      region,
      regions: inside,
      facilities: ours,
      physicians: physicians.filter((x) => ids.has(x.institutionId)),
      heads: { PHYSICIAN: p.get(region.code)!.union, THERAPIST: t.get(region.code)!.union },
      populations,
      population: pick(populations.get(region.code) ?? [], policy, day, knownOn),
      policy,
      knownOn,
    };
  }
}

/** The facts as one target needs them: its regions with the population its own rule names. */
export function factsFor(
  target: FullTarget,
  day: DayFacts,
  records: { exemptions: ExemptionRow[]; evidence: EvidenceRow[]; subgoals: ReadonlyMap<string, string | null> },
): IndicatorFacts {
  const kinds = KINDS[target.scope.level] ?? [];
  const series = seriesOf(target.scope.subject);
  const policy: PopulationPolicy = series
    ? { kinds: ['CENSUS', 'YEAR_END_ESTIMATE'], seriesIds: [series], staleAfterMonths: day.policy.staleAfterMonths }
    : day.policy;
  const regions = day.regions
    .filter((r) => kinds.includes(r.kind))
    .map((r): AskedRegion => ({
      code: r.code,
      kind: r.kind,
      capital: isCapital(r),
      population: pick(day.populations.get(r.code) ?? [], policy, day.day, day.knownOn).value?.persons ?? null,
    }));
  const asked = new Set(regions.map((r) => r.code));
  return {
    facilities: day.facilities,
    physicians: day.physicians,
    heads: day.heads,
    population: day.population.value?.persons ?? null,
    recorded: records.evidence.filter((e) => e.targetKey === target.id).length,
    subgoals: new Map([...records.subgoals].filter(([code]) => asked.has(code))),
    exemptions: new Map(records.exemptions.filter((e) => e.targetKey === target.id).map((e) => [e.regionCode, e])),
    regions,
  };
}

/** The series a rule about populations names, however deep (DEC-24). */
const seriesOf = (s: Subject | undefined): string | undefined =>
  s?.populationSeries ?? s?.anyOf?.map(seriesOf).find((x) => x !== undefined);

const pick = (values: PopulationFigure[], policy: PopulationPolicy, day: string, knownOn: string): PopulationPick =>
  pickPopulation(
    values.map((v) => ({ ...v, seriesId: v.series, kind: v.kind as PopulationKind, persons: Number(v.persons) })),
    policy,
    day,
    knownOn,
  );
