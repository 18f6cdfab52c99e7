import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '@app/kernel';
import { CLOCK, notFound, type PageOf, regionPrefix, type Scope, type Tx } from '@app/platform';
import { Registry } from '@app/registry';
import { type BirthRow, type MemberRow, MembershipStore } from './data/membership.store';
import type { TallyColumn, WorkforceCategory } from './domain/counting-rule';
import { explain, type Explanation } from './domain/explain';
import { factsFromRegistry } from './domain/from-registry';
import { RegionsOn } from './domain/regions-on';
import type { SnapshotFigure } from './domain/snapshot';
import type { SnapshotRow } from './data/snapshot.store';
import { CountingRules, type RuleInForce } from './use/rules';
import { type SnapshotOrder, Snapshots } from './use/snapshots';

export interface Heads {
  registered: number;
  certified: number;
  union: number;
}

/** What workforce answers: how many, who, and why. */
@Injectable()
export class Workforce {
  constructor(
    private readonly store: MembershipStore,
    private readonly rules: CountingRules,
    private readonly registry: Registry,
    private readonly snapshots: Snapshots,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  currentRule(): Promise<RuleInForce> {
    return this.rules.inForce(dayOf(this.clock.now()));
  }

  /**
   * Heads per region (province, city or county code) at the end of `asOf`. A county abolished by then is counted under
   * its successor. Every requested code is in the answer.
   */
  async counts(q: { regionCodes: string[]; asOf: string; category: WorkforceCategory }): Promise<Map<string, Heads>> {
    const rule = await this.currentRule();
    const [rows, history] = await Promise.all([
      this.store.counts(rule.version, q.category, q.asOf),
      this.registry.regionHistory(),
    ]);
    const regions = new RegionsOn(history, q.asOf);
    const out = new Map(q.regionCodes.map((code) => [code, { registered: 0, certified: 0, union: 0 }]));
    const prefixes = q.regionCodes.map((code) => [regionPrefix(code), out.get(code)!] as const);
    for (const r of rows) {
      const county = regions.codeOn(r.regionCode);
      for (const [prefix, heads] of prefixes) {
        if (!county.startsWith(prefix)) continue;
        heads.registered += r.registered;
        heads.certified += r.certified;
        heads.union += r.union;
      }
    }
    return out;
  }

  async members(
    q: {
      regionCode: string;
      asOf: string;
      category: WorkforceCategory;
      column: TallyColumn;
      search?: string;
      offset: number;
      limit: number;
    },
    scope: Scope,
  ): Promise<PageOf<MemberRow>> {
    const rule = await this.currentRule();
    return this.store.members({ ...q, regionPrefix: regionPrefix(q.regionCode), ruleVersion: rule.version }, scope);
  }

  /** Heads of a region by sex (M, F) and month of birth at the end of `asOf`: for forecasts, nobody is named. */
  async births(q: { regionCode: string; asOf: string; category: WorkforceCategory }): Promise<BirthRow[]> {
    const rule = await this.currentRule();
    return this.store.births(rule.version, q.category, q.asOf, regionPrefix(q.regionCode));
  }

  /** In or out on a day, by which basis, interval and site, or every reason why not. @throws PLATFORM_NOT_FOUND */
  async explain(personId: string, day: string): Promise<Explanation> {
    const rule = await this.currentRule();
    const facts = (await this.registry.personFacts([personId])).get(personId);
    if (!facts) throw notFound();
    return explain(factsFromRegistry(facts), day, null, rule.definition);
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
