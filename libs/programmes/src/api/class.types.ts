import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { GraphQLJSON, IsDay, Label, Paged, SearchArgs, TimelineStep } from '@app/platform';
import { ProgrammeRequirement, TrainingPlanView } from './programme.types';

@ObjectType({ description: 'A class (期班) of a programme at a base' })
export class TrainingClass {
  @Field() id: string;
  @Field() code: string;
  @Field() title: string;
  @Field({ description: 'OPEN, CLOSED, RUNNING or FINISHED' }) state: string;
  @Field({ description: 'Began before it was entered here' }) takenOver: boolean;
  @Field() baseInstitutionId: string;
  @Field() baseName: string;
  @Field(() => String, { nullable: true }) regionName: string | null;
  @Field() programmeId: string;
  @Field() programmeVersionId: string;
  @Field(() => Label) programmeTitle: Label;
  @Field() ruleVersion: string;
  @Field() trainingType: string;
  @Field(() => Label) trainingTypeLabel: Label;
  @Field(() => Label, { nullable: true, description: 'Null = the whole programme' }) specialtyLabel: Label | null;
  @Field(() => Int) intakeYear: number;
  @Field() startsOn: string;
  @Field({ description: 'Last day, inclusive' }) endsOn: string;
  @Field() enrolOpensOn: string;
  @Field({ description: 'Last day of enrolment, inclusive' }) enrolClosesOn: string;
  @Field(() => Int) capacity: number;
  @Field(() => Int, { description: 'Admitted, in training or completed' }) taken: number;
  @Field(() => Int, { description: 'Confirmed by the employer, waiting for the base' }) waiting: number;
  @Field(() => Int, { description: 'Waiting for the employer' }) toConfirm: number;
  @Field(() => String, { nullable: true }) note: string | null;
}

@ObjectType()
export class TrainingClassPage extends Paged(TrainingClass) {}

@ObjectType({ description: 'Yearly capacity of a base for one training type' })
export class YearCapacity {
  @Field(() => Int) year: number;
  @Field(() => Int) capacity: number;
  @Field(() => Int, { description: 'Promised to classes' }) planned: number;
  @Field(() => Int, { description: 'Admitted and in training' }) taken: number;
  @Field(() => Int, { description: 'Still to admit' }) left: number;
  @Field(() => Int, { description: 'Still to give to classes' }) toPlan: number;
}

@ObjectType()
export class TrainingClassDetail extends TrainingClass {
  @Field(() => [TimelineStep]) timeline: TimelineStep[];
  @Field(() => YearCapacity) yearCapacity: YearCapacity;
  @Field(() => Label, { nullable: true, description: 'Where the capacity rule comes from' })
  capacitySource: Label | null;
  @Field() mayCloseEnrolment: boolean;
}

@ObjectType({ description: 'Rules for classes in force today, with their sources' })
export class ClassRuleInfo {
  @Field() version: string;
  @Field(() => Label) title: Label;
  @Field(() => Int, { description: 'How long ago a class may have begun on paper' }) takenOverMonths: number;
  @Field(() => Label) takenOverSource: Label;
  @Field(() => Label, { description: 'Where the rule for counting places comes from' }) capacitySource: Label;
}

@ObjectType({ description: 'One cause, in the words of the reader' })
export class ReasonLine {
  @Field() code: string;
  @Field() message: string;
  @Field(() => GraphQLJSON, { nullable: true }) params?: unknown;
}

@ObjectType()
export class BaseStandingView {
  @Field() accreditationId: string;
  @Field() trainingType: string;
  @Field(() => Label) trainingTypeLabel: Label;
  @Field() state: string;
  @Field(() => [Label]) specialtyLabels: Label[];
  @Field(() => [String]) specialties: string[];
  @Field(() => Int) capacityPerYear: number;
  @Field() plaqueNumber: string;
  @Field() validFrom: string;
  @Field() validTo: string;
  @Field(() => [YearCapacity], { description: 'Last, this and next year' }) years: YearCapacity[];
}

