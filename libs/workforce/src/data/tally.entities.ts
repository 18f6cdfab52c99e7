import { Entity, Index } from 'typeorm';
import { Code, DayColumn, Id, Instant, Int, Json } from '@app/platform';

/** Heads of one county now. Parents are sums of these. */
@Entity('workforce_tally')
export class WorkforceTally {
  @Code(20, { primary: true }) ruleVersion: string;
  @Code(12, { primary: true }) category: string;
  @Code(6, { primary: true }) regionCode: string;
  @Int() registered: number;
  @Int() certified: number;
  /** distinct people by any basis: the column UNION */
  @Int() heads: number;
  /** the day it is true for; an older one is not believed */
  @DayColumn() asOf: string;
  @Instant() changedAt: Date;
}

/** A county whose tally no longer fits: written with the people's rows, taken away with the new tally. */
@Entity('workforce_tally_mark')
export class WorkforceTallyMark {
  @Code(20, { primary: true }) ruleVersion: string;
  @Code(12, { primary: true }) category: string;
  @Code(6, { primary: true }) regionCode: string;
  @Instant() markedAt: Date;
}

/** Up to which day every county of a rule was folded. No row: the tallies are not complete and are not read. */
@Entity('workforce_tally_roll')
export class WorkforceTallyRoll {
  @Code(20, { primary: true }) ruleVersion: string;
  @DayColumn() asOf: string;
  @Instant() rolledAt: Date;
}

/** Tallies made anew by the nightly check, to be compared with those in use. */
@Entity('workforce_tally_shadow')
export class WorkforceTallyShadow {
  @Code(20, { primary: true }) ruleVersion: string;
  @Code(12, { primary: true }) category: string;
  @Code(6, { primary: true }) regionCode: string;
  @Int() registered: number;
  @Int() certified: number;
  @Int() heads: number;
}

/** One nightly comparison of the projection with the facts, and of the tallies with the projection. */
@Entity('workforce_check')
@Index('uq_check_day', ['day', 'ruleVersion'], { unique: true })
export class WorkforceCheck {
  @Id() id: string;
  @Code(20) ruleVersion: string;
  /** RUNNING · SAME · DIFFERENT */
  @Code(12) state: string;
  @Instant() startedAt: Date;
  @Instant({ nullable: true }) finishedAt: Date | null;
  /** the Beijing day it was made for, once a day */
  @DayColumn() day: string;
  @Int({ default: 0 }) persons: number;
  @Int({ default: 0 }) counties: number;
  @Int({ default: 0 }) differences: number;
  /** ids of people and codes of counties that differ, at most 50 */
  @Json({ nullable: true }) sample: unknown;
}

export const tallyEntities = [
  WorkforceTally,
  WorkforceTallyMark,
  WorkforceTallyRoll,
  WorkforceTallyShadow,
  WorkforceCheck,
];
