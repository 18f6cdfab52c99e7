import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Code, DayColumn, Flag, Id, Instant, Int, Json, Text } from '@app/platform';

/** What a kind of certificate is, by version: number digits, wording, validity, conditions looked at on the day of issue. */
@Entity('certificate_kind')
@Index('uq_certificate_kind', ['code', 'version'], { unique: true })
export class CertificateKind {
  @Id() id: string;
  @Code(32) code: string;
  @Int() version: number;
  /** KK of the number */
  @Code(2) numberKind: string;
  @Text(60) titleZh: string;
  @Text(160) titleEn: string;
  @Text(200) statementZh: string;
  @Text(300) statementEn: string;
  /** null = no end (DEC-26) */
  @Int({ nullable: true }) validityMonths: number | null;
  @Flag() renewable: number;
  @Code(32, { nullable: true }) countingBasis: string | null;
  @Code(40) issuerRole: string;
  /** { '210000': { zh, en } } */
  @Json() issuers: unknown;
  /** [{ code, params, source }] */
  @Json() issueChecks: unknown;
  @Code(60) templateVersion: string;
  @Text(500) source: string;
  @Code(64) contentHash: string;
  @DayColumn() effectiveFrom: string;
  /** first day it no longer holds */
  @DayColumn({ nullable: true }) effectiveTo: string | null;
  @Instant() loadedAt: Date;
}

/** Last sequence given out; moved only in the transaction that inserts the certificates (R8). */
@Entity('cert_counter')
export class CertCounter {
  /** PP of the number */
  @Code(2, { primary: true }) province: string;
  /** KK of the number */
  @Code(2, { primary: true }) kind: string;
  @PrimaryColumn('int') year: number;
  @Int() lastSequence: number;
}

/** A sequence that was passed over, and why: nothing else may explain a gap (I3). Insert only. */
@Entity('cert_number_gap')
export class CertNumberGap {
  @Code(15, { primary: true }) number: string;
  @Code(40) reason: string;
  @Instant() recordedAt: Date;
}

/** How often the public check was used, without anything about who or whose. */
@Entity('verification_count')
export class VerificationCount {
  @PrimaryColumn('date') day: string;
  /** CODE · NUMBER */
  @Code(8, { primary: true }) channel: string;
  @Code(24, { primary: true }) outcome: string;
  @Int() n: number;
}
