import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsDay, Label, Paged, SearchArgs, TimelineStep } from '@app/platform';

@ObjectType()
export class BaseRuleCode {
  @Field() code: string;
  @Field(() => Label) label: Label;
  @Field(() => String, { nullable: true, description: 'Clause or decision the entry comes from' }) source?: string;
}

@ObjectType()
export class BaseRuleFigure {
  @Field(() => Int) value: number;
  @Field(() => Label) source: Label;
}

@ObjectType({ description: 'Rules for accrediting bases in force today, with their sources' })
export class BaseRuleInfo {
  @Field() version: string;
  @Field() effectiveFrom: string;
  @Field(() => Label) title: Label;
  @Field(() => BaseRuleFigure) validityYears: BaseRuleFigure;
  @Field(() => BaseRuleFigure) barMonthsAfterRemoval: BaseRuleFigure;
  @Field(() => BaseRuleFigure) maxCapacityPerYear: BaseRuleFigure;
  @Field({ description: 'What a plaque number made by the rule looks like' }) plaqueExample: string;
  @Field(() => Label) plaqueSource: Label;
  @Field(() => [BaseRuleCode]) trainingTypes: BaseRuleCode[];
  @Field(() => [BaseRuleCode]) designationKinds: BaseRuleCode[];
  @Field(() => [BaseRuleCode]) specialties: BaseRuleCode[];
}

@ObjectType({ description: 'A base accredited for one training type' })
export class Accreditation {
  @Field() id: string;
  @Field() institutionId: string;
  @Field() institutionName: string;
  @Field({ description: 'Hospital level I, II, III or UNGRADED' }) level: string;
  @Field({ description: 'Hospital grade A, B, C, SPECIAL or NONE' }) grade: string;
  @Field() countyCode: string;
  @Field(() => String, { nullable: true }) regionName: string | null;
  @Field(() => String, { nullable: true }) cityName: string | null;
  @Field() trainingType: string;
  @Field(() => Label) trainingTypeLabel: Label;
  @Field() designationKind: string;
  @Field(() => Label) designationKindLabel: Label;
  @Field(() => [String]) specialties: string[];
  @Field(() => [Label]) specialtyLabels: Label[];
  @Field(() => Int) capacityPerYear: number;
  @Field() plaqueNumber: string;
  @Field() validFrom: string;
  @Field({ description: 'Last day, inclusive' }) validTo: string;
  @Field(() => Int, { nullable: true, description: 'Days to the last day; null when ended' }) daysLeft: number | null;
  @Field() state: string;
  @Field() stateSince: string;
}

@ObjectType()
export class AccreditationPage extends Paged(Accreditation) {
  @Field(() => Int, { description: 'Accredited or rectifying, in my area' }) live: number;
  @Field(() => Int) suspended: number;
  @Field(() => Int, { description: 'Live ones ending within six months' }) endingSoon: number;
}

@ObjectType()
export class EvidenceLink {
  @Field() name: string;
  @Field(() => Int, { description: 'bytes' }) size: number;
  @Field({ description: 'Address for this account, for five minutes' }) url: string;
}

@ObjectType()
export class AccreditationDetail extends Accreditation {
  @Field() decisionNumber: string;
  @Field() decisionText: string;
  @Field(() => String, { nullable: true }) opinion: string | null;
  @Field() ruleVersion: string;
  @Field(() => Label) ruleTitle: Label;
  @Field(() => Label) validitySource: Label;
  @Field() createdAt: Date;
  @Field(() => [EvidenceLink]) evidence: EvidenceLink[];
  @Field(() => [TimelineStep]) timeline: TimelineStep[];
  @Field(() => [String], { description: 'What I may decide now: SUSPEND, RESTORE, REMOVE' }) acts: string[];
  @Field(() => String, { nullable: true, description: 'After a removal: first day the base may be accredited again' })
  barredUntil: string | null;
}

@ObjectType()
export class AccreditationCandidate {
  @Field() id: string;
  @Field() name: string;
  @Field() level: string;
  @Field() grade: string;
  @Field(() => String, { nullable: true }) regionName: string | null;
  @Field(() => [String], { description: 'Training types it is accredited for already' }) heldTypes: string[];
}

@ObjectType({ description: 'What anyone may know of an accredited base' })
export class PublicBase {
  @Field() id: string;
  @Field() institutionName: string;
  @Field() level: string;
  @Field() grade: string;
  @Field() countyCode: string;
  @Field(() => String, { nullable: true }) regionName: string | null;
  @Field(() => String, { nullable: true }) cityName: string | null;
  @Field(() => Label) trainingTypeLabel: Label;
  @Field(() => Label) designationKindLabel: Label;
  @Field(() => [Label]) specialtyLabels: Label[];
  @Field(() => Int) capacityPerYear: number;
  @Field() plaqueNumber: string;
  @Field() validFrom: string;
  @Field() validTo: string;
}

@ObjectType()
export class PublicBasePage extends Paged(PublicBase) {}

@ArgsType()
export class AccreditationArgs extends SearchArgs {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(['ACCREDITED', 'RECTIFYING', 'SUSPENDED', 'REMOVED', 'EXPIRED'])
  state?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(/^[A-Z_]{1,32}$/) trainingType?: string;
}

@ArgsType()
export class PublicBaseArgs extends SearchArgs {
  @Field(() => String, { nullable: true, description: 'Province code such as 210000' })
  @IsOptional()
  @Matches(/^\d{6}$/)
  province?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(/^[A-Z_]{1,32}$/) trainingType?: string;
}

@InputType()
export class GrantAccreditationInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) institutionId: string;
  @Field() @IsString() @IsNotEmpty() @MaxLength(32) trainingType: string;
  @Field() @IsString() @IsNotEmpty() @MaxLength(40) designationKind: string;
  @Field(() => [String]) @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) specialties: string[];
  @Field(() => Int) @IsInt() @Min(1) @Max(10_000) capacityPerYear: number;
  @Field({ description: 'First day in force' }) @IsDay() validFrom: string;
  @Field(() => String, { nullable: true, description: 'An existing plaque number; empty to have one made' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  plaqueNumber?: string;
  @Field({ description: 'Number of the decision document' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  decisionNumber: string;
  @Field() @IsString() @IsNotEmpty() @MaxLength(4000) decisionText: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(1000) opinion?: string;
  @Field(() => [String], { description: 'Ids of my uploads' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  evidenceUploadIds: string[];
}

@ObjectType()
export class AccreditationGranted {
  @Field() id: string;
  @Field() plaqueNumber: string;
}

@ObjectType()
export class AccreditationState {
  @Field() id: string;
  @Field() state: string;
}

@InputType()
export class BaseStatusInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) id: string;
  @Field() @IsString() @IsNotEmpty() @MaxLength(500) reason: string;
}

@InputType()
export class RemoveBaseInput extends BaseStatusInput {
  @Field({ description: 'When and how the base was heard' }) @IsString() @IsNotEmpty() @MaxLength(500) hearing: string;
}
