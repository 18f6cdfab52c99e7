import { Inject, Injectable } from '@nestjs/common';
import { type Clock, randomToken } from '@app/kernel';
import { CLOCK, Every, type Handler, type HandlerContext, Handles, type Schedule, systemActor } from '@app/platform';
import { Consider, IssueBatch, RenderCertificate as RenderJob } from '../credentials.events';
import { ConsiderEnrolment } from '../use/consider';
import { RenderCertificate } from '../use/render-certificate';
import { RequestConsideration } from '../use/request-consideration';
import { RunIssueOrder } from '../use/run-issue-order';
import { SweepFiles } from '../use/sweep-files';

@Injectable()
@Handles(Consider, 'credentials.consider')
export class ConsiderJob implements Handler<{ enrolmentId: string }> {
  constructor(private readonly consider: ConsiderEnrolment) {}

  run({ enrolmentId }: { enrolmentId: string }, { actor }: HandlerContext): Promise<void> {
    return this.consider.run(actor, enrolmentId);
  }
}

/** An officer watches it: it does not wait behind bulk work. */
@Injectable()
@Handles(IssueBatch, 'credentials.issue-batch', { queue: 'interactive', attempts: 8 })
export class IssueBatchJob implements Handler<{ jobId: string }> {
  constructor(private readonly order: RunIssueOrder) {}

  run({ jobId }: { jobId: string }, { actor }: HandlerContext): Promise<void> {
    return this.order.run(actor, jobId);
  }
}

@Injectable()
@Handles(RenderJob, 'credentials.render-certificate', { queue: 'bulk' })
export class RenderCertificateJob implements Handler<{ certificateId: string }> {
  constructor(private readonly render: RenderCertificate) {}

  run({ certificateId }: { certificateId: string }, { actor }: HandlerContext): Promise<void> {
    return this.render.run(actor, certificateId);
  }
}

const GIVEN_UP_AFTER_MS = 300_000;

/** Files still missing and looks never taken are ordered again: nothing waits for ever because a queue lost it. */
@Injectable()
@Every(30, 'credentials.sweep')
export class CredentialsSweeper implements Schedule {
  constructor(
    private readonly files: SweepFiles,
    private readonly considerations: RequestConsideration,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async tick(): Promise<void> {
    const actor = systemActor('credentials.sweep', randomToken(9));
    await this.files.run(actor);
    await this.considerations.rescue(actor, new Date(this.clock.now().getTime() - GIVEN_UP_AFTER_MS));
  }
}

export const jobs = [ConsiderJob, IssueBatchJob, RenderCertificateJob, CredentialsSweeper];
