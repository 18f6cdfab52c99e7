import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Int, Json, Ref, Text } from '@app/platform';

/** One exam window: a paper, for the candidates of a province, with the rules in force copied from the paper. */
@Entity('exam_session')
@Index('ix_exam_session_paper', ['paperCode', 'provinceCode', 'closesAt'])
@Index('ix_exam_session_province', ['provinceCode', 'opensAt'])
export class ExamSession {
  @Id() id: string;
  @Ref() paperVersionId: string;
  @Code(40) paperCode: string;
  @Code(6) provinceCode: string;
  @Text(160) title: string;
  @Instant() opensAt: Date;
  @Instant() closesAt: Date;
  @Int() durationMinutes: number;
  @Int({ nullable: true }) lateLimitMinutes: number | null;
  @Int() graceSeconds: number;
  @Int() maxAttempts: number;
  @Int() passPercent: number;
  /** how long after the deadline a device may still bring its journal, as evidence */
  @Int() lateUploadHours: number;
  /** [{path, source}] where each rule value comes from */
  @Json() ruleSources: unknown;
  /** SCHEDULED · CANCELLED; upcoming, open and closed follow from the clock */
  @Code(12) state: string;
  @Ref() createdBy: string;
  @Instant() createdAt: Date;
}

/** Extra time of one candidate in one session. Each grant is a row; the sum counts. */
@Entity('exam_extra_time')
@Index('ix_extra_time_candidate', ['sessionId', 'enrolmentId'])
export class ExamExtraTime {
  @Id() id: string;
  @Ref() sessionId: string;
  @Ref() enrolmentId: string;
  @Int() minutes: number;
  @Text(300) reason: string;
  @Ref() grantedBy: string;
  @Instant() grantedAt: Date;
}

/** A message of the exam office to one candidate or to all of a session; the heartbeat brings it. */
@Entity('exam_message')
@Index('ix_exam_message', ['sessionId', 'sentAt'])
export class ExamMessage {
  @Id() id: string;
  @Ref() sessionId: string;
  @Ref({ nullable: true }) attemptId: string | null;
  @Text(500) body: string;
  @Ref() sentBy: string;
  @Text(100) sentByName: string;
  @Instant() sentAt: Date;
}
