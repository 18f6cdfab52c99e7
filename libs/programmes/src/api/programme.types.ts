import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, Matches } from 'class-validator';
import { Label } from '@app/platform';

@ObjectType()
export class PlanArea {
  @Field() code: string;
  @Field(() => Label) label: Label;
  @Field(() => Int) hours: number;
}

@ObjectType()
export class PlanRotation {
  @Field() code: string;
  @Field(() => Label) label: Label;
  @Field(() => Int) weeks: number;
  @Field(() => Int, { nullable: true }) minLogbookCases: number | null;
  @Field(() => Int, { nullable: true }) minDops: number | null;
  @Field(() => Int) exitPassPercent: number;
  @Field(() => [String]) mustSee: string[];
  @Field(() => [String]) mustDo: string[];
}

@ObjectType({ description: 'The training plan of a programme version, with the source of each figure' })
export class TrainingPlanView {
  @Field(() => Int) durationMonths: number;
  @Field(() => String, { nullable: true }) durationSource: string | null;
  @Field(() => Int) theoryHours: number;
  @Field(() => String, { nullable: true }) theorySource: string | null;
  @Field(() => Int) attendancePercent: number;
  @Field(() => [PlanArea]) areas: PlanArea[];
  @Field(() => Int, { description: 'Sum of the rotations' }) rotationWeeks: number;
  @Field(() => String, { nullable: true }) rotationSource: string | null;
  @Field(() => [PlanRotation]) rotations: PlanRotation[];
}

@ObjectType({ description: 'What has to be fulfilled for completion' })
export class ProgrammeRequirement {
  @Field() code: string;
  @Field({ description: 'COURSE, EXAM or ATTESTATION' }) kind: string;
  @Field() labelZh: string;
  @Field() labelEn: string;
  @Field(() => String, { nullable: true }) noteZh?: string;
  @Field(() => String, { nullable: true }) noteEn?: string;
  @Field(() => String, { nullable: true }) courseCode?: string;
  @Field(() => String, { nullable: true }) paperCode?: string;
  @Field(() => Int, { nullable: true }) passPercent?: number;
  @Field(() => Int, { nullable: true }) maxAttempts?: number;
  @Field(() => String, { nullable: true, description: 'WEEKS, COUNT or POINTS' }) unit?: string;
  @Field(() => String, { nullable: true }) minimum?: string;
  @Field(() => String, { nullable: true }) maximum?: string;
  @Field(() => Boolean, { nullable: true, description: 'Examiners must come from another institution' })
  externalExaminer?: boolean;
  @Field(() => String, { nullable: true }) source?: string;
}

@ObjectType()
export class ProgrammeCheck {
  @Field() code: string;
  @Field({ description: 'Preferred, never excluding' }) advisory: boolean;
  @Field(() => Label) label: Label;
  @Field(() => Label) needed: Label;
  @Field() source: string;
}

@ObjectType()
export class PolicyClause {
  @Field() clause: string;
  @Field() quote: string;
}

@ObjectType()
export class RuleProvenance {
  @Field({ description: 'Which figure, e.g. plan.theory.hours' }) path: string;
  @Field() source: string;
  @Field() editable: boolean;
}

@ObjectType({ description: 'A programme in one of its versions' })
export class ProgrammeView {
  @Field() id: string;
  @Field() code: string;
  @Field() trainingType: string;
  @Field(() => Label) trainingTypeLabel: Label;
  @Field() provinceCode: string;
  @Field(() => Label) title: Label;
  @Field(() => Label) summary: Label;
  @Field(() => [PolicyClause]) policyBasis: PolicyClause[];
  @Field() versionId: string;
  @Field(() => Int) version: number;
  @Field() ruleVersion: string;
  @Field() effectiveFrom: string;
  @Field(() => String, { nullable: true }) effectiveTo: string | null;
  @Field() source: string;
  @Field(() => TrainingPlanView) plan: TrainingPlanView;
  @Field(() => [ProgrammeCheck]) checks: ProgrammeCheck[];
  @Field(() => [ProgrammeRequirement]) requirements: ProgrammeRequirement[];
  @Field(() => [RuleProvenance]) provenance: RuleProvenance[];
}

@ArgsType()
export class CatalogueArgs {
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(/^\d{6}$/) province?: string;
}
