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
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageArgs, Paged } from '@app/platform';

export enum ImportKindEnum {
  INSTITUTIONS = 'INSTITUTIONS',
  PEOPLE = 'PEOPLE',
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

@InputType()
export class ConfirmImportInput {
  @Field() @IsString() @MaxLength(36) id: string;
  @Field(() => ImportPolicyEnum) @IsEnum(ImportPolicyEnum) policy: ImportPolicyEnum;
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
}
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
