import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, dueExclusive } from '@app/kernel';
import { type Actor, CLOCK, notFound, regionPrefix } from '@app/platform';
import { Registry, type RegionRow } from '@app/registry';
import { type Heads, Workforce } from '@app/workforce';
import { PlanStore, type PolicyRow, type TargetRow } from '../data/plan.store';
import {
  LATEST_PUBLISHED,
  pickPopulation,
  type PopulationKind,
  type PopulationPick,
  type PopulationPolicy,
} from '../domain/population';
import { rate, type RateResult } from '../domain/rate';

export interface BoardQuery {
  regionCode?: string;
  asOf?: string;
  /** as it was known at the end of this day (§4.8), default now */
  known?: string;
  /** code of a mode of the population policy, default LATEST_PUBLISHED */
  populationMode?: string;
}

export type BoardTarget = TargetRow;

export interface GoalFigure extends RateResult {
  target: string;
  heads: Heads;
}

export interface BoardRow {
  region: RegionRow;
  population: PopulationPick;
  physicians: GoalFigure;
  therapists: GoalFigure;
}

/** The value without needless zeros: 8.0000 → 8. */
export const plain = (decimal: string): string => decimal.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');

/** Per-100k goal board of a region: itself and its parts, with the population and the rule each figure rests on. */
@Injectable()
export class GoalBoard {
  constructor(
    private readonly registry: Registry,
    private readonly workforce: Workforce,
    private readonly plans: PlanStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws PLATFORM_NOT_FOUND when the region is not in the officer's area */
  async run(actor: Actor, q: BoardQuery) {
    const own = actor.scope.kind === 'REGION' ? actor.scope.regionCode : null;
    const code = q.regionCode ?? own;
    if (!own || !code || !code.startsWith(regionPrefix(own))) throw notFound();
    const today = dayOf(this.clock.now());
    const asOf = q.asOf && q.asOf < today ? q.asOf : today;
    const known = q.known && q.known < today ? q.known : null;
    const province = `${code.slice(0, 2)}0000`;
    const [region, all, plan, policy, rule] = await Promise.all([
      this.registry.region(code),
      this.registry.regions(province, asOf),
      this.plans.plan(province, asOf),
      this.plans.policy(asOf),
      this.workforce.currentRule(),
    ]);
    if (!region) throw notFound();
    const parts = all.filter((r) => r.parentCode === code && r.kind !== 'STATISTICAL_AREA');
    const ownTargets = plan ? await this.plans.targets(plan.code) : [];
    const perHundredThousand = ownTargets.filter((t) => t.tallyCategory !== null);
    const targets = perHundredThousand.length ? perHundredThousand : await this.plans.nationalReference(asOf);
    const mode = policy?.definition.modes.find((m) => m.code === q.populationMode) ?? policy?.definition.modes[0];
    const rows = await this.rows(
      [region, ...parts],
      targets,
      policyOf(policy, mode?.seriesKinds),
      asOf,
      known ?? today,
      known,
    );
    return {
      asOf,
      knownOn: known,
      region,
      plan: plan ?? null,
      /** Shanxi's plan has no per-100k goal: never invent one (domain, ten things, 1) */
      referenceOnly: !perHundredThousand.length,
      /** the seed sets the goal for the province; city rows are management figures (DEC-20) */
      managementFigures: region.kind !== 'PROVINCE',
      targets: targets.map((t) => ({ ...t, value: plain(t.value) })),
      populationPolicy: policy
        ? {
            version: policy.version,
            summary: { zh: policy.summaryZh, en: policy.summaryEn },
            source: policy.source,
            mode: mode!.code,
            modes: policy.definition.modes,
          }
        : null,
      rule,
      total: rows[0]!,
      rows: rows.slice(1),
    };
  }

  private async rows(
    regions: RegionRow[],
    targets: TargetRow[],
    policy: PopulationPolicy,
    asOf: string,
    knownAt: string,
    known: string | null,
  ): Promise<BoardRow[]> {
    const codes = regions.map((r) => r.code);
    const [values, heads] = await Promise.all([
      this.registry.populationValues(codes),
      this.workforce.countsOfBoth({
        regionCodes: codes,
        asOf,
        knownAt: known ? new Date(dueExclusive(known).getTime() - 1) : null,
      }),
    ]);
    const goal = (category: TargetRow['tallyCategory']) =>
      milestone(
        targets.filter((t) => t.tallyCategory === category),
        asOf,
      );
    const [p, t] = [goal('REHAB_PHYSICIAN'), goal('REHAB_THERAPIST')];
    return regions.map((region) => {
      const population = pickPopulation(
        values
          .filter((v) => v.regionCode === region.code)
          .map((v) => ({ ...v, seriesId: v.series, kind: v.kind as PopulationKind, persons: Number(v.persons) })),
        policy,
        asOf,
        knownAt,
      );
      const figure = (counted: Heads, target: string): GoalFigure => ({
        ...rate(counted.union, population.value?.persons ?? null, target),
        target,
        heads: counted,
      });
      return {
        region,
        population,
        physicians: figure(heads.get(region.code)!.PHYSICIAN, p),
        therapists: figure(heads.get(region.code)!.THERAPIST, t),
      };
    });
  }
}

/** The milestone a day is measured against: the next one due, or the last when all are past. */
export const nextDue = (targets: TargetRow[], day: string): TargetRow | undefined =>
  targets.find((t) => t.dueOn >= day) ?? targets.at(-1);

function milestone(targets: TargetRow[], day: string): string {
  const next = nextDue(targets, day);
  if (!next) throw new Error('A goal board needs a target: the starter plans are not loaded');
  return plain(next.value);
}

export const policyOf = (row: PolicyRow | undefined, kinds: PopulationKind[] | undefined): PopulationPolicy => ({
  kinds: kinds ?? LATEST_PUBLISHED.kinds,
  staleAfterMonths: row?.definition.staleAfterMonths ?? LATEST_PUBLISHED.staleAfterMonths,
});
