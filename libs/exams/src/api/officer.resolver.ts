import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, SearchArgs, TimelineStep } from '@app/platform';
import { ConductExam } from '../use/conduct-exam';
import { ExamQueries, type ManagedSession } from '../use/exam.queries';
import { ScheduleExam } from '../use/schedule-exam';
import {
  AttemptTrail,
  CancelExamInput,
  ExamCandidatePage,
  ExamCandidatesArgs,
  ExamPaperRow,
  ExamSessionPage,
  ExamSessionRow,
  ExtraTimeResult,
  GrantExtraTimeInput,
  ScheduleExamInput,
  SendExamMessageInput,
  VoidAttemptInput,
} from './officer.types';

const rowOf = ({ session: s, phase, counts }: ManagedSession): ExamSessionRow =>
  ({ ...s, ...counts, phase, paperTitle: { zh: s.paperTitleZh, en: s.paperTitleEn } }) as ExamSessionRow;

/** The exam office's side: schedule, conduct, watch. */
@Resolver()
export class OfficerResolver {
  constructor(
    private readonly queries: ExamQueries,
    private readonly schedule: ScheduleExam,
    private readonly conduct: ConductExam,
  ) {}

  @Allow('EXAM_OFFICER')
  @Query(() => [ExamPaperRow], { description: 'Sealed papers, newest version of each' })
  async examPapers(): Promise<ExamPaperRow[]> {
    return (await this.queries.sealedPapers()).map((p) => ({ ...p, title: { zh: p.titleZh, en: p.titleEn } }));
  }

  @Allow('EXAM_OFFICER', 'PROVINCE_OFFICER')
  @Query(() => ExamSessionPage)
  async examSessions(@CurrentActor() actor: Actor, @Args() args: SearchArgs): Promise<ExamSessionPage> {
    const { rows, total } = await this.queries.managed(actor, args);
    return { rows: rows.map(rowOf), total };
  }

  @Allow('EXAM_OFFICER', 'PROVINCE_OFFICER')
  @Query(() => ExamSessionRow)
  async examSession(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<ExamSessionRow> {
    return rowOf(await this.queries.managedOne(actor, id));
  }

  @Allow('EXAM_OFFICER', 'PROVINCE_OFFICER')
  @Query(() => [TimelineStep])
  examSessionSteps(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<TimelineStep[]> {
    return this.queries.sessionSteps(actor, id);
  }

  @Allow('EXAM_OFFICER')
  @Query(() => ExamCandidatePage, {
    description: 'Who began, how far their answers are stored, when they were last seen',
  })
  async examCandidates(@CurrentActor() actor: Actor, @Args() args: ExamCandidatesArgs): Promise<ExamCandidatePage> {
    const { rows, total } = await this.queries.candidates(actor, args.sessionId, args);
    const shape = (r: (typeof rows)[number]) => ({
      ...r,
      attemptId: r.id,
      late: Number(r.uncounted ?? 0),
      answered: Number(r.answered),
      hiddenCount: Number(r.hiddenCount),
      passed: r.passed === null ? null : r.passed === 1,
    });
    return { rows: rows.map(shape) as ExamCandidatePage['rows'], total };
  }

  @Allow('EXAM_OFFICER')
  @Query(() => AttemptTrail)
  attemptTrail(@CurrentActor() actor: Actor, @Args('attemptId') attemptId: string): Promise<AttemptTrail> {
    return this.queries.trail(actor, attemptId) as Promise<AttemptTrail>;
  }

  @Allow('EXAM_OFFICER')
  @Mutation(() => ExamSessionRow)
  async scheduleExam(@CurrentActor() actor: Actor, @Args('input') input: ScheduleExamInput): Promise<ExamSessionRow> {
    const { id } = await this.schedule.run(actor, input);
    return rowOf(await this.queries.managedOne(actor, id));
  }

  @Allow('EXAM_OFFICER')
  @Mutation(() => ExamSessionRow, { description: 'Only while nobody has begun' })
  async cancelExam(@CurrentActor() actor: Actor, @Args('input') input: CancelExamInput): Promise<ExamSessionRow> {
    const { id } = await this.schedule.cancel(actor, input);
    return rowOf(await this.queries.managedOne(actor, id));
  }

  @Allow('EXAM_OFFICER')
  @Mutation(() => ExtraTimeResult)
  grantExtraTime(@CurrentActor() actor: Actor, @Args('input') input: GrantExtraTimeInput): Promise<ExtraTimeResult> {
    return this.conduct.grantExtraTime(actor, input);
  }

  @Allow('EXAM_OFFICER')
  @Mutation(() => Boolean)
  async sendExamMessage(@CurrentActor() actor: Actor, @Args('input') input: SendExamMessageInput): Promise<boolean> {
    await this.conduct.send(actor, input);
    return true;
  }

  @Allow('EXAM_OFFICER')
  @Mutation(() => Boolean, { description: 'Takes the effect from an attempt; the record stays' })
  async voidAttempt(@CurrentActor() actor: Actor, @Args('input') input: VoidAttemptInput): Promise<boolean> {
    await this.conduct.void(actor, input);
    return true;
  }
}
