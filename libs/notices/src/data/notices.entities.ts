import { Entity, Index } from 'typeorm';
import { Code, DayColumn, Id, Instant, Int, Json, Ref, Text } from '@app/platform';

/** Work that is, was or will be somebody's. Follows from the facts of its subject; never decides anything itself. */
@Entity('task')
@Index('uq_task_turn', ['subjectId', 'code', 'slot', 'occasion'], { unique: true })
@Index('ix_task_addressee', ['addressee', 'closedAt', 'dueOn'])
@Index('ix_task_closed_by', ['closedBy', 'closedAt'])
@Index('ix_task_started_by', ['startedBy', 'closedAt'])
@Index('ix_task_window_key', ['windowKey', 'closedAt'])
@Index('ix_task_window', ['windowId', 'closedAt'])
@Index('ix_task_due', ['closedAt', 'dueOn'])
@Index('ix_task_ends', ['closedAt', 'endsAt'])
export class Task {
  @Id() id: string;
  @Code(32) code: string;
  /** enrolment · base · grant · certificate · end-request · work-job · report · platform */
  @Code(16) subjectType: string;
  @Ref() subjectId: string;
  @Code(60) slot: string;
  @Code(40) occasion: string;
  /** `BASE_ADMIN:o:<institution>`, `PROVINCE_OFFICER:r:210000`, `TRAINEE:a:<account>`, `SYSTEM_ADMIN` */
  @Code(90) addressee: string;
  @Code(32, { nullable: true }) role: string | null;
  @Ref({ nullable: true }) organisationId: string | null;
  @Code(6, { nullable: true }) regionCode: string | null;
  @Ref({ nullable: true }) accountId: string | null;
  /** accounts that must not do it */
  @Json({ nullable: true }) exceptAccounts: unknown;
  /** whose act set the matter going */
  @Ref({ nullable: true }) startedBy: string | null;
  /** for the sentence: names of things and the display name of a person, nothing else personal */
  @Json() params: unknown;
  @Text(200) link: string;
  /** last day to do it */
  @DayColumn({ nullable: true }) dueOn: string | null;
  /** from when it is shown; null while it waits */
  @Instant({ nullable: true }) opensAt: Date | null;
  /** until when it can be done */
  @Instant({ nullable: true }) endsAt: Date | null;
  /** COURSES · EXAM_WINDOW */
  @Code(12, { nullable: true }) waitsFor: string | null;
  @Code(60, { nullable: true }) windowKey: string | null;
  @Ref({ nullable: true }) windowId: string | null;
  @Instant({ nullable: true }) overdueAt: Date | null;
  @Instant() createdAt: Date;
  @Instant({ nullable: true }) closedAt: Date | null;
  /** null with `closedAt`: the system */
  @Ref({ nullable: true }) closedBy: string | null;
  /** OBSOLETE may wake again; every other outcome is final */
  @Code(16, { nullable: true }) outcome: string | null;
}

/** One message to one account. Told once per fact. */
@Entity('notification')
@Index('uq_notification_fact', ['accountId', 'code', 'fact'], { unique: true })
@Index('ix_notification_account', ['accountId', 'readAt', 'createdAt'])
@Index('ix_notification_fact', ['code', 'fact'])
export class Notification {
  @Id() id: string;
  @Ref() accountId: string;
  @Code(32) code: string;
  @Code(90) fact: string;
  @Json() params: unknown;
  @Text(200) link: string;
  @Instant() createdAt: Date;
  @Instant({ nullable: true }) readAt: Date | null;
}

/** Counts the looks taken at a subject: what an older look found is dropped, and looked for again. */
@Entity('task_subject')
export class TaskSubject {
  @Code(80, { primary: true }) subjectKey: string;
  @Int() version: number;
}

/** How long to-dos may wait, by version, with the source of each term. */
@Entity('task_terms')
export class TaskTermsVersion {
  @Code(32, { primary: true }) version: string;
  @DayColumn() effectiveFrom: string;
  @Json() content: unknown;
  @Instant() loadedAt: Date;
}

export const noticesEntities = [Task, Notification, TaskSubject, TaskTermsVersion];
