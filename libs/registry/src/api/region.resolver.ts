import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, TimelineStep } from '@app/platform';
import { AUTHORITIES } from '../place.policy';
import { ChangeRegions } from '../use/change-regions';
import { KeepPopulations } from '../use/keep-populations';
import { RegionQueries } from '../use/region.queries';
import {
  AbolishRegionInput,
  AddPopulationInput,
  AddPopulationSeriesInput,
  AddRegionInput,
  PopulationsArgs,
  PopulationSeriesRow,
  RegionCodeArgs,
  RegionEffect,
  RegionFigures,
  RegionPopulation,
  RegionRecordRow,
  RenameRegionInput,
} from './region.types';

@Resolver()
export class RegionResolver {
  constructor(
    private readonly queries: RegionQueries,
    private readonly change: ChangeRegions,
    private readonly populations: KeepPopulations,
  ) {}

  @Allow(...AUTHORITIES)
  @Query(() => [RegionRecordRow], { description: 'Regions of the area, abolished ones too' })
  regionTree(@CurrentActor() actor: Actor) {
    return this.queries.tree(actor);
  }

  @Allow('PROVINCE_OFFICER')
  @Query(() => RegionEffect)
  regionEffect(@CurrentActor() actor: Actor, @Args() { code }: RegionCodeArgs) {
    return this.queries.effect(actor, code);
  }

  @Allow(...AUTHORITIES)
  @Query(() => [TimelineStep])
  regionHistory(@CurrentActor() actor: Actor, @Args() { code }: RegionCodeArgs) {
    return this.queries.history(actor, code);
  }

  @Allow(...AUTHORITIES)
  @Query(() => [PopulationSeriesRow])
  populationSeries() {
    return this.queries.series();
  }

  @Allow(...AUTHORITIES)
  @Query(() => [RegionPopulation])
  regionPopulations(@CurrentActor() actor: Actor, @Args() { level }: PopulationsArgs) {
    return this.queries.populations(actor, level ?? null);
  }

  @Allow(...AUTHORITIES)
  @Query(() => RegionFigures)
  regionFigures(@CurrentActor() actor: Actor, @Args() { code }: RegionCodeArgs) {
    return this.queries.figures(actor, code);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => String)
  addPopulationSeries(@CurrentActor() actor: Actor, @Args('input') input: AddPopulationSeriesInput) {
    return this.populations.addSeries(actor, input);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => Boolean, { description: 'A correction is another row with its own publication date' })
  addPopulation(@CurrentActor() actor: Actor, @Args('input') input: AddPopulationInput) {
    return this.populations.add(actor, input);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => String)
  renameRegion(@CurrentActor() actor: Actor, @Args('input') input: RenameRegionInput) {
    return this.change.rename(actor, input);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => String, { description: 'Institutions go on in the successor; their past days stay' })
  abolishRegion(@CurrentActor() actor: Actor, @Args('input') input: AbolishRegionInput) {
    return this.change.abolish(actor, input);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => String, { description: 'Gives the code' })
  addRegion(@CurrentActor() actor: Actor, @Args('input') input: AddRegionInput) {
    return this.change.add(actor, input);
  }
}
