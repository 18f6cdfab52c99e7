import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, TimelineStep } from '@app/platform';
import { Grants } from '../use/grants';
import { IdentityQueries } from '../use/identity.queries';
import {
  DecisionArgs,
  GrantPage,
  GrantsArgs,
  NewGrantInput,
  ReachArgs,
  ReachOption,
  ReasonArgs,
} from './accounts.types';

/** Who holds which role for what: one proposes, another decides. */
@Resolver()
export class GrantsResolver {
  constructor(
    private readonly grants: Grants,
    private readonly queries: IdentityQueries,
  ) {}

  @Allow('SYSTEM_ADMIN', 'SECURITY_ADMIN')
  @Query(() => GrantPage, { name: 'roleGrants' })
  list(@Args() a: GrantsArgs): Promise<GrantPage> {
    return this.queries.grants({
      state: a.state ?? null,
      role: a.role ?? null,
      search: a.search?.trim() || null,
      offset: a.offset,
      limit: a.limit,
    }) as Promise<GrantPage>;
  }

  @Allow('SYSTEM_ADMIN', 'SECURITY_ADMIN')
  @Query(() => [TimelineStep])
  roleGrantTimeline(@Args('id') id: string): Promise<TimelineStep[]> {
    return this.queries.grantTimeline(id);
  }

  @Allow('SYSTEM_ADMIN')
  @Query(() => [ReachOption], { description: 'Regions or institutions a role can be given for' })
  roleReachOptions(@Args() a: ReachArgs): Promise<ReachOption[]> {
    return this.queries.reachOptions(a.role, a.search?.trim() || null);
  }

  @Allow('SYSTEM_ADMIN')
  @Mutation(() => String, { description: 'Returns the id of the proposal' })
  async proposeGrant(@CurrentActor() actor: Actor, @Args('input') input: NewGrantInput): Promise<string> {
    return (await this.grants.propose(actor, input)).id;
  }

  @Allow('SECURITY_ADMIN')
  @Mutation(() => Boolean)
  async decideGrant(@CurrentActor() actor: Actor, @Args() a: DecisionArgs): Promise<boolean> {
    await this.grants.decide(actor, a.id, a.approve, a.opinion);
    return true;
  }

  @Allow('SECURITY_ADMIN')
  @Mutation(() => Boolean, { description: 'Takes effect on the next request' })
  async endGrant(@CurrentActor() actor: Actor, @Args() a: ReasonArgs): Promise<boolean> {
    await this.grants.end(actor, a.id, a.reason);
    return true;
  }
}
