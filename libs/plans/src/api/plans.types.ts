import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Label } from '@app/platform';

@ObjectType()
export class GoalPopulation {
  @Field({ description: 'OK, STALE (older than the policy allows) or NO_POPULATION' }) status: string;
  @Field(() => Int, { nullable: true }) persons: number | null;
  @Field(() => String, { nullable: true, description: 'CENSUS or YEAR_END_ESTIMATE' }) kind: string | null;
  @Field(() => String, { nullable: true }) referenceDate: string | null;
  @Field(() => String, { nullable: true }) publishedOn: string | null;
  @Field(() => Int, { nullable: true }) precision: number | null;
}

@ObjectType('GoalFigure')
export class GoalFigureType {
  @Field() target: string;
  @Field(() => Int) registered: number;
  @Field(() => Int) certified: number;
  @Field(() => Int, { description: 'Distinct people by any basis: compared with the goal' }) union: number;
  @Field(() => Int, { nullable: true }) required: number | null;
  @Field(() => Int, { nullable: true }) gap: number | null;
  @Field(() => Int, { nullable: true }) surplus: number | null;
  @Field(() => String, { nullable: true }) rateShown: string | null;
  @Field({ description: 'MET, NOT_MET or NO_POPULATION' }) status: string;
}

@ObjectType()
export class GoalRow {
  @Field() code: string;
  @Field() name: string;
  @Field() nameEn: string;
  @Field() kind: string;
  @Field(() => GoalPopulation) population: GoalPopulation;
  @Field(() => GoalFigureType) physicians: GoalFigureType;
  @Field(() => GoalFigureType) therapists: GoalFigureType;
}

@ObjectType()
export class GoalTarget {
  @Field() key: string;
  @Field(() => Label) label: Label;
  @Field() value: string;
  @Field() dueOn: string;
  @Field() clause: string;
  @Field() quote: string;
  @Field({ description: 'REHAB_PHYSICIAN or REHAB_THERAPIST' }) category: string;
}

@ObjectType()
export class GoalPopulationMode {
  @Field() code: string;
  @Field(() => Label) label: Label;
}

@ObjectType('GoalBoard')
export class GoalBoardType {
  @Field() asOf: string;
  @Field(() => String, { nullable: true, description: 'As known at the end of this day; null: now' })
  knownOn: string | null;
  @Field({ description: 'The province has no goal of its own; the figures are a reference line' })
  referenceOnly: boolean;
  @Field({ description: 'The plan sets the goal for the province; below it the figures serve management' })
  managementFigures: boolean;
  @Field(() => Label, { nullable: true }) planTitle: Label | null;
  @Field(() => [GoalTarget]) targets: GoalTarget[];
  @Field() ruleVersion: string;
  @Field(() => Label) ruleName: Label;
  @Field(() => Label) ruleSummary: Label;
  @Field() ruleSource: string;
  @Field(() => Label, { nullable: true }) populationSummary: Label | null;
  @Field(() => String, { nullable: true }) populationSource: string | null;
  @Field(() => String, { nullable: true }) populationMode: string | null;
  @Field(() => [GoalPopulationMode]) populationModes: GoalPopulationMode[];
  @Field(() => GoalRow) total: GoalRow;
  @Field(() => [GoalRow]) rows: GoalRow[];
}
