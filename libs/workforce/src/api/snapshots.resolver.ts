import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, PageArgs } from '@app/platform';
import { RestateSnapshot } from '../use/restate-snapshot';
import { SnapshotQueries } from '../use/snapshot.queries';
import {
  CountingCheck,
  TallyRestatementDetail,
  TallyRestatementMade,
  TallySnapshotDetail,
  TallySnapshotMemberPage,
  TallySnapshotMembersArgs,
  TallySnapshotPage,
} from './snapshots.types';

@Resolver()
export class SnapshotsResolver {
  constructor(
    private readonly queries: SnapshotQueries,
    private readonly restates: RestateSnapshot,
  ) {}

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => TallySnapshotPage, { description: 'Frozen figures of the own region, newest day first' })
  tallySnapshots(@CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<TallySnapshotPage> {
    return this.queries.list(actor, page);
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => TallySnapshotDetail, { description: 'A frozen figure with rule, population and hash' })
  tallySnapshot(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<TallySnapshotDetail> {
    return this.queries.one(actor, id);
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => TallySnapshotMemberPage, { description: 'The people behind a frozen figure, in the own region' })
  tallySnapshotMembers(
    @CurrentActor() actor: Actor,
    @Args() args: TallySnapshotMembersArgs,
  ): Promise<TallySnapshotMemberPage> {
    return this.queries.members(actor, args);
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => TallyRestatementDetail, { description: 'Old, new and why: a frozen figure with later knowledge' })
  tallyRestatement(
    @CurrentActor() actor: Actor,
    @Args('id') id: string,
    @Args() page: PageArgs,
  ): Promise<TallyRestatementDetail> {
    return this.queries.restatement(actor, id, page);
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => CountingCheck, {
    nullable: true,
    description: 'The last nightly comparison of the counts with the facts',
  })
  countingCheck(): Promise<CountingCheck | null> {
    return this.queries.lastCheck();
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER')
  @Mutation(() => TallyRestatementMade, {
    description: 'Recomputes a frozen figure of the own region with later knowledge and keeps the difference',
  })
  restateTallySnapshot(
    @CurrentActor() actor: Actor,
    @Args('id') id: string,
    @Args('knownOn', { type: () => String, nullable: true, description: 'Default now' }) knownOn?: string,
  ): Promise<TallyRestatementMade> {
    return this.restates.run(actor, { id, knownOn: knownOn ?? undefined });
  }
}
