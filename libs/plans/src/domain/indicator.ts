import type { Day } from '@app/kernel';
import { countAgainst, establishedBy, type Subject } from './duties';
import type { InstitutionFilter, Measure } from './measure';
import { type RateResult, share } from './rate';

/** `INTERIM` of the enumeration is the flag `interim`: a figure taken before the plan's day still has a standing. */
export type IndicatorStatus =
  | 'MET'
  | 'NOT_MET'
  | 'NOT_APPLICABLE'
  | 'NO_POPULATION'
  | 'NO_DATA'
  | 'ABOVE_RANGE'
  | 'LATE'
  | 'EXEMPTED'
  /** 「左右」: a reviewer decides (DEC-2) and has not yet. */
  | 'UNDER_REVIEW';

/** One number of a plan in the shape of content/plans/*.json. */
export interface TargetDefinition {
  id: string;
  code: string;
  op: 'GTE' | 'EQ' | 'RANGE' | 'ABOUT' | 'EXISTS';
  value: string | null;
  valueMax?: string;
  unit: string;
  scope: { level: string; aggregate: 'TOTAL' | 'EACH'; subject?: Subject };
  by: Day | null;
  bySource?: string;
  strength: 'MUST' | 'STRIVE' | 'IN_PRINCIPLE';
  exemptible?: boolean;
  statusBy?: string;
  subjectFilter?: { institutionTypes?: string[]; levels?: string[]; twoAPlus?: boolean };
  decisions?: string[];
  note?: string;
  /** Overrides the catalogue: a plan may bring a measure of its own. */
  measure?: Measure;
}

export interface Verdict {
  status: IndicatorStatus;
  /** whole things still missing; null where a number makes no sense */
  gap: number | null;
  need: number | null;
  /** the value as people read it, unit not included; null when there is none */
  shown: string | null;
  /** regions nobody can judge, since their population is unknown */
  unknown?: number;
}

export const nothing = (status: IndicatorStatus): Verdict => ({ status, gap: null, need: null, shown: null });

/** The filter of the measure with what the target adds to it. */
export function filterOf(measure: Measure, target: TargetDefinition): InstitutionFilter {
  const own = target.subjectFilter;
  return {
    ...measure.institutions,
    ...(own?.institutionTypes ? { types: own.institutionTypes } : {}),
    ...(own?.levels ? { levels: own.levels } : {}),
    ...(own?.twoAPlus ? { twoAPlus: true } : {}),
  };
}

/** A number of things against the target (§4.7). @throws DomainError PLANS_BAD_NUMBER */
export function judgeCount(target: TargetDefinition, count: number): Verdict {
  const shown = String(count);
  const least = Number(target.value ?? '1');
  if (target.op === 'ABOUT') return { status: 'UNDER_REVIEW', gap: null, need: least, shown };
  const most = target.op === 'RANGE' ? Number(target.valueMax) : null;
  const r = countAgainst(count, least, most);
  return { status: r.status, gap: r.gap, need: least, shown };
}

/** A share against the target (§4.7); a whole of nothing is not applicable. @throws DomainError PLANS_BAD_NUMBER */
export function judgeShare(target: TargetDefinition, num: number, den: number): Verdict {
  const r = share(num, den, target.value ?? '100');
  if (r.status === 'NOT_APPLICABLE') return nothing('NOT_APPLICABLE');
  return { status: r.status, need: r.need, gap: Math.max(0, r.need! - num), shown: r.shown };
}

export const judgeRate = (r: RateResult): Verdict => ({
  status: r.status,
  gap: r.gap,
  need: r.required,
  shown: r.rateShown,
});

/** A region the target is asked of, and how it stands. */
export interface RegionStanding {
  regionCode: string;
  /** null: rests on a population nobody knows */
  bound: boolean | null;
  count: number | null;
  /** when it was set up, for things wanted by a day */
  on: Day | null;
  daysLate: number;
  status: IndicatorStatus;
  /** why an approved exception holds (「原则上」) */
  exemption: { reason: string; documentNo: string | null; decidedOn: Day } | null;
}

export interface RegionInput {
  regionCode: string;
  bound: boolean | null;
  count: number | null;
  on?: Day | null;
  exemption?: RegionStanding['exemption'];
  /** the region's own answer where it is no plain count (a share asked of each region) */
  found?: IndicatorStatus;
}

/** How one region stands. An exemption excuses what is missing; it never hides that the thing is there. */
export function judgeRegion(target: TargetDefinition, r: RegionInput, byDay: boolean): RegionStanding {
  const base = {
    regionCode: r.regionCode,
    bound: r.bound,
    count: r.count,
    on: r.on ?? null,
    daysLate: 0,
    exemption: r.exemption ?? null,
  };
  if (r.bound === false) return { ...base, status: 'NOT_APPLICABLE' };
  const found = standing(target, r, byDay);
  if (found.status === 'MET' || found.status === 'LATE') return { ...base, ...found };
  if (r.exemption) return { ...base, status: 'EXEMPTED' };
  if (r.bound === null) return { ...base, status: 'NO_POPULATION' };
  return { ...base, ...found };
}

function standing(target: TargetDefinition, r: RegionInput, byDay: boolean) {
  if (byDay) return establishedBy(target.by ?? '9999-12-31', r.on ?? null);
  if (r.found) return { status: r.found };
  if (r.count === null) return { status: 'NO_DATA' as const };
  return { status: countAgainst(r.count, Number(target.value ?? '1')).status };
}

/**
 * All regions together: one missing is not met; then what nobody can know; then late; exempted ones are taken out, and
 * when nothing else is left the whole is exempted. Regions that are not bound do not matter; those nobody can judge are
 * counted apart, neither as done nor as missing.
 */
export function judgeRegions(parts: readonly RegionStanding[]): Verdict {
  const asked = parts.filter((p) => p.status !== 'NOT_APPLICABLE');
  if (!asked.length) return nothing('NOT_APPLICABLE');
  const of = (s: IndicatorStatus) => asked.filter((p) => p.status === s).length;
  const unknown = of('NO_POPULATION');
  const due = asked.length - of('EXEMPTED') - unknown;
  const done = of('MET') + of('LATE');
  const verdict = { need: due, gap: due - done, shown: `${done}/${due}`, unknown };
  if (of('NOT_MET')) return { ...verdict, status: 'NOT_MET' };
  if (of('NO_DATA')) return { ...verdict, status: 'NO_DATA' };
  if (unknown) return { ...verdict, status: 'NO_POPULATION' };
  if (!due) return nothing('EXEMPTED');
  return { ...verdict, status: of('LATE') ? 'LATE' : 'MET' };
}
