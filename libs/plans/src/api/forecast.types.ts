import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IsDay, Label } from '@app/platform';
import { TrainingNeedsInput } from './training-needs.types';

const CATEGORIES = ['PHYSICIAN', 'THERAPIST'] as const;
type Category = (typeof CATEGORIES)[number];

@ArgsType()
export class GoalForecastArgs {
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(/^\d{6}$/) regionCode?: string;
  @Field(() => String, { description: 'PHYSICIAN or THERAPIST' }) @IsIn(CATEGORIES) category: Category;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDay() dueOn?: string;
}

@ObjectType({ description: 'What the count will be at a year’s end if nothing is done' })
export class GoalForecastPoint {
  @Field() day: string;
  @Field(() => Int) count: number;
  @Field(() => Int) retiring: number;
  @Field(() => Int, { description: 'Counting by a certificate alone that ends by then' }) expiring: number;
  @Field(() => Int) inTraining: number;
  @Field(() => Int, { description: 'Of those in training, how many will count' }) gained: number;
  @Field(() => Int) expected: number;
  @Field(() => Int, { nullable: true }) required: number | null;
  @Field(() => Int, { nullable: true }) gap: number | null;
}

@ObjectType({ description: 'The same method a year before a past day, against what became of it' })
export class GoalForecastCheck {
  @Field() from: string;
  @Field() day: string;
  @Field(() => Int) expected: number;
  @Field(() => Int) actual: number;
  @Field(() => Int) off: number;
  @Field(() => String, { nullable: true, description: 'Of the actual, one decimal' }) percent: string | null;
}

@ObjectType('GoalForecast')
export class GoalForecastType {
  @Field() regionCode: string;
  @Field() category: string;
  @Field() today: string;
  @Field() due: string;
  @Field(() => Int, { nullable: true }) required: number | null;
  @Field({ description: 'Share of those who began that ends with a certificate' }) yield: string;
  @Field(() => Int) yieldCases: number;
  @Field({ description: 'RECORD or RULE' }) yieldSource: string;
  @Field() retention: string;
  @Field() ruleVersion: string;
  @Field(() => Label) recordSource: Label;
  @Field(() => [GoalForecastPoint]) points: GoalForecastPoint[];
  @Field(() => [GoalForecastCheck]) checks: GoalForecastCheck[];
}

@ArgsType()
export class ScenarioArgs {
  @Field() @Matches(/^\d{6}$/) regionCode: string;
  @Field(() => String) @IsIn(CATEGORIES) category: Category;
}

@InputType()
export class SaveScenarioInput {
  @Field() @IsString() @Matches(/\S/) @MaxLength(80) name: string;
  @Field() @Matches(/^\d{6}$/) regionCode: string;
  @Field(() => String) @IsIn(CATEGORIES) category: Category;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDay() dueOn?: string;
  @Field(() => TrainingNeedsInput) @ValidateNested() @Type(() => TrainingNeedsInput) inputs: TrainingNeedsInput;
}

@ObjectType()
export class ScenarioInputValue {
  @Field() key: string;
  @Field() value: string;
}

@ObjectType({ description: 'A saved what-if with the answer of its day' })
export class NeedsScenarioInfo {
  @Field() id: string;
  @Field() name: string;
  @Field() savedBy: string;
  @Field() savedAt: Date;
  @Field() mine: boolean;
  @Field(() => String, { nullable: true, description: 'Set by hand' }) setDueOn: string | null;
  @Field(() => [ScenarioInputValue]) inputs: ScenarioInputValue[];
  @Field() asOf: string;
  @Field(() => String, { nullable: true }) dueOn: string | null;
  @Field() status: string;
  @Field(() => Int, { nullable: true }) required: number | null;
  @Field(() => Int) count: number;
  @Field(() => Int, { nullable: true }) losses: number | null;
  @Field(() => Int, { nullable: true }) inflow: number | null;
  @Field(() => Int, { nullable: true }) net: number | null;
  @Field(() => Int, { nullable: true }) places: number | null;
  @Field(() => [Int]) perIntake: number[];
  @Field(() => Int) capacityPerYear: number;
  @Field(() => Int, { nullable: true }) missingPerYear: number | null;
  @Field() ruleVersion: string;
}
