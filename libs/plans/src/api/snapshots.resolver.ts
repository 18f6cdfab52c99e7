import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { type Actor, Allow, CurrentActor, IsDay } from '@app/platform';
import { TakeSnapshot } from '../use/take-snapshot';

@InputType()
export class TakeTallySnapshotInput {
  @Field(() => String, { nullable: true, description: 'Default the own region' })
  @IsOptional()
  @Matches(/^\d{6}$/)
  regionCode?: string;
  @Field() @IsDay() asOf: string;
  @Field() @IsString() @MinLength(1) @MaxLength(200) title: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(40) populationMode?: string;
}

@ObjectType()
export class TallySnapshotTaken {
  @Field() id: string;
  @Field() hash: string;
}

@Resolver()
export class PlanSnapshotsResolver {
  constructor(private readonly takes: TakeSnapshot) {}

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER')
  @Mutation(() => TallySnapshotTaken, {
    description: 'Freezes the figures of a region and its parts with people, rule, population and hash',
  })
  takeTallySnapshot(
    @CurrentActor() actor: Actor,
    @Args('input') input: TakeTallySnapshotInput,
  ): Promise<TallySnapshotTaken> {
    return this.takes.run(actor, input);
  }
}
