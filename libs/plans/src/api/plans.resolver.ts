import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor } from '@app/platform';
import { type BoardRow, GoalBoard, type GoalFigure } from '../use/goal-board';
import { GoalBoardType, type GoalFigureType, type GoalRow } from './plans.types';

const figure = (f: GoalFigure): GoalFigureType => ({
  ...f.heads,
  target: f.target,
  required: f.required,
  gap: f.gap,
  surplus: f.surplus,
  rateShown: f.rateShown,
  status: f.status,
});

const row = (r: BoardRow): GoalRow => ({
  code: r.region.code,
  name: r.region.name,
  nameEn: r.region.nameEn,
  kind: r.region.kind,
  population: {
    status: r.population.status,
    persons: r.population.value?.persons ?? null,
    kind: r.population.value?.kind ?? null,
    referenceDate: r.population.value?.referenceDate ?? null,
    publishedOn: r.population.value?.publishedOn ?? null,
    precision: r.population.value?.precision ?? null,
  },
  physicians: figure(r.physicians),
  therapists: figure(r.therapists),
});

@Resolver()
export class PlansResolver {
  constructor(private readonly board: GoalBoard) {}

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => GoalBoardType, {
    description: 'Need, count and gap of a region and its parts, with what each figure rests on',
  })
  async goalBoard(
    @CurrentActor() actor: Actor,
    @Args('regionCode', { type: () => String, nullable: true }) regionCode?: string,
    @Args('asOf', { type: () => String, nullable: true }) asOf?: string,
    @Args('populationMode', { type: () => String, nullable: true }) populationMode?: string,
  ): Promise<GoalBoardType> {
    const b = await this.board.run(actor, { regionCode, asOf, populationMode });
    return {
      asOf: b.asOf,
      referenceOnly: b.referenceOnly,
      managementFigures: b.managementFigures,
      planTitle: b.plan && { zh: b.plan.titleZh, en: b.plan.titleEn },
      targets: b.targets.map((t) => ({
        key: t.targetKey,
        label: { zh: t.labelZh, en: t.labelEn },
        value: t.value,
        dueOn: t.dueOn,
        clause: t.clause,
        quote: t.quote,
        category: t.tallyCategory!,
      })),
      ruleVersion: b.rule.version,
      ruleName: { zh: b.rule.nameZh, en: b.rule.nameEn },
      ruleSummary: { zh: b.rule.summaryZh, en: b.rule.summaryEn },
      ruleSource: b.rule.source,
      populationSummary: b.populationPolicy?.summary ?? null,
      populationSource: b.populationPolicy?.source ?? null,
      populationMode: b.populationPolicy?.mode ?? null,
      populationModes: b.populationPolicy?.modes ?? [],
      total: row(b.total),
      rows: b.rows.map(row),
    };
  }
}
