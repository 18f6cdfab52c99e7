import type { Day } from '@app/kernel';

/** Which institutions a measure looks at; every given condition holds. */
export interface InstitutionFilter {
  types?: readonly string[];
  levels?: readonly string[];
  /** Graded 二级甲等 or above: level III of any grade, level II of grade A (IND-X2c). */
  twoAPlus?: boolean;
  ownership?: readonly string[];
  adminLevels?: readonly string[];
  /** At least one unit of any of these kinds holds on the day. */
  unitKinds?: readonly string[];
}

export const MEASURE_KINDS = [
  'TALLY_RATE',
  'INSTITUTIONS',
  'DESIGNATIONS',
  'ESTABLISHED',
  'INSTITUTION_SHARE',
  'TITLE_SHARE',
  'RECORDED',
  'SUBGOALS',
] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** How an indicator is taken from the registry: data of content/rules/indicators-*.json, or of a target of its own. */
export interface Measure {
  code: string;
  kind: MeasureKind;
  category?: 'PHYSICIAN' | 'THERAPIST';
  institutions?: InstitutionFilter;
  designations?: readonly string[];
  designationLevel?: string;
  /** INSTITUTION_SHARE: the part has a unit of any of these kinds. */
  having?: readonly string[];
  /** TITLE_SHARE: title ranks of the part. */
  ranks?: readonly string[];
  note: { zh: string; en: string };
  source: string;
}

/** An institution open on the day with what holds on the day. */
export interface Facility {
  id: string;
  name: string;
  type: string;
  level: string;
  grade: string;
  ownership: string;
  adminLevel: string;
  countyCode: string;
  units: readonly { kind: string }[];
  designations: readonly { id: string; kind: string; level: string | null; regionCode: string | null; startOn: Day }[];
}

export interface DepartmentPhysician {
  institutionId: string;
  personId: string;
  qualifiedRank: string | null;
  appointedRank: string | null;
}

/** Does the institution meet every condition of the filter? */
export function fits(f: Facility, filter: InstitutionFilter): boolean {
  const among = (list: readonly string[] | undefined, value: string) => !list || list.includes(value);
  return (
    among(filter.types, f.type) &&
    among(filter.levels, f.level) &&
    (!filter.twoAPlus || f.level === 'III' || (f.level === 'II' && ['A', 'SPECIAL'].includes(f.grade))) &&
    among(filter.ownership, f.ownership) &&
    among(filter.adminLevels, f.adminLevel) &&
    (!filter.unitKinds || hasUnit(f, filter.unitKinds))
  );
}

export const hasUnit = (f: Facility, kinds: readonly string[]): boolean => f.units.some((u) => kinds.includes(u.kind));

/** Distinct designations of the measure in force on the day, with the institution that holds each. */
export function designationsOf(facilities: readonly Facility[], m: Measure) {
  return facilities.flatMap((f) =>
    f.designations
      .filter(
        (d) => m.designations?.includes(d.kind) && (m.designationLevel === undefined || d.level === m.designationLevel),
      )
      .map((d) => ({ ...d, facility: f })),
  );
}

/** A part of a whole with the two ways of naming who is in it: institution ids (shares of institutions), person ids (titles). */
export interface Part {
  num: number;
  den: number;
  /** in the whole and not in the part: what is still missing */
  missing: string[];
}

export function institutionShare(facilities: readonly Facility[], filter: InstitutionFilter, m: Measure): Part {
  const whole = facilities.filter((f) => fits(f, filter));
  const missing = whole.filter((f) => !hasUnit(f, m.having ?? []));
  return { num: whole.length - missing.length, den: whole.length, missing: missing.map((f) => f.id) };
}

export interface TitlePart extends Part {
  /** by day of appointment, shown beside (DEC-7) */
  appointed: number;
  /** per department: pooling and per-department answers differ (§4.7), both are shown */
  departments: { institutionId: string; num: number; den: number }[];
}

/** §4.7: pooled over all departments; each physician once. */
export function titleShare(
  physicians: readonly DepartmentPhysician[],
  facilities: readonly Facility[],
  filter: InstitutionFilter,
  m: Measure,
): TitlePart {
  const ours = new Set(facilities.filter((f) => fits(f, filter)).map((f) => f.id));
  const ranks = new Set(m.ranks ?? []);
  const people = [...new Map(physicians.filter((p) => ours.has(p.institutionId)).map((p) => [p.personId, p])).values()];
  const high = (rank: string | null) => rank !== null && ranks.has(rank);
  const departments = new Map<string, { institutionId: string; num: number; den: number }>();
  for (const p of people) {
    const d = departments.get(p.institutionId) ?? { institutionId: p.institutionId, num: 0, den: 0 };
    d.den += 1;
    if (high(p.qualifiedRank)) d.num += 1;
    departments.set(p.institutionId, d);
  }
  const num = people.filter((p) => high(p.qualifiedRank)).length;
  return {
    num,
    den: people.length,
    missing: [],
    appointed: people.filter((p) => high(p.appointedRank)).length,
    departments: [...departments.values()],
  };
}
