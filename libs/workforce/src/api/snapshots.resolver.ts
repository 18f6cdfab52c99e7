import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, PageArgs } from '@app/platform';
import { SnapshotQueries } from '../use/snapshot.queries';
import {
  TallySnapshotDetail,
  TallySnapshotMemberPage,
  TallySnapshotMembersArgs,
  TallySnapshotPage,
} from './snapshots.types';

@Resolver()
export class SnapshotsResolver {
  constructor(private readonly queries: SnapshotQueries) {}

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
}
