import { DomainError } from '@app/kernel';
import {
  type HeartbeatReply,
  type Op,
  type Opened,
  Refusal,
  type SaveReply,
  type SubmitReply,
} from '../../apps/web/src/lib/exam/types';
import { CandidateQueries } from '../../libs/exams/src/use/candidate.queries';
import { CloseOverdue } from '../../libs/exams/src/jobs/close-overdue.schedule';
import { Heartbeat } from '../../libs/exams/src/use/heartbeat';
import { OpenEpoch } from '../../libs/exams/src/use/open-epoch';
import { RecordAnswers } from '../../libs/exams/src/use/record-answers';
import { SubmitAttempt } from '../../libs/exams/src/use/submit-attempt';
import type { RecordReply } from '../../libs/exams/src/use/answer-intake';
import { PaperLibrary } from '../../libs/exams/src/use/paper-library';
import { AnswerStore } from '../../libs/exams/src/data/answer.store';
import { AttemptStore } from '../../libs/exams/src/data/attempt.store';
import { answersHash, replay } from '../../libs/exams/src/rules';
import type { TestApp } from '../support/app';
import type { Learner } from '../support/learner';
import type { ExamServer, StoredOp } from './server';

const saved = (r: RecordReply): SaveReply => ({
  ackSeq: r.ackSeq,
  firstMissing: r.firstMissing,
  serverNow: r.serverNow.getTime(),
  deadline: r.deadline.getTime(),
  state: r.state,
  late: r.late,
  takenOver: r.takenOver,
});

/** The real use cases on a real database, as the simulation wants them. Letters are those shown. */
export class DbServer implements ExamServer {
  constructor(
    private readonly kx: TestApp,
    private readonly me: Learner,
    private readonly attemptId: string,
  ) {}

  private async guard<T>(fn: () => Promise<T>): Promise<T> {
    try {
      return await fn();
    } catch (e) {
      if (e instanceof DomainError) throw new Refusal(e.code, e.code);
      throw e;
    }
  }

  open(device: string): Promise<Opened> {
    return this.guard(async () => {
      const actor = this.me.user.actor;
      const o = await this.kx
        .get(OpenEpoch)
        .run(actor, { attemptId: this.attemptId, device: device.padEnd(16, '_'), userAgent: null, takeOver: true });
      const x = await this.kx.get(CandidateQueries).opened(actor, o.attemptId, o.epoch);
      return {
        attemptId: x.attemptId,
        epoch: x.epoch,
        epochOpenedAt: x.epochOpenedAt.getTime(),
        ackSeq: x.ackSeq,
        maxSeq: x.maxSeq,
        late: x.late,
        takenOver: x.takenOver,
        state: x.state,
        serverNow: x.serverNow.getTime(),
        deadline: x.deadline.getTime(),
        graceSeconds: x.graceSeconds,
        answers: Object.fromEntries(x.answers.map((a) => [a.questionId, a.value])),
        messages: [],
      };
    });
  }

  record(epoch: number, ops: Op[]): Promise<SaveReply> {
    return this.guard(async () =>
      saved(await this.kx.get(RecordAnswers).run(this.me.user.actor, { attemptId: this.attemptId, epoch, ops })),
    );
  }

  heartbeat(epoch: number): Promise<HeartbeatReply> {
    return this.guard(async () => {
      const r = await this.kx
        .get(Heartbeat)
        .run(this.me.user.actor, { attemptId: this.attemptId, epoch, signals: [], messagesAfter: new Date(0) });
      return { ...saved(r), extraMinutes: r.extraMinutes, messages: [] };
    });
  }

  submit(epoch: number, expectedSeq: number, ops: Op[], confirmed: boolean): Promise<SubmitReply> {
    return this.guard(async () => {
      const r = await this.kx
        .get(SubmitAttempt)
        .run(this.me.user.actor, { attemptId: this.attemptId, epoch, expectedSeq, ops, confirmed });
      return {
        submitted: r.submitted,
        missing: r.missing,
        receipt: r.receipt && { ...r.receipt, submittedAt: r.receipt.submittedAt.toISOString() },
        save: saved(r.save),
      };
    });
  }

  sweep(): Promise<void> {
    return this.kx.get(CloseOverdue).tick();
  }

  private async shown(): Promise<(questionId: string, own: string) => string> {
    const a = (await this.kx.get(AttemptStore).byId(this.attemptId))!;
    const { letters } = await this.kx.get(PaperLibrary).get(a.paperVersionId);
    return (q, own) => letters.toShown(a.seed, q, own);
  }

  async journal(): Promise<StoredOp[]> {
    const shown = await this.shown();
    const rows = await this.kx.db.query<StoredOp & { receivedAt: Date }>(
      'SELECT epoch, seq, question_id, value, flag, received_at FROM answer_event WHERE attempt_id = ? ORDER BY epoch, seq',
      [this.attemptId],
    );
    return rows.map((r) => ({
      ...r,
      value: shown(r.questionId, r.value),
      receivedAt: (r.receivedAt as unknown as Date).getTime(),
    }));
  }

  async current(): Promise<Record<string, string>> {
    const shown = await this.shown();
    const now = await this.kx.get(AnswerStore).current(this.attemptId);
    return Object.fromEntries(Object.entries(now).map(([q, v]) => [q, shown(q, v)]));
  }

  async answersHash(): Promise<string> {
    return answersHash(replay(await this.kx.get(AnswerStore).journal(this.attemptId)));
  }

  submissions(): Promise<number> {
    return this.kx.db.count('SELECT COUNT(*) AS n FROM exam_submission WHERE attempt_id = ?', [this.attemptId]);
  }

  async submittedAt(): Promise<number | null> {
    return (await this.kx.get(AttemptStore).submission(this.attemptId))?.submittedAt.getTime() ?? null;
  }
}
