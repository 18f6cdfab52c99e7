import { Entity, Index } from 'typeorm';
import { Code, DayColumn, Decimal, Flag, Id, Instant, Int, Json, Ref, Text } from '@app/platform';

/** A course by its code; its content lies in versions. */
@Entity('course')
@Index('uq_course_code', ['code'], { unique: true })
export class Course {
  @Id() id: string;
  @Code(60) code: string;
  /** the version that new learners get */
  @Ref({ nullable: true }) currentVersionId: string | null;
  @Instant() createdAt: Date;
}

/** One published content of a course. Never changed: other content is another version. */
@Entity('course_version')
@Index('uq_course_version', ['courseId', 'version'], { unique: true })
export class CourseVersion {
  @Id() id: string;
  @Ref() courseId: string;
  @Int() version: number;
  /** PUBLISHED (drafts come with authoring) */
  @Code(12) status: string;
  @Text(160) titleZh: string;
  @Text(200) titleEn: string;
  /** { zh, en } */
  @Json() summary: unknown;
  /** class hours (学时) of `hourMinutes` minutes */
  @Decimal(6, 1) hours: string;
  @Int() hourMinutes: number;
  /** IN_ORDER · FREE */
  @Code(12) sequence: string;
  /** where each figure comes from: [{ path, source, editable }] */
  @Json() sources: unknown;
  @Text(500) source: string;
  @Code(64) contentHash: string;
  @Instant() publishedAt: Date;
}

/** A lesson of a version, with its file and the rule that says when it is done. */
@Entity('lesson')
@Index('uq_lesson_order', ['courseVersionId', 'orderNo'], { unique: true })
export class Lesson {
  @Id() id: string;
  @Ref() courseVersionId: string;
  @Int() orderNo: number;
  @Code(20) code: string;
  /** TEXT · PDF · VIDEO */
  @Code(8) kind: string;
  @Text(160) titleZh: string;
  @Text(200) titleEn: string;
  @Int() expectedMinutes: number;
  /** length of a video in ms */
  @Int({ nullable: true }) durationMs: number | null;
  /** pages of a document */
  @Int({ nullable: true }) pages: number | null;
  @Code(64) fileHash: string;
  @Text(200) fileName: string;
  @Code(100) fileMime: string;
  @Int() fileBytes: number;
  /** video: { width, height, silent, poster: {hash, mime}, captions: [{ language, label, hash }] } */
  @Json() media: unknown;
  /** { rule, … } */
  @Json() completion: unknown;
}

/** How watched time is counted, by version, with sources. */
@Entity('course_rule')
export class CourseRule {
  @Code(32, { primary: true }) version: string;
  @DayColumn() effectiveFrom: string;
  @Json() content: unknown;
  @Instant() loadedAt: Date;
}

/** A course an enrolment demands. Made by the admission; the version is fixed at the first opening. */
@Entity('course_progress')
@Index('uq_course_progress', ['enrolmentId', 'courseCode'], { unique: true })
@Index('ix_course_progress_class', ['classId', 'courseCode'])
@Index('ix_course_progress_person', ['personId'])
export class CourseProgress {
  @Id() id: string;
  @Ref() enrolmentId: string;
  @Code(60) courseCode: string;
  @Ref({ nullable: true }) courseVersionId: string | null;
  @Ref() personId: string;
  @Ref() classId: string;
  @Ref() baseInstitutionId: string;
  /** ASSIGNED · STARTED · COMPLETED */
  @Code(12) state: string;
  /** 1 while the enrolment is admitted or active */
  @Flag({ default: 1 }) open: number;
  @Instant() createdAt: Date;
  @Instant({ nullable: true }) startedAt: Date | null;
  @Instant({ nullable: true }) lastActiveAt: Date | null;
  @Instant({ nullable: true }) completedAt: Date | null;
}

