import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Code, DayColumn, Flag, Id, Instant, Int, Json, Ref, Text } from '@app/platform';

const KeyRef = () => PrimaryColumn('char', { length: 36, charset: 'ascii', collation: 'ascii_bin' });

/** That an enrolment is to be looked at again. One row, however many events ask for it. */
@Entity('consideration')
@Index('ix_consideration_queued', ['queued', 'requestedAt'])
export class Consideration {
  @KeyRef() enrolmentId: string;
  @Flag() queued: number;
  /** counts the looks taken: the result of an older one is dropped */
  @Int() run: number;
  @Instant() requestedAt: Date;
}

/** What was decided of an enrolment, each time it changed. Insert only but for `currentOf`. */
@Entity('completion_decision')
@Index('uq_decision_seq', ['enrolmentId', 'seq'], { unique: true })
@Index('uq_decision_current', ['currentOf'], { unique: true })
@Index('ix_decision_eligible', ['provinceCode', 'eligible', 'currentOf'])
@Index('ix_decision_person', ['personId'])
export class CompletionDecision {
  @Id() id: string;
  @Ref() enrolmentId: string;
  @Int() seq: number;
  /** the enrolment's id while this is the latest decision, else null */
  @Ref({ nullable: true }) currentOf: string | null;
  @Ref() personId: string;
  @Code(6) provinceCode: string;
  @Ref() baseInstitutionId: string;
  @Ref() employerInstitutionId: string;
  @Ref() classId: string;
  @Text(120) classTitle: string;
  @Text(120) programmeTitleZh: string;
  @Text(160) programmeTitleEn: string;
  @Code(32) certificateKind: string;
  @Flag() eligible: number;
  /** [{ code, requirementCode, passed, label, found, needed, details, source }] */
  @Json() checks: unknown;
  /** [{ code, params, requirementCode }] */
  @Json() missing: unknown;
  @Code(140) ruleVersion: string;
  @Code(64) decisionHash: string;
  @DayColumn() decidedOn: string;
  @Instant() decidedAt: Date;
}

/** A case that stops the issue while it is open: misconduct, an inquiry. */
@Entity('issue_hold')
@Index('uq_hold_open', ['openOf'], { unique: true })
@Index('ix_hold_enrolment', ['enrolmentId'])
export class IssueHold {
  @Id() id: string;
  @Ref() enrolmentId: string;
  /** the enrolment's id while open, else null: one open case at a time */
  @Ref({ nullable: true }) openOf: string | null;
  @Text(500) reason: string;
  @DayColumn() openedOn: string;
  @Ref() openedBy: string;
  @Text(100) openedByName: string;
  @Instant() openedAt: Date;
  @Ref({ nullable: true }) closedBy: string | null;
  @Text(100, { nullable: true }) closedByName: string | null;
  @Instant({ nullable: true }) closedAt: Date | null;
  @Text(500, { nullable: true }) outcome: string | null;
}

/** What an officer signed for: the order behind a job. */
@Entity('issue_order')
export class IssueOrder {
  /** id of the work job people watch */
  @KeyRef() jobId: string;
  @Ref() signedBy: string;
  @Text(100) signedByName: string;
  @Code(32) signedAs: string;
  @Code(6) regionCode: string;
  @Instant() signedAt: Date;
  @Int() count: number;
  @Instant({ nullable: true }) finishedAt: Date | null;
}

/** One person of an order. */
@Entity('issue_item')
@Index('ix_issue_item_state', ['jobId', 'state'])
export class IssueItem {
  @KeyRef() jobId: string;
  @KeyRef() enrolmentId: string;
  @Text(60) personName: string;
  /** WAITING · ISSUED · ALREADY (had its certificate) · REFUSED · CANCELLED */
  @Code(12) state: string;
  @Ref({ nullable: true }) certificateId: string | null;
  /** [{ code, params }] when refused */
  @Json({ nullable: true }) reasons: unknown;
  @Instant({ nullable: true }) doneAt: Date | null;
}
