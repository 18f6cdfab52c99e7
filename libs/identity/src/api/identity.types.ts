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

@InputType()
export class ChangePasswordInput {
  @Field({ description: 'The current password' }) @IsString() @IsNotEmpty() @MaxLength(200) password: string;
  @Field() @IsString() @IsNotEmpty() @MaxLength(200) newPassword: string;
}

@InputType()
export class SetPasswordInput {
  @Field({ description: 'What stands behind the # of the link' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  token: string;
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
  @Field(() => String, { nullable: true, description: 'Name of the region or organisation the role is for' })
  scopeName: string | null;
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
  @Field({ description: 'For typing into the authenticator by hand' }) secret: string;
  @Field() uri: string;
  @Field({ description: 'QR code as one SVG path over qrSize × qrSize modules, quiet zone included' }) qrPath: string;
  @Field(() => Int) qrSize: number;
}

@ObjectType()
export class MyAccountInfo {
  @Field() loginName: string;
  @Field() name: string;
  @Field(() => String, { nullable: true }) phoneMasked: string | null;
  @Field(() => Date, { nullable: true }) passwordChangedAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'Staff passwords only' }) passwordExpiresAt: Date | null;
  @Field() passwordExpiresSoon: boolean;
  @Field(() => Date, { nullable: true }) secondFactorSince: Date | null;
  @Field() secondFactorRequired: boolean;
}

@ObjectType()
export class SessionInfo {
  @Field() id: string;
  @Field() createdAt: Date;
  @Field() lastSeenAt: Date;
  @Field(() => Date, { nullable: true }) endedAt: Date | null;
  @Field() open: boolean;
  @Field(() => String, { nullable: true }) ip: string | null;
  @Field(() => String, { nullable: true }) userAgent: string | null;
  @Field() current: boolean;
}

@ObjectType()
export class PasswordLinkInfo {
  @Field() name: string;
  @Field() loginName: string;
  @Field() expiresAt: Date;
}

@ObjectType()
export class PublicSettings {
  @Field() demo: boolean;
  @Field() name: string;
  @Field(() => Int) sessionHours: number;
}
