import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { GraphQLJSON, IsDay, Label, Paged, SearchArgs } from '@app/platform';

@ObjectType()
export class WorkforceMember {
  @Field() personId: string;
  @Field() name: string;
  @Field() sex: string;
  @Field() regionCode: string;
  @Field(() => String, { nullable: true }) regionName: string | null;
  @Field(() => String, { nullable: true }) institutionName: string | null;
  @Field(() => [String]) bases: string[];
  @Field() startOn: string;
  @Field(() => String, { nullable: true, description: 'First day no longer counted' }) endOn: string | null;
  @Field(() => Int, { nullable: true }) licenceLevel: number | null;
}

@ObjectType()
export class WorkforceMemberPage extends Paged(WorkforceMember) {
  @Field() ruleVersion: string;
}

@ArgsType()
export class WorkforceMembersArgs extends SearchArgs {
  @Field() @Matches(/^\d{6}$/) regionCode: string;
  @Field() @IsDay() asOf: string;
  @Field(() => String, { nullable: true, description: 'As it was known at the end of this day; default now' })
  @IsOptional()
  @IsDay()
  known?: string;
  @Field({ description: 'PHYSICIAN or THERAPIST' }) @IsIn(['PHYSICIAN', 'THERAPIST']) category:
    'PHYSICIAN' | 'THERAPIST';
  @Field({ defaultValue: 'UNION', description: 'UNION, REGISTERED or CERTIFIED' })
  @IsIn(['UNION', 'REGISTERED', 'CERTIFIED'])
  column: 'UNION' | 'REGISTERED' | 'CERTIFIED';
}

@ObjectType()
export class CountingReason {
  @Field() code: string;
  @Field(() => GraphQLJSON, { nullable: true }) params: unknown;
}

@ObjectType()
export class CountingBasisHeld {
  @Field() basis: string;
  @Field() startOn: string;
  @Field(() => String, { nullable: true }) endOn: string | null;
}

@ObjectType()
export class CountingSite {
  @Field(() => String, { nullable: true }) institutionId: string | null;
  @Field(() => String, { nullable: true }) institutionName: string | null;
  @Field() regionCode: string;
  @Field({ description: 'A medical institution; only there people count' }) medical: boolean;
  @Field() startOn: string;
  @Field(() => String, { nullable: true, description: 'First day no longer there' }) endOn: string | null;
}

@ObjectType()
export class CountingExplanation {
  @Field() day: string;
  @Field(() => String, { nullable: true, description: 'As it was known at the end of this day' })
  knownOn: string | null;
  @Field(() => CountingSite, { nullable: true, description: 'The main site of the day, also when out' })
  site: CountingSite | null;
  @Field(() => [String], { description: 'Regions of filed sites: without effect on the count' })
  serviceSites: string[];
  @Field() ruleVersion: string;
  @Field() counted: boolean;
  @Field(() => String, { nullable: true }) category: string | null;
  @Field(() => [String]) bases: string[];
  @Field(() => String, { nullable: true }) regionCode: string | null;
  @Field(() => String, { nullable: true }) startOn: string | null;
  @Field(() => String, { nullable: true }) endOn: string | null;
  @Field(() => [CountingReason], { description: 'Why not as a physician; empty when that fits' })
  againstPhysician: CountingReason[];
  @Field(() => [CountingReason]) againstTherapist: CountingReason[];
  @Field(() => [CountingBasisHeld]) basesHeld: CountingBasisHeld[];
}

@ObjectType()
export class CountingRuleInfo {
  @Field() version: string;
  @Field(() => Label) name: Label;
  @Field(() => Label) summary: Label;
  @Field() source: string;
  @Field() effectiveFrom: string;
}

@ArgsType()
export class WorkforceTrendArgs {
  @Field() @Matches(/^\d{6}$/) regionCode: string;
  @Field({ description: 'PHYSICIAN or THERAPIST' }) @IsIn(['PHYSICIAN', 'THERAPIST']) category:
    'PHYSICIAN' | 'THERAPIST';
  @Field(() => String, { nullable: true, description: 'Default 36 months before the last day' })
  @IsOptional()
  @IsDay()
  from?: string;
  @Field(() => String, { nullable: true, description: 'Default today; at most 120 month ends before it' })
  @IsOptional()
  @IsDay()
  to?: string;
  @Field({ defaultValue: false, description: 'Also each direct part of the region' }) @IsBoolean() parts: boolean;
}

@ObjectType()
export class WorkforceTrendPoint {
  @Field({ description: 'The last day of a month, or the last day asked for' }) day: string;
  @Field(() => Int) registered: number;
  @Field(() => Int) certified: number;
  @Field(() => Int) union: number;
}

@ObjectType()
export class WorkforceTrendLine {
  @Field() regionCode: string;
  @Field(() => [WorkforceTrendPoint]) points: WorkforceTrendPoint[];
}
