import { Injectable } from '@nestjs/common';
import { type Handler, type HandlerContext, Handles } from '@app/platform';
import { AttemptSubmitted } from '../exams.events';
import { GradeAttempt } from '../use/grade-attempt';

/** Candidates wait for the mark, so it does not queue behind bulk work. */
@Injectable()
@Handles(AttemptSubmitted, 'exams.grade-attempt', { queue: 'interactive' })
export class GradeAttemptHandler implements Handler<{ attemptId: string }> {
  constructor(private readonly grade: GradeAttempt) {}

  run(payload: { attemptId: string }, { actor }: HandlerContext): Promise<void> {
    return this.grade.run(actor, payload.attemptId);
  }
}
