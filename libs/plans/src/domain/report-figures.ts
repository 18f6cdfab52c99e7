import { ratio, roundHalfUp } from '@app/kernel';

/** COUNT adds up over cities; a RATE is computed anew from the sums; POPULATION is what a rate rests on. */
export type FigureKind = 'COUNT' | 'RATE' | 'POPULATION';

export interface FigureDefinition {
  key: string;
  kind: FigureKind;
  label: { zh: string; en: string };
  unit: { zh: string; en: string };
  /** of a rate: the count per 100,000 of the population */
  of?: string;
}

const PEOPLE = { zh: '人', en: 'people' };
const PER = { zh: '人／10万', en: 'per 100,000' };
const heads = (key: string, zh: string, en: string): FigureDefinition[] => [
  {
    key: `${key}_REGISTERED`,
    kind: 'COUNT',
    label: { zh: `${zh}（注册口径）`, en: `${en}, registered` },
    unit: PEOPLE,
  },
  {
    key: `${key}_CERTIFIED`,
    kind: 'COUNT',
    label: { zh: `${zh}（培训合格口径）`, en: `${en}, certified` },
    unit: PEOPLE,
  },
  { key: `${key}_UNION`, kind: 'COUNT', label: { zh: `${zh}（合并去重）`, en: `${en}, distinct` }, unit: PEOPLE },
  {
    key: `${key}_PER_100K`,
    kind: 'RATE',
    of: `${key}_UNION`,
    label: { zh: `每10万人口${zh}`, en: `${en} per 100,000` },
    unit: PER,
  },
];

/** The figures of a report, in the order they are printed. */
export const REPORT_FIGURES: readonly FigureDefinition[] = [
  { key: 'POPULATION', kind: 'POPULATION', label: { zh: '常住人口', en: 'Resident population' }, unit: PEOPLE },
  ...heads('PHYSICIANS', '康复医师', 'Rehabilitation physicians'),
  ...heads('THERAPISTS', '康复治疗师', 'Rehabilitation therapists'),
  {
    key: 'CLASSES_HELD',
    kind: 'COUNT',
    label: { zh: '本年开班（按基地所在市）', en: 'Classes begun this year, by base' },
    unit: { zh: '个', en: 'classes' },
  },
  {
    key: 'TRAINEES_ADMITTED',
    kind: 'COUNT',
    label: { zh: '本年录取学员（按工作单位所在市）', en: 'Trainees admitted this year, by employer' },
    unit: PEOPLE,
  },
  {
    key: 'CERTIFICATES_ISSUED',
    kind: 'COUNT',
    label: { zh: '本年签发证书（按工作单位所在市）', en: 'Certificates issued this year, by employer' },
    unit: { zh: '张', en: 'certificates' },
  },
];
export const figureDefinition = (key: string): FigureDefinition | undefined =>
  REPORT_FIGURES.find((f) => f.key === key);

export interface Figure {
  key: string;
  /** decimal text; null: not known, never zero */
  computed: string | null;
  reported: string | null;
  reason: string | null;
}

/** Per 100,000, two decimals, half up; null without a population. */
export function per100k(count: number | string | null, population: number | string | null): string | null {
  if (count === null || population === null || Number(population) <= 0) return null;
  const r = ratio(BigInt(count) * 100_000n, BigInt(population));
  return roundHalfUp(r.num, r.den, 2);
}

/** Fills the rates in from counts and population. */
export function withRates(values: ReadonlyMap<string, string | null>): Map<string, string | null> {
  const out = new Map(values);
  for (const f of REPORT_FIGURES)
    if (f.kind === 'RATE') out.set(f.key, per100k(values.get(f.of!) ?? null, values.get('POPULATION') ?? null));
  return out;
}

/** A value as it is counted on: what the office reports when it reports one, else what was computed. */
export const standing = (f: Figure): string | null => f.reported ?? f.computed;

/** What a report may state of a figure: a whole number for heads and things, two decimals for a rate. */
export const isReportable = (key: string, value: string): boolean => {
  const f = figureDefinition(key);
  if (!f) return false;
  return (f.kind === 'RATE' ? /^\d{1,7}(\.\d{1,2})?$/ : /^\d{1,12}$/).test(value);
};

/** Figures as taken, with everything they rest on; printed under them. */
export interface FigureSet {
  asOf: string;
  from: string;
  pulledAt: string;
  pulledByName: string;
  snapshotId: string | null;
  snapshotHash: string | null;
  counting: { version: string; name: { zh: string; en: string }; source: string };
  policy: { version: string; summary: { zh: string; en: string }; source: string } | null;
  population: {
    status: string;
    persons: number | null;
    kind: string | null;
    referenceDate: string | null;
    publishedOn: string | null;
  };
  values: { key: string; value: string | null }[];
}
