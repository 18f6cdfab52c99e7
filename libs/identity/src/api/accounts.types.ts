import { ArgsType, Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsIn, IsNotEmpty, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { IsDay, Paged, type RoleCode, ROLES, SearchArgs, TimelineStep } from '@app/platform';

export enum AccountStateFilter {
  ACTIVE = 'ACTIVE',
  DISABLED = 'DISABLED',
}
registerEnumType(AccountStateFilter, { name: 'AccountStateFilter' });

export enum GrantStateValue {
  PROPOSED = 'PROPOSED',
  ACTIVE = 'ACTIVE',
  REFUSED = 'REFUSED',
  ENDED = 'ENDED',
}
registerEnumType(GrantStateValue, { name: 'GrantState' });

@ArgsType()
export class AccountsArgs extends SearchArgs {
  @Field(() => AccountStateFilter, { nullable: true })
  @IsOptional()
  @IsEnum(AccountStateFilter)
  state?: AccountStateFilter;
  @Field(() => String, { nullable: true }) @IsOptional() @IsIn(ROLES) role?: RoleCode;
}

@ArgsType()
export class GrantsArgs extends SearchArgs {
  @Field(() => GrantStateValue, { nullable: true }) @IsOptional() @IsEnum(GrantStateValue) state?: GrantStateValue;
  @Field(() => String, { nullable: true }) @IsOptional() @IsIn(ROLES) role?: RoleCode;
}

@ArgsType()
export class ReachArgs {
  @Field(() => String) @IsIn(ROLES) role: RoleCode;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(60) search?: string;
}

@InputType()
export class NewAccountInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(60) loginName: string;
  @Field() @IsString() @IsNotEmpty() @MaxLength(60) name: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(30) phone?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Identity number of the registered person the account belongs to',
  })
  @IsOptional()
  @IsString()
  @MaxLength(18)
  citizenId?: string | null;
}

@InputType()
export class NewGrantInput {
  @Field() @IsString() @Length(36, 36) accountId: string;
  @Field(() => String) @IsIn(ROLES) role: RoleCode;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(/^\d{6}$/) regionCode?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @Length(36, 36) organisationId?: string | null;
  @Field() @IsDay() startsOn: string;
  @Field(() => String, { nullable: true, description: 'First day it is over; null = open' })
  @IsOptional()
  @IsDay()
  endsOn?: string | null;
  @Field() @IsString() @IsNotEmpty() @MaxLength(300) reason: string;
}

@InputType()
export class FirstAdminInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(60) loginName: string;
  @Field() @IsString() @IsNotEmpty() @MaxLength(60) name: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(30) phone?: string | null;
  @Field() @IsString() @IsNotEmpty() @MaxLength(200) password: string;
}

/** A reason is written down with every act on somebody's rights. */
@ArgsType()
export class ReasonArgs {
  @Field() @IsString() @Length(36, 36) id: string;
  @Field() @IsString() @IsNotEmpty() @MaxLength(300) reason: string;
}

@ArgsType()
export class DecisionArgs {
  @Field() @IsString() @Length(36, 36) id: string;
  // Without a validator of its own the pipe would take it away, and every approval would be a refusal.
  @Field() @IsBoolean() approve: boolean;
  @Field() @IsString() @IsNotEmpty() @MaxLength(300) opinion: string;
}

@ObjectType()
export class GrantInfo {
  @Field() id: string;
  @Field() accountId: string;
  @Field() accountName: string;
  @Field() loginName: string;
  @Field() role: string;
  @Field(() => String, { nullable: true }) scopeName: string | null;
  @Field(() => String, { nullable: true }) regionCode: string | null;
  @Field(() => String, { nullable: true }) organisationId: string | null;
  @Field(() => GrantStateValue) state: GrantStateValue;
  @Field() startsOn: string;
  @Field(() => String, { nullable: true }) endsOn: string | null;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => String, { nullable: true }) proposedBy: string | null;
  @Field(() => String, { nullable: true }) proposedByName: string | null;
  @Field(() => String, { nullable: true }) decidedByName: string | null;
  @Field(() => Date, { nullable: true }) decidedAt: Date | null;
  @Field(() => Date, { nullable: true }) endedAt: Date | null;
  @Field() createdAt: Date;
}

@ObjectType()
export class GrantPage extends Paged(GrantInfo) {}

@ObjectType()
export class AccountInfo {
  @Field() id: string;
  @Field() loginName: string;
  @Field() name: string;
  @Field(() => String, { nullable: true }) phoneMasked: string | null;
  @Field() linkedToPerson: boolean;
  @Field() hasPassword: boolean;
  @Field() secondFactor: boolean;
  @Field(() => Date, { nullable: true }) disabledAt: Date | null;
  @Field() createdAt: Date;
  @Field(() => Date, { nullable: true }) lastSignInAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'Sign-in paused after wrong tries' }) lockedUntil: Date | null;
  @Field(() => [GrantInfo]) grants: GrantInfo[];
}

@ObjectType()
export class AccountPage extends Paged(AccountInfo) {}

@ObjectType()
export class AccountDetail extends AccountInfo {
  @Field(() => [TimelineStep]) timeline: TimelineStep[];
}

@ObjectType()
export class StartedPasswordLink {
  @Field({ description: 'Shown once; hand it to the owner in person' }) link: string;
  @Field() expiresAt: Date;
}

@ObjectType()
export class CreatedAccount {
  @Field() id: string;
  @Field(() => StartedPasswordLink) passwordLink: StartedPasswordLink;
}

@ObjectType()
export class ReachOption {
  @Field({ description: 'Region code or institution id' }) id: string;
  @Field() name: string;
  @Field(() => String, { nullable: true, description: 'The region above' }) under: string | null;
}
