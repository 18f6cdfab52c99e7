import { Type } from 'class-transformer';
import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { PageArgs, Paged, TimelineStep } from '@app/platform';
import {
  PersonMerge,
  RecordedDeath,
  RecordedEducation,
  RecordedLeave,
  RecordedMove,
  WithdrawnFact,
} from './people.types';

const text = { nullable: true } as const;
const PROFESSIONS = ['PHYSICIAN', 'REHAB_PHYSICIAN', 'THERAPIST'];

@ObjectType({ description: 'GB/T 2260 region or statistical area, valid in [validFrom, validTo)' })
export class Region {
  @Field() code: string;
  @Field() name: string;
  @Field() nameEn: string;
  @Field() kind: string;
  @Field(() => String, text) parentCode: string | null;
  @Field() validFrom: string;
  @Field(() => String, text) validTo: string | null;
}

@ArgsType()
export class RegionsArgs {
  @Field(() => String, text) @IsOptional() @Matches(/^\d{6}$/) province?: string;
}

@InputType()
export class InstitutionFilterInput {
  @Field(() => String, text) @IsOptional() @IsString() @MaxLength(100) search?: string;
  @Field(() => String, text) @IsOptional() @Matches(/^\d{6}$/) regionCode?: string;
  @Field(() => String, text) @IsOptional() @IsString() @Matches(/^[A-Z_]{1,32}$/) type?: string;
  @Field(() => String, text) @IsOptional() @IsString() @Matches(/^[A-Z]{1,10}$/) level?: string;
  @Field(() => String, { nullable: true, description: 'Has an open unit of this kind' })
  @IsOptional()
  @Matches(/^[A-Z_]{1,32}$/)
  unitKind?: string;
  @Field(() => String, { nullable: true, description: 'Holds this designation' })
  @IsOptional()
  @Matches(/^[A-Z_]{1,40}$/)
  designation?: string;
  @Field(() => String, { nullable: true, description: 'OPEN (default) · CLOSED · ALL' })
  @IsOptional()
  @IsIn(['OPEN', 'CLOSED', 'ALL'])
  standing?: string;
}

@ArgsType()
export class InstitutionsArgs extends PageArgs {
  @Field(() => InstitutionFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => InstitutionFilterInput)
  filter?: InstitutionFilterInput;
}

@ObjectType()
export class Institution {
  @Field() id: string;
  @Field() name: string;
  @Field(() => String, text) uscc: string | null;
  @Field(() => String, text) usccOverrideReason: string | null;
  @Field() type: string;
  @Field() level: string;
  @Field() grade: string;
  @Field() ownership: string;
  @Field() adminLevel: string;
  @Field() countyCode: string;
  @Field() regionName: string;
  @Field({ description: 'Holds a practice permit: its staff may be counted' }) medical: boolean;
  @Field() openedOn: string;
  @Field(() => String, text) closedOn: string | null;
  @Field() closed: boolean;
  @Field(() => Int, { description: 'People whose main site this is' }) staff: number;
  @Field(() => Int) physicians: number;
  @Field(() => Int) rehabPhysicians: number;
  @Field(() => Int) therapists: number;
  @Field(() => [String], { description: 'Kinds of open units, without other departments' }) units: string[];
  @Field(() => [String], { description: 'Kinds of designations held' }) designations: string[];
}
@ObjectType()
export class InstitutionPage extends Paged(Institution) {}

@ObjectType()
export class DepartmentCount {
  @Field(() => String, text) name: string | null;
  @Field(() => Int) staff: number;
}

@ObjectType()
export class InstitutionDetail extends Institution {
  @Field(() => Int, { description: 'People filed here for multi-site practice; not counted here' }) filed: number;
  @Field(() => [DepartmentCount]) departments: DepartmentCount[];
  @Field(() => String, text) permitNo: string | null;
  @Field(() => String, text) closeReason: string | null;
  @Field(() => String, text) successorId: string | null;
  @Field(() => String, text) successorName: string | null;
  @Field() updatedAt: Date;
}

@InputType()
export class PeopleFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name, pinyin, initials, last four of the ID, a whole ID or a phone',
  })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  search?: string;
  @Field(() => String, text) @IsOptional() @Matches(/^\d{6}$/) regionCode?: string;
  @Field(() => String, text) @IsOptional() @IsString() @Matches(/^[\w-]{1,36}$/) institutionId?: string;
  @Field(() => String, { nullable: true, description: PROFESSIONS.join(' · ') })
  @IsOptional()
  @IsIn(PROFESSIONS)
  profession?: string;
  @Field(() => String, { nullable: true, description: 'EMPLOYED · LEFT' })
  @IsOptional()
  @IsIn(['EMPLOYED', 'LEFT'])
  standing?: string;
}

@ArgsType()
export class PeopleArgs extends PageArgs {
  @Field(() => PeopleFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PeopleFilterInput)
  filter?: PeopleFilterInput;
  @Field(() => String, { nullable: true, description: 'name · institution · since' })
  @IsOptional()
  @IsIn(['name', 'institution', 'since'])
  sort?: string;
  @Field(() => Boolean, { defaultValue: false }) @IsOptional() descending: boolean;
}

