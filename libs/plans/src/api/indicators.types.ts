import { ArgsType, Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsDay, Label, TimelineStep } from '@app/platform';
import { GoalPopulation } from './plans.types';

@ArgsType()
export class IndicatorsArgs {
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(40) planCode?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(/^\d{6}$/) regionCode?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDay() asOf?: string;
}

@ArgsType()
export class IndicatorArgs extends IndicatorsArgs {
  @Field() @IsString() @IsNotEmpty() @MaxLength(20) key: string;
}

@ObjectType({ description: 'An exception a province approved for one region (「原则上」)' })
export class IndicatorExemptionInfo {
  @Field() id: string;
  @Field() regionCode: string;
  @Field() regionName: string;
  @Field() regionNameEn: string;
  @Field() reason: string;
  @Field(() => String, { nullable: true }) documentNo: string | null;
  @Field() decidedOn: string;
  @Field() decidedBy: string;
}

@ObjectType()
export class IndicatorVerdictInfo {
  @Field({ description: 'MET or NOT_MET' }) status: string;
  @Field(() => Int) count: number;
  @Field() asOf: string;
  @Field() reason: string;
  @Field() decidedBy: string;
}

@ObjectType({ description: 'Something on record that no register holds, e.g. an issued pathway' })
export class IndicatorEvidence {
  @Field() id: string;
  @Field() subject: string;
  @Field() documentNo: string;
  @Field() issuedOn: string;
  @Field() recordedBy: string;
}

@ObjectType({ description: 'The straight line from the first day of the plan to the target' })
export class IndicatorWarning {
  @Field() baseOn: string;
  @Field(() => Int) base: number;
  @Field() behind: boolean;
}

@ObjectType({ description: 'How a target stood on its own last day' })
export class IndicatorAtDue {
  @Field() status: string;
  @Field(() => String, { nullable: true }) shown: string | null;
  @Field(() => Int, { nullable: true }) gap: number | null;
}

@ObjectType({ description: 'One target of a plan with its figure on the day' })
export class IndicatorSummary {
  @Field() key: string;
  @Field() code: string;
  @Field(() => Label) label: Label;
  @Field() clause: string;
  @Field() quote: string;
  @Field({ description: 'MUST, STRIVE (力争) or IN_PRINCIPLE (原则上)' }) strength: string;
  @Field({ description: 'GTE, EQ, RANGE, ABOUT or EXISTS' }) op: string;
  @Field(() => String, { nullable: true }) value: string | null;
  @Field(() => String, { nullable: true }) valueMax: string | null;
  @Field() unit: string;
  @Field({ description: 'PROVINCE, PREFECTURE_CITY or COUNTY' }) level: string;
  @Field({ description: 'Asked of each region of the level' }) each: boolean;
  @Field() dueOn: string;
  @Field(() => String, { nullable: true }) dueSource: string | null;
  @Field(() => Int, { nullable: true }) num: number | null;
  @Field(() => Float, { nullable: true, description: 'Population for rates' }) den: number | null;
  @Field(() => String, { nullable: true }) shown: string | null;
  @Field(() => Int, { nullable: true }) need: number | null;
  @Field(() => Int, { nullable: true }) gap: number | null;
  @Field() status: string;
  @Field({ description: 'Taken before the due day' }) interim: boolean;
  @Field({ description: 'A number set for the province read on a part of it' }) reference: boolean;
  @Field(() => IndicatorWarning, { nullable: true }) warning: IndicatorWarning | null;
  @Field(() => IndicatorAtDue, { nullable: true, description: 'Once the due day is past' })
  atDue: IndicatorAtDue | null;
  @Field(() => Int, { description: 'Regions nobody can judge: their population is unknown' }) unknown: number;
  @Field(() => Int, { description: 'Regions the target binds and that are late' }) late: number;
  @Field(() => Int, { description: 'Exceptions in force' }) exempted: number;
}

@ObjectType()
export class IndicatorRegion {
  @Field() regionCode: string;
  @Field() regionName: string;
  @Field() regionNameEn: string;
  @Field(() => Boolean, { nullable: true, description: 'Null: rests on a population nobody knows' })
  bound: boolean | null;
  @Field(() => Int, { nullable: true }) population: number | null;
  @Field(() => Int, { nullable: true }) count: number | null;
  @Field(() => String, { nullable: true }) on: string | null;
  @Field(() => Int) daysLate: number;
  @Field() status: string;
}

