import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Public } from '@app/platform';
import { AccreditationQueries } from '../use/accreditation.queries';
import { ChangeBaseStatus } from '../use/change-base-status';
import { GrantAccreditation } from '../use/grant-accreditation';
import {
  AccreditationArgs,
  AccreditationCandidate,
  AccreditationDetail,
  AccreditationGranted,
  AccreditationPage,
  AccreditationState,
  BaseRuleInfo,
  BaseStatusInput,
  GrantAccreditationInput,
  PublicBaseArgs,
  PublicBasePage,
  RemoveBaseInput,
} from './accreditation.types';

@Resolver()
export class AccreditationResolver {
  constructor(
    private readonly queries: AccreditationQueries,
    private readonly grants: GrantAccreditation,
    private readonly status: ChangeBaseStatus,
  ) {}

  @Public()
  @Query(() => PublicBasePage, { description: 'Accredited training bases in force today' })
  publicBases(@Args() args: PublicBaseArgs): Promise<PublicBasePage> {
    return this.queries.publicBases(args);
  }

  @Public()
  @Query(() => BaseRuleInfo, { description: 'Rules for accrediting bases, with sources' })
  async baseRule(
    @Args('province', { type: () => String, nullable: true }) province: string | null,
  ): Promise<BaseRuleInfo> {
    const rule = await this.queries.rule();
    return {
      ...rule,
      plaqueExample: this.queries.plaqueExample(rule, province ?? null),
      plaqueSource: rule.plaqueNumber.source,
    };
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER', 'BASE_ADMIN', 'INSTITUTION_ADMIN')
  @Query(() => AccreditationPage)
  accreditations(@CurrentActor() actor: Actor, @Args() args: AccreditationArgs): Promise<AccreditationPage> {
    return this.queries.list(actor, args);
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER', 'BASE_ADMIN', 'INSTITUTION_ADMIN')
  @Query(() => AccreditationDetail)
  accreditation(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<AccreditationDetail> {
    return this.queries.detail(actor, id);
  }

  @Allow('PROVINCE_OFFICER')
  @Query(() => [AccreditationCandidate], {
    description: 'Institutions of my province whose name contains the text; at most 20',
  })
  accreditationCandidates(
    @CurrentActor() actor: Actor,
    @Args('search') search: string,
  ): Promise<AccreditationCandidate[]> {
    return this.queries.candidates(actor, search.slice(0, 100), 20);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => AccreditationGranted)
  grantAccreditation(
    @CurrentActor() actor: Actor,
    @Args('input') input: GrantAccreditationInput,
  ): Promise<AccreditationGranted> {
    return this.grants.run(actor, input);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => AccreditationState)
  suspendAccreditation(
    @CurrentActor() actor: Actor,
    @Args('input') input: BaseStatusInput,
  ): Promise<AccreditationState> {
    return this.status.run(actor, { ...input, event: 'SUSPEND' });
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => AccreditationState)
  restoreAccreditation(
    @CurrentActor() actor: Actor,
    @Args('input') input: BaseStatusInput,
  ): Promise<AccreditationState> {
    return this.status.run(actor, { ...input, event: 'RESTORE' });
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => AccreditationState, { description: 'Take the plaque back; a bar on granting again follows' })
  removeAccreditation(
    @CurrentActor() actor: Actor,
    @Args('input') input: RemoveBaseInput,
  ): Promise<AccreditationState> {
    return this.status.run(actor, { ...input, event: 'REMOVE' });
  }
}
