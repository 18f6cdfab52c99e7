import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor } from '@app/platform';
import { RECORD_KEEPERS } from '../registry.policy';
import { FhirExport } from '../use/fhir-export';
import { PeopleQueries } from '../use/people.queries';
import { ExportFhirInput } from './fhir.types';

@Resolver()
export class FhirResolver {
  constructor(
    private readonly fhir: FhirExport,
    private readonly people: PeopleQueries,
  ) {}

  @Allow(...RECORD_KEEPERS)
  @Mutation(() => String, {
    description: 'Orders practitioners, their roles and organisations as FHIR R4 (NDJSON); gives the id of the job',
  })
  exportPeopleFhir(@CurrentActor() actor: Actor, @Args('input') { filter, purpose }: ExportFhirInput) {
    return this.fhir.order(actor, this.people.filterOf(filter ?? {}), purpose);
  }
}