@ObjectType({ description: 'An institution that is counted, or that is missing' })
export class IndicatorItem {
  @Field() institutionId: string;
  @Field() name: string;
  @Field() countyCode: string;
  @Field() regionName: string;
  @Field() regionNameEn: string;
  @Field(() => String, { nullable: true }) since: string | null;
}

@ObjectType()
export class IndicatorDepartment {
  @Field() institutionId: string;
  @Field() name: string;
  @Field(() => Int) num: number;
  @Field(() => Int) den: number;
}

@ObjectType()
export class IndicatorDetail extends IndicatorSummary {
  @Field(() => [IndicatorRegion]) regions: IndicatorRegion[];
  @Field(() => [IndicatorItem], { description: 'At most 300' }) counted: IndicatorItem[];
  @Field(() => [IndicatorItem], { description: 'At most 300' }) missing: IndicatorItem[];
  @Field(() => [IndicatorDepartment]) departments: IndicatorDepartment[];
  @Field(() => Int, { nullable: true, description: 'The part by day of appointment, shown beside (DEC-7)' })
  appointed: number | null;
  @Field(() => [IndicatorExemptionInfo]) exemptions: IndicatorExemptionInfo[];
  @Field(() => [IndicatorEvidence]) evidence: IndicatorEvidence[];
  @Field(() => IndicatorVerdictInfo, { nullable: true }) verdict: IndicatorVerdictInfo | null;
  @Field() exemptible: boolean;
  @Field({ description: 'A reviewer decides (左右)' }) judged: boolean;
  @Field({ description: 'Entries are recorded by hand' }) recorded: boolean;
}

@ObjectType()
export class PolicyPlanInfo {
  @Field() code: string;
  @Field(() => Label) title: Label;
  @Field() periodStart: string;
  @Field() periodEnd: string;
}

@ObjectType({ description: 'What the figures rest on' })
export class IndicatorBasis {
  @Field() asOf: string;
  @Field() today: string;
  @Field() regionCode: string;
  @Field() regionName: string;
  @Field() regionNameEn: string;
  @Field(() => PolicyPlanInfo) plan: PolicyPlanInfo;
  @Field(() => [PolicyPlanInfo]) plans: PolicyPlanInfo[];
  @Field() ruleVersion: string;
  @Field(() => Label) ruleSummary: Label;
  @Field() ruleSource: string;
  @Field() countingVersion: string;
  @Field(() => Label) countingSummary: Label;
  @Field(() => GoalPopulation) population: GoalPopulation;
}

@ObjectType()
export class IndicatorBoard extends IndicatorBasis {
  @Field(() => [IndicatorSummary]) rows: IndicatorSummary[];
}

@ObjectType()
export class IndicatorPage extends IndicatorBasis {
  @Field(() => IndicatorDetail) row: IndicatorDetail;
  @Field(() => Label, { nullable: true }) note: Label | null;
  @Field(() => String, { nullable: true }) noteSource: string | null;
  @Field(() => [TimelineStep]) timeline: TimelineStep[];
}

@InputType()
class OfTarget {
  @Field() @IsString() @IsNotEmpty() @MaxLength(40) planCode: string;
  @Field() @IsString() @IsNotEmpty() @MaxLength(20) targetKey: string;
}

@InputType()
export class ExemptRegionInput extends OfTarget {
  @Field() @Matches(/^\d{6}$/) regionCode: string;
  @Field() @IsString() @Matches(/\S/) @MaxLength(500) reason: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(100) documentNo?: string;
  @Field() @IsDay() decidedOn: string;
}

@InputType()
export class JudgeIndicatorInput extends OfTarget {
  @Field() @IsIn(['MET', 'NOT_MET']) status: 'MET' | 'NOT_MET';
  @Field(() => Int) @IsInt() @Min(0) @Max(1_000_000) count: number;
  @Field() @IsDay() asOf: string;
  @Field() @IsString() @Matches(/\S/) @MaxLength(500) reason: string;
}

@InputType()
export class PlanEvidenceInput extends OfTarget {
  @Field() @IsString() @Matches(/\S/) @MaxLength(120) subject: string;
  @Field() @IsString() @Matches(/\S/) @MaxLength(100) documentNo: string;
  @Field() @IsDay() issuedOn: string;
}

@InputType()
export class EndRecordInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) id: string;
  @Field() @IsString() @Matches(/\S/) @MaxLength(500) reason: string;
}

@ObjectType()
export class PlanRecord {
  @Field() id: string;
}
