import { Field, ObjectType } from '@nestjs/graphql';
import { Label } from '@app/platform';
import { CertificateStateCode } from './certificate.types';

@ObjectType({ description: 'Whose key sealed the PDF' })
export class CertificateSignature {
  @Field() signer: string;
  @Field({ description: 'SHA-256 of the signing certificate' }) fingerprint: string;
  @Field() signedAt: Date;
  @Field({ description: 'SHA-256 of the PDF file' }) fileHash: string;
}

@ObjectType({ description: 'What anybody may know about a certificate (DEC-16)' })
export class VerifiedCertificate {
  @Field() number: string;
  @Field() verifyCode: string;
  @Field(() => CertificateStateCode) state: string;
  @Field({ description: '张*' }) holderMasked: string;
  @Field(() => Label) title: Label;
  @Field(() => Label) statement: Label;
  @Field(() => Label) issuer: Label;
  @Field() issuedOn: string;
  @Field(() => String, { nullable: true, description: 'Last day, inclusive; null = no end' }) validTo: string | null;
  @Field(() => String, { nullable: true, description: 'First day it no longer holds' }) endedOn: string | null;
  @Field(() => String, { nullable: true }) replacedByNumber: string | null;
  @Field({ description: 'Issued from demonstration data: proves nothing' }) specimen: boolean;
  @Field() checkedAt: Date;
  @Field(() => CertificateSignature, { nullable: true }) signature: CertificateSignature | null;
}
