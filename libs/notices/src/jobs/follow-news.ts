import { Injectable, type Type } from '@nestjs/common';
import { BaseStatusChanged } from '@app/accreditation';
import { CourseCompleted, CourseStarted } from '@app/courses';
import * as credentials from '@app/credentials';
import { AttemptGraded, AttemptStarted, AttemptVoided, ExamCancelled, ExamScheduled } from '@app/exams';
import { GrantDecided, GrantEnded, GrantProposed, PasswordLinkStarted } from '@app/identity';
import { type EventRef, type Handler, type HandlerContext, Handles } from '@app/platform';
import { ReportChanged } from '@app/plans';
import * as programmes from '@app/programmes';
import { CorrectionChanged } from '@app/registry';
import { EVENT_RULES } from '../domain/task-rules';
import { ExamWindows } from '../use/exam-windows';
import { TaskKeeper } from '../use/task-keeper';
import { ClassNews, PasswordNews } from '../use/single-news';

/** A handler for news whose rule says which subject to look at. */
function looking<P extends object>(event: EventRef<P>): Type<Handler<P>> {
  const rule = EVENT_RULES[event.name];
  if (!rule || !('look' in rule)) throw new Error(`No subject to look at for ${event.name}`);
  @Injectable()
  @Handles(event, `notices.${event.name}`)
  class FollowNews implements Handler<P> {
    constructor(private readonly keeper: TaskKeeper) {}
    run(payload: P, { actor }: HandlerContext): Promise<void> {
      const p = payload as Record<string, string>;
      const look = rule as Extract<typeof rule, { look: unknown }>;
      return this.keeper.look(actor, { type: look.look, id: p[look.id]!, hint: look.says });
    }
  }
  return FollowNews as Type<Handler<P>>;
}

@Injectable()
@Handles(ExamScheduled, 'notices.exams.exam-scheduled')
export class FollowExamScheduled implements Handler<{ sessionId: string }> {
  constructor(private readonly windows: ExamWindows) {}
  run({ sessionId }: { sessionId: string }, { actor }: HandlerContext): Promise<void> {
    return this.windows.follow(actor, sessionId);
  }
}

@Injectable()
@Handles(ExamCancelled, 'notices.exams.exam-cancelled')
export class FollowExamCancelled implements Handler<{ sessionId: string }> {
  constructor(private readonly windows: ExamWindows) {}
  run({ sessionId }: { sessionId: string }, { actor }: HandlerContext): Promise<void> {
    return this.windows.follow(actor, sessionId);
  }
}

@Injectable()
@Handles(programmes.ClassOpened, 'notices.programmes.class-opened')
export class FollowClassOpened implements Handler<{ classId: string }> {
  constructor(private readonly news: ClassNews) {}
  run({ classId }: { classId: string }, { actor }: HandlerContext): Promise<void> {
    return this.news.opened(actor, classId);
  }
}

@Injectable()
@Handles(PasswordLinkStarted, 'notices.identity.password-link-started')
export class FollowPasswordLink implements Handler<{ accountId: string }> {
  constructor(private readonly news: PasswordNews) {}
  run({ accountId }: { accountId: string }, { actor, outboxId }: HandlerContext): Promise<void> {
    return this.news.linkStarted(actor, accountId, outboxId);
  }
}

export const newsHandlers: Type[] = [
  looking(programmes.EnrolmentApplied),
  looking(programmes.EnrolmentConfirmed),
  looking(programmes.EnrolmentReturned),
  looking(programmes.EnrolmentWaitlisted),
  looking(programmes.EnrolmentAdmitted),
  looking(programmes.EnrolmentRefused),
  looking(programmes.EnrolmentStarted),
  looking(programmes.EnrolmentWithdrawn),
  looking(programmes.EnrolmentCompleted),
  looking(programmes.EnrolmentFailed),
  looking(programmes.AttestationRecorded),
  looking(CourseStarted),
  looking(CourseCompleted),
  looking(AttemptStarted),
  looking(AttemptGraded),
  looking(AttemptVoided),
  looking(credentials.CompletionDecided),
  looking(credentials.CertificateIssued),
  looking(credentials.CertificateRendered),
  looking(credentials.CertificateRevoked),
  looking(credentials.CertificateCancelled),
  looking(credentials.CertificateEndRequested),
  looking(credentials.CertificateEndDecided),
  looking(BaseStatusChanged),
  looking(GrantProposed),
  looking(GrantDecided),
  looking(GrantEnded),
  looking(CorrectionChanged),
  looking(ReportChanged),
  FollowExamScheduled,
  FollowExamCancelled,
  FollowClassOpened,
  FollowPasswordLink,
];
