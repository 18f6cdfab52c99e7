import { Entity, Index } from 'typeorm';
import { Code, DayColumn, Flag, Id, Instant, Int, Json, Ref, Text } from '@app/platform';
import { restatementEntities } from './restatement.entities';
import { snapshotEntities } from './snapshot.entities';
import { tallyEntities } from './tally.entities';

/**
 * A run of days on which a person counts in the same way, and the time during which that was held true: both time axes
 * of §4.8, half-open. Workforce's own projection, rebuilt from the registry's facts.
 */
@Entity('workforce_membership')
@Index('uq_membership_start', ['personId', 'ruleVersion', 'startOn', 'knownFrom'], { unique: true })
// Both cover their reads: the list in the order of the page, the counts of any day and any knowledge.
@Index('ix_membership_list', [
  'ruleVersion',
  'category',
  'knownTo',
  'regionCode',
  'sortName',
  'personId',
  'startOn',
  'endOn',
  'registered',
  'certified',
])
@Index('ix_membership_day', [
  'ruleVersion',
  'category',
  'regionCode',
  'startOn',
  'endOn',
  'knownFrom',
  'knownTo',
  'registered',
  'certified',
])
export class WorkforceMembership {
  @Id() id: string;
  @Ref() personId: string;
  @Code(20) ruleVersion: string;
  @Code(12) category: string;
  /** county of the main site */
  @Code(6) regionCode: string;
  @DayColumn() startOn: string;
  @DayColumn({ nullable: true }) endOn: string | null;
  @Instant() knownFrom: Date;
  /** null: still held true */
  @Instant({ nullable: true }) knownTo: Date | null;
  /** bases in the rule's order, comma separated */
  @Code(120) bases: string;
  @Flag() registered: number;
  @Flag() certified: number;
  @Int({ nullable: true }) licenceLevel: number | null;
  /** the person's name in pinyin, so that a list needs no join to be in order */
  @Code(120) sortName: string;
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

export const workforceEntities = [
  WorkforceMembership,
  CountingRuleRow,
  ...tallyEntities,
  ...snapshotEntities,
  ...restatementEntities,
];
