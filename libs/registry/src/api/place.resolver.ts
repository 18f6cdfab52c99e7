import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor } from '@app/platform';
import { AUTHORITIES, PLACE_READERS, UNIT_KEEPERS } from '../place.policy';
import { CloseInstitution } from '../use/close-institution';
import { EditInstitution } from '../use/edit-institution';
import { KeepConsortia } from '../use/keep-consortia';
import { KeepDesignations } from '../use/keep-designations';
import { KeepUnits } from '../use/keep-units';
import { PlaceQueries } from '../use/place.queries';
import {
  CloseInstitutionInput,
  ConsortiaArgs,
  ConsortiumDetail,
  ConsortiumPage,
  CreateConsortiumInput,
  EditInstitutionInput,
  EndInput,
  GrantDesignationInput,
  InstitutionPlaces,
  JoinConsortiumInput,
  MoveInstitutionInput,
  OpenUnitInput,
  PlaceIdArgs,
} from './place.types';

@Resolver()
export class PlaceResolver {
  constructor(
    private readonly queries: PlaceQueries,
    private readonly edit: EditInstitution,
    private readonly closing: CloseInstitution,
    private readonly units: KeepUnits,
    private readonly designations: KeepDesignations,
    private readonly consortia: KeepConsortia,
  ) {}

  @Allow(...PLACE_READERS)
  @Query(() => InstitutionPlaces)
  institutionPlaces(@CurrentActor() actor: Actor, @Args() { id }: PlaceIdArgs) {
    return this.queries.ofInstitution(actor, id);
  }

  @Allow(...AUTHORITIES)
  @Query(() => ConsortiumPage, { description: 'Consortia of the area' })
  consortiaOfArea(@CurrentActor() actor: Actor, @Args() page: ConsortiaArgs) {
    return this.queries.consortiaOf(actor, page);
  }

  @Allow(...AUTHORITIES)
  @Query(() => ConsortiumDetail)
  consortium(@CurrentActor() actor: Actor, @Args() { id }: PlaceIdArgs) {
    return this.queries.consortium(actor, id);
  }

  @Allow(...AUTHORITIES)
  @Mutation(() => String)
  editInstitution(@CurrentActor() actor: Actor, @Args('input') input: EditInstitutionInput) {
    return this.edit.run(actor, input);
  }

  @Allow(...AUTHORITIES)
  @Mutation(() => String, { description: 'Another county from a day on; past days stay in the old one' })
  moveInstitution(@CurrentActor() actor: Actor, @Args('input') input: MoveInstitutionInput) {
    return this.edit.move(actor, input);
  }

  @Allow(...AUTHORITIES)
  @Mutation(() => String, { description: 'Units, titles and memberships end with it' })
  closeInstitution(@CurrentActor() actor: Actor, @Args('input') input: CloseInstitutionInput) {
    return this.closing.run(actor, input);
  }

  @Allow(...UNIT_KEEPERS)
  @Mutation(() => String)
  openUnit(@CurrentActor() actor: Actor, @Args('input') input: OpenUnitInput) {
    return this.units.open(actor, input);
  }

  @Allow(...UNIT_KEEPERS)
  @Mutation(() => String, { description: 'Titles the unit holds end with it' })
  closeUnit(@CurrentActor() actor: Actor, @Args('input') input: EndInput) {
    return this.units.close(actor, input);
  }

  @Allow(...AUTHORITIES)
  @Mutation(() => String)
  grantDesignation(@CurrentActor() actor: Actor, @Args('input') input: GrantDesignationInput) {
    return this.designations.grant(actor, input);
  }

  @Allow(...AUTHORITIES)
  @Mutation(() => String)
  endDesignation(@CurrentActor() actor: Actor, @Args('input') input: EndInput) {
    return this.designations.end(actor, input);
  }

  @Allow(...AUTHORITIES)
  @Mutation(() => String)
  createConsortium(@CurrentActor() actor: Actor, @Args('input') input: CreateConsortiumInput) {
    return this.consortia.create(actor, input);
  }

  @Allow(...AUTHORITIES)
  @Mutation(() => String)
  joinConsortium(@CurrentActor() actor: Actor, @Args('input') input: JoinConsortiumInput) {
    return this.consortia.join(actor, input);
  }

  @Allow(...AUTHORITIES)
  @Mutation(() => String)
  leaveConsortium(@CurrentActor() actor: Actor, @Args('input') { id, ...f }: EndInput) {
    return this.consortia.leave(actor, { memberId: id, ...f });
  }

  @Allow(...AUTHORITIES)
  @Mutation(() => String)
  endConsortium(@CurrentActor() actor: Actor, @Args('input') input: EndInput) {
    return this.consortia.end(actor, input);
  }
}
