import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export enum SignInNextStep {
  DONE = 'DONE',
  TOTP = 'TOTP',
  SET_UP_TOTP = 'SET_UP_TOTP',
  CHANGE_PASSWORD = 'CHANGE_PASSWORD',
}
registerEnumType(SignInNextStep, { name: 'SignInNext' });

@InputType()
export class SignInInput {
  @Field({ description: 'Phone number or account name' }) @IsString() @IsNotEmpty() @MaxLength(60) name: string;
  @Field() @IsString() @IsNotEmpty() @MaxLength(200) password: string;
}

@ObjectType()
export class SignInResult {
  @Field(() => SignInNextStep) next: SignInNextStep;
}

@ObjectType()
export class ViewerRole {
  @Field() grantId: string;
  @Field() role: string;
  @Field(() => String, { nullable: true, description: 'Name of the region or organisation the role is for' }) scopeName: string | null;
  @Field(() => String, { nullable: true }) regionCode: string | null;
  @Field(() => String, { nullable: true }) organisationId: string | null;
}

@ObjectType()
export class Viewer {
  @Field() accountId: string;
  @Field(() => String, { nullable: true }) personId: string | null;
  @Field() name: string;
  @Field() mustChangePassword: boolean;
  @Field() secondFactor: boolean;
  @Field(() => [ViewerRole]) roles: ViewerRole[];
  @Field(() => ViewerRole) active: ViewerRole;
}

@ObjectType()
export class SecondFactorSecret {
  @Field() secret: string;
  @Field() uri: string;
}

@ObjectType()
export class SessionInfo {
  @Field() id: string;
  @Field() createdAt: Date;
  @Field() lastSeenAt: Date;
  @Field(() => String, { nullable: true }) ip: string | null;
  @Field(() => String, { nullable: true }) userAgent: string | null;
  @Field() current: boolean;
}

@ObjectType()
export class PublicSettings {
  @Field() demo: boolean;
  @Field() name: string;
  @Field(() => Int) sessionHours: number;
}
