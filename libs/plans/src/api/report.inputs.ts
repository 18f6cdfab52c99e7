import { Field, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
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
import { IsDay } from '@app/platform';
import { OWN_ACTS, type OwnAct } from '../use/move-report';

const ID = /^[0-9a-f-]{36}$/;

@InputType()
export class ReportSectionInput {
  @Field() @Matches(ID) id: string;
  @Field() @Matches(/^[A-Z0-9_]{1,40}$/) code: string;
  @Field() @IsString() @MaxLength(50_000) text: string;
  @Field(() => Int, { description: 'As it was read' }) @IsInt() @Min(0) version: number;
}

@InputType()
export class ReportValueInput {
  @Field() @Matches(ID) id: string;
  @Field() @Matches(/^[A-Z0-9_]{1,40}$/) key: string;
  @Field(() => String, { nullable: true, description: 'Empty: takes it back' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  value?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(500) reason?: string | null;
}

@InputType()
export class ReportFileInput {
  @Field() @Matches(ID) id: string;
  @Field(() => String) @IsIn(['SEAL', 'ATTACHMENT']) kind: 'SEAL' | 'ATTACHMENT';
  @Field() @Matches(ID) uploadId: string;
}

@InputType()
export class MoveReportInput {
  @Field() @Matches(ID) id: string;
  @Field(() => String) @IsIn(OWN_ACTS) act: OwnAct;
  @Field(() => Int) @IsInt() @Min(0) version: number;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(2000) opinion?: string | null;
}

@InputType()
export class AcceptReportInput {
  @Field() @Matches(ID) id: string;
  @Field(() => Int) @IsInt() @Min(0) version: number;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(2000) opinion?: string | null;
}

@InputType()
export class ReturnReportInput {
  @Field() @Matches(ID) id: string;
  @Field(() => Int) @IsInt() @Min(0) version: number;
  @Field() @IsString() @IsNotEmpty() @Matches(/\S/) @MaxLength(2000) opinion: string;
  @Field(() => String, { nullable: true, description: 'Last day of the resubmission; default by the rule' })
  @IsOptional()
  @IsDay()
  resubmitBy?: string | null;
}

@InputType()
export class RecordPaperReportInput {
  @Field() @Matches(ID) id: string;
  @Field(() => Int) @IsInt() @Min(0) version: number;
  @Field({ description: 'The day it was handed in, as the papers show' }) @IsDay() submittedOn: string;
  @Field() @IsBoolean() complete: boolean;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(100) signer?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(1000) note?: string | null;
  @Field() @Matches(ID) uploadId: string;
}

@InputType()
export class CallReportsInput {
  @Field() @IsString() @Matches(/\S/) @MaxLength(200) title: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(200) titleEn?: string | null;
  @Field(() => [String], { description: 'Headings of the parts, all mandatory' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @IsString({ each: true })
  @Matches(/\S/, { each: true })
  @MaxLength(100, { each: true })
  sections: string[];
  @Field() @IsDay() opensOn: string;
  @Field() @IsDay() dueOn: string;
  @Field(() => [String]) @IsArray() @ArrayMaxSize(100) @Matches(/^\d{6}$/, { each: true }) regionCodes: string[];
  @Field() @IsBoolean() withFigures: boolean;
  @Field() @IsString() @Matches(/\S/) @MaxLength(1000) reason: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(60) documentNo?: string | null;
}

@InputType()
export class RemindReportsInput {
  @Field() @Matches(ID) obligationId: string;
  @Field(() => Int) @IsInt() @Min(2000) @Max(2100) year: number;
  @Field(() => [String], { nullable: true, description: 'These reports only; all that are missing when empty' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(ID, { each: true })
  dutyIds?: string[] | null;
}
