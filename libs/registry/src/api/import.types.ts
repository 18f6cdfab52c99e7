import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, PageArgs, Paged } from '@app/platform';

export enum ImportKindEnum {
  INSTITUTIONS = 'INSTITUTIONS',
  PEOPLE = 'PEOPLE',
  UNITS = 'UNITS',
  DESIGNATIONS = 'DESIGNATIONS',
  POPULATIONS = 'POPULATIONS',
  MEMBERS = 'MEMBERS',
}
registerEnumType(ImportKindEnum, { name: 'ImportKind' });

export enum ImportPolicyEnum {
  ONLY_VALID = 'ONLY_VALID',
  ALL_OR_NOTHING = 'ALL_OR_NOTHING',
}
registerEnumType(ImportPolicyEnum, { name: 'ImportPolicy' });

export enum ImportRowFilter {
  FAULTY = 'FAULTY',
  TO_CREATE = 'TO_CREATE',
  TO_UPDATE = 'TO_UPDATE',
  SAME = 'SAME',
  WRITTEN = 'WRITTEN',
}
registerEnumType(ImportRowFilter, { name: 'ImportRowFilter' });

@InputType()
export class StartImportInput {
  @Field(() => ImportKindEnum) @IsEnum(ImportKindEnum) kind: ImportKindEnum;
  @Field({ description: 'Id given by POST /upload' }) @IsString() @Matches(/^[\w-]{1,36}$/) uploadId: string;
}

@InputType()
export class CellFixInput {
  @Field() @IsString() @MaxLength(40) column: string;
  @Field() @IsString() @MaxLength(500) value: string;
}

@InputType()
export class FixImportRowInput {
  @Field() @IsString() @MaxLength(36) id: string;
  @Field(() => Int) @IsInt() @Min(1) rowNo: number;
  @Field(() => [CellFixInput])
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => CellFixInput)
  cells: CellFixInput[];
}

@InputType({ description: 'Ends what is on record about the institutions of the list but not in it' })
export class EndAbsentInput {
  @Field({ description: 'First day it no longer holds' }) @IsDay() endOn: string;
  @Field() @IsString() @Length(2, 200) reason: string;
  @Field(() => Int, { description: 'How many the page showed: refused when there are others by now' })
  @IsInt()
  @Min(0)
  seen: number;
}

@InputType()
export class ConfirmImportInput {
  @Field() @IsString() @MaxLength(36) id: string;
  @Field(() => EndAbsentInput, { nullable: true, description: 'Left out: the absent are kept' })
  @IsOptional()
  @ValidateNested()
  @Type(() => EndAbsentInput)
  endAbsent?: EndAbsentInput | null;
  @Field(() => ImportPolicyEnum) @IsEnum(ImportPolicyEnum) policy: ImportPolicyEnum;
}

@ArgsType()
export class ImportAbsentArgs extends PageArgs {
  @Field() @IsString() @MaxLength(36) id: string;
}

@ArgsType()
export class ImportRowsArgs extends PageArgs {
  @Field() @IsString() @MaxLength(36) id: string;
  @Field(() => ImportRowFilter, { nullable: true }) @IsOptional() @IsEnum(ImportRowFilter) filter?: ImportRowFilter;
}

@ObjectType()
export class ImportProgress {
  @Field() id: string;
  @Field() state: string;
  @Field(() => Int) total: number;
  @Field(() => Int) done: number;
  @Field(() => Int) failed: number;
  @Field(() => Int) skipped: number;
}

@ObjectType({ description: 'staged = faulty + toCreate + toUpdate + same + created + updated + unchanged + refused' })
export class ImportCounts {
  @Field(() => Int) total: number;
  @Field(() => Int) staged: number;
  @Field(() => Int) faulty: number;
  @Field(() => Int) toCreate: number;
  @Field(() => Int) toUpdate: number;
  @Field(() => Int) same: number;
  @Field(() => Int) created: number;
  @Field(() => Int) updated: number;
  @Field(() => Int) unchanged: number;
  @Field(() => Int) refused: number;
}

@ObjectType()
export class RegistryImport {
  @Field() id: string;
  @Field(() => ImportKindEnum) kind: ImportKindEnum;
  @Field() fileName: string;
  @Field({ description: 'STAGING · AWAITING_CONFIRMATION · WRITING · DONE · FAILED · CANCELLED' }) state: string;
  @Field(() => ImportPolicyEnum, { nullable: true }) policy: ImportPolicyEnum | null;
  @Field() createdAt: Date;
  @Field(() => Date, { nullable: true }) finishedAt: Date | null;
  @Field(() => [String], { description: 'Headings no column of the template matches' }) unknownColumns: string[];
  @Field(() => String, { nullable: true, description: 'Why the whole file could not be read' }) fault: string | null;
  @Field(() => ImportProgress, { nullable: true }) stage: ImportProgress | null;
  @Field(() => ImportProgress, { nullable: true }) write: ImportProgress | null;
  @Field(() => ImportCounts) counts: ImportCounts;
  @Field({ description: 'Lists of this kind can end what they do not have' }) absentKnown: boolean;
  @Field(() => String, { nullable: true, description: 'KEEP · END' }) absentPolicy: string | null;
  @Field(() => String, { nullable: true }) absentOn: string | null;
  @Field(() => String, { nullable: true }) absentReason: string | null;
  @Field(() => Int) absentEnded: number;
}

@ObjectType({ description: 'On record about an institution of the list, but not in the list' })
export class ImportAbsentRow {
  @Field() id: string;
  @Field() name: string;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field() place: string;
  @Field() startOn: string;
}
@ObjectType()
export class ImportAbsentPage extends Paged(ImportAbsentRow) {}
@ObjectType()
export class RegistryImportPage extends Paged(RegistryImport) {}

@ObjectType()
export class ImportCell {
  @Field() column: string;
  @Field() label: string;
  @Field({ description: 'Masked for identity numbers and phones, unless the cell is what is wrong' }) value: string;
  @Field() wrong: boolean;
  @Field(() => [String]) words: string[];
  @Field() day: boolean;
}

@ObjectType()
export class ImportRowFault {
  @Field(() => String, { nullable: true }) column: string | null;
  @Field() code: string;
  @Field() message: string;
}

@ObjectType()
export class ImportPreviewRow {
  @Field(() => Int, { description: 'Line in the file' }) rowNo: number;
  @Field() state: string;
  @Field(() => String, { nullable: true, description: 'NEW · CHANGE · SAME' }) effect: string | null;
  @Field(() => String, { nullable: true }) objectId: string | null;
  @Field(() => [ImportRowFault]) faults: ImportRowFault[];
  @Field(() => [ImportCell]) cells: ImportCell[];
}
@ObjectType()
export class ImportPreviewPage extends Paged(ImportPreviewRow) {}
