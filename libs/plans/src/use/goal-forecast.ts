import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, isDay } from '@app/kernel';
import { type Actor, CLOCK, notFound, regionPrefix } from '@app/platform';
import { Programmes } from '@app/programmes';
import { Registry } from '@app/registry';
import { Workforce } from '@app/workforce';
import { PlanStore } from '../data/plan.store';
import { forecast, forecastError, type ForecastPoint, pastYield } from '../domain/forecast';
import { type AssumptionKey, type NeedsRule, retirementsUntil, shareOf } from '../domain/needs';
import { pickPopulation, type PopulationKind } from '../domain/population';
import { requiredCount } from '../domain/rate';
import { nextDue, plain, policyOf } from './goal-board';

export interface ForecastQuery {
  regionCode?: string;
  category: 'PHYSICIAN' | 'THERAPIST';
  dueOn?: string;
}

export interface ForecastYear extends ForecastPoint {
  required: number | null;
  gap: number | null;
}
export interface ForecastCheck {
  from: string;
  day: string;
  expected: number;
  actual: number;
  off: number;
  percent: string | null;
}

const TALLY = { PHYSICIAN: 'REHAB_PHYSICIAN', THERAPIST: 'REHAB_THERAPIST' } as const;
const YEARS_BACK = 4;
const YEARS_AHEAD_MOST = 15;

interface Place {
  regionCode: string;
  category: 'PHYSICIAN' | 'THERAPIST';
}

/** What the count will be if nothing is done, year by year, and how far the same method was off in past years. */
@Injectable()
export class GoalForecast {
  constructor(
    private readonly registry: Registry,
    private readonly programmes: Programmes,
    private readonly workforce: Workforce,
    private readonly plans: PlanStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws PLATFORM_NOT_FOUND when the region is not in the officer's area */
  async run(actor: Actor, q: ForecastQuery) {
    const own = actor.scope.kind === 'REGION' ? actor.scope.regionCode : null;
    const code = q.regionCode ?? own;
    if (!own || !code || !code.startsWith(regionPrefix(own))) throw notFound();
    const today = dayOf(this.clock.now());
    const province = `${code.slice(0, 2)}0000`;
    const [region, rule, plan, policy] = await Promise.all([
      this.registry.region(code),
      this.plans.needsRule(today),
      this.plans.plan(province, today),
      this.plans.policy(today),
    ]);
    if (!region) throw notFound();
    if (!rule) throw new Error('A forecast has no rule: the starter plans are not loaded');
    const targets = (plan ? await this.plans.targets(plan.code) : []).filter(
      (t) => t.tallyCategory === TALLY[q.category],
    );
    const target = nextDue(targets, today);
    const horizon = Number(today.slice(0, 4)) + rule.horizonYears.value;
    const asked = q.dueOn && isDay(q.dueOn) && q.dueOn > today ? q.dueOn : null;
    const due = asked ?? (target && target.dueOn > today ? target.dueOn : `${horizon}-12-31`);
    const place = { regionCode: code, category: q.category };
    const [values, rates] = await Promise.all([this.registry.populationValues([code]), this.rates(place, rule, today)]);
    const population = pickPopulation(
      values.map((v) => ({ ...v, seriesId: v.series, kind: v.kind as PopulationKind, persons: Number(v.persons) })),
      policyOf(policy, policy?.definition.modes[0]?.seriesKinds),
      today,
      today,
    );
    const required = target ? requiredCount(population.value?.persons ?? null, plain(target.value)) : null;
    const ahead = await this.points(place, today, yearEnds(today, due), rule, rates);
    return {
      region,
      category: q.category,
      today,
      due,
      target: target ? { ...target, value: plain(target.value) } : null,
      required,
      population,
      rule,
      rates,
      points: ahead.map((p): ForecastYear => ({
        ...p,
        required,
        gap: required === null ? null : Math.max(0, required - p.expected),
      })),
      checks: await this.checks(place, today, rule, rates),
    };
  }

  private async rates(place: Place, rule: NeedsRule, today: string) {
    const of = (key: AssumptionKey) => shareOf(rule.assumptions.find((a) => a.key === key)?.value ?? '0');
    const ended = await this.programmes.outcomes({
      trainingType: rule.trainingTypes[place.category],
      regionCode: `${place.regionCode.slice(0, 2)}0000`,
      from: `${Number(today.slice(0, 4)) - rule.forecast.recordYears.value}${today.slice(4)}`,
      to: today,
    });
    const past = pastYield(ended, rule.forecast.leastCases.value, of('completionPercent'), of('passPercent'));
    return { ...past, retention: of('retentionPercent') };
  }

  private async points(
    place: Place,
    from: string,
    days: readonly string[],
    rule: NeedsRule,
    rates: { value: string; retention: string },
    then?: string,
  ): Promise<ForecastPoint[]> {
    const [heads, births] = await Promise.all([
      this.workforce.counts({ regionCodes: [place.regionCode], asOf: from, category: place.category }),
      this.workforce.births({ ...place, asOf: from }),
    ]);
    return Promise.all(
      days.map(async (day) => {
        const [expiring, inTraining] = await Promise.all([
          this.workforce.expiring({ ...place, from, until: day }),
          this.programmes.inTraining({
            trainingType: rule.trainingTypes[place.category],
            regionCode: place.regionCode,
            lastOn: day,
            ...(then ? { day: then } : {}),
          }),
        ]);
        return forecast(day, {
          count: heads.get(place.regionCode)!.union,
          retiring: retirementsUntil(births, from, day, rule.retirement),
          expiring,
          inTraining,
          yield: rates.value,
          retention: rates.retention,
        });
      }),
    );
  }

  /** The same method a year earlier each, against what became of it. */
  private checks(
    place: Place,
    today: string,
    rule: NeedsRule,
    rates: { value: string; retention: string },
  ): Promise<ForecastCheck[]> {
    const year = Number(today.slice(0, 4));
    const ends = Array.from({ length: YEARS_BACK }, (_, i) => year - YEARS_BACK + i);
    return Promise.all(
      ends.map(async (y) => {
        const [from, day] = [`${y - 1}-12-31`, `${y}-12-31`];
        const [[point], actual] = await Promise.all([
          this.points(place, from, [day], rule, rates, from),
          this.workforce.counts({ regionCodes: [place.regionCode], asOf: day, category: place.category }),
        ]);
        const heads = actual.get(place.regionCode)!.union;
        return { from, day, expected: point!.expected, actual: heads, ...forecastError(point!.expected, heads) };
      }),
    );
  }
}

/** 31 December of each year after `from` up to `due`, and `due` itself. */
export function yearEnds(from: string, due: string): string[] {
  const out: string[] = [];
  for (let y = Number(from.slice(0, 4)); out.length < YEARS_AHEAD_MOST && `${y}-12-31` < due; y++)
    if (`${y}-12-31` > from) out.push(`${y}-12-31`);
  return [...out, due];
}
