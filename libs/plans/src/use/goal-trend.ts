import { Inject, Injectable } from '@nestjs/common';
import { addDays, addMonths, type Clock, dayOf, isDay } from '@app/kernel';
import { type Actor, CLOCK, notFound, regionPrefix } from '@app/platform';
import { Registry } from '@app/registry';
import { type Heads, Workforce } from '@app/workforce';
import { PlanStore } from '../data/plan.store';
import { pickPopulation, type PopulationKind } from '../domain/population';
import { rate } from '../domain/rate';
import { nextDue, plain, policyOf } from './goal-board';

export interface TrendQuery {
  regionCode?: string;
  category: 'PHYSICIAN' | 'THERAPIST';
  asOf?: string;
}

export interface TrendPoint extends Heads {
  day: string;
  persons: number | null;
  required: number | null;
  rateShown: string | null;
}

const TALLY = { PHYSICIAN: 'REHAB_PHYSICIAN', THERAPIST: 'REHAB_THERAPIST' } as const;
const QUARTERS = 24;

/** Heads and need at the quarter ends of six years up to a day, and on the day itself. */
@Injectable()
export class GoalTrend {
  constructor(
    private readonly registry: Registry,
    private readonly workforce: Workforce,
    private readonly plans: PlanStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws PLATFORM_NOT_FOUND when the region is not in the officer's area */
  async run(actor: Actor, q: TrendQuery) {
    const own = actor.scope.kind === 'REGION' ? actor.scope.regionCode : null;
    const code = q.regionCode ?? own;
    if (!own || !code || !code.startsWith(regionPrefix(own))) throw notFound();
    const today = dayOf(this.clock.now());
    const asOf = q.asOf && isDay(q.asOf) && q.asOf < today ? q.asOf : today;
    const province = `${code.slice(0, 2)}0000`;
    const days = quarterEnds(asOf);
    const [region, heads, values, plan, policy, rule] = await Promise.all([
      this.registry.region(code),
      this.workforce.trend({ regionCode: code, category: q.category, days }),
      this.registry.populationValues([code]),
      this.plans.plan(province, asOf),
      this.plans.policy(asOf),
      this.workforce.currentRule(),
    ]);
    if (!region) throw notFound();
    const own100k = plan ? (await this.plans.targets(plan.code)).filter((t) => t.tallyCategory !== null) : [];
    const targets = (own100k.length ? own100k : await this.plans.nationalReference(asOf)).filter(
      (t) => t.tallyCategory === TALLY[q.category],
    );
    const kinds = policyOf(policy, policy?.definition.modes[0]?.seriesKinds);
    const figures = values.map((v) => ({
      ...v,
      seriesId: v.series,
      kind: v.kind as PopulationKind,
      persons: Number(v.persons),
    }));
    const points = days.map((day): TrendPoint => {
      // Known today: a figure published since then may belong to the day.
      const persons = pickPopulation(figures, kinds, day, today).value?.persons ?? null;
      const goal = nextDue(targets, day);
      const h = heads.get(day)!;
      const r = goal ? rate(h.union, persons, plain(goal.value)) : null;
      return { ...h, day, persons, required: r?.required ?? null, rateShown: r?.rateShown ?? null };
    });
    return { region, asOf, category: q.category, referenceOnly: !own100k.length, rule, points };
  }
}

/** The last days of the quarters before `asOf`, oldest first, and `asOf`. */
export function quarterEnds(asOf: string): string[] {
  const [year, month] = [Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7))];
  const first = `${year}-${String(Math.floor((month - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
  const ends = Array.from({ length: QUARTERS }, (_, i) => addDays(addMonths(first, -3 * (QUARTERS - 1 - i)), -1));
  return [...ends, asOf];
}
