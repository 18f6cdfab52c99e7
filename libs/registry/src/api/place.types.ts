import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsDay, PageArgs, Paged, TimelineStep } from '@app/platform';

const text = { nullable: true } as const;
const ID = /^[\w-]{1,36}$/;
const CODE = /^[A-Z_]{1,40}$/;
const REGION = /^\d{5}[0-9A-Z]$/;

@ObjectType({ description: 'A department or room, from its first day to the first day it is gone' })
export class InstitutionUnitRecord {
  @Field() id: string;
  @Field() kind: string;
  @Field() name: string;
  @Field(() => Int, text) beds: number | null;
  @Field() startOn: string;
  @Field(() => String, text) endOn: string | null;
  @Field(() => String, text) endReason: string | null;
  @Field() current: boolean;
}

@ObjectType()
export class DesignationRecord {
  @Field() id: string;
  @Field() kind: string;
  @Field(() => String, text) level: string | null;
  @Field(() => String, text) regionCode: string | null;
  @Field(() => String, text) regionName: string | null;
  @Field(() => String, text) unitName: string | null;
  @Field(() => String, text) documentNo: string | null;
  @Field() startOn: string;
  @Field(() => String, text) endOn: string | null;
  @Field(() => String, text) endReason: string | null;
  @Field() current: boolean;
  @Field() mayEnd: boolean;
}

@ObjectType()
export class InstitutionMembership {
  @Field() id: string;
  @Field() consortiumId: string;
  @Field() name: string;
  @Field() kind: string;
  @Field() lead: boolean;
  @Field() startOn: string;
  @Field(() => String, text) endOn: string | null;
  @Field() current: boolean;
}

@ObjectType({ description: 'A county the institution lay in before' })
export class InstitutionCounty {
  @Field() countyCode: string;
  @Field(() => String, text) countyName: string | null;
  @Field() startOn: string;
  @Field() endOn: string;
  @Field() reason: string;
}

@ObjectType()
export class InstitutionPredecessor {
  @Field() id: string;
  @Field() name: string;
  @Field(() => String, text) closedOn: string | null;
}

@ObjectType({ description: 'Units, titles, memberships and history of an institution' })
export class InstitutionPlaces {
  @Field() mayEdit: boolean;
  @Field() mayKeepUnits: boolean;
  @Field(() => [InstitutionUnitRecord]) units: InstitutionUnitRecord[];
  @Field(() => [DesignationRecord]) designations: DesignationRecord[];
  @Field(() => [InstitutionMembership]) consortia: InstitutionMembership[];
  @Field(() => [InstitutionCounty]) counties: InstitutionCounty[];
  @Field(() => [InstitutionPredecessor]) predecessors: InstitutionPredecessor[];
  @Field(() => [TimelineStep], { description: 'Newest first' }) steps: TimelineStep[];
}

@ObjectType()
export class ConsortiumItem {
  @Field() id: string;
  @Field() name: string;
  @Field() kind: string;
  @Field() regionCode: string;
  @Field(() => String, text) regionName: string | null;
  @Field() leadInstitutionId: string;
  @Field() leadName: string;
  @Field(() => Int) members: number;
  @Field() startOn: string;
  @Field(() => String, text) endOn: string | null;
}
@ObjectType()
export class ConsortiumPage extends Paged(ConsortiumItem) {}

@ObjectType()
export class ConsortiumMemberRecord {
  @Field() id: string;
  @Field() institutionId: string;
  @Field() name: string;
  @Field() type: string;
  @Field() level: string;
  @Field() grade: string;
  @Field() startOn: string;
  @Field(() => String, text) endOn: string | null;
  @Field(() => String, text) endReason: string | null;
}
@ObjectType()
export class ConsortiumDetail extends ConsortiumItem {
  @Field(() => [ConsortiumMemberRecord]) list: ConsortiumMemberRecord[];
  @Field(() => [TimelineStep]) steps: TimelineStep[];
}

@ArgsType()
export class ConsortiaArgs extends PageArgs {}

@InputType()
export class EditInstitutionInput {
  @Field() @Matches(ID) id: string;
  @Field() @IsString() @Length(2, 120) name: string;
  @Field() @Matches(CODE) type: string;
  @Field() @Matches(CODE) level: string;
  @Field() @Matches(CODE) grade: string;
  @Field() @Matches(CODE) ownership: string;
  @Field() @Matches(CODE) adminLevel: string;
  @Field() @IsBoolean() medical: boolean;
  @Field(() => String, text) @IsOptional() @Matches(/^[0-9A-Za-z-]{0,40}$/) permitNo?: string | null;
  @Field({ description: 'As the page read it: an older page does not overwrite a newer change' })
  @IsDate()
  updatedAt: Date;
}

@InputType()
export class MoveInstitutionInput {
  @Field() @Matches(ID) id: string;
  @Field() @Matches(REGION) countyCode: string;
  @Field({ description: 'First day in the new county' }) @IsDay() day: string;
  @Field() @IsString() @Length(2, 200) reason: string;
}

const STAFF = ['MOVE', 'END', 'KEEP'] as const;

@InputType()
export class CloseInstitutionInput {
  @Field() @Matches(ID) id: string;
  @Field({ description: 'First day closed' }) @IsDay() closedOn: string;
  @Field() @IsString() @Length(2, 200) reason: string;
  @Field(() => String, text) @IsOptional() @Matches(ID) successorId?: string | null;
  @Field(() => String, { description: 'MOVE with the institution · END on that day · KEEP for an import' })
  @IsIn(STAFF)
  staff: (typeof STAFF)[number];
}

@InputType()
export class OpenUnitInput {
  @Field() @Matches(ID) institutionId: string;
  @Field() @Matches(CODE) kind: string;
  @Field() @IsString() @Length(2, 60) name: string;
  @Field(() => Int, text) @IsOptional() @IsInt() @Min(0) @Max(5000) beds?: number | null;
  @Field() @IsDay() startOn: string;
}

@InputType({ description: 'Ends something on its first day no longer there' })
export class EndInput {
  @Field() @Matches(ID) id: string;
  @Field() @IsDay() endOn: string;
  @Field() @IsString() @Length(2, 200) reason: string;
}

@InputType()
export class GrantDesignationInput {
  @Field() @Matches(ID) institutionId: string;
  @Field() @Matches(CODE) kind: string;
  @Field(() => String, text) @IsOptional() @Matches(ID) unitId?: string | null;
  @Field(() => String, text) @IsOptional() @IsIn(['PROVINCE', 'CITY', 'COUNTY']) level?: string | null;
  @Field(() => String, text) @IsOptional() @Matches(REGION) regionCode?: string | null;
  @Field() @IsString() @Length(2, 100) documentNo: string;
  @Field() @IsDay() startOn: string;
}

@InputType()
export class CreateConsortiumInput {
  @Field() @IsString() @Length(2, 100) name: string;
  @Field() @Matches(CODE) kind: string;
  @Field() @Matches(REGION) regionCode: string;
  @Field() @Matches(ID) leadInstitutionId: string;
  @Field() @IsDay() startOn: string;
}

@InputType()
export class JoinConsortiumInput {
  @Field() @Matches(ID) consortiumId: string;
  @Field() @Matches(ID) institutionId: string;
  @Field() @IsDay() startOn: string;
}

@ArgsType()
export class PlaceIdArgs {
  @Field() @IsString() @MaxLength(36) id: string;
}
