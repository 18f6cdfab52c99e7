import { Injectable } from '@nestjs/common';
import { regionPrefix } from '@app/platform';
import { Registry } from '@app/registry';
import { MembershipStore, type Area, type CountRow } from '../data/membership.store';
import { TallyStore } from '../data/tally.store';
import type { Heads, WorkforceCategory } from '../domain/counting-rule';
import { RegionCalendar, type RegionsOn } from '../domain/regions-on';
import { cumulate, edges, MOST_DAYS } from '../domain/trend';
import { CountingRules } from './rules';

export type HeadsOfBoth = Record<WorkforceCategory, Heads>;

const none = (): Heads => ({ registered: 0, certified: 0, union: 0 });

/** How many: on a day, or on many. */
@Injectable()
export class Counting {
  private kept?: { calendar: RegionCalendar; until: number };
  constructor(
    private readonly store: MembershipStore,
    private readonly tallies: TallyStore,
    private readonly rules: CountingRules,
    private readonly registry: Registry,
  ) {}

  /** Heads of both categories per region; every requested code is in the answer. */
  async counts(q: {
    regionCodes: string[];
    categories: readonly WorkforceCategory[];
    asOf: string;
    today: string;
    knownAt: Date | null;
  }): Promise<Map<string, HeadsOfBoth>> {
    const out = new Map(q.regionCodes.map((code) => [code, { PHYSICIAN: none(), THERAPIST: none() }]));
    if (!q.regionCodes.length) return out;
    const [rule, regions] = await Promise.all([this.rules.inForce(q.today), this.regionsOn(q.asOf)]);
    const area = areaOf([regions], q.regionCodes);
    const present = q.asOf === q.today && q.knownAt === null;
    const rows: CountRow[] =
      (present ? await this.tallies.read(rule.version, q.categories, area, q.today) : null) ??
      (await this.store.counts({ ...q, ruleVersion: rule.version, area }));
    const prefixes = q.regionCodes.map((code) => [regionPrefix(code), out.get(code)!] as const);
    for (const r of rows) {
      const county = regions.codeOn(r.regionCode);
      for (const [prefix, both] of prefixes) {
        if (!county.startsWith(prefix)) continue;
        const heads = both[r.category];
        heads.registered += r.registered;
        heads.certified += r.certified;
        heads.union += r.union;
      }
    }
    return out;
  }

  /** Heads of regions on each of up to 120 days, in one statement. @throws RangeError for more, or out of order */
  async trends(q: {
    regionCodes: string[];
    category: WorkforceCategory;
    days: string[];
    today: string;
    knownAt: Date | null;
  }): Promise<Map<string, Map<string, Heads>>> {
    if (q.days.length > MOST_DAYS || q.days.some((d, i) => i > 0 && d <= q.days[i - 1]!))
      throw new RangeError(`trend: at most ${MOST_DAYS} days, in order`);
    if (!q.days.length || !q.regionCodes.length) return new Map(q.regionCodes.map((c) => [c, new Map()]));
    const [rule, regions] = await Promise.all([this.rules.inForce(q.today), this.regions()]);
    const deltas = await this.store.deltas({
      ruleVersion: rule.version,
      category: q.category,
      area: areaOf([...new Set(q.days.map((d) => regions.on(d)))], q.regionCodes),
      knownAt: q.knownAt,
      edges: edges(q.days),
      last: q.days.at(-1)!,
    });
    return cumulate(deltas, q.days, q.regionCodes, (d) => regions.on(d), regionPrefix);
  }

  /** Counties of a region on a day, with abolished ones elsewhere whose people are counted there. */
  async area(regionCode: string, day: string): Promise<Area> {
    return areaOf([await this.regionsOn(day)], [regionCode]);
  }

  async regionsOn(day: string): Promise<RegionsOn> {
    return (await this.regions()).on(day);
  }

  private async regions(): Promise<RegionCalendar> {
    // Regions change by the ministry's yearly list; reading 3,000 rows for each figure would cost more than the figure.
    if (this.kept && this.kept.until > performance.now()) return this.kept.calendar;
    const history = await this.registry.regionHistory();
    const calendar = new RegionCalendar(history);
    if (history.length) this.kept = { calendar, until: performance.now() + 10_000 };
    return calendar;
  }
}

/** What all the regions begin with, so that one range of the index holds them all. */
function areaOf(days: RegionsOn[], regionCodes: string[]): Area {
  const prefixes = regionCodes.map(regionPrefix);
  let prefix = prefixes[0] ?? '';
  while (!prefixes.every((x) => x.startsWith(prefix))) prefix = prefix.slice(0, -1);
  return { prefix, also: [...new Set(days.flatMap((r) => r.absorbed(prefix)))] };
}
