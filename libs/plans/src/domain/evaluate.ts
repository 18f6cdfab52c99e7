import type { Day } from '@app/kernel';
import { isSubject } from './duties';
import {
  filterOf,
  judgeCount,
  judgeRate,
  judgeRegion,
  judgeRegions,
  judgeShare,
  nothing,
  type RegionStanding,
  type TargetDefinition,
  type Verdict,
} from './indicator';
import {
  type DepartmentPhysician,
  designationsOf,
  type Facility,
  fits,
  institutionShare,
  type Measure,
  type TitlePart,
  titleShare,
} from './measure';
import { rate } from './rate';

/** A region a target may be asked of, with the population its own rule names. */
export interface AskedRegion {
  code: string;
  kind: string;
  capital: boolean;
  population: number | null;
}

/** Everything about one province (or part of it) on one day. */
export interface IndicatorFacts {
  facilities: readonly Facility[];
  physicians: readonly DepartmentPhysician[];
  heads: Record<'PHYSICIAN' | 'THERAPIST', number>;
  population: number | null;
  /** things on record for this target, e.g. issued pathways */
  recorded: number;
  /** city → the day its yearly sub-goals were first handed in */
  subgoals: ReadonlyMap<string, Day | null>;
  exemptions: ReadonlyMap<string, NonNullable<RegionStanding['exemption']>>;
  /** of the level the target is asked of */
  regions: readonly AskedRegion[];
}

/** One thing counted: an institution, or a designation with the institution that holds it. */
export interface Counted {
  institutionId: string;
  name: string;
  countyCode: string;
  since: Day | null;
}

export interface Evaluation extends Verdict {
  num: number | null;
  den: number | null;
  counted: Counted[];
  /** institutions of the whole that are not in the part */
  missing: Counted[];
  titles: TitlePart | null;
  parts: RegionStanding[];
}

const stem = (code: string): string => code.replace(/(00){1,2}$/, '');
const empty = { num: null, den: null, counted: [], missing: [], titles: null, parts: [] };
const itemOf = (f: Facility, since: Day | null = null): Counted => ({
  institutionId: f.id,
  name: f.name,
  countyCode: f.countyCode,
  since,
});

/** The target's figure on the facts of a day and how it stands (§4.7). @throws DomainError PLANS_BAD_NUMBER */
export function evaluate(target: TargetDefinition, m: Measure, facts: IndicatorFacts): Evaluation {
  return target.scope.aggregate === 'EACH' ? ofEach(target, m, facts) : ofWhole(target, m, facts);
}

function ofWhole(target: TargetDefinition, m: Measure, facts: IndicatorFacts): Evaluation {
  const filter = filterOf(m, target);
  switch (m.kind) {
    case 'TALLY_RATE': {
      const num = facts.heads[m.category ?? 'PHYSICIAN'];
      return { ...empty, ...judgeRate(rate(num, facts.population, target.value ?? '0')), num, den: facts.population };
    }
    case 'INSTITUTIONS': {
      const counted = facts.facilities.filter((f) => fits(f, filter)).map((f) => itemOf(f));
      return { ...empty, ...judgeCount(target, counted.length), num: counted.length, counted };
    }
    case 'DESIGNATIONS':
    case 'ESTABLISHED': {
      const counted = designationsOf(facts.facilities, m).map((d) => itemOf(d.facility, d.startOn));
      return { ...empty, ...judgeCount(target, counted.length), num: counted.length, counted };
    }
    case 'INSTITUTION_SHARE': {
      const { num, den, missing } = institutionShare(facts.facilities, filter, m);
      const lost = new Set(missing);
      const whole = facts.facilities.filter((f) => fits(f, filter));
      return {
        ...empty,
        ...judgeShare(target, num, den),
        num,
        den,
        counted: whole.filter((f) => !lost.has(f.id)).map((f) => itemOf(f)),
        missing: whole.filter((f) => lost.has(f.id)).map((f) => itemOf(f)),
      };
    }
    case 'TITLE_SHARE': {
      const titles = titleShare(facts.physicians, facts.facilities, filter, m);
      return { ...empty, ...judgeShare(target, titles.num, titles.den), num: titles.num, den: titles.den, titles };
    }
    case 'RECORDED':
      return { ...empty, ...judgeCount(target, facts.recorded), num: facts.recorded };
    case 'SUBGOALS': {
      const num = [...facts.subgoals.values()].filter((d) => d !== null).length;
      return { ...empty, ...judgeCount(target, num), num };
    }
    default:
      return { ...empty, ...nothing('NO_DATA') };
  }
}

function ofEach(target: TargetDefinition, m: Measure, facts: IndicatorFacts): Evaluation {
  const byDay = m.kind === 'ESTABLISHED' || m.kind === 'SUBGOALS';
  const counted: Counted[] = [];
  const parts = facts.regions.map((region) => {
    const bound = isSubject(target.scope.subject ?? { all: true }, region);
    const exemption = facts.exemptions.get(region.code) ?? null;
    const base = { regionCode: region.code, bound, exemption };
    if (m.kind === 'SUBGOALS') {
      const on = facts.subgoals.get(region.code) ?? null;
      return judgeRegion(target, { ...base, count: on ? 1 : 0, on }, byDay);
    }
    const inside = facts.facilities.filter((f) => f.countyCode.startsWith(stem(region.code)));
    if (m.kind === 'ESTABLISHED') {
      const own = designationsOf(facts.facilities, m).filter(
        (d) => (d.regionCode ?? d.facility.countyCode.slice(0, 4) + '00') === region.code,
      );
      counted.push(...own.map((d) => itemOf(d.facility, d.startOn)));
      const on = own.map((d) => d.startOn).sort()[0] ?? null;
      return judgeRegion(target, { ...base, count: own.length, on }, byDay);
    }
    const ids = new Set(inside.map((f) => f.id));
    const here = ofWhole(target, m, {
      ...facts,
      facilities: inside,
      physicians: facts.physicians.filter((p) => ids.has(p.institutionId)),
      population: region.population,
    });
    if (bound !== false) counted.push(...here.counted);
    return judgeRegion(target, { ...base, count: here.num, found: here.status }, byDay);
  });
  const verdict = judgeRegions(parts);
  return {
    ...empty,
    ...verdict,
    num: verdict.need === null || verdict.gap === null ? null : verdict.need - verdict.gap,
    den: verdict.need,
    counted,
    parts,
  };
}
