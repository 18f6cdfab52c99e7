import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor } from '@app/platform';
import { ReportQueries } from '../use/report.queries';
import { ReportRollup } from '../use/report-rollup';
import { detailOf, rollupOf } from './report.shapes';
import { ReportDetail, ReportDutyArgs, ReportDutyPage, ReportObligationYear, ReportRollupInfo } from './report.types';

@Resolver()
export class ReportResolver {
  constructor(
    private readonly queries: ReportQueries,
    private readonly rollup: ReportRollup,
  ) {}

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER')
  @Query(() => ReportDutyPage, {
    description: 'Reports due, handed in and done: the own office’s, or all of the province',
  })
  reportDuties(@CurrentActor() actor: Actor, @Args() args: ReportDutyArgs): Promise<ReportDutyPage> {
    return this.queries.duties(actor, args);
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER')
  @Query(() => [ReportObligationYear], { description: 'What plans and calls ask for, year by year' })
  reportObligations(@CurrentActor() actor: Actor): Promise<ReportObligationYear[]> {
    return this.rollup.obligations(actor);
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER')
  @Query(() => ReportDetail, { description: 'One report; the province reads what was handed in, never a draft' })
  async report(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<ReportDetail> {
    return detailOf(await this.queries.report(actor, id));
  }

  @Allow('PROVINCE_OFFICER')
  @Query(() => ReportRollupInfo)
  async reportRollup(
    @CurrentActor() actor: Actor,
    @Args('obligationId') obligationId: string,
    @Args('year', { type: () => Int }) year: number,
  ): Promise<ReportRollupInfo> {
    return rollupOf(await this.rollup.run(actor, { obligationId, year }));
  }
}
