import { Type } from 'class-transformer';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsDay, Paged } from '@app/platform';
import { FACT_TYPES, type FactType, PERSON_ACTS, type PersonActCode } from '../domain/act-types';

const text = { nullable: true } as const;
const ID_FORM = /^[\w-]{1,36}$/;

@ObjectType()
export class RecordedEducation {
  @Field() id: string;
  @Field() recordedAt: Date;
  @Field() level: string;
  @Field() school: string;
  @Field() major: string;
  @Field() graduatedOn: string;
}
@ObjectType()
export class RecordedLeave {
  @Field() id: string;
  @Field() recordedAt: Date;
  @Field() kind: string;
  @Field() startOn: string;
  @Field(() => String, text) endOn: string | null;
  @Field(() => String, text) note: string | null;
  @Field() current: boolean;
}
@ObjectType()
export class RecordedMove {
  @Field() id: string;
  @Field() recordedAt: Date;
  @Field({ description: 'OUT · IN' }) direction: string;
  @Field() provinceCode: string;
  @Field() movedOn: string;
  @Field(() => String, text) document: string | null;
}
@ObjectType()
export class RecordedDeath {
  @Field() id: string;
  @Field() diedOn: string;
  @Field() recordedAt: Date;
}
@ObjectType({ description: 'A fact that was taken back: kept, because it was believed from recordedAt to voidedAt' })
export class WithdrawnFact {
  @Field() id: string;
  @Field() factType: string;
  @Field(() => String, { nullable: true, description: 'Code set of the label; null when it is text' })
  set: string | null;
  @Field() label: string;
  @Field(() => String, text) startOn: string | null;
  @Field(() => String, text) endOn: string | null;
  @Field() recordedAt: Date;
  @Field() voidedAt: Date;
}
@ObjectType()
export class PersonMerge {
  @Field() id: string;
  @Field() duplicateId: string;
  @Field() duplicateName: string;
  @Field({ description: 'Last four of the identity number' }) duplicateTail: string;
  @Field() survivorId: string;
  @Field() survivorName: string;
  @Field() mergedAt: Date;
  @Field() mergedByName: string;
  @Field() reason: string;
  @Field(() => Date, text) undoneAt: Date | null;
  @Field(() => String, text) undoneByName: string | null;
  @Field(() => String, text) undoReason: string | null;
}

@InputType({ description: 'One act on one record; what an act does not know is left out' })
export class PersonActInput {
  @Field(() => String, { description: PERSON_ACTS.join(' · ') }) @IsIn(PERSON_ACTS) act: PersonActCode;
  @Field(() => String, { nullable: true, description: FACT_TYPES.join(' · ') })
  @IsOptional()
  @IsIn(FACT_TYPES)
  factType?: FactType | null;
  @Field(() => String, text) @IsOptional() @Matches(ID_FORM) factId?: string | null;
  @Field(() => String, text) @IsOptional() @IsDay() startOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Last day it still holds, inclusive' })
  @IsOptional()
  @IsDay()
  lastDay?: string | null;
  @Field(() => Boolean, text) @IsOptional() @IsBoolean() noEnd?: boolean | null;
  @Field(() => String, text) @IsOptional() @IsString() @Length(2, 200) reason?: string | null;
  @Field(() => String, text) @IsOptional() @Matches(ID_FORM) institutionId?: string | null;
  @Field(() => String, text) @IsOptional() @IsString() @MaxLength(60) department?: string | null;
  @Field(() => String, text) @IsOptional() @IsString() @MaxLength(16) post?: string | null;
  @Field(() => String, text) @IsOptional() @IsString() @MaxLength(2) level?: string | null;
  @Field(() => String, text) @IsOptional() @IsString() @MaxLength(16) category?: string | null;
  @Field(() => String, text) @IsOptional() @IsString() @MaxLength(40) licenceNumber?: string | null;
  @Field(() => [String], text)
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(22)
  @MaxLength(32, { each: true })
  scopes?: string[] | null;
  @Field(() => String, text) @IsOptional() @IsString() @MaxLength(60) title?: string | null;
  @Field(() => String, text) @IsOptional() @IsString() @MaxLength(20) rank?: string | null;
  @Field(() => String, text) @IsOptional() @IsDay() appointedOn?: string | null;
  @Field(() => String, text) @IsOptional() @IsString() @MaxLength(32) subject?: string | null;
  @Field(() => String, text) @IsOptional() @IsString() @MaxLength(32) specialty?: string | null;
  @Field(() => String, text) @IsOptional() @IsString() @MaxLength(16) educationLevel?: string | null;
  @Field(() => String, text) @IsOptional() @IsString() @MaxLength(120) school?: string | null;
  @Field(() => String, text) @IsOptional() @IsString() @MaxLength(80) major?: string | null;
  @Field(() => String, text) @IsOptional() @IsString() @MaxLength(16) leaveKind?: string | null;
  @Field(() => String, text) @IsOptional() @Matches(/^\d{2}0000$/) province?: string | null;
  @Field(() => String, text) @IsOptional() @IsString() @MaxLength(200) document?: string | null;
  @Field(() => String, text) @IsOptional() @IsString() @MaxLength(200) note?: string | null;
  @Field(() => String, text) @IsOptional() @IsString() @Length(2, 60) name?: string | null;
  @Field(() => String, text) @IsOptional() @IsString() @MaxLength(20) phone?: string | null;
}

@InputType()
export class ChangePersonInput {
  @Field(() => ID) @Matches(ID_FORM) personId: string;
  @Field(() => PersonActInput) @ValidateNested() @Type(() => PersonActInput) act: PersonActInput;
}

@ObjectType()
export class PersonChange {
  @Field() id: string;
  @Field(() => Int) changes: number;
}

@ObjectType()
export class DuplicateSide {
  @Field() id: string;
  @Field() name: string;
  @Field() sex: string;
  @Field() birthDate: string;
  @Field({ description: 'Last four of the identity number' }) citizenIdTail: string;
  @Field(() => String, text) institutionName: string | null;
  @Field() regionName: string;
  @Field() recordedAt: Date;
}
@ObjectType({ description: 'Two records that may be one person' })
export class DuplicateCandidate {
  @Field() id: string;
  @Field(() => DuplicateSide) a: DuplicateSide;
  @Field(() => DuplicateSide) b: DuplicateSide;
  @Field(() => [String], { description: 'NAME_BIRTH · SOUND_BIRTH · PHONE · LICENCE_TAIL · SOUND_SITE' })
  rules: string[];
}
@ObjectType()
export class DuplicatePage extends Paged(DuplicateCandidate) {}

@ArgsType()
export class CompareArgs {
  @Field() @Matches(ID_FORM) a: string;
  @Field() @Matches(ID_FORM) b: string;
  @Field({ description: 'What for; kept in the access log both people can read' })
  @IsString()
  @Length(2, 200)
  purpose: string;
}
@InputType()
export class MergePeopleInput {
  @Field() @Matches(ID_FORM) duplicateId: string;
  @Field() @Matches(ID_FORM) survivorId: string;
  @Field() @IsString() @Length(2, 300) reason: string;
}
@InputType()
export class UndoMergeInput {
  @Field() @Matches(ID_FORM) mergeId: string;
  @Field() @IsString() @Length(2, 300) reason: string;
}
@InputType()
export class DismissDuplicateInput {
  @Field(() => [String]) @ArrayMinSize(2) @ArrayMaxSize(2) @Matches(ID_FORM, { each: true }) personIds: string[];
  @Field() @IsString() @Length(2, 300) reason: string;
}
