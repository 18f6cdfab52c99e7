import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, PageArgs } from '@app/platform';
import { MERGERS, RECORD_KEEPERS } from '../registry.policy';
import { ChangePerson } from '../use/change-person';
import { MergePeople } from '../use/merge-people';
import { MergeQueries } from '../use/merge.queries';
import {
  ChangePersonInput,
  CompareArgs,
  DismissDuplicateInput,
  DuplicatePage,
  MergePeopleInput,
  PersonChange,
  UndoMergeInput,
} from './people.types';
import { PersonRecord } from './registry.types';

@Resolver()
export class PeopleResolver {
  constructor(
    private readonly change: ChangePerson,
    private readonly merge: MergePeople,
    private readonly merges: MergeQueries,
  ) {}

  @Allow(...RECORD_KEEPERS)
  @Mutation(() => PersonChange, { description: 'One act on one record; refusals name every reason' })
  changePerson(@CurrentActor() actor: Actor, @Args('input') { personId, act }: ChangePersonInput) {
    return this.change.run(actor, personId, act);
  }

  @Allow(...MERGERS)
  @Query(() => DuplicatePage, { description: 'Pairs of records in the area that may be one person' })
  duplicateCandidates(@CurrentActor() actor: Actor, @Args() { offset, limit }: PageArgs) {
    return this.merges.candidates(actor, { offset, limit });
  }

  @Allow(...MERGERS)
  @Query(() => [PersonRecord], { description: 'Two records side by side; both views are logged' })
  comparePeople(@CurrentActor() actor: Actor, @Args() { a, b, purpose }: CompareArgs) {
    return this.merges.compare(actor, [a, b], purpose);
  }

  @Allow(...MERGERS)
  @Mutation(() => PersonChange)
  async mergePeople(@CurrentActor() actor: Actor, @Args('input') input: MergePeopleInput) {
    return { ...(await this.merge.run(actor, input)), changes: 1 };
  }

  @Allow(...MERGERS)
  @Mutation(() => PersonChange)
  async undoMerge(@CurrentActor() actor: Actor, @Args('input') input: UndoMergeInput) {
    return { ...(await this.merge.undo(actor, input)), changes: 1 };
  }

  @Allow(...MERGERS)
  @Mutation(() => Boolean, { description: 'Found to be two people; not asked again' })
  dismissDuplicate(@CurrentActor() actor: Actor, @Args('input') input: DismissDuplicateInput) {
    return this.merge.dismiss(actor, input);
  }
}