@ObjectType({ description: 'My base at a glance' })
export class BaseOverview {
  @Field() institutionName: string;
  @Field({ description: 'Six-digit code of the province' }) provinceCode: string;
  @Field(() => [ReasonLine], { description: 'Why the base may not train, when it has no accreditation' })
  reasons: ReasonLine[];
  @Field(() => [BaseStandingView]) standings: BaseStandingView[];
  @Field(() => Int) openClasses: number;
  @Field(() => Int) runningClasses: number;
  @Field(() => Int, { description: 'Applications waiting for admission' }) toAdmit: number;
  @Field(() => Int) waitlisted: number;
  @Field(() => Int) inTraining: number;
}

@ObjectType()
export class EligibilityCheckLine {
  @Field() code: string;
  @Field() passed: boolean;
  @Field({ description: 'Preferred, never excluding' }) advisory: boolean;
  @Field(() => Label) label: Label;
  @Field(() => Label, { description: 'What the record says' }) found: Label;
  @Field(() => Label, { description: 'What is needed' }) needed: Label;
  @Field() source: string;
}

@ObjectType()
export class EligibilityView {
  @Field() eligible: boolean;
  @Field({ description: 'The day it was judged for' }) day: string;
  @Field(() => [EligibilityCheckLine]) checks: EligibilityCheckLine[];
}

@ObjectType()
export class EnrolmentState {
  @Field() id: string;
  @Field() state: string;
}

@ObjectType({ description: 'A class I may apply to, with my eligibility in short' })
export class OpenClassRow {
  @Field(() => TrainingClass) class: TrainingClass;
  @Field(() => Boolean, { nullable: true, description: 'Null when my account has no person record' }) eligible:
    boolean | null;
  @Field(() => Int, { description: 'Conditions that decide' }) checkCount: number;
  @Field(() => [EligibilityCheckLine], { description: 'Those not fulfilled' }) failed: EligibilityCheckLine[];
  @Field({ description: 'My specialty is among the encouraged ones' }) preferred: boolean;
  @Field(() => EnrolmentState, { nullable: true, description: 'My enrolment in it' }) enrolment: EnrolmentState | null;
}

@ObjectType()
export class OpenClassPage extends Paged(OpenClassRow) {
  @Field({ description: 'My account belongs to a person record' }) linked: boolean;
}

@ObjectType({ description: 'A class before applying: every condition, every obstacle' })
export class OpenClassDetail {
  @Field(() => TrainingClass) class: TrainingClass;
  @Field(() => EligibilityView, { nullable: true }) eligibility: EligibilityView | null;
  @Field(() => [ReasonLine], { description: 'Why nobody can apply now' }) obstacles: ReasonLine[];
  @Field(() => EnrolmentState, { nullable: true }) enrolment: EnrolmentState | null;
  @Field(() => String, { nullable: true, description: 'The institution that will confirm' }) employerName:
    string | null;
  @Field(() => TrainingPlanView) plan: TrainingPlanView;
  @Field(() => [ProgrammeRequirement]) requirements: ProgrammeRequirement[];
}

@ArgsType()
export class ClassArgs extends SearchArgs {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(['OPEN', 'CLOSED', 'RUNNING', 'FINISHED'])
  state?: string;
}

@InputType()
export class OpenTrainingClassInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) programmeId: string;
  @Field(() => String, { nullable: true, description: 'Empty: made from programme, year and number' })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  title?: string;
  @Field(() => String, { nullable: true, description: 'Empty: the whole programme' })
  @IsOptional()
  @IsString()
  @MaxLength(32)
  specialty?: string;
  @Field() @IsDay() startsOn: string;
  @Field() @IsDay() endsOn: string;
  @Field() @IsDay() enrolOpensOn: string;
  @Field() @IsDay() enrolClosesOn: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(10_000) capacity: number;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(1000) note?: string;
}

@ObjectType()
export class ClassOpenedAnswer {
  @Field() id: string;
  @Field() code: string;
}

@ObjectType()
export class ClassStateAnswer {
  @Field() id: string;
  @Field() state: string;
}
