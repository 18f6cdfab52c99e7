import { Entity, Index } from 'typeorm';
import { BigInt64, Code, DayColumn, Id, Instant, Int, Json, Ref, Text } from '@app/platform';

/** A certificate. Nothing but its state, and what follows from it, ever changes. */
@Entity('certificate')
@Index('uq_certificate_award', ['enrolmentId', 'kind'], { unique: true })
@Index('uq_certificate_no', ['number'], { unique: true })
@Index('uq_certificate_verify_code', ['verifyCode'], { unique: true })
@Index('ix_certificate_holder', ['personId'])
@Index('ix_certificate_province', ['provinceCode', 'issuedOn'])
@Index('ix_certificate_base', ['baseInstitutionId'])
@Index('ix_certificate_employer', ['employerInstitutionId'])
export class Certificate {
  @Id() id: string;
  @Ref() enrolmentId: string;
  @Code(32) kind: string;
  @Int() kindVersion: number;
  @Ref() personId: string;
  @Code(6) provinceCode: string;
  @Ref() baseInstitutionId: string;
  @Ref() employerInstitutionId: string;
  /** PPKKYYYYNNNNNNC (DEC-25) */
  @Code(15) number: string;
  /** 128 bits, base64url: what the QR code carries */
  @Code(22) verifyCode: string;
  @DayColumn() issuedOn: string;
  @DayColumn() validFrom: string;
  /** first day no longer valid; the printed last day is the day before; null = no end */
  @DayColumn({ nullable: true }) validToEnd: string | null;
  /** ISSUED · SUSPENDED · CANCELLED · REVOKED · REPLACED (EXPIRED follows from the interval) */
  @Code(12) state: string;
  @Instant() stateSince: Date;
  /** first day it no longer holds by revocation or cancellation */
  @DayColumn({ nullable: true }) endedOn: string | null;
  @Ref({ nullable: true }) replacedById: string | null;
  @Json() snapshot: unknown;
  @Code(64) snapshotHash: string;
  /** HMAC over number, verify code and snapshot hash: a row edited by hand no longer verifies */
  @Code(64) mac: string;
  @Ref() decisionId: string;
  @Ref() orderId: string;
  @Ref() signedBy: string;
  @Text(100) signedByName: string;
  @Instant() issuedAt: Date;
}

/** The life of a certificate. Insert only; each row's HMAC covers the one before. */
@Entity('certificate_event')
@Index('uq_certificate_event', ['certificateId', 'seq'], { unique: true })
export class CertificateEventRow {
  @Id() id: string;
  @Ref() certificateId: string;
  @Int() seq: number;
  @Code(12) event: string;
  @Code(12) fromState: string;
  @Code(12) toState: string;
  @DayColumn({ nullable: true }) effectiveOn: string | null;
  @Code(32, { nullable: true }) ground: string | null;
  @Text(1000, { nullable: true }) reason: string | null;
  @Ref({ nullable: true }) requestId: string | null;
  @Ref() accountId: string;
  @Text(100) actorName: string;
  @Code(32) role: string;
  @Code(140, { nullable: true }) ruleVersion: string | null;
  @Instant() at: Date;
  @Code(64) mac: string;
}

/** A file of a certificate: ordered with the certificate, made afterwards. Losing it is never losing the certificate. */
@Entity('certificate_file')
@Index('uq_certificate_file', ['certificateId', 'kind', 'templateVersion'], { unique: true })
@Index('ix_certificate_file_due', ['state', 'nextTryAt'])
export class CertificateFile {
  @Id() id: string;
  @Ref() certificateId: string;
  /** PDF */
  @Code(8) kind: string;
  @Code(60) templateVersion: string;
  /** PENDING · READY · FAILED */
  @Code(8) state: string;
  @Code(64, { nullable: true }) hash: string | null;
  @BigInt64({ nullable: true }) size: string | null;
  /** hash of the printed data: equal for every rendering of the same certificate */
  @Code(64, { nullable: true }) dataHash: string | null;
  @Text(200, { nullable: true }) signer: string | null;
  @Code(64, { nullable: true }) signerFingerprint: string | null;
  @Instant({ nullable: true }) renderedAt: Date | null;
  @Int({ default: 0 }) renders: number;
  @Int({ default: 0 }) attempts: number;
  @Instant() nextTryAt: Date;
  @Text(500, { nullable: true }) error: string | null;
}

/** A revocation or cancellation asked for by one and decided by another (2.3.5). */
@Entity('certificate_end_request')
@Index('uq_end_request_open', ['openOf'], { unique: true })
@Index('ix_end_request_certificate', ['certificateId', 'requestedAt'])
export class CertificateEndRequest {
  @Id() id: string;
  @Ref() certificateId: string;
  /** the certificate's id while undecided, else null: one open request at a time */
  @Ref({ nullable: true }) openOf: string | null;
  /** REVOKE · CANCEL */
  @Code(8) action: string;
  @Code(32) ground: string;
  @Text(1000) reason: string;
  @DayColumn() effectiveOn: string;
  @DayColumn({ nullable: true }) holderNotifiedOn: string | null;
  @Text(1000, { nullable: true }) holderAnswer: string | null;
  /** REQUESTED · CONFIRMED · REFUSED · WITHDRAWN */
  @Code(12) state: string;
  @Ref() requestedBy: string;
  @Ref({ nullable: true }) requestedByPersonId: string | null;
  @Text(100) requestedByName: string;
  @Code(32) requestedAs: string;
  @Instant() requestedAt: Date;
  @Ref({ nullable: true }) decidedBy: string | null;
  @Text(100, { nullable: true }) decidedByName: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @Text(1000, { nullable: true }) opinion: string | null;
}
