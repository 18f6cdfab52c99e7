import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '@app/kernel';
import { CLOCK, Db, notFound, type PageOf, type Scope, type Tx } from '@app/platform';
import { Registry } from '@app/registry';
import { ExpiryStore } from './data/expiry.store';
import { type BirthRow, MembershipStore } from './data/membership.store';
import { type MemberRow, MemberListStore } from './data/member-list.store';
import type { SnapshotRow } from './data/snapshot.store';
import type { Heads, TallyColumn, WorkforceCategory } from './domain/counting-rule';
import { explain, type Explanation } from './domain/explain';
import { mergeRecords } from './domain/facts';
import { factsFromRegistry } from './domain/from-registry';
import type { SnapshotFigure } from './domain/snapshot';
import { Counting, type HeadsOfBoth } from './use/counting';
import { CountingRules, type RuleInForce } from './use/rules';
import { type SnapshotOrder, Snapshots } from './use/snapshots';

interface Day {
  asOf: string;
  /** as held true at this instant (§4.8); absent: as held true now */
  knownAt?: Date | null;
}

const COLUMN_OF = { UNION: 'union', REGISTERED: 'registered', CERTIFIED: 'certified' } as const;

/** What workforce answers: how many, who, and why. */
@Injectable()
export class Workforce {
  constructor(
    private readonly counting: Counting,
    private readonly list: MemberListStore,
    private readonly store: MembershipStore,
    private readonly expiry: ExpiryStore,
    private readonly rules: CountingRules,
    private readonly registry: Registry,
    private readonly db: Db,
    private readonly snapshots: Snapshots,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private today(): string {
    return dayOf(this.clock.now());
  }

  currentRule(): Promise<RuleInForce> {
    return this.rules.inForce(this.today());
  }

  /**
   * Heads per region (province, city or county code) at the end of `asOf`. A county abolished by then is counted under
   * its successor. Every requested code is in the answer.
   */
  async counts(q: Day & { regionCodes: string[]; category: WorkforceCategory }): Promise<Map<string, Heads>> {
    const both = await this.counting.counts({
      ...q,
      categories: [q.category],
      knownAt: q.knownAt ?? null,
      today: this.today(),
    });
    return new Map([...both].map(([code, heads]) => [code, heads[q.category]]));
  }

  /** `counts` of both categories at once: one statement for a whole board. */
  countsOfBoth(q: Day & { regionCodes: string[] }): Promise<Map<string, HeadsOfBoth>> {
    return this.counting.counts({
      ...q,
      categories: ['PHYSICIAN', 'THERAPIST'],
      knownAt: q.knownAt ?? null,
      today: this.today(),
    });
  }

  /**
   * Heads of one region on each of up to 120 days, oldest first, in one statement.
   * @throws RangeError for more days, or days out of order
   */
  async trend(q: TrendQuery & { regionCode: string }): Promise<Map<string, Heads>> {
    return (await this.trends({ ...q, regionCodes: [q.regionCode] })).get(q.regionCode)!;
  }

  /** `trend` of every direct part of a region, in one statement. @param withItself the region first */
  async trendOfParts(
    q: TrendQuery & { regionCode: string; withItself?: boolean },
  ): Promise<Map<string, Map<string, Heads>>> {
    const all = await this.registry.regions(`${q.regionCode.slice(0, 2)}0000`, q.days.at(-1));
    const parts = all.filter((r) => r.parentCode === q.regionCode && r.kind !== 'STATISTICAL_AREA');
    return this.trends({ ...q, regionCodes: [...(q.withItself ? [q.regionCode] : []), ...parts.map((r) => r.code)] });
  }

  /** `trend` of several regions at once, in one statement. */
  trends(q: TrendQuery & { regionCodes: string[] }): Promise<Map<string, Map<string, Heads>>> {
    return this.counting.trends({ ...q, knownAt: q.knownAt ?? null, today: this.today() });
  }

  async members(
    q: Day & {
      regionCode: string;
      category: WorkforceCategory;
      column: TallyColumn;
      search?: string;
      offset: number;
      limit: number;
    },
    scope: Scope,
    /** the region lies in the scope as a whole: then the figure itself is the total */
    whole = false,
  ): Promise<PageOf<MemberRow>> {
    const [rule, area, heads] = await Promise.all([
      this.currentRule(),
      this.counting.area(q.regionCode, q.asOf),
      whole && !q.search?.trim() ? this.counts({ ...q, regionCodes: [q.regionCode] }) : null,
    ]);
    const total = heads?.get(q.regionCode)![COLUMN_OF[q.column]];
    return this.list.page({ ...q, knownAt: q.knownAt ?? null, area, total, ruleVersion: rule.version }, scope);
  }

  /** Heads counted on `from` by a training certificate alone that ends by `until`, unless renewed: for forecasts. */
  async expiring(q: { regionCode: string; category: WorkforceCategory; from: string; until: string }): Promise<number> {
    const [rule, area] = await Promise.all([this.currentRule(), this.counting.area(q.regionCode, q.from)]);
    return this.expiry.heads({ ...q, area, ruleVersion: rule.version });
  }

  /** Heads of a region by sex (M, F) and month of birth at the end of `asOf`: for forecasts, nobody is named. */
  async births(q: { regionCode: string; asOf: string; category: WorkforceCategory }): Promise<BirthRow[]> {
    const [rule, area] = await Promise.all([this.currentRule(), this.counting.area(q.regionCode, q.asOf)]);
    return this.store.births(rule.version, q.category, q.asOf, area);
  }

  /**
   * In or out on a day, by which basis, interval and site, or every reason why not. Records merged into this one speak
   * for it; a record merged into another is out. @throws PLATFORM_NOT_FOUND
   */
  async explain(personId: string, day: string, knownAt: Date | null = null): Promise<Explanation> {
    const rule = await this.currentRule();
    const family = await this.store.family(this.db, [personId]);
    const facts = await this.registry.personFacts(
      family.map((r) => r.id),
      { voided: true },
    );
    const own = facts.get(personId);
    if (!own) throw notFound();
    const whole = mergeRecords([...facts.values()].map(factsFromRegistry), knownAt).find((p) => p.id === personId);
    return explain(whole ?? factsFromRegistry(own), day, whole ? null : knownAt, rule.definition);
  }

  /**
   * Freezes the figures of a region and all its parts, both categories, three columns, with their people, rule and
   * hash. The caller checks who may and writes the audit entry.
   * @throws WORKFORCE_SNAPSHOT_FUTURE, WORKFORCE_SNAPSHOT_TITLE, PLATFORM_NOT_FOUND
   */
  takeSnapshot(tx: Tx, q: SnapshotOrder): Promise<{ id: string; hash: string }> {
    return this.snapshots.take(tx, q);
  }

  snapshot(id: string): Promise<SnapshotRow | undefined> {
    return this.snapshots.one(id);
  }

  /** Frozen figures by region and category. @param regionCodes only these; all when absent. @param tx of the snapshot's own taking */
  snapshotFigures(id: string, regionCodes?: string[], tx?: Tx): Promise<SnapshotFigure[]> {
    return this.snapshots.figures(id, regionCodes, tx);
  }
}

interface TrendQuery {
  category: WorkforceCategory;
  /** oldest first, at most 120 */
  days: string[];
  knownAt?: Date | null;
}
