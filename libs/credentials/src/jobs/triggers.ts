import { Injectable } from '@nestjs/common';
import { CourseCompleted } from '@app/courses';
import { AttemptGraded, AttemptVoided } from '@app/exams';
import { type Handler, type HandlerContext, Handles } from '@app/platform';
import {
  AttestationRecorded,
  EnrolmentAdmitted,
  EnrolmentFailed,
  EnrolmentStarted,
  EnrolmentWithdrawn,
  Programmes,
} from '@app/programmes';
import { PeopleChanged, PersonChanged } from '@app/registry';
import { RequestConsideration } from '../use/request-consideration';

type Enrolment = { enrolmentId: string };

/** News that may change whether somebody can be certified. All of them order the same look, once. */
abstract class Trigger implements Handler<Enrolment> {
  constructor(protected readonly request: RequestConsideration) {}

  run(payload: Enrolment, { actor }: HandlerContext): Promise<void> {
    return this.request.run(actor, [payload.enrolmentId]);
  }
}

@Injectable()
@Handles(EnrolmentAdmitted, 'credentials.on-admitted')
export class OnAdmitted extends Trigger {
  constructor(request: RequestConsideration) {
    super(request);
  }
}

@Injectable()
@Handles(EnrolmentStarted, 'credentials.on-started')
export class OnStarted extends Trigger {
  constructor(request: RequestConsideration) {
    super(request);
  }
}

@Injectable()
@Handles(EnrolmentWithdrawn, 'credentials.on-withdrawn')
export class OnWithdrawn extends Trigger {
  constructor(request: RequestConsideration) {
    super(request);
  }
}

@Injectable()
@Handles(EnrolmentFailed, 'credentials.on-failed')
export class OnFailed extends Trigger {
  constructor(request: RequestConsideration) {
    super(request);
  }
}

@Injectable()
@Handles(AttestationRecorded, 'credentials.on-attested')
export class OnAttested extends Trigger {
  constructor(request: RequestConsideration) {
    super(request);
  }
}

@Injectable()
@Handles(CourseCompleted, 'credentials.on-course-completed')
export class OnCourseCompleted extends Trigger {
  constructor(request: RequestConsideration) {
    super(request);
  }
}

@Injectable()
@Handles(AttemptGraded, 'credentials.on-attempt-graded')
export class OnAttemptGraded extends Trigger {
  constructor(request: RequestConsideration) {
    super(request);
  }
}

@Injectable()
@Handles(AttemptVoided, 'credentials.on-attempt-voided')
export class OnAttemptVoided extends Trigger {
  constructor(request: RequestConsideration) {
    super(request);
  }
}

/** A licence, a merge, a death: looked at only while the person is in training. */
@Injectable()
@Handles(PersonChanged, 'credentials.on-person-changed')
export class OnPersonChanged implements Handler<{ personId: string }> {
  constructor(
    private readonly request: RequestConsideration,
    private readonly programmes: Programmes,
  ) {}

  async run({ personId }: { personId: string }, { actor }: HandlerContext): Promise<void> {
    const active = await this.programmes.activeEnrolmentsOf(personId);
    await this.request.run(
      actor,
      active.map((e) => e.id),
    );
  }
}

/** The same for the people of a list, one question for all of them. */
@Injectable()
@Handles(PeopleChanged, 'credentials.on-people-changed', { queue: 'bulk' })
export class OnPeopleChanged implements Handler<{ personIds: string[] }> {
  constructor(
    private readonly request: RequestConsideration,
    private readonly programmes: Programmes,
  ) {}

  async run({ personIds }: { personIds: string[] }, { actor }: HandlerContext): Promise<void> {
    const active = await this.programmes.activeEnrolmentsOf(personIds);
    await this.request.run(
      actor,
      active.map((e) => e.id),
    );
  }
}

export const triggers = [
  OnAdmitted,
  OnStarted,
  OnWithdrawn,
  OnFailed,
  OnAttested,
  OnCourseCompleted,
  OnAttemptGraded,
  OnAttemptVoided,
  OnPersonChanged,
  OnPeopleChanged,
];
