import { addDays, addMonths, type Day, diffDays } from '@app/kernel';
import type { Heads } from './counting-rule';
import type { RegionsOn } from './regions-on';

/** Entries (+) and exits (−) of one county between the day before and the day with this index. */
export interface Delta extends Heads {
  regionCode: string;
  /** index into the asked days */
  bucket: number;
}

export const MOST_DAYS = 120;

/** Last days of the months from that of `from` up to `to`, and `to` itself, oldest first. */
export function monthEnds(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let first = `${from.slice(0, 8)}01`; ; first = addMonths(first, 1)) {
    const last = addDays(addMonths(first, 1), -1);
    if (last >= to) return [...days, to];
    days.push(last);
  }
}

/** Numbers for SQL's INTERVAL(): TO_DAYS of the day after each, so that a change on a day belongs to that day. */
export const edges = (days: readonly Day[]): number[] => days.map((d) => 719_528 + diffDays('1970-01-01', d) + 1);

/**
 * Heads per region and day from the changes of counties: cumulated per county, then put under the region that county
 * belongs to on the day (an abolished one under its successor).
 */
export function cumulate(
  deltas: readonly Delta[],
  days: readonly Day[],
  regionCodes: readonly string[],
  regionsOn: (day: Day) => RegionsOn,
  prefixOf: (code: string) => string,
): Map<string, Map<Day, Heads>> {
  const counties = new Map<string, Heads[]>();
  for (const d of deltas) {
    if (!counties.has(d.regionCode))
      counties.set(
        d.regionCode,
        days.map(() => ({ registered: 0, certified: 0, union: 0 })),
      );
    const h = counties.get(d.regionCode)![d.bucket];
    if (h) add(h, d);
  }
  const out = new Map(
    regionCodes.map((c) => [c, new Map(days.map((d) => [d, { registered: 0, certified: 0, union: 0 }]))]),
  );
  const targets = regionCodes.map((c) => [prefixOf(c), out.get(c)!] as const);
  days.forEach((day, i) => {
    const regions = regionsOn(day);
    for (const [county, heads] of counties) {
      if (i > 0) add(heads[i]!, heads[i - 1]!);
      const code = regions.codeOn(county);
      for (const [prefix, byDay] of targets) if (code.startsWith(prefix)) add(byDay.get(day)!, heads[i]!);
    }
  });
  return out;
}

function add(to: Heads, from: Heads): void {
  to.registered += from.registered;
  to.certified += from.certified;
  to.union += from.union;
}
