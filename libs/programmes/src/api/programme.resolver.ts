import { Args, Query, Resolver } from '@nestjs/graphql';
import { AllowSignedIn } from '@app/platform';
import { ProgrammeQueries } from '../use/programme.queries';
import { CatalogueArgs, ProgrammeView } from './programme.types';

@Resolver()
export class ProgrammeResolver {
  constructor(private readonly queries: ProgrammeQueries) {}

  @AllowSignedIn()
  @Query(() => [ProgrammeView], { description: 'Programmes in force, with their rules and the sources' })
  programmes(@Args() args: CatalogueArgs): Promise<ProgrammeView[]> {
    return this.queries.catalogue(args.province ?? null);
  }

  @AllowSignedIn()
  @Query(() => ProgrammeView)
  programme(
    @Args('id') id: string,
    @Args('versionId', { type: () => String, nullable: true }) versionId: string | null,
  ): Promise<ProgrammeView> {
    return this.queries.programme(id, versionId);
  }
}
