import { Entity, Index } from 'typeorm';
import { Code, DayColumn, Flag, Id, Instant, Int, Json, LongText, Ref, Text } from '@app/platform';

/** What a plan, or a call of the province, asks its offices to report. */
@Entity('report_obligation')
@Index('uq_report_obligation', ['sourceCode', 'obligationKey'], { unique: true })
@Index('ix_report_obligation_province', ['provinceCode'])
export class ReportObligation {
  @Id() id: string;
  /** PLAN · CALL */
  @Code(8) source: string;
  /** code of the plan; CALL-<province> for calls */
  @Code(40) sourceCode: string;
  /** REP-X1 …, or the number of the call */
  @Code(36) obligationKey: string;
  @Code(6) provinceCode: string;
  @Code(40) kind: string;
  @Text(200) labelZh: string;
  @Text(200) labelEn: string;
  /** CITY · PROVINCE: who writes it */
  @Code(8) author: string;
  /** goes to the province; a report without recipient is kept, never filed (DEC-31) */
  @Flag() filed: number;
  @Json() sections: unknown;
  @Flag() needsFigures: number;
  @Json() recipients: unknown;
  @Text(300, { nullable: true }) toNoteZh: string | null;
  @Text(300, { nullable: true }) toNoteEn: string | null;
  @Text(60) clause: string;
  @Text(500, { nullable: true }) quote: string | null;
  /** document a call rests on, and why it is made */
  @Text(100, { nullable: true }) documentNo: string | null;
  @Text(1000, { nullable: true }) reason: string | null;
  /** tells a changed plan file from one already read */
  @Code(64) contentHash: string;
  @Ref({ nullable: true }) createdBy: string | null;
  @Instant() createdAt: Date;
}

/** One report due: obligation × year × region, with its life from not started to accepted. */
@Entity('report_duty')
@Index('uq_report_duty', ['obligationId', 'year', 'regionCode'], { unique: true })
@Index('ix_report_duty_region', ['regionCode', 'dueOn'])
@Index('ix_report_duty_clock', ['state', 'dueOn'])
export class ReportDuty {
  @Id() id: string;
  @Ref() obligationId: string;
  @Int() year: number;
  @Code(6) regionCode: string;
  @DayColumn() opensOn: string;
  @DayColumn() dueOn: string;
  @Code(16) state: string;
  /** counts every change of the report: a press on an old page is refused */
  @Int() version: number;
  /** due before it was known here */
  @Flag() retrospective: number;
  @Ref({ nullable: true }) draftedBy: string | null;
  @Text(100, { nullable: true }) draftedByName: string | null;
  @Ref({ nullable: true }) signedBy: string | null;
  @Text(100, { nullable: true }) signedByName: string | null;
  @Instant({ nullable: true }) signedAt: Date | null;
  /** the figures as taken from the snapshot, with what they rest on */
  @Json({ nullable: true }) figures: unknown;
  /** first complete submission: decides whether it was in time, whatever follows */
  @Instant({ nullable: true }) firstCompleteAt: Date | null;
  @Instant({ nullable: true }) returnedAt: Date | null;
  @Text(2000, { nullable: true }) returnOpinion: string | null;
  @DayColumn({ nullable: true }) resubmitDueOn: string | null;
  @Instant({ nullable: true }) acceptedAt: Date | null;
  /** entered from paper after the fact */
  @Flag() recordedAfterwards: number;
  /** the reminder given last: days before the due day, -1 overdue */
  @Int({ nullable: true }) clockMark: number | null;
  /** times the province asked for it, and when last */
  @Int() reminders: number;
  @Instant({ nullable: true }) remindedAt: Date | null;
  @Code(32) ruleVersion: string;
  @Instant() createdAt: Date;
}

/** A section of a report as it stands. */
@Entity('report_section')
@Index('uq_report_section', ['dutyId', 'code'], { unique: true })
export class ReportSection {
  @Id() id: string;
  @Ref() dutyId: string;
  @Code(40) code: string;
  @LongText() text: string;
  @Int() version: number;
  @Ref() updatedBy: string;
  @Text(100) updatedByName: string;
  @Instant() updatedAt: Date;
}

/** What an office reports beside a computed figure, never in its place. */
@Entity('report_value')
@Index('uq_report_value', ['dutyId', 'figureKey'], { unique: true })
export class ReportValue {
  @Id() id: string;
  @Ref() dutyId: string;
  @Code(40) figureKey: string;
  @Code(20) value: string;
  @Text(500) reason: string;
  @Ref() updatedBy: string;
  @Instant() updatedAt: Date;
}

/** A file of a report: the signed and sealed scan, or an attachment. Taken off is kept with its day. */
@Entity('report_file')
@Index('ix_report_file', ['dutyId', 'removedAt'])
export class ReportFile {
  @Id() id: string;
  @Ref() dutyId: string;
  /** SEAL · ATTACHMENT */
  @Code(12) kind: string;
  @Code(64) hash: string;
  @Text(200) name: string;
  @Code(80) mime: string;
  @Int() size: number;
  @Ref() addedBy: string;
  @Instant() addedAt: Date;
  @Instant({ nullable: true }) removedAt: Date | null;
}

/** One hand-in with everything it held. Insert only. */
@Entity('report_submission')
@Index('uq_report_submission', ['dutyId', 'seq'], { unique: true })
export class ReportSubmission {
  @Id() id: string;
  @Ref() dutyId: string;
  @Int() seq: number;
  @Instant() submittedAt: Date;
  @Flag() complete: number;
  /** typed in from paper after the fact */
  @Flag() recordedAfterwards: number;
  @Ref() submittedBy: string;
  @Text(100) submittedByName: string;
  @Text(100, { nullable: true }) signedByName: string | null;
  @Json() content: unknown;
  @Code(64) contentHash: string;
  @Instant() recordedAt: Date;
}

/** A task of a city with yearly sub-goals: a target of the plan, or one the city set itself. */
@Entity('subgoal_task')
@Index('uq_subgoal_task', ['planCode', 'regionCode', 'taskKey'], { unique: true })
export class SubgoalTask {
  @Id() id: string;
  @Code(40) planCode: string;
  @Code(6) regionCode: string;
  /** key of the plan's target, or OWN-<n> */
  @Code(20) taskKey: string;
  @Text(200) label: string;
  @Text(30) unit: string;
  @Text(100) updatedByName: string;
  @Instant() updatedAt: Date;
  @Instant() createdAt: Date;
}

/** What a city wants to reach in a year, and what it reached where the system cannot count it. */
@Entity('subgoal_value')
@Index('uq_subgoal_value', ['taskId', 'year'], { unique: true })
export class SubgoalValue {
  @Id() id: string;
  @Ref() taskId: string;
  @Int() year: number;
  @Code(20, { nullable: true }) goal: string | null;
  @Code(20, { nullable: true }) result: string | null;
  @Text(300, { nullable: true }) resultNote: string | null;
}

/** How reports run: reminders, resubmission, sections of evaluations, by version with source. */
@Entity('report_rule')
export class ReportRuleRow {
  @Code(32, { primary: true }) version: string;
  @DayColumn() effectiveFrom: string;
  @Json() content: unknown;
  @Instant() loadedAt: Date;
}

export const reportEntities = [
  ReportObligation,
  ReportDuty,
  ReportSection,
  ReportValue,
  ReportFile,
  ReportSubmission,
  SubgoalTask,
  SubgoalValue,
  ReportRuleRow,
];
