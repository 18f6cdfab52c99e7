import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor } from '@app/platform';
import { TrainingNeeds } from '../use/training-needs';
import { populationOf, targetOf } from './plans.resolver';
import { TrainingNeedsAnswer, TrainingNeedsInput } from './training-needs.types';

@Resolver()
export class TrainingNeedsResolver {
  constructor(private readonly needs: TrainingNeeds) {}

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => TrainingNeedsAnswer, {
    description: 'How many a region must still train for its goal, step by step; own inputs are a what-if, not stored',
  })
  async trainingNeeds(
    @CurrentActor() actor: Actor,
    @Args('category', { type: () => String, description: 'PHYSICIAN or THERAPIST' }) category: string,
    @Args('regionCode', { type: () => String, nullable: true }) regionCode?: string,
    @Args('dueOn', { type: () => String, nullable: true }) dueOn?: string,
    @Args('inputs', { type: () => TrainingNeedsInput, nullable: true }) inputs?: TrainingNeedsInput,
  ): Promise<TrainingNeedsAnswer> {
    const n = await this.needs.run(actor, { regionCode, category, dueOn, inputs });
    return {
      ...n,
      regionCode: n.region.code,
      regionName: n.region.name,
      regionNameEn: n.region.nameEn,
      target: n.target && targetOf(n.target),
      planTitle: n.plan && { zh: n.plan.titleZh, en: n.plan.titleEn },
      population: populationOf(n.population),
      populationSummary: n.populationPolicy && { zh: n.populationPolicy.summaryZh, en: n.populationPolicy.summaryEn },
      populationSource: n.populationPolicy?.source ?? null,
      countingVersion: n.counting.version,
      countingName: { zh: n.counting.nameZh, en: n.counting.nameEn },
      ruleVersion: n.rule.version,
      ruleName: n.rule.name,
      ruleSummary: n.rule.summary,
      ruleSource: n.rule.source,
      bases: n.capacity.bases,
      capacityPerYear: n.capacity.perYear,
      specialties: n.specialties,
    };
  }
}
