import { type Figure, REPORT_FIGURES, standing, withRates } from './report-figures';

export interface RollupCity {
  code: string;
  name: string;
  nameEn: string;
  /** a complete submission was received */
  received: boolean;
  /** null: received without figures (recorded from paper) */
  figures: readonly Figure[] | null;
}

export interface RollupSum {
  key: string;
  computed: string | null;
  reported: string | null;
  /** cities whose figure is in the sum */
  cities: number;
}

export interface Rollup {
  received: number;
  expected: number;
  missing: { code: string; name: string; nameEn: string }[];
  withoutFigures: { code: string; name: string; nameEn: string }[];
  sums: RollupSum[];
  note: { zh: string; en: string };
}

/**
 * The province's sum (§5.8): counts are added over the cities that reported, rates computed anew from the sums. A city
 * without a report, or a report without the figure, is left out and named, never counted as zero.
 */
export function rollUp(cities: readonly RollupCity[]): Rollup {
  const named = (list: readonly RollupCity[]) => list.map(({ code, name, nameEn }) => ({ code, name, nameEn }));
  const got = cities.filter((c) => c.received);
  const missing = named(cities.filter((c) => !c.received));
  const withFigures = got.filter((c) => c.figures !== null);
  const computed = sumsOf(withFigures, (f) => f.computed);
  const reported = sumsOf(withFigures, standing);
  const rates = [computed, reported].map((side) =>
    withRates(new Map([...side].map(([key, s]) => [key, s.cities === side.get('POPULATION')?.cities ? s.sum : null]))),
  );
  return {
    received: got.length,
    expected: cities.length,
    missing,
    withoutFigures: named(got.filter((c) => c.figures === null)),
    sums: REPORT_FIGURES.map(({ key, kind, of }) => ({
      key,
      computed: kind === 'RATE' ? rates[0]!.get(key)! : (computed.get(key)?.sum ?? null),
      reported: kind === 'RATE' ? rates[1]!.get(key)! : (reported.get(key)?.sum ?? null),
      cities: computed.get(kind === 'RATE' ? of! : key)?.cities ?? 0,
    })),
    note: rollupNote(got.length, cities.length, missing),
  };
}

function sumsOf(
  cities: readonly RollupCity[],
  of: (f: Figure) => string | null,
): Map<string, { sum: string | null; cities: number }> {
  return new Map(
    REPORT_FIGURES.filter((d) => d.kind !== 'RATE').map(({ key }) => {
      const values = cities.flatMap((c) => {
        const f = c.figures!.find((x) => x.key === key);
        const v = f ? of(f) : null;
        return v === null ? [] : [BigInt(v)];
      });
      return [
        key,
        { sum: values.length ? String(values.reduce((a, b) => a + b, 0n)) : null, cities: values.length },
      ] as const;
    }),
  );
}

/** "13/14 cities, missing 朝阳市". */
export function rollupNote(
  received: number,
  expected: number,
  missing: readonly { name: string; nameEn: string }[],
): { zh: string; en: string } {
  const counts = `${received}/${expected}`;
  if (!missing.length) return { zh: `${counts} 个市，已报齐`, en: `${counts} cities, complete` };
  return {
    zh: `${counts} 个市，缺${missing.map((m) => m.name).join('、')}`,
    en: `${counts} cities, missing ${missing.map((m) => m.nameEn).join(', ')}`,
  };
}
