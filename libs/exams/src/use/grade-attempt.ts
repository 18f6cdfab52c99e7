import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { type Actor, Crypto, isDuplicateKey, UnitOfWork } from '@app/platform';
import { AnswerStore } from '../data/answer.store';
import { type AttemptRow, AttemptStore } from '../data/attempt.store';
import { SessionStore } from '../data/session.store';
import { attemptLife } from '../domain/attempt';
import { answersHash } from '../domain/receipt';
import { type ExamScore, resultText, scoreOf } from '../domain/result';
import { AttemptGraded } from '../exams.events';
import { PaperLibrary } from './paper-library';

/** Marks a handed-in attempt from the frozen paper, once (unique attempt + paper version), whoever else tries. */
@Injectable()
export class GradeAttempt {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptStore,
    private readonly sessions: SessionStore,
    private readonly answers: AnswerStore,
    private readonly library: PaperLibrary,
    private readonly crypto: Crypto,
  ) {}

  /** @throws Error when the answers are not those that were handed in: somebody altered a table, a person must look */
  async run(actor: Actor, attemptId: string): Promise<void> {
    const a = await this.attempts.byId(attemptId);
    if (!a || a.state !== 'SUBMITTED') return;
    const [answers, submission, session, { paper }, { keys, hash: keyHash }] = await Promise.all([
      this.answers.current(a.id),
      this.attempts.submission(a.id),
      this.sessions.byId(a.sessionId),
      this.library.get(a.paperVersionId),
      this.library.keys(a.paperVersionId),
    ]);
    const hash = answersHash(answers);
    if (!submission || submission.answersHash !== hash)
      throw new Error(`Attempt ${a.id}: the current answers differ from what was handed in`);
    const passPercent = session!.passPercent;
    const score = scoreOf(paper, keys, answers, passPercent);
    try {
      await this.store(actor, a, { score, passPercent, keyHash, answersHash: hash });
    } catch (e) {
      // Another run of the same job was first: its mark is the same.
      if (!isDuplicateKey(e)) throw e;
    }
  }

  private async store(
    actor: Actor,
    a: AttemptRow,
    r: { score: ExamScore; passPercent: number; keyHash: string; answersHash: string },
  ): Promise<void> {
    await this.uow.run({ actor, action: 'exams.grade-attempt', input: { attemptId: a.id } }, async (tx) => {
      const { score } = r;
      const mac = this.crypto.receiptMac(
        resultText({
          attemptId: a.id,
          paperVersionId: a.paperVersionId,
          answersHash: r.answersHash,
          keyHash: r.keyHash,
          score,
        }),
      );
      await tx.insert('exam_result', {
        id: newId(),
        attemptId: a.id,
        paperVersionId: a.paperVersionId,
        score: score.score,
        maxScore: score.max,
        percent: score.percent,
        passPercent: r.passPercent,
        passed: score.passed ? 1 : 0,
        items: JSON.stringify(score.items),
        areas: JSON.stringify(score.areas),
        keyHash: r.keyHash,
        answersHash: r.answersHash,
        mac,
        gradedAt: tx.now,
      });
      const to = attemptLife.next(a.state, 'mark');
      await tx.update('exam_attempt', { id: a.id, state: a.state }, { state: to });
      await tx.timeline({
        subjectType: 'exam-attempt',
        subjectId: a.id,
        event: 'exams.marked',
        from: a.state,
        to,
        details: { score: score.score, max: score.max, passPercent: r.passPercent },
      });
      await tx.audit({
        object: { type: 'exam-attempt', id: a.id },
        details: { score: score.score, max: score.max, passed: score.passed },
      });
      await tx.emit(AttemptGraded, { attemptId: a.id, enrolmentId: a.enrolmentId, paperCode: a.paperCode });
    });
  }
}
