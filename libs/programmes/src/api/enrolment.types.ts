import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsDay, Label, Paged, SearchArgs, TimelineStep } from '@app/platform';
import { EligibilityView } from './class.types';
import { ProgrammeRequirement, TrainingPlanView } from './programme.types';

const STATES = [
  'APPLIED',
  'INSTITUTION_CONFIRMED',
  'WAITLISTED',
  'ADMITTED',
  'ACTIVE',
  'COMPLETED',
  'FAILED',
  'RETURNED',
  'REFUSED',
  'WITHDRAWN',
];

@ObjectType({ description: 'A person in a class' })
export class Enrolment {
  @Field() id: string;
  @Field() personId: string;
  @Field() personName: string;
  @Field({ description: 'M or F' }) sex: string;
  @Field() citizenIdMasked: string;
  @Field() state: string;
  @Field() ruleVersion: string;
  @Field(() => EligibilityView, { description: 'As judged on the day of application' }) eligibility: EligibilityView;
  @Field({ description: 'From an encouraged specialty' }) preferred: boolean;
  @Field(() => String, { nullable: true }) statement: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was returned, refused, withdrawn or failed' }) reason:
    string | null;
  @Field() appliedAt: Date;
  @Field(() => Date, { nullable: true }) confirmedAt: Date | null;
  @Field(() => Date, { nullable: true }) admittedAt: Date | null;
  @Field(() => Date, { nullable: true }) startedAt: Date | null;
  @Field(() => Date, { nullable: true }) endedAt: Date | null;
  @Field() classId: string;
  @Field() classCode: string;
  @Field() classTitle: string;
  @Field() startsOn: string;
  @Field() endsOn: string;
  @Field() baseName: string;
  @Field(() => String, { nullable: true }) employerName: string | null;
  @Field(() => String, { nullable: true }) department: string | null;
  @Field(() => Label) programmeTitle: Label;
}

@ObjectType()
export class EnrolmentPage extends Paged(Enrolment) {
  @Field(() => Int, { description: 'Waiting for the employer, whatever the filter' }) pending: number;
}

@ObjectType()
export class EnrolmentStateCount {
  @Field() state: string;
  @Field(() => Int) count: number;
}

@ObjectType()
export class RosterPage extends Paged(Enrolment) {
  @Field(() => [EnrolmentStateCount]) counts: EnrolmentStateCount[];
}

@ObjectType({ description: 'An entry of the base about a requirement; the last one counts' })
export class AttestationEntry {
  @Field() id: string;
  @Field(() => Int) seq: number;
  @Field({ description: 'RECORD, CORRECTION or RESIT' }) kind: string;
  @Field() value: string;
  @Field() onDay: string;
  @Field(() => String, { nullable: true }) examinerName: string | null;
  @Field(() => String, { nullable: true }) fileName: string | null;
  @Field(() => String, { nullable: true, description: 'For this account, for five minutes' }) fileUrl: string | null;
  @Field(() => String, { nullable: true }) remark: string | null;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType({ description: 'A requirement with what the base attested; courses and exams have their own progress' })
export class EnrolmentRequirement extends ProgrammeRequirement {
  @Field(() => String, { nullable: true }) value: string | null;
  @Field(() => String, { nullable: true }) onDay: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Null for courses and exams' }) met: boolean | null;
  @Field(() => Int, { nullable: true }) attempts: number | null;
  @Field(() => [AttestationEntry]) entries: AttestationEntry[];
}

@ObjectType()
export class EnrolmentDetail extends Enrolment {
  @Field() programmeId: string;
  @Field() programmeVersionId: string;
  @Field(() => TrainingPlanView) plan: TrainingPlanView;
  @Field(() => [EnrolmentRequirement]) requirements: EnrolmentRequirement[];
  @Field(() => [TimelineStep]) timeline: TimelineStep[];
  @Field(() => [String], { description: 'What I may do now' }) acts: string[];
  @Field({ description: 'My own application, seen in another role: somebody else has to decide' })
  ownApplication: boolean;
}

@ObjectType()
export class ExaminerOrganisation {
  @Field() id: string;
  @Field() name: string;
  @Field(() => String, { nullable: true }) regionName: string | null;
}

@ArgsType()
export class EnrolmentArgs extends SearchArgs {
  @Field(() => String, { nullable: true }) @IsOptional() @IsIn(STATES) state?: string;
}

@InputType()
export class ApplyInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) classId: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(500) statement?: string;
}

@InputType()
export class ResubmitInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) enrolmentId: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(500) statement?: string;
}

@InputType()
export class OpinionInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) enrolmentId: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(500) opinion?: string;
}

@InputType()
export class EnrolmentReasonInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) enrolmentId: string;
  @Field() @IsString() @IsNotEmpty() @MaxLength(500) reason: string;
}

@InputType()
export class AttestationInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) enrolmentId: string;
  @Field() @Matches(/^[A-Z0-9_]{1,40}$/) requirementCode: string;
  @Field({ description: 'RECORD, CORRECTION or RESIT' }) @IsIn(['RECORD', 'CORRECTION', 'RESIT']) kind:
    'RECORD' | 'CORRECTION' | 'RESIT';
  @Field({ description: 'Decimal text, at most two decimals' }) @IsString() @IsNotEmpty() @MaxLength(12) value: string;
  @Field() @IsDay() onDay: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(36) uploadId?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(36) examinerInstitutionId?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(500) remark?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(500) reason?: string;
}

@ObjectType()
export class AttestationAnswer {
  @Field() id: string;
  @Field() requirementCode: string;
  @Field() value: string;
  @Field() met: boolean;
}
