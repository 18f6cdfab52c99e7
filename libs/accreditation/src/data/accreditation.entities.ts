import { Entity, Index } from 'typeorm';
import { Code, DayColumn, Flag, Id, Instant, Int, Json, LongText, Ref, Text } from '@app/platform';

/** That an institution may train in one training type, for a time, up to a number of people a year. */
@Entity('base_accreditation')
@Index('uq_base_accreditation_plaque', ['plaqueNumber'], { unique: true })
@Index('uq_base_accreditation_live', ['institutionId', 'trainingType', 'live'], { unique: true })
@Index('ix_base_accreditation_state', ['state', 'endOn'])
export class BaseAccreditation {
  @Id() id: string;
  @Ref() institutionId: string;
  @Code(32) trainingType: string;
  @Code(40) designationKind: string;
  /** subspecialty codes */
  @Json() specialties: string[];
  @Int() capacityPerYear: number;
  @Text(60) plaqueNumber: string;
  @DayColumn() validFrom: string;
  /** first day no longer valid */
  @DayColumn() endOn: string;
  @Code(16) state: string;
  @DayColumn() stateSince: string;
  /** 1 while the record is live, else null: the unique key allows one live record per institution and type */
  @Flag({ nullable: true }) live: number | null;
  @Text(200) decisionNumber: string;
  @LongText() decisionText: string;
  @Text(1000, { nullable: true }) opinion: string | null;
  /** [{ hash, name, mime, size }] */
  @Json() evidence: unknown;
  @Code(32) ruleVersion: string;
  @Ref() grantedBy: string;
  @Instant() createdAt: Date;
}

/** Rules for accrediting bases, by version, with their source (DEC-15 and others). */
@Entity('base_rule')
export class BaseRuleVersion {
  @Code(32, { primary: true }) version: string;
  @DayColumn() effectiveFrom: string;
  @Json() content: unknown;
  @Instant() loadedAt: Date;
}

/** Last plaque number given out per province and year. */
@Entity('plaque_sequence')
export class PlaqueSequence {
  @Code(12, { primary: true }) series: string;
  @Int() last: number;
}

export const accreditationEntities = [BaseAccreditation, BaseRuleVersion, PlaqueSequence];
