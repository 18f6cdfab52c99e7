import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor } from '@app/platform';
import { type BoardRow, type BoardTarget, GoalBoard, type GoalFigure } from '../use/goal-board';
import { GoalBoardType, type GoalFigureType, type GoalPopulation, type GoalRow, type GoalTarget } from './plans.types';

const figure = (f: GoalFigure): GoalFigureType => ({
  ...f.heads,
  target: f.target,
  required: f.required,
  gap: f.gap,
  surplus: f.surplus,
  rateShown: f.rateShown,
  status: f.status,
});

export const populationOf = (p: BoardRow['population']): GoalPopulation => ({
  status: p.status,
  persons: p.value?.persons ?? null,
  kind: p.value?.kind ?? null,
  referenceDate: p.value?.referenceDate ?? null,
  publishedOn: p.value?.publishedOn ?? null,
  precision: p.value?.precision ?? null,
});

export const targetOf = (t: BoardTarget): GoalTarget => ({
  key: t.targetKey,
  label: { zh: t.labelZh, en: t.labelEn },
  value: t.value,
  dueOn: t.dueOn,
  clause: t.clause,
  quote: t.quote,
  category: t.tallyCategory!,
});

const row = (r: BoardRow): GoalRow => ({
  code: r.region.code,
  name: r.region.name,
  nameEn: r.region.nameEn,
  kind: r.region.kind,
  population: populationOf(r.population),
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
    @Args('known', { type: () => String, nullable: true, description: 'As known at the end of this day; default now' })
    known?: string,
  ): Promise<GoalBoardType> {
    const b = await this.board.run(actor, { regionCode, asOf, populationMode, known });
    return {
      asOf: b.asOf,
      knownOn: b.knownOn,
      referenceOnly: b.referenceOnly,
      managementFigures: b.managementFigures,
      planTitle: b.plan && { zh: b.plan.titleZh, en: b.plan.titleEn },
      targets: b.targets.map(targetOf),
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