/** What is counted of a lesson. `seen` is the union of the journal's credited stretches. */
@Entity('lesson_progress')
@Index('uq_lesson_progress', ['progressId', 'lessonId'], { unique: true })
export class LessonProgress {
  @Id() id: string;
  @Ref() progressId: string;
  @Ref() lessonId: string;
  /** [[fromMs, toMs], …] sorted, disjoint */
  @Json() seen: unknown;
  /** ms covered by `seen` */
  @Int({ default: 0 }) creditedMs: number;
  @Int({ default: 0 }) furthestMs: number;
  @Int({ default: 0 }) readMs: number;
  @Json() pagesSeen: unknown;
  @Flag({ default: 0 }) reachedEnd: number;
  /** where to go on: ms of a video, page of a document, thousandths of a text */
  @Int({ default: 0 }) resumePoint: number;
  @Int({ default: 0 }) percent: number;
  /** heartbeats that claimed more than can have happened (§2.4.2) */
  @Int({ default: 0 }) suspectCount: number;
  @Instant() startedAt: Date;
  @Instant() updatedAt: Date;
  @Instant({ nullable: true }) completedAt: Date | null;
}

/** The one open player of a person. Opening another overwrites it: the row is the lock of all counting of that person. */
@Entity('learner_player')
export class LearnerPlayer {
  @Code(36, { primary: true }) personId: string;
  @Ref() sessionId: string;
  @Ref() progressId: string;
  @Ref() lessonId: string;
  @Code(32) ruleVersion: string;
  @Instant() openedAt: Date;
  @Instant() lastBeatAt: Date;
  @Int({ default: 0 }) lastSeq: number;
  /** wall time the last heartbeat left over, in ms */
  @Int({ default: 0 }) carryMs: number;
}

/** Each opening of a player. Insert only. */
@Entity('player_session')
@Index('ix_player_session_progress', ['progressId', 'lessonId'])
export class PlayerSession {
  @Id() id: string;
  @Ref() personId: string;
  @Ref() accountId: string;
  @Ref() progressId: string;
  @Ref() lessonId: string;
  @Code(32) ruleVersion: string;
  /** the session this one ended */
  @Ref({ nullable: true }) replacedSessionId: string | null;
  @Instant() openedAt: Date;
}

/** Journal of played stretches as judged: `[fromMs, fromMs + creditedMs)` was credited. Insert only. */
@Entity('watch_interval')
@Index('uq_watch_interval', ['sessionId', 'seq', 'ordinal'], { unique: true })
@Index('ix_watch_interval_lesson', ['progressId', 'lessonId', 'at'])
export class WatchInterval {
  @Id() id: string;
  @Ref() progressId: string;
  @Ref() lessonId: string;
  @Ref() sessionId: string;
  @Int() seq: number;
  @Int() ordinal: number;
  @Int() fromMs: number;
  @Int() toMs: number;
  @Int() rateMilli: number;
  @Int() creditedMs: number;
  /** CREDITED · PARTIAL · NO_TIME · TOO_FAST · SKIPPED · EMPTY */
  @Code(10) verdict: string;
  @Instant() at: Date;
}

/** Journal of reading heartbeats as judged. Insert only. */
@Entity('reading_entry')
@Index('uq_reading_entry', ['sessionId', 'seq'], { unique: true })
@Index('ix_reading_entry_lesson', ['progressId', 'lessonId', 'at'])
export class ReadingEntry {
  @Id() id: string;
  @Ref() progressId: string;
  @Ref() lessonId: string;
  @Ref() sessionId: string;
  @Int() seq: number;
  @Int() activeMs: number;
  @Int() creditedMs: number;
  /** pages newly seen */
  @Json() pages: unknown;
  @Flag() reachedEnd: number;
  @Instant() at: Date;
}

export const coursesEntities = [
  Course,
  CourseVersion,
  Lesson,
  CourseRule,
  CourseProgress,
  LessonProgress,
  LearnerPlayer,
  PlayerSession,
  WatchInterval,
  ReadingEntry,
];
