import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor } from '@app/platform';
import { GoalForecast } from '../use/goal-forecast';
import { NeedsScenarios } from '../use/needs-scenarios';
import {
  GoalForecastArgs,
  GoalForecastType,
  NeedsScenarioInfo,
  SaveScenarioInput,
  ScenarioArgs,
} from './forecast.types';
import { PlanRecord } from './indicators.types';

@Resolver()
export class ForecastResolver {
  constructor(
    private readonly forecast: GoalForecast,
    private readonly scenarios: NeedsScenarios,
  ) {}

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => GoalForecastType, { description: 'Expected heads year by year, and how far the method was off before' })
  async goalForecast(@CurrentActor() actor: Actor, @Args() args: GoalForecastArgs): Promise<GoalForecastType> {
    const f = await this.forecast.run(actor, args);
    return {
      regionCode: f.region.code,
      category: f.category,
      today: f.today,
      due: f.due,
      required: f.required,
      yield: f.rates.value,
      yieldCases: f.rates.cases,
      yieldSource: f.rates.source,
      retention: f.rates.retention,
      ruleVersion: f.rule.version,
      recordSource: f.rule.forecast.leastCases.source,
      points: f.points,
      checks: f.checks,
    };
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => [NeedsScenarioInfo], { description: 'Saved what-ifs of a region, oldest first' })
  async needsScenarios(@CurrentActor() actor: Actor, @Args() args: ScenarioArgs): Promise<NeedsScenarioInfo[]> {
    const rows = await this.scenarios.list(actor, args.regionCode, args.category);
    return rows.map((r) => ({
      ...r.outcome,
      id: r.id,
      name: r.name,
      savedBy: r.savedBy,
      savedAt: r.savedAt,
      mine: r.accountId === actor.accountId,
      setDueOn: r.query.dueOn,
      inputs: Object.entries(r.query.inputs).map(([key, value]) => ({ key, value })),
    }));
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Mutation(() => PlanRecord, { description: 'Keeps a what-if with the answer of today' })
  saveNeedsScenario(@CurrentActor() actor: Actor, @Args('input') input: SaveScenarioInput): Promise<PlanRecord> {
    return this.scenarios.save(actor, input);
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Mutation(() => PlanRecord)
  removeNeedsScenario(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<PlanRecord> {
    return this.scenarios.remove(actor, id);
  }
}
