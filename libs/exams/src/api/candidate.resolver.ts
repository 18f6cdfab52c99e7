import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, Ctx, CurrentActor, errorCatalogue, type GqlContext } from '@app/platform';
import { CandidateQueries, type ExamForMe } from '../use/candidate.queries';
import { Heartbeat } from '../use/heartbeat';
import { OpenEpoch } from '../use/open-epoch';
import { RecordAnswers } from '../use/record-answers';
import { StartAttempt } from '../use/start-attempt';
import { SubmitAttempt } from '../use/submit-attempt';
import {
  AttemptReceipt,
  HeartbeatInputType,
  HeartbeatResult,
  MyExam,
  MyExamResult,
  OpenedAttempt,
  RecordAnswersInput,
  ResumeAttemptArgs,
  SaveState,
  StartAttemptArgs,
  SubmitAttemptInput,
  SubmitResult,
} from './candidate.types';

const userAgent = (c: GqlContext): string | null => {
  const v = c.request.headers['user-agent'];
  return (Array.isArray(v) ? v[0] : v)?.slice(0, 300) ?? null;
};

const myExamOf = (x: ExamForMe): MyExam =>
  ({
    ...x.session,
    sessionId: x.session.id,
    paperTitle: { zh: x.session.paperTitleZh, en: x.session.paperTitleEn },
    phase: x.phase,
    admissionUntil: x.admissionUntil,
    enrolmentId: x.enrolment?.id ?? null,
    programmeTitle: x.enrolment?.programmeTitle ?? null,
    attemptsUsedHere: x.usedHere,
    attemptsAllowedHere: x.session.maxAttempts,
    attemptsUsed: x.usedInAll,
    attemptsAllowed: x.limitInAll,
    openAttemptId: x.openAttemptId,
    serverNow: x.serverNow,
    canStart: x.reasons.length === 0,
    reasons: x.reasons.map((r) => ({ code: r.code, message: errorCatalogue.text(r.code, r.params) ?? r.code })),
    attempts: x.attempts.map((a) => ({ ...a, passed: a.passed === null ? null : a.passed === 1 })),
  }) as MyExam;

/** The candidate's side. */
@Resolver()
export class CandidateResolver {
  constructor(
    private readonly queries: CandidateQueries,
    private readonly start: StartAttempt,
    private readonly epochs: OpenEpoch,
    private readonly record: RecordAnswers,
    private readonly beat: Heartbeat,
    private readonly submit: SubmitAttempt,
  ) {}

  @Allow('TRAINEE')
  @Query(() => [MyExam], { description: 'Exams open to me, past and future, with every reason why one is not' })
  async myExams(@CurrentActor() actor: Actor): Promise<MyExam[]> {
    return (await this.queries.exams(actor)).map(myExamOf);
  }

  @Allow('TRAINEE')
  @Query(() => MyExam)
  async myExam(@CurrentActor() actor: Actor, @Args('sessionId') sessionId: string): Promise<MyExam> {
    return myExamOf(await this.queries.exam(actor, sessionId));
  }

  @Allow('TRAINEE')
  @Mutation(() => OpenedAttempt, { description: 'Begins the sitting, or continues the one that is open' })
  async startAttempt(
    @CurrentActor() actor: Actor,
    @Args() input: StartAttemptArgs,
    @Ctx() c: GqlContext,
  ): Promise<OpenedAttempt> {
    const opened = await this.start.run(actor, { ...input, userAgent: userAgent(c) });
    return (await this.queries.opened(actor, opened.attemptId, opened.epoch)) as OpenedAttempt;
  }

  @Allow('TRAINEE')
  @Mutation(() => OpenedAttempt, { description: 'Continues after a reload, or on another device (takeOver)' })
  async resumeAttempt(
    @CurrentActor() actor: Actor,
    @Args() input: ResumeAttemptArgs,
    @Ctx() c: GqlContext,
  ): Promise<OpenedAttempt> {
    const opened = await this.epochs.run(actor, { ...input, userAgent: userAgent(c) });
    return (await this.queries.opened(actor, opened.attemptId, opened.epoch)) as OpenedAttempt;
  }

  @Allow('TRAINEE')
  @Mutation(() => SaveState, { description: 'Acknowledged means durable' })
  recordAnswers(@CurrentActor() actor: Actor, @Args('input') input: RecordAnswersInput): Promise<SaveState> {
    return this.record.run(actor, input) as Promise<SaveState>;
  }

  @Allow('TRAINEE')
  @Mutation(() => HeartbeatResult, {
    description: 'Every 15 s: what happened here; answers with time changes and messages',
  })
  attemptHeartbeat(@CurrentActor() actor: Actor, @Args('input') input: HeartbeatInputType): Promise<HeartbeatResult> {
    return this.beat.run(actor, input) as Promise<HeartbeatResult>;
  }

  @Allow('TRAINEE')
  @Mutation(() => SubmitResult, { description: 'Hands in; repeats give the same receipt' })
  submitAttempt(@CurrentActor() actor: Actor, @Args('input') input: SubmitAttemptInput): Promise<SubmitResult> {
    return this.submit.run(actor, input) as Promise<SubmitResult>;
  }

  @Allow('TRAINEE')
  @Query(() => AttemptReceipt)
  attemptReceipt(@CurrentActor() actor: Actor, @Args('attemptId') attemptId: string): Promise<AttemptReceipt> {
    return this.queries.receipt(actor, attemptId) as Promise<AttemptReceipt>;
  }

  @Allow('TRAINEE')
  @Query(() => [MyExamResult])
  myExamResults(@CurrentActor() actor: Actor): Promise<MyExamResult[]> {
    return this.queries.results(actor) as Promise<MyExamResult[]>;
  }
}
