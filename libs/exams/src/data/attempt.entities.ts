import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Code, Flag, Id, Instant, Int, Json, LongText, Ref, Text } from '@app/platform';

/** One sitting of one candidate. */
@Entity('exam_attempt')
@Index('uq_attempt_number', ['enrolmentId', 'sessionId', 'number'], { unique: true })
@Index('uq_attempt_ordinal', ['enrolmentId', 'paperCode', 'ordinal'], { unique: true })
@Index('uq_attempt_open', ['enrolmentId', 'sessionId', 'openSlot'], { unique: true })
@Index('ix_attempt_due', ['state', 'closesAt'])
@Index('ix_attempt_session', ['sessionId', 'startedAt'])
@Index('ix_attempt_person', ['personId', 'startedAt'])
export class ExamAttempt {
  @Id() id: string;
  @Ref() sessionId: string;
  @Ref() enrolmentId: string;
  @Ref() personId: string;
  @Code(40) paperCode: string;
  @Ref() paperVersionId: string;
  /** within the session, from 1 */
  @Int() number: number;
  /** within all sessions of the paper, from 1: the programme's limit rests on it */
  @Int() ordinal: number;
  @Code(12) state: string;
  /** 1 while STARTED, else null: one open attempt per enrolment and session */
  @Int({ nullable: true }) openSlot: number | null;
  /** makes the order of items and options */
  @Code(32) seed: string;
  /** the device that may write; older ones are taken over */
  @Int() epoch: number;
  @Instant() startedAt: Date;
  @Instant() deadline: Date;
  @Int() graceSeconds: number;
  /** deadline + grace: the server closes the attempt then */
  @Instant() closesAt: Date;
  /** until then a device may still bring its journal, as evidence */
  @Instant() uploadUntil: Date;
  @Int() extraMinutes: number;
  @Instant({ nullable: true }) submittedAt: Date | null;
}

/** One device's turn at an attempt, and how far its journal is stored without a gap. */
@Entity('attempt_epoch')
export class AttemptEpoch {
  @Id() attemptId: string;
  @PrimaryColumn('int') epoch: number;
  /** random name the device gave itself: a reload continues, another device opens a new epoch */
  @Code(40) device: string;
  @Text(300, { nullable: true }) userAgent: string | null;
  @Instant() openedAt: Date;
  @Int({ default: 0 }) ackSeq: number;
  @Int({ default: 0 }) maxSeq: number;
  /** ops stored and not counted (late, or from a device that was taken over) */
  @Int({ default: 0 }) uncounted: number;
  @Instant() lastSeenAt: Date;
}

/** The journal: every change of every answer. Insert only; the sheet at any instant can be rebuilt from it. */
@Entity('answer_event')
export class AnswerEvent {
  @Id() attemptId: string;
  @PrimaryColumn('int') epoch: number;
  @PrimaryColumn('int') seq: number;
  @Code(40) questionId: string;
  /** the item's own letters */
  @Code(20) value: string;
  @Int() atMonoMs: number;
  @Instant() receivedAt: Date;
  /** COUNTED · LATE · EVIDENCE */
  @Code(8) flag: string;
}

/** The newest counted answer per question. */
@Entity('answer_current')
export class AnswerCurrent {
  @Id() attemptId: string;
  @Code(40, { primary: true }) questionId: string;
  @Code(20) value: string;
  @Int() epoch: number;
  @Int() seq: number;
}

/** The hand-in, once per attempt: what the receipt says. */
@Entity('exam_submission')
export class ExamSubmission {
  @Id() attemptId: string;
  /** CANDIDATE · SYSTEM (time was over) */
  @Code(12) handedInBy: string;
  @Instant() submittedAt: Date;
  @Int() epoch: number;
  @Int() expectedSeq: number;
  @Int() ackSeq: number;
  /** the candidate handed in although some changes had not arrived */
  @Flag({ default: 0 }) incomplete: number;
  @Code(64) answersHash: string;
  @Int() answeredCount: number;
  @Code(64) mac: string;
}

/** The mark, once per attempt and paper version. */
@Entity('exam_result')
@Index('uq_exam_result', ['attemptId', 'paperVersionId'], { unique: true })
export class ExamResult {
  @Id() id: string;
  @Ref() attemptId: string;
  @Ref() paperVersionId: string;
  @Code(20) score: string;
  @Code(20) maxScore: string;
  @Code(20) percent: string;
  @Int() passPercent: number;
  @Flag() passed: number;
  /** [{id, points}] */
  @LongText() items: string;
  /** [{code, score, max}] */
  @Json() areas: unknown;
  @Code(64) keyHash: string;
  @Code(64) answersHash: string;
  @Code(64) mac: string;
  @Instant() gradedAt: Date;
}

/** What happened at the candidate's side: page left, offline, copied. Shown to people; never decides by itself. */
@Entity('attempt_signal')
@Index('ix_attempt_signal', ['attemptId', 'at'])
export class AttemptSignal {
  @Id() id: string;
  @Ref() attemptId: string;
  @Int() epoch: number;
  /** HIDDEN · SHOWN · OFFLINE · ONLINE · RELOADED · COPIED · EVIDENCE_UPLOADED */
  @Code(20) kind: string;
  @Instant() at: Date;
  /** length in seconds where the kind has one */
  @Int({ nullable: true }) seconds: number | null;
}
