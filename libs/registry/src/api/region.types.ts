import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { IsDay } from '@app/platform';
import { Region } from './registry.types';

const text = { nullable: true } as const;
const REGION = /^\d{5}[0-9A-Z]$/;
const MAX_PERSONS = 200_000_000;

@ObjectType({ description: 'A row of a region with its days; a renamed region has one row for each name' })
export class RegionRecordRow extends Region {
  @Field() autonomous: boolean;
  @Field(() => String, text) successorCode: string | null;
  @Field(() => String, text) note: string | null;
  @Field(() => Int, { description: 'Open institutions there now' }) institutions: number;
}

@ObjectType({ description: 'What follows the successor when a county is abolished' })
export class RegionEffect {
  @Field(() => Int) institutions: number;
  @Field(() => Int) people: number;
}

@ObjectType()
export class PopulationSeriesRow {
  @Field() code: string;
  @Field() kind: string;
  @Field(() => String, text) name: string | null;
  @Field(() => String, text) nameEn: string | null;
  @Field(() => String, { nullable: true, description: 'Latest reference date' }) latest: string | null;
}

@ObjectType()
export class PopulationFigureRow {
  @Field() series: string;
  @Field() kind: string;
  @Field() referenceDate: string;
  @Field() publishedOn: string;
  @Field(() => Int) persons: number;
  @Field(() => Int, { description: 'Persons the source rounded to' }) precision: number;
  @Field() source: string;
}

@ObjectType({ description: 'A region and the figure a count of today uses by default (§4.5)' })
export class RegionPopulation {
  @Field() regionCode: string;
  @Field() regionName: string;
  @Field() regionNameEn: string;
  @Field() kind: string;
  @Field(() => Int) figures: number;
  @Field(() => PopulationFigureRow, text) used: PopulationFigureRow | null;
  @Field({ description: 'Older than 18 months' }) stale: boolean;
}

@ObjectType()
export class MarkedFigure extends PopulationFigureRow {
  @Field({ description: 'A count of today uses this one' }) used: boolean;
  @Field({ description: 'A later publication corrected it' }) superseded: boolean;
}

@ObjectType()
export class RegionFigures {
  @Field(() => Region) region: Region;
  @Field(() => [MarkedFigure], { description: 'Newest first' }) figures: MarkedFigure[];
}

@ArgsType()
export class PopulationsArgs {
  @Field(() => String, { nullable: true, description: 'CITY (default: province and cities) · COUNTY' })
  @IsOptional()
  @IsIn(['CITY', 'COUNTY'])
  level?: string;
}

@ArgsType()
export class RegionCodeArgs {
  @Field() @Matches(REGION) code: string;
}

@InputType()
export class AddPopulationSeriesInput {
  @Field() @Matches(/^[a-z0-9][a-z0-9-]{2,39}$/) code: string;
  @Field() @IsIn(['CENSUS', 'YEAR_END_ESTIMATE']) kind: string;
  @Field() @IsString() @Length(2, 60) name: string;
  @Field(() => String, text) @IsOptional() @IsString() @Length(0, 120) nameEn?: string | null;
}

@InputType()
export class AddPopulationInput {
  @Field() @Matches(/^[a-z0-9-]{1,40}$/) seriesCode: string;
  @Field() @Matches(REGION) regionCode: string;
  @Field() @IsDay() referenceDate: string;
  @Field() @IsDay() publishedOn: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(MAX_PERSONS) persons: number;
  @Field(() => Int) @IsIn([1, 100, 1000, 10_000]) roundedTo: number;
  @Field() @IsString() @Length(2, 300) source: string;
}

@InputType()
export class RenameRegionInput {
  @Field() @Matches(REGION) code: string;
  @Field() @IsString() @Length(2, 60) name: string;
  @Field() @IsString() @Length(2, 120) nameEn: string;
  @Field({ description: 'First day of the new name' }) @IsDay() day: string;
  @Field() @IsString() @Length(2, 200) documentNo: string;
}

@InputType()
export class AbolishRegionInput {
  @Field() @Matches(REGION) code: string;
  @Field() @Matches(REGION) successorCode: string;
  @Field({ description: 'First day it no longer exists' }) @IsDay() day: string;
  @Field() @IsString() @Length(2, 200) documentNo: string;
}

@InputType()
export class AddRegionInput {
  @Field(() => String, { nullable: true, description: 'GB/T 2260; a statistical area gets its own' })
  @IsOptional()
  @Matches(/^\d{6}$/)
  code?: string | null;
  @Field() @IsString() @Length(2, 60) name: string;
  @Field() @IsString() @Length(2, 120) nameEn: string;
  @Field() @IsIn(['DISTRICT', 'COUNTY', 'COUNTY_CITY', 'STATISTICAL_AREA']) kind: string;
  @Field() @Matches(/^\d{4}00$/) parentCode: string;
  @Field() @IsDay() validFrom: string;
  @Field() @IsString() @Length(2, 200) documentNo: string;
}
