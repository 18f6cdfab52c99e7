import { Injectable } from '@nestjs/common';
import { type Handler, type HandlerContext, Handles } from '@app/platform';
import { EnrolmentAdmitted, EnrolmentCompleted, EnrolmentFailed, EnrolmentWithdrawn } from '@app/programmes';
import { FollowEnrolment } from '../use/follow-enrolment';

type News = { enrolmentId: string };

abstract class Follow implements Handler<News> {
  constructor(protected readonly follow: FollowEnrolment) {}
  run({ enrolmentId }: News, { actor }: HandlerContext): Promise<void> {
    return this.follow.run(actor, enrolmentId);
  }
}

@Injectable()
@Handles(EnrolmentAdmitted, 'courses.open-progress')
export class OnAdmitted extends Follow {
  constructor(follow: FollowEnrolment) {
    super(follow);
  }
}

@Injectable()
@Handles(EnrolmentWithdrawn, 'courses.close-progress')
export class OnWithdrawn extends Follow {
  constructor(follow: FollowEnrolment) {
    super(follow);
  }
}

@Injectable()
@Handles(EnrolmentCompleted, 'courses.end-progress')
export class OnCompleted extends Follow {
  constructor(follow: FollowEnrolment) {
    super(follow);
  }
}

@Injectable()
@Handles(EnrolmentFailed, 'courses.fail-progress')
export class OnFailed extends Follow {
  constructor(follow: FollowEnrolment) {
    super(follow);
  }
}

export const followHandlers = [OnAdmitted, OnWithdrawn, OnCompleted, OnFailed];
