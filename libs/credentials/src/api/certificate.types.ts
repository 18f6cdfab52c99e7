import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsNotEmpty, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { IsDay, Label, Paged, SearchArgs, TimelineStep } from '@app/platform';

export enum CertificateStateCode {
  PENDING = 'PENDING',
  ISSUED = 'ISSUED',
  SUSPENDED = 'SUSPENDED',
  EXPIRED = 'EXPIRED',
  CANCELLED = 'CANCELLED',
  REVOKED = 'REVOKED',
  REPLACED = 'REPLACED',
}
registerEnumType(CertificateStateCode, { name: 'CertificateState' });

export enum CertificateStateFilter {
  VALID = 'VALID',
  EXPIRED = 'EXPIRED',
  SUSPENDED = 'SUSPENDED',
  REVOKED = 'REVOKED',
  CANCELLED = 'CANCELLED',
  REPLACED = 'REPLACED',
}
registerEnumType(CertificateStateFilter, { name: 'CertificateStateFilter' });

export enum EndActionCode {
  REVOKE = 'REVOKE',
  CANCEL = 'CANCEL',
}
registerEnumType(EndActionCode, { name: 'CertificateEndAction' });

export enum EndGroundCode {
  FRAUD = 'FRAUD',
  WRONGFUL_ISSUE = 'WRONGFUL_ISSUE',
  MISCONDUCT = 'MISCONDUCT',
  HOLDER_REQUEST = 'HOLDER_REQUEST',
  DEATH = 'DEATH',
  ERROR_BEFORE_DELIVERY = 'ERROR_BEFORE_DELIVERY',
}
registerEnumType(EndGroundCode, { name: 'CertificateEndGround' });

@ObjectType({ description: 'A certificate as lists show it' })
export class CertificateSummary {
  @Field() id: string;
  @Field() number: string;
  @Field() kind: string;
  @Field(() => Label) title: Label;
  @Field(() => CertificateStateCode, { description: 'Today; EXPIRED follows from the last day' }) state: string;
  @Field() holderName: string;
  @Field(() => Label) programmeTitle: Label;
  @Field() classTitle: string;
  @Field() baseName: string;
  @Field() employerName: string;
  @Field(() => Label) issuer: Label;
  @Field() issuedOn: string;
  @Field(() => String, { nullable: true, description: 'Printed last day, inclusive; null = no end' }) validTo:
    string | null;
  @Field(() => String, { nullable: true, description: 'First day it no longer holds' }) endedOn: string | null;
  @Field(() => String, { nullable: true }) replacedByNumber: string | null;
  @Field({ description: 'Issued from demonstration data' }) specimen: boolean;
}

@ObjectType()
export class CertificatePage extends Paged(CertificateSummary) {}

@ObjectType()
export class CertificatePdf {
  @Field({ description: 'READY, PREPARING or FAILED' }) state: string;
  @Field(() => Int, { nullable: true }) size: number | null;
  @Field(() => Date, { nullable: true }) renderedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it cannot be made; for officers' }) error: string | null;
}

@ObjectType({ description: 'A revocation or cancellation asked for by one and decided by another' })
export class CertificateEndRequestInfo {
  @Field() id: string;
  @Field(() => EndActionCode) action: string;
  @Field(() => EndGroundCode) ground: string;
  @Field() reason: string;
  @Field() effectiveOn: string;
  @Field(() => String, { nullable: true }) holderNotifiedOn: string | null;
  @Field(() => String, { nullable: true }) holderAnswer: string | null;
  @Field({ description: 'REQUESTED, CONFIRMED, REFUSED or WITHDRAWN' }) state: string;
  @Field() requestedByName: string;
  @Field() requestedAs: string;
  @Field() requestedAt: Date;
  @Field({ description: 'I asked for it: another officer decides' }) mine: boolean;
  @Field(() => String, { nullable: true }) decidedByName: string | null;
  @Field(() => Date, { nullable: true }) decidedAt: Date | null;
  @Field(() => String, { nullable: true }) opinion: string | null;
}

@ObjectType()
export class OpenCertificateEndRequest extends CertificateEndRequestInfo {
  @Field() certificateId: string;
  @Field() number: string;
  @Field() holderName: string;
}

@ObjectType()
export class CertificateDetailInfo extends CertificateSummary {
  @Field({ description: 'Address anybody can open to verify it' }) verifyUrl: string;
  @Field({ description: 'The QR code of that address, as an SVG image' }) qrSvg: string;
  @Field() citizenIdMasked: string;
  @Field() classStartOn: string;
  @Field() classEndOn: string;
  @Field(() => Label) statement: Label;
  @Field() ruleVersion: string;
  @Field() signedByName: string;
  @Field() issuedAt: Date;
  @Field() snapshotHash: string;
  @Field(() => CertificatePdf) pdf: CertificatePdf;
  @Field(() => [CertificateEndRequestInfo]) requests: CertificateEndRequestInfo[];
  @Field(() => [TimelineStep]) history: TimelineStep[];
}

@ArgsType()
export class CertificateArgs extends SearchArgs {
  @Field(() => CertificateStateFilter, { nullable: true })
  @IsOptional()
  @IsEnum(CertificateStateFilter)
  state?: CertificateStateFilter;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(32) kind?: string;
}

@InputType()
export class RequestCertificateEndInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) certificateId: string;
  @Field(() => EndActionCode) @IsEnum(EndActionCode) action: EndActionCode;
  @Field(() => EndGroundCode) @IsEnum(EndGroundCode) ground: EndGroundCode;
  @Field() @IsString() @MinLength(5) @MaxLength(1000) reason: string;
  @Field({ description: 'First day it no longer holds; may lie in the past' }) @IsDay() effectiveOn: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDay() holderNotifiedOn?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(1000) holderAnswer?: string;
}

@InputType()
export class RequestCancellationInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) certificateId: string;
  @Field() @IsString() @MinLength(5) @MaxLength(1000) reason: string;
}

@InputType()
export class DecideCertificateEndInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) requestId: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(1000) opinion?: string;
}

@InputType()
export class RefuseCertificateEndInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) requestId: string;
  @Field() @IsString() @MinLength(2) @MaxLength(1000) opinion: string;
}

@ObjectType()
export class CertificateEndAnswer {
  @Field({ description: 'Of the request, or of the certificate once decided' }) id: string;
}
