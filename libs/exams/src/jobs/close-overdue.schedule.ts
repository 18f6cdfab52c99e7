import { Inject, Injectable } from '@nestjs/common';
import { type Clock, randomToken } from '@app/kernel';
import { CLOCK, Every, log, requestContext, type Schedule } from '@app/platform';
import { ExamQueries } from '../use/exam.queries';
import { SubmitAttempt } from '../use/submit-attempt';

const BATCH = 200;

/** Closes attempts whose time and grace are over: no client, Redis or delayed job is needed for it (§3.3-11). */
@Injectable()
@Every(5, 'exams.close-overdue')
export class CloseOverdue implements Schedule {
  constructor(
    private readonly queries: ExamQueries,
    private readonly submit: SubmitAttempt,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async tick(): Promise<void> {
    const requestId = requestContext.get()?.requestId ?? randomToken(9);
    for (const { id } of await this.queries.overdue(this.clock.now(), BATCH)) {
      try {
        await this.submit.close(id, requestId);
      } catch (e) {
        // One attempt that cannot be closed must not keep the others open; the next round tries again.
        log.error({ attemptId: id, err: String(e) }, 'an attempt could not be closed');
      }
    }
  }
}
