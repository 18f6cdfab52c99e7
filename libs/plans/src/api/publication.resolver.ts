import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Public } from '@app/platform';
import { PublishFigures } from '../use/publish-figures';
import { EndRecordInput, PlanRecord } from './indicators.types';
import {
  FigurePublicationInfo,
  PublicFiguresArgs,
  PublicFiguresType,
  PublicProvince,
  PublishFiguresInput,
} from './publication.types';

/** The counting rule as the snapshot keeps it. */
interface FrozenRule {
  name: { zh: string; en: string };
  summary: { zh: string; en: string };
  source: string;
}

@Resolver()
export class PublicationResolver {
  constructor(private readonly publishing: PublishFigures) {}

  @Public()
  @Query(() => [PublicProvince], { description: 'Provinces that show figures to the public' })
  async publicProvinces(): Promise<PublicProvince[]> {
    const rows = await this.publishing.provinces();
    return rows.map((r) => ({ code: r.code, name: { zh: r.name, en: r.nameEn } }));
  }

  @Public()
  @Query(() => PublicFiguresType, { nullable: true, description: 'The newest published figures of a province' })
  async publicFigures(@Args() { province }: PublicFiguresArgs): Promise<PublicFiguresType | null> {
    const p = await this.publishing.shown(province);
    if (!p) return null;
    const rule = p.snapshot.rule as FrozenRule;
    return {
      provinceCode: p.snapshot.regionCode,
      title: p.snapshot.title,
      asOf: p.snapshot.asOf,
      publishedAt: p.publishedAt,
      ruleVersion: p.snapshot.ruleVersion,
      ruleName: rule.name,
      ruleSummary: rule.summary,
      ruleSource: rule.source,
      suppressBelow: p.suppressBelow,
      hash: p.snapshot.hash,
      planTitle: p.plan ? { zh: p.plan.titleZh, en: p.plan.titleEn } : null,
      goals: p.targets.map((t) => ({ category: t.category, value: t.value, dueOn: t.dueOn, quote: t.quote })),
      regions: p.regions.map((r) => ({
        code: r.region.code,
        name: { zh: r.region.name, en: r.region.nameEn },
        kind: r.region.kind,
        parentCode: r.parentCode,
        population: r.population,
        populationDate: r.populationDate,
        counts: r.figures,
      })),
    };
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => [FigurePublicationInfo], { description: 'How a snapshot was shown to the public, newest first' })
  snapshotPublications(
    @CurrentActor() actor: Actor,
    @Args('snapshotId') snapshotId: string,
  ): Promise<FigurePublicationInfo[]> {
    return this.publishing.of(actor, snapshotId);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => PlanRecord, { description: 'Shows a snapshot of the province to the public' })
  publishFigures(@CurrentActor() actor: Actor, @Args('input') input: PublishFiguresInput): Promise<PlanRecord> {
    return this.publishing.publish(actor, input.snapshotId, input.reason);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => PlanRecord)
  withdrawFigures(@CurrentActor() actor: Actor, @Args('input') input: EndRecordInput): Promise<PlanRecord> {
    return this.publishing.withdraw(actor, input.id, input.reason);
  }
}
