import { Entity, Index } from 'typeorm';
import { Code, DayColumn, Flag, Id, Instant, Int, Json, Ref, Text } from '@app/platform';
import { snapshotEntities } from './snapshot.entities';

/** A run of days on which a person counts in the same way: workforce's own projection, rebuilt from the registry's facts. */
@Entity('workforce_membership')
@Index('uq_membership_start', ['personId', 'ruleVersion', 'startOn'], { unique: true })
@Index('ix_membership_count', ['ruleVersion', 'category', 'startOn', 'endOn', 'regionCode'])
@Index('ix_membership_region', ['regionCode', 'ruleVersion', 'category'])
export class WorkforceMembership {
  @Id() id: string;
  @Ref() personId: string;
  @Code(20) ruleVersion: string;
  @Code(12) category: string;
  /** county of the main site */
  @Code(6) regionCode: string;
  @DayColumn() startOn: string;
  @DayColumn({ nullable: true }) endOn: string | null;
  /** bases in the rule's order, comma separated */
  @Code(120) bases: string;
  @Flag() registered: number;
  @Flag() certified: number;
  @Int({ nullable: true }) licenceLevel: number | null;
  @Instant() computedAt: Date;
}

/** Who counts (§4.1), as data: shown beside every figure; a change is a new version. */
@Entity('counting_rule')
export class CountingRuleRow {
  @Code(20, { primary: true }) version: string;
  @DayColumn() effectiveFrom: string;
  @Text(200) nameZh: string;
  @Text(200) nameEn: string;
  @Text(1000) summaryZh: string;
  @Text(1000) summaryEn: string;
  @Text(500) source: string;
  /** shape CountingRule of the domain */
  @Json() definition: unknown;
  @Instant() createdAt: Date;
}

export const workforceEntities = [WorkforceMembership, CountingRuleRow, ...snapshotEntities];
