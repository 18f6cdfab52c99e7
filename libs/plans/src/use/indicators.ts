import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, diffDays, isDay } from '@app/kernel';
import { type Actor, CLOCK, notFound, regionPrefix, Timelines } from '@app/platform';
import { Registry } from '@app/registry';
import { Workforce } from '@app/workforce';
import {
  type EvidenceRow,
  type ExemptionRow,
  type FullTarget,
  IndicatorStore,
  type VerdictRow,
} from '../data/indicator.store';
import { PlanStore } from '../data/plan.store';
import { type AskedRegion, evaluate, type Evaluation } from '../domain/evaluate';
import { nothing, type Verdict } from '../domain/indicator';
import type { Measure } from '../domain/measure';
import { isBehind } from '../domain/rate';
import { plain, policyOf } from './goal-board';
import { Reports } from './reports';
import { type DayFacts, factsFor, IndicatorFactsReader } from './indicator-facts';

export interface IndicatorsQuery {
  planCode?: string;
  regionCode?: string;
  asOf?: string;
  /** only this target, with everything that stands behind it */
  key?: string;
}

/** The straight line from the plan's first day to the target (§4.7): management figure only. */
export interface EarlyWarning {
  baseOn: string;
  base: number;
  behind: boolean;
}

export interface IndicatorRow extends Evaluation {
  target: FullTarget;
  measure: Measure | null;
  /** taken before the plan's day: the figure still moves */
  interim: boolean;
  /** a number the plan sets for the whole province, read on a part of it: no status */
  reference: boolean;
  warning: EarlyWarning | null;
  /** how it stood on its own last day, once that is past */
  atDue: Verdict | null;
  verdict: VerdictRow | null;
  asked: readonly AskedRegion[];
  exemptions: ExemptionRow[];
  evidence: EvidenceRow[];
}

/** All indicators of a plan on a day, computed from the registry (§1.3, §4.7). */
@Injectable()
export class Indicators {
  constructor(
    private readonly registry: Registry,
    private readonly workforce: Workforce,
    private readonly plans: PlanStore,
    private readonly store: IndicatorStore,
    private readonly reader: IndicatorFactsReader,
    private readonly reports: Reports,
    private readonly timelines: Timelines,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws PLATFORM_NOT_FOUND for a region, plan or target that is not the officer's */
  async run(actor: Actor, q: IndicatorsQuery) {
    const own = actor.scope.kind === 'REGION' ? actor.scope.regionCode : null;
    const code = q.regionCode ?? own;
    if (!own || !code || !code.startsWith(regionPrefix(own))) throw notFound();
    const today = dayOf(this.clock.now());
    const asOf = q.asOf && isDay(q.asOf) && q.asOf < today ? q.asOf : today;
    const province = `${code.slice(0, 2)}0000`;
    const [region, plans, current, policy, rule, counting] = await Promise.all([
      this.registry.region(code),
      this.store.plans(province),
      this.plans.plan(province, asOf),
      this.plans.policy(asOf),
      this.store.rule(asOf),
      this.workforce.currentRule(),
    ]);
    const plan = q.planCode ? plans.find((p) => p.code === q.planCode) : (current ?? plans.at(-1));
    if (!region || !plan) throw notFound();
    const kinds = policyOf(policy, policy?.definition.modes[0]?.seriesKinds);
    const base = plan.periodStart < asOf ? plan.periodStart : null;
    const [targets, exemptions, verdicts, evidence, subgoals, facts, atStart] = await Promise.all([
      this.store.targets(plan.code),
      this.store.exemptions(plan.code, asOf),
      this.store.verdicts(plan.code, asOf),
      this.store.evidence(plan.code, asOf),
      this.reports.cityHasSubgoals(province),
      this.reader.of(region, asOf, kinds, asOf),
      base ? this.reader.of(region, base, kinds, asOf) : null,
    ]);
    const wanted = q.key ? targets.filter((t) => t.id === q.key) : targets;
    if (q.key && !wanted.length) throw notFound();
    const past = [...new Set(wanted.map((t) => t.dueOn).filter((day) => day < asOf))];
    const onDue = new Map(
      await Promise.all(past.map(async (day) => [day, await this.reader.of(region, day, kinds, asOf)] as const)),
    );
    const measures = new Map(rule.measures.map((m) => [m.code, m]));
    // What was handed in after the day is not there on the day.
    const onDay = new Map([...subgoals].map(([city, day]) => [city, day !== null && day <= asOf ? day : null]));
    const records = { exemptions, evidence, subgoals: onDay };
    const rows = wanted.map((target): IndicatorRow => {
      const measure = target.measure ?? measures.get(target.code) ?? null;
      const verdict = verdicts.filter((v) => v.targetKey === target.id).at(-1) ?? null;
      const reference = target.scope.aggregate === 'TOTAL' && region.kind !== 'PROVINCE';
      const figure = this.figure(target, measure, facts, records);
      return {
        ...figure,
        ...(figure.status === 'UNDER_REVIEW' && verdict ? { status: verdict.status } : {}),
        ...(reference && measure?.kind !== 'TALLY_RATE'
          ? { status: 'NOT_APPLICABLE' as const, gap: null, need: null }
          : {}),
        target,
        measure,
        interim: asOf < target.dueOn,
        reference,
        warning: atStart && !reference ? this.warning(target, measure, figure, atStart, asOf) : null,
        atDue: this.atDue(target, measure, onDue.get(target.dueOn), reference, records),
        verdict,
        asked: target.scope.aggregate === 'EACH' ? factsFor(target, facts, records).regions : [],
        exemptions: exemptions.filter((e) => e.targetKey === target.id),
        evidence: evidence.filter((e) => e.targetKey === target.id),
      };
    });
    return {
      asOf,
      today,
      region,
      plan,
      plans,
      rule,
      counting,
      population: facts.population,
      policy,
      regions: facts.regions,
      facilities: facts.facilities,
      rows,
    };
  }

  /** What officers did about a target, oldest first. */
  history(planCode: string, key: string) {
    return this.timelines.of('plan_target', `${planCode}/${key}`);
  }

  private figure(
    target: FullTarget,
    measure: Measure | null,
    facts: DayFacts,
    records: Parameters<typeof factsFor>[2],
  ): Evaluation {
    if (!measure)
      return { ...nothing('NO_DATA'), num: null, den: null, counted: [], missing: [], titles: null, parts: [] };
    const value = target.value === null ? null : plain(target.value);
    return evaluate({ ...target, value, by: target.dueOn }, measure, factsFor(target, facts, records));
  }

  private atDue(
    target: FullTarget,
    measure: Measure | null,
    day: DayFacts | undefined,
    reference: boolean,
    records: Parameters<typeof factsFor>[2],
  ): Verdict | null {
    if (!day || reference) return null;
    const { status, shown, gap, need } = this.figure(target, measure, day, records);
    return { status, shown, gap, need };
  }

  private warning(
    target: FullTarget,
    measure: Measure | null,
    now: Evaluation,
    atStart: DayFacts,
    asOf: string,
  ): EarlyWarning | null {
    if (asOf >= target.dueOn || now.num === null || now.need === null || target.op === 'ABOUT') return null;
    const before = this.figure(target, measure, atStart, { exemptions: [], evidence: [], subgoals: new Map() });
    if (before.num === null) return null;
    const [elapsed, total] = [diffDays(atStart.day, asOf), diffDays(atStart.day, target.dueOn)];
    return { baseOn: atStart.day, base: before.num, behind: isBehind(now.num, before.num, now.need, elapsed, total) };
  }
}