@ObjectType({ description: 'A line of the list of people' })
export class PersonRow {
  @Field() id: string;
  @Field() name: string;
  @Field() sex: string;
  @Field() birthDate: string;
  @Field() citizenIdMasked: string;
  @Field({ description: 'EMPLOYED · LEFT · DECEASED · NONE' }) standing: string;
  @Field(() => String, text) institutionId: string | null;
  @Field(() => String, text) institutionName: string | null;
  @Field() regionName: string;
  @Field(() => String, text) department: string | null;
  @Field(() => String, text) siteStartOn: string | null;
  @Field(() => String, text) siteEndOn: string | null;
  @Field(() => String, text) licenceLevel: string | null;
  @Field(() => String, text) category: string | null;
  @Field(() => [String]) scopes: string[];
  @Field() suspended: boolean;
  @Field(() => String, text) title: string | null;
  @Field({ description: 'Holds the technical qualification in rehabilitation therapy' }) therapist: boolean;
}
@ObjectType()
export class PersonPage extends Paged(PersonRow) {}

@ObjectType({ isAbstract: true })
class RecordedFact {
  @Field() id: string;
  @Field({ description: 'When it was told' }) recordedAt: Date;
}
@ObjectType()
export class RecordedScope extends RecordedFact {
  @Field() scope: string;
  @Field() startOn: string;
  @Field(() => String, text) endOn: string | null;
  @Field() current: boolean;
}
@ObjectType()
export class RecordedSuspension extends RecordedFact {
  @Field() startOn: string;
  @Field(() => String, text) endOn: string | null;
  @Field(() => String, text) reason: string | null;
  @Field() current: boolean;
}
@ObjectType()
export class RecordedLicence extends RecordedFact {
  @Field() level: string;
  @Field() category: string;
  @Field(() => String, text) numberMasked: string | null;
  @Field() startOn: string;
  @Field(() => String, text) endOn: string | null;
  @Field() current: boolean;
  @Field(() => [RecordedScope]) scopes: RecordedScope[];
  @Field(() => [RecordedSuspension]) suspensions: RecordedSuspension[];
}
@ObjectType()
export class RecordedQualification extends RecordedFact {
  @Field() subject: string;
  @Field() rank: string;
  @Field() obtainedOn: string;
}
@ObjectType()
export class RecordedTitle extends RecordedFact {
  @Field() title: string;
  @Field() rank: string;
  @Field() qualifiedOn: string;
  @Field(() => String, text) appointedOn: string | null;
}
@ObjectType()
export class RecordedResidency extends RecordedFact {
  @Field() specialty: string;
  @Field(() => String, text) completedOn: string | null;
}
@ObjectType()
export class RecordedCertificate {
  @Field() kind: string;
  @Field() number: string;
  @Field() issuedOn: string;
  @Field(() => String, { nullable: true, description: 'Printed last day, inclusive' }) validTo: string | null;
  @Field(() => String, text) revokedOn: string | null;
  @Field(() => String, text) cancelledOn: string | null;
  @Field() source: string;
}
@ObjectType()
export class RecordedSite extends RecordedFact {
  @Field() institutionId: string;
  @Field() institutionName: string;
  @Field() medical: boolean;
  @Field() role: string;
  @Field(() => String, text) department: string | null;
  @Field(() => String, text) post: string | null;
  @Field() startOn: string;
  @Field(() => String, { nullable: true, description: 'First day no longer there' }) endOn: string | null;
  @Field(() => String, { nullable: true, description: 'MOVED · LEFT · RETIRED · DECEASED · MOVED_OUT, or words' })
  endReason: string | null;
  @Field() current: boolean;
}

@ObjectType({ description: 'One person, one record; days are half-open intervals [startOn, endOn)' })
export class PersonRecord {
  @Field() id: string;
  @Field() name: string;
  @Field() sex: string;
  @Field() birthDate: string;
  @Field() citizenIdMasked: string;
  @Field(() => String, text) phoneMasked: string | null;
  @Field(() => String, text) diedOn: string | null;
  @Field(() => String, text) mergedIntoId: string | null;
  @Field() updatedAt: Date;
  @Field({ description: 'Day for which `current` was judged' }) asOf: string;
  @Field(() => [RecordedLicence]) licences: RecordedLicence[];
  @Field(() => [RecordedQualification]) qualifications: RecordedQualification[];
  @Field(() => [RecordedTitle]) titles: RecordedTitle[];
  @Field(() => [RecordedResidency]) residencies: RecordedResidency[];
  @Field(() => [RecordedCertificate]) certificates: RecordedCertificate[];
  @Field(() => [RecordedSite]) sites: RecordedSite[];
  @Field(() => [RecordedEducation]) educations: RecordedEducation[];
  @Field(() => [RecordedLeave]) leaves: RecordedLeave[];
  @Field(() => [RecordedMove]) moves: RecordedMove[];
  @Field(() => RecordedDeath, { nullable: true }) death: RecordedDeath | null;
  @Field(() => [WithdrawnFact], { description: 'Taken back as wrongly recorded, newest first' })
  withdrawn: WithdrawnFact[];
  @Field(() => [PersonMerge], { description: 'For staff' }) merges: PersonMerge[];
  @Field(() => [TimelineStep], { description: 'For staff; newest first' }) steps: TimelineStep[];
  @Field(() => [String], { description: 'What this actor may do here now' }) acts: string[];
  @Field() mayMerge: boolean;
}

@ObjectType({ description: 'Somebody looked at, or exported, a person’s record' })
export class AccessEntry {
  @Field() id: string;
  @Field() at: Date;
  @Field() role: string;
  @Field(() => String, text) organisationName: string | null;
  @Field({ description: 'VIEW · EXPORT' }) act: string;
  @Field() purpose: string;
}
@ObjectType()
export class AccessPage extends Paged(AccessEntry) {}

@ArgsType()
export class PersonArgs {
  @Field() @IsString() @MaxLength(36) id: string;
  @Field({ description: 'What for; kept in the access log the person can read' })
  @IsString()
  @Length(2, 200)
  purpose: string;
}
