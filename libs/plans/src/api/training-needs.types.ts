import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Label } from '@app/platform';
import { GoalPopulation, GoalTarget } from './plans.types';

/** As typed: the faults are named one by one by the calculation itself, so lengths are only kept within reason here. */
@InputType({ description: 'Own assumptions instead of the defaults, as decimal text; blank or absent = default' })
export class TrainingNeedsInput {
  @Field(() => String, { nullable: true, description: 'Heads required, e.g. by a population forecast of your own' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  required?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(100) count?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(100) retirements?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(100) otherLosses?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(100) inflow?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(100) inTraining?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(100) completionPercent?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(100) passPercent?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(100) retentionPercent?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(100) intakes?: string | null;
}

@ObjectType({ description: 'One assumption of the calculation with where it comes from' })
export class TrainingAssumption {
  @Field({ description: 'Name of the field of TrainingNeedsInput' }) key: string;
  @Field({ description: 'PEOPLE, PERCENT or INTAKES' }) unit: string;
  @Field(() => Label) label: Label;
  @Field(() => Label) source: Label;
  @Field(() => String, { nullable: true, description: 'Null while there is no day to look ahead to' })
  default: string | null;
  @Field(() => String, { nullable: true, description: 'Used: the given one, else the default' }) value: string | null;
  @Field({ description: 'Set by the caller' }) given: boolean;
}

@ObjectType({ description: 'A base accredited for several specialties is in each: the figures do not add up' })
export class SpecialtyCapacity {
  @Field() specialty: string;
  @Field(() => Label) label: Label;
  @Field(() => Int) bases: number;
  @Field(() => Int) perYear: number;
}

@ObjectType({ description: 'Training places still needed for the goal, and what the accredited bases can take' })
export class TrainingNeedsAnswer {
  @Field() regionCode: string;
  @Field() regionName: string;
  @Field() regionNameEn: string;
  @Field({ description: 'PHYSICIAN or THERAPIST' }) category: string;
  @Field() asOf: string;
  @Field(() => String, { nullable: true }) dueOn: string | null;
  @Field({ description: 'The due date was chosen by the caller, not taken from the plan' }) dueChosen: boolean;
  @Field() suggestedDueOn: string;
  @Field({ description: 'OK, NONE_NEEDED, UNREACHABLE_BY_TARGET, PAST_DUE, NO_TARGET or NO_POPULATION' })
  status: string;
  @Field() managementFigures: boolean;
  @Field(() => GoalTarget, { nullable: true }) target: GoalTarget | null;
  @Field(() => Label, { nullable: true }) planTitle: Label | null;
  @Field(() => GoalPopulation) population: GoalPopulation;
  @Field(() => Label, { nullable: true }) populationSummary: Label | null;
  @Field(() => String, { nullable: true }) populationSource: string | null;
  @Field() countingVersion: string;
  @Field(() => Label) countingName: Label;
  @Field() ruleVersion: string;
  @Field(() => Label) ruleName: Label;
  @Field(() => Label) ruleSummary: Label;
  @Field() ruleSource: string;
  @Field(() => Int, { nullable: true, description: 'Required by plan and population, whatever the caller gave' })
  planned: number | null;
  @Field(() => Int, { description: 'Counted today, whatever the caller gave' }) counted: number;
  @Field(() => Int, { nullable: true }) required: number | null;
  @Field(() => Int) count: number;
  @Field() requiredGiven: boolean;
  @Field() countGiven: boolean;
  @Field(() => [TrainingAssumption]) assumptions: TrainingAssumption[];
  @Field(() => Int, { nullable: true }) losses: number | null;
  @Field(() => Int, { nullable: true, description: 'Of those in training, how many will count' })
  expected: number | null;
  @Field(() => Int, { nullable: true, description: 'Other inflow and those expected from training' })
  inflow: number | null;
  @Field(() => Int, { nullable: true }) net: number | null;
  @Field(() => Int, { nullable: true }) places: number | null;
  @Field(() => [Int], { description: 'One intake a year; the earlier ones take the remainder' }) perIntake: number[];
  @Field(() => Label) trainingTypeLabel: Label;
  @Field(() => Int, { description: 'Bases of the province accredited for the training today' }) bases: number;
  @Field(() => Int, { description: 'Their capacity a year' }) capacityPerYear: number;
  @Field(() => [SpecialtyCapacity]) specialties: SpecialtyCapacity[];
  @Field(() => Int, { nullable: true, description: 'Of the largest intake; for a province only' })
  missingPerYear: number | null;
}
