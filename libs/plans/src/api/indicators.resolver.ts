import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor } from '@app/platform';
import { IndicatorActs } from '../use/indicator-acts';
import { Indicators } from '../use/indicators';
import { basisOf, detailOf, summaryOf } from './indicator-shapes';
import {
  EndRecordInput,
  ExemptRegionInput,
  IndicatorArgs,
  IndicatorBoard,
  IndicatorPage,
  IndicatorsArgs,
  JudgeIndicatorInput,
  PlanEvidenceInput,
  PlanRecord,
} from './indicators.types';

@Resolver()
export class IndicatorsResolver {
  constructor(
    private readonly indicators: Indicators,
    private readonly acts: IndicatorActs,
  ) {}

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => IndicatorBoard, { description: 'Every target of a plan with its figure on a day' })
  async planIndicators(@CurrentActor() actor: Actor, @Args() args: IndicatorsArgs): Promise<IndicatorBoard> {
    const answer = await this.indicators.run(actor, args);
    return { ...basisOf(answer), rows: answer.rows.map(summaryOf) };
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => IndicatorPage, { description: 'One target with everything its figure rests on' })
  async indicator(@CurrentActor() actor: Actor, @Args() args: IndicatorArgs): Promise<IndicatorPage> {
    const answer = await this.indicators.run(actor, args);
    const row = answer.rows[0]!;
    return {
      ...basisOf(answer),
      row: detailOf(row, answer),
      note: row.measure?.note ?? null,
      noteSource: row.measure?.source ?? null,
      timeline: await this.indicators.history(answer.plan.code, row.target.id),
    };
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => PlanRecord, { description: 'Approves an exception of a region from a target (「原则上」)' })
  exemptRegion(@CurrentActor() actor: Actor, @Args('input') input: ExemptRegionInput): Promise<PlanRecord> {
    return this.acts.exempt(actor, input);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => PlanRecord)
  endExemption(@CurrentActor() actor: Actor, @Args('input') input: EndRecordInput): Promise<PlanRecord> {
    return this.acts.endExemption(actor, input.id, input.reason);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => PlanRecord, { description: 'A reviewer’s word on a target that says 左右' })
  judgeIndicator(@CurrentActor() actor: Actor, @Args('input') input: JudgeIndicatorInput): Promise<PlanRecord> {
    return this.acts.judge(actor, input);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => PlanRecord, { description: 'Records something a target counts that no register holds' })
  addPlanEvidence(@CurrentActor() actor: Actor, @Args('input') input: PlanEvidenceInput): Promise<PlanRecord> {
    return this.acts.addEvidence(actor, input);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => PlanRecord)
  withdrawPlanEvidence(@CurrentActor() actor: Actor, @Args('input') input: EndRecordInput): Promise<PlanRecord> {
    return this.acts.withdrawEvidence(actor, input.id, input.reason);
  }
}
