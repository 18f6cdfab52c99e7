import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Reason } from '@app/kernel';
import { type Actor, Allow, CurrentActor, errorCatalogue, PageArgs } from '@app/platform';
import { AdvanceClass } from '../use/advance-class';
import { ClassQueries } from '../use/class.queries';
import { OpenClass } from '../use/open-class';
import { OpenClassQueries } from '../use/open-class.queries';
import {
  BaseOverview,
  ClassArgs,
  ClassOpenedAnswer,
  ClassRuleInfo,
  ClassStateAnswer,
  OpenClassDetail,
  OpenClassPage,
  OpenTrainingClassInput,
  type ReasonLine,
  TrainingClassDetail,
  TrainingClassPage,
} from './class.types';

const inWords = (reasons: Reason[]): ReasonLine[] =>
  reasons.map((r) => ({ ...r, message: errorCatalogue.text(r.code, r.params) ?? r.code }));

@Resolver()
export class ClassResolver {
  constructor(
    private readonly queries: ClassQueries,
    private readonly open: OpenClassQueries,
    private readonly opening: OpenClass,
    private readonly advance: AdvanceClass,
  ) {}

  @Allow('BASE_ADMIN')
  @Query(() => BaseOverview)
  async baseOverview(@CurrentActor() actor: Actor): Promise<BaseOverview> {
    const o = await this.queries.overview(actor);
    return { ...o, reasons: inWords(o.reasons) };
  }

  @Allow('BASE_ADMIN', 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => TrainingClassPage, { description: 'Classes of my base, or of the bases of my region' })
  trainingClasses(@CurrentActor() actor: Actor, @Args() args: ClassArgs): Promise<TrainingClassPage> {
    return this.queries.list(actor, args);
  }

  @Allow('BASE_ADMIN', 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => TrainingClassDetail)
  trainingClass(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<TrainingClassDetail> {
    return this.queries.detail(actor, id);
  }

  @Allow('TRAINEE')
  @Query(() => OpenClassPage, { description: 'Classes of my province that take applications today' })
  openClasses(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<OpenClassPage> {
    return this.open.list(actor, args);
  }

  @Allow('TRAINEE')
  @Query(() => OpenClassDetail)
  async openClass(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<OpenClassDetail> {
    const d = await this.open.detail(actor, id);
    return { ...d, obstacles: inWords(d.obstacles) };
  }

  @Allow('BASE_ADMIN')
  @Query(() => ClassRuleInfo)
  classRule(): Promise<ClassRuleInfo> {
    return this.queries.rule();
  }

  @Allow('BASE_ADMIN')
  @Mutation(() => ClassOpenedAnswer)
  openTrainingClass(
    @CurrentActor() actor: Actor,
    @Args('input') input: OpenTrainingClassInput,
  ): Promise<ClassOpenedAnswer> {
    return this.opening.run(actor, input);
  }

  @Allow('BASE_ADMIN')
  @Mutation(() => ClassStateAnswer, { description: 'Close enrolment before its last day' })
  closeClassEnrolment(@CurrentActor() actor: Actor, @Args('classId') classId: string): Promise<ClassStateAnswer> {
    return this.advance.closeEnrolment(actor, classId);
  }
}
