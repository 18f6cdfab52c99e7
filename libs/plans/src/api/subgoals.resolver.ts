import { Args, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { type Actor, Allow, CurrentActor, Label } from '@app/platform';
import { Subgoals } from '../use/subgoals';

@ObjectType()
export class SubgoalPlan {
  @Field() code: string;
  @Field(() => Label) title: Label;
  @Field() periodStart: string;
  @Field() periodEnd: string;
}
@ObjectType()
export class SubgoalCity {
  @Field() code: string;
  @Field() name: string;
  @Field() nameEn: string;
  @Field({ description: 'Has sub-goals of this plan' }) has: boolean;
}
@ObjectType()
export class SubgoalYear {
  @Field(() => Int) year: number;
  @Field(() => String, { nullable: true }) goal: string | null;
  @Field(() => String, { nullable: true }) result: string | null;
  @Field({ description: 'Counted here, not typed in' }) counted: boolean;
  @Field(() => String, { nullable: true }) note: string | null;
}
@ObjectType()
export class SubgoalTaskInfo {
  @Field() key: string;
  @Field(() => Label) label: Label;
  @Field() unit: string;
  @Field(() => String, { nullable: true, description: 'The plan’s own words' }) quote: string | null;
  @Field(() => [SubgoalYear]) years: SubgoalYear[];
}
@ObjectType({ description: 'Yearly goals of a city per task of the plan, beside the results' })
export class SubgoalBoard {
  @Field(() => SubgoalPlan, { nullable: true }) plan: SubgoalPlan | null;
  @Field(() => [SubgoalPlan]) plans: SubgoalPlan[];
  @Field(() => [Int]) years: number[];
  @Field(() => [SubgoalCity]) cities: SubgoalCity[];
  @Field(() => String, { nullable: true }) regionCode: string | null;
  @Field(() => [SubgoalTaskInfo]) tasks: SubgoalTaskInfo[];
}

@InputType()
export class SubgoalYearInput {
  @Field(() => Int) @IsInt() year: number;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(20) goal?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(20) result?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(300) resultNote?: string | null;
}
@InputType()
export class SubgoalTaskInput {
  @Field({ description: 'Key of the plan’s target, or OWN-<n> with a label and a unit' })
  @Matches(/^[A-Za-z0-9-]{1,20}$/)
  key: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(200) label?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(30) unit?: string | null;
  @Field(() => [SubgoalYearInput])
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SubgoalYearInput)
  years: SubgoalYearInput[];
}
@InputType()
export class SaveSubgoalsInput {
  @Field() @IsString() @MaxLength(40) planCode: string;
  @Field(() => [SubgoalTaskInput])
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => SubgoalTaskInput)
  tasks: SubgoalTaskInput[];
}

@Resolver()
export class SubgoalsResolver {
  constructor(private readonly subgoals: Subgoals) {}

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER')
  @Query(() => SubgoalBoard)
  async reportSubgoals(
    @CurrentActor() actor: Actor,
    @Args('regionCode', { type: () => String, nullable: true }) regionCode?: string,
    @Args('planCode', { type: () => String, nullable: true }) planCode?: string,
  ): Promise<SubgoalBoard> {
    const b = await this.subgoals.run(actor, { regionCode, planCode });
    const planOf = (p: (typeof b.plans)[number]) => ({ ...p, title: { zh: p.titleZh, en: p.titleEn } });
    return { ...b, plan: b.plan && planOf(b.plan), plans: b.plans.map(planOf), regionCode: b.city?.code ?? null };
  }

  @Allow('CITY_OFFICER')
  @Mutation(() => Int, { description: 'Writes the own city’s sub-goals; gives the number of tasks' })
  saveSubgoals(@CurrentActor() actor: Actor, @Args('input') input: SaveSubgoalsInput): Promise<number> {
    return this.subgoals.save(actor, input);
  }
}
