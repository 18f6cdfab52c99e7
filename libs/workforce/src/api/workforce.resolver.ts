import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, AllowSignedIn, CurrentActor } from '@app/platform';
import { WorkforceQueries } from '../use/workforce.queries';
import {
  CountingExplanation,
  CountingRuleInfo,
  WorkforceMemberPage,
  WorkforceMembersArgs,
  WorkforceTrendArgs,
  WorkforceTrendLine,
} from './workforce.types';

@Resolver()
export class WorkforceResolver {
  constructor(private readonly queries: WorkforceQueries) {}

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => WorkforceMemberPage, { description: 'Who is counted in a region on a day' })
  workforceMembers(@CurrentActor() actor: Actor, @Args() args: WorkforceMembersArgs): Promise<WorkforceMemberPage> {
    return this.queries.members(actor, args);
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => CountingExplanation, { description: 'Why a person counts on a day, or why not' })
  countingExplanation(
    @CurrentActor() actor: Actor,
    @Args('personId') personId: string,
    @Args('day') day: string,
    @Args('known', { type: () => String, nullable: true }) known?: string,
  ): Promise<CountingExplanation> {
    return this.queries.explain(actor, personId, day, known ?? undefined);
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => [WorkforceTrendLine], { description: 'Heads at month ends: of a region, then of its parts when asked' })
  workforceTrend(@CurrentActor() actor: Actor, @Args() args: WorkforceTrendArgs): Promise<WorkforceTrendLine[]> {
    return this.queries.trend(actor, args);
  }

  @AllowSignedIn()
  @Query(() => CountingRuleInfo)
  countingRule(): Promise<CountingRuleInfo> {
    return this.queries.rule();
  }
}
