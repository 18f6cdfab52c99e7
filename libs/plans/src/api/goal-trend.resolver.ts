import { Args, ArgsType, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { type Actor, Allow, CurrentActor, IsDay, Label } from '@app/platform';
import { GoalTrend } from '../use/goal-trend';

@ArgsType()
export class GoalTrendArgs {
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(/^\d{6}$/) regionCode?: string;
  @Field({ description: 'PHYSICIAN or THERAPIST' }) @IsIn(['PHYSICIAN', 'THERAPIST']) category:
    'PHYSICIAN' | 'THERAPIST';
  @Field(() => String, { nullable: true }) @IsOptional() @IsDay() asOf?: string;
}

@ObjectType()
export class GoalTrendPoint {
  @Field() day: string;
  @Field(() => Int) registered: number;
  @Field(() => Int) certified: number;
  @Field(() => Int) union: number;
  @Field(() => Int, { nullable: true }) required: number | null;
  @Field(() => String, { nullable: true }) rateShown: string | null;
}

@ObjectType('GoalTrend', { description: 'Quarter ends of six years and the day itself' })
export class GoalTrendType {
  @Field() regionCode: string;
  @Field() category: string;
  @Field() asOf: string;
  @Field({ description: 'The need is a reference line: the plan sets no such goal' }) referenceOnly: boolean;
  @Field() ruleVersion: string;
  @Field(() => Label) ruleName: Label;
  @Field(() => [GoalTrendPoint]) points: GoalTrendPoint[];
}

@Resolver()
export class GoalTrendResolver {
  constructor(private readonly trend: GoalTrend) {}

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => GoalTrendType, { description: 'How heads and need of a region developed' })
  async goalTrend(@CurrentActor() actor: Actor, @Args() args: GoalTrendArgs): Promise<GoalTrendType> {
    const t = await this.trend.run(actor, args);
    return {
      regionCode: t.region.code,
      category: t.category,
      asOf: t.asOf,
      referenceOnly: t.referenceOnly,
      ruleVersion: t.rule.version,
      ruleName: { zh: t.rule.nameZh, en: t.rule.nameEn },
      points: t.points,
    };
  }
}
