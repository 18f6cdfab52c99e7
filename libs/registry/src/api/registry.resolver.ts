import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, AllowSignedIn, CurrentActor, PageArgs, Public } from '@app/platform';
import { Registry } from '../registry';
import { READERS } from '../registry.policy';
import type { RegionRow } from '../domain/facts';
import { InstitutionQueries } from '../use/institution.queries';
import { PeopleQueries } from '../use/people.queries';
import {
  AccessPage,
  InstitutionDetail,
  InstitutionPage,
  InstitutionsArgs,
  PeopleArgs,
  PersonArgs,
  PersonPage,
  PersonRecord,
  Region,
  RegionsArgs,
} from './registry.types';

@Resolver()
export class RegistryResolver {
  constructor(
    private readonly registry: Registry,
    private readonly institutionsOf: InstitutionQueries,
    private readonly peopleOf: PeopleQueries,
  ) {}

  @Public()
  @Query(() => [Region], { description: 'Regions valid today, of one province or of all' })
  regions(@Args() { province }: RegionsArgs): Promise<RegionRow[]> {
    return this.registry.regions(province);
  }

  @Allow(...READERS)
  @Query(() => InstitutionPage, { description: 'Institutions of the area, or the own organisation' })
  institutions(@CurrentActor() actor: Actor, @Args() { filter, ...page }: InstitutionsArgs) {
    return this.institutionsOf.list(actor, filter ?? {}, page);
  }

  @Allow(...READERS)
  @Query(() => InstitutionDetail)
  institution(@CurrentActor() actor: Actor, @Args('id') id: string) {
    return this.institutionsOf.detail(actor, id);
  }

  @Allow(...READERS)
  @Query(() => PersonPage, { description: 'People whose main site lies in the area or organisation' })
  people(@CurrentActor() actor: Actor, @Args() { filter, ...page }: PeopleArgs) {
    return this.peopleOf.list(actor, this.peopleOf.filterOf(filter ?? {}), page);
  }

  @Allow(...READERS)
  @Query(() => PersonRecord, { description: 'Each call is written to the access log of the person' })
  person(@CurrentActor() actor: Actor, @Args() { id, purpose }: PersonArgs) {
    return this.peopleOf.record(actor, id, purpose);
  }

  @AllowSignedIn()
  @Query(() => PersonRecord, { description: 'My own record' })
  myRecord(@CurrentActor() actor: Actor) {
    return this.peopleOf.own(actor);
  }

  @AllowSignedIn()
  @Query(() => AccessPage, { description: 'Who looked at my record' })
  myRecordAccess(@CurrentActor() actor: Actor, @Args() { offset, limit }: PageArgs) {
    return this.peopleOf.ownAccess(actor, offset, limit);
  }
}
