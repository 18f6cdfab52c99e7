import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Code, DayColumn, Id, Instant, Int, Json, Ref, Text } from '@app/platform';

/** How indicators are measured, by version: content/rules/indicators-*.json. */
@Entity('indicator_rule')
export class IndicatorRuleRow {
  @Code(32, { primary: true }) version: string;
  @DayColumn() effectiveFrom: string;
  @Json() content: unknown;
  @Instant() loadedAt: Date;
}

/** 「原则上」: an approved exception of one region from one target, with its reason. Ended, never deleted. */
@Entity('indicator_exemption')
@Index('uq_exemption_open', ['openKey'], { unique: true })
@Index('ix_exemption_target', ['planCode', 'targetKey', 'regionCode'])
export class IndicatorExemption {
  @Id() id: string;
  @Code(40) planCode: string;
  @Code(20) targetKey: string;
  @Code(6) regionCode: string;
  @Text(500) reason: string;
  @Text(100, { nullable: true }) documentNo: string | null;
  @DayColumn() decidedOn: string;
  @DayColumn({ nullable: true }) endedOn: string | null;
  @Text(500, { nullable: true }) endReason: string | null;
  /** plan, target and region while in force, else null: one exception at a time */
  @Code(70, { nullable: true }) openKey: string | null;
  @Text(100) decidedBy: string;
  @Instant() recordedAt: Date;
}

/** What a reviewer says of a figure the plan leaves open (「左右」, DEC-2). Each a new row; the last one holds. */
@Entity('indicator_verdict')
@Index('ix_verdict_target', ['planCode', 'targetKey', 'recordedAt'])
export class IndicatorVerdict {
  @Id() id: string;
  @Code(40) planCode: string;
  @Code(20) targetKey: string;
  /** MET · NOT_MET */
  @Code(16) status: string;
  /** what was judged */
  @Int() count: number;
  @DayColumn() asOf: string;
  @Text(500) reason: string;
  @Text(100) decidedBy: string;
  @Instant() recordedAt: Date;
}

/** Things a plan wants a number of that live in no register: issued pathways, each disease once (IND-X7). */
@Entity('plan_evidence')
@Index('uq_evidence_open', ['openKey'], { unique: true })
@Index('ix_evidence_target', ['planCode', 'targetKey'])
export class PlanEvidence {
  @Id() id: string;
  @Code(40) planCode: string;
  @Code(20) targetKey: string;
  @Text(120) subject: string;
  @Text(100) documentNo: string;
  @DayColumn() issuedOn: string;
  @DayColumn({ nullable: true }) withdrawnOn: string | null;
  @Text(500, { nullable: true }) withdrawReason: string | null;
  /** hash of plan, target and subject while it holds, else null */
  @Code(64, { nullable: true }) openKey: string | null;
  @Text(100) recordedBy: string;
  @Instant() recordedAt: Date;
}

/** Every imported text of a plan: a plan is changed by importing it again, never edited. */
@Entity('policy_plan_version')
export class PolicyPlanVersion {
  @Code(40, { primary: true }) planCode: string;
  @PrimaryColumn('int') version: number;
  @Code(64) contentHash: string;
  @Json() content: unknown;
  @Text(500) reason: string;
  @Ref({ nullable: true }) accountId: string | null;
  @Text(100) importedBy: string;
  @Instant() importedAt: Date;
}

/** A what-if of training places, kept with its inputs and its answer of that day. */
@Entity('needs_scenario')
@Index('ix_scenario_region', ['regionCode', 'category', 'savedAt'])
export class NeedsScenario {
  @Id() id: string;
  @Code(6) regionCode: string;
  @Code(12) category: string;
  @Text(80) name: string;
  @Json() query: unknown;
  @Json() outcome: unknown;
  @Ref() accountId: string;
  @Text(100) savedBy: string;
  @Instant() savedAt: Date;
  @Instant({ nullable: true }) removedAt: Date | null;
}

/** A snapshot a province shows to the public. Withdrawn with a reason, never deleted; the newest one standing is shown. */
@Entity('figure_publication')
@Index('uq_publication_snapshot', ['openSnapshotId'], { unique: true })
@Index('ix_publication_province', ['provinceCode', 'publishedAt'])
export class FigurePublication {
  @Id() id: string;
  @Code(6) provinceCode: string;
  @Ref() snapshotId: string;
  /** the snapshot while it is shown, else null: shown once at a time */
  @Ref({ nullable: true }) openSnapshotId: string | null;
  @Code(32) ruleVersion: string;
  /** counts below are hidden: as it was on the day of publication */
  @Int() suppressBelow: number;
  @Text(500) reason: string;
  @Ref() publishedBy: string;
  @Text(100) publishedByName: string;
  @Instant() publishedAt: Date;
  @Instant({ nullable: true }) withdrawnAt: Date | null;
  @Text(500, { nullable: true }) withdrawReason: string | null;
}

export const indicatorEntities = [
  FigurePublication,
  IndicatorRuleRow,
  IndicatorExemption,
  IndicatorVerdict,
  PlanEvidence,
  PolicyPlanVersion,
  NeedsScenario,
];
