import { Type } from 'class-transformer';
import { ArgsType, Field, InputType, ObjectType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { GraphQLJSON, PageArgs, Paged, TimelineStep } from '@app/platform';
import type { CorrectionEvent } from '../domain/correction';
import { PersonActInput } from './people.types';

const ID_FORM = /^[\w-]{1,36}$/;
const EVENTS = ['AGREE', 'OBJECT', 'APPROVE', 'REFUSE', 'WITHDRAW'];

@ObjectType({ description: 'A person says that a fact of the own record is wrong' })
export class CorrectionRequestRow {
  @Field() id: string;
  @Field() personId: string;
  @Field() personName: string;
  @Field({ description: 'SUBMITTED · EMPLOYER_AGREED · EMPLOYER_OBJECTED · APPROVED · REFUSED · WITHDRAWN' })
  state: string;
  @Field({ description: 'The fact it is about, or the act when a fact is missing' }) factType: string;
  @Field() act: string;
  @Field(() => String, { nullable: true }) institutionName: string | null;
  @Field() regionName: string;
  @Field() createdAt: Date;
  @Field(() => Date, { nullable: true }) decidedAt: Date | null;
}
@ObjectType()
export class CorrectionPage extends Paged(CorrectionRequestRow) {}

@ObjectType()
export class CorrectionBefore {
  @Field(() => String, { nullable: true }) set: string | null;
  @Field() label: string;
  @Field(() => String, { nullable: true }) startOn: string | null;
  @Field(() => String, { nullable: true }) endOn: string | null;
}
@ObjectType()
export class CorrectionFile {
  @Field() id: string;
  @Field() name: string;
  @Field({ description: 'Signed, for this account, minutes' }) link: string;
}
@ObjectType()
export class CorrectionDetail extends CorrectionRequestRow {
  @Field() statement: string;
  @Field(() => String, { nullable: true }) employerOpinion: string | null;
  @Field(() => String, { nullable: true }) decision: string | null;
  @Field(() => CorrectionBefore, { nullable: true }) before: CorrectionBefore | null;
  @Field(() => GraphQLJSON, { description: 'Members of PersonActInput; sealed numbers by their end only' })
  wanted: unknown;
  @Field(() => [CorrectionFile]) evidence: CorrectionFile[];
  @Field(() => [TimelineStep]) steps: TimelineStep[];
  @Field(() => [String], { description: 'What this actor may do now' }) events: string[];
}

@InputType()
export class AskCorrectionInput {
  @Field(() => PersonActInput) @ValidateNested() @Type(() => PersonActInput) act: PersonActInput;
  @Field() @IsString() @Length(4, 500) statement: string;
  @Field(() => [String])
  @ArrayMinSize(0)
  @ArrayMaxSize(6)
  @Matches(ID_FORM, { each: true })
  uploadIds: string[];
}
@InputType()
export class DecideCorrectionInput {
  @Field() @Matches(ID_FORM) requestId: string;
  @Field(() => String, { description: EVENTS.join(' · ') }) @IsIn(EVENTS) event: CorrectionEvent;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(500) opinion?: string | null;
}
@ArgsType()
export class CorrectionsArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Undecided ones, decided ones, or all' })
  @IsOptional()
  @IsBoolean()
  open?: boolean;
}
@ArgsType()
export class CorrectionArgs {
  @Field() @Matches(ID_FORM) id: string;
  @Field({ description: 'What for; kept in the access log the person can read' })
  @IsString()
  @Length(2, 200)
  purpose: string;
}
@ObjectType()
export class CorrectionStanding {
  @Field() id: string;
  @Field() state: string;
}
