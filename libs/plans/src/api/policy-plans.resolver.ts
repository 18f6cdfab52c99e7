import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, errorCatalogue } from '@app/platform';
import { ImportPlan } from '../use/import-plan';
import { PolicyPlans } from '../use/policy-plans';
import { ImportedPlan, ImportPlanInput, PlanFileArgs, PlanFileCheck, PolicyPlanDetail } from './policy-plans.types';
import { PolicyPlanInfo } from './indicators.types';

const infoOf = (p: { code: string; titleZh: string; titleEn: string; periodStart: string; periodEnd: string }) => ({
  code: p.code,
  title: { zh: p.titleZh, en: p.titleEn },
  periodStart: p.periodStart,
  periodEnd: p.periodEnd,
});

@Resolver()
export class PolicyPlansResolver {
  constructor(
    private readonly plans: PolicyPlans,
    private readonly importing: ImportPlan,
  ) {}

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => [PolicyPlanInfo], { description: 'Plans of the officer’s province, newest first' })
  async policyPlans(@CurrentActor() actor: Actor): Promise<PolicyPlanInfo[]> {
    return (await this.plans.list(actor)).map(infoOf);
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => PolicyPlanDetail)
  async policyPlan(@CurrentActor() actor: Actor, @Args('code') code: string): Promise<PolicyPlanDetail> {
    const { plan, versions, row } = await this.plans.one(actor, code);
    return {
      ...infoOf(row),
      content: plan,
      versions: versions.map((v) => ({ ...v, hash: v.contentHash, importedAt: v.importedAt.toISOString() })),
    };
  }

  @Allow('PROVINCE_OFFICER')
  @Query(() => PlanFileCheck, { description: 'Reads a plan file and says what is wrong and what it would change' })
  async checkPlanFile(@CurrentActor() actor: Actor, @Args() { text }: PlanFileArgs): Promise<PlanFileCheck> {
    const c = await this.importing.check(actor, text);
    return {
      plan: c.plan && {
        code: c.plan.code,
        title: c.plan.title,
        periodStart: c.plan.periodStart,
        periodEnd: c.plan.periodEnd,
      },
      faults: c.faults.map((f) => ({ path: f.path, message: errorCatalogue.text(f.code, f.params) ?? f.code })),
      isNew: c.isNew,
      targets: c.targets,
      obligations: c.obligations,
      overlaps: c.overlaps.map(infoOf),
    };
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => ImportedPlan, { description: 'Imports a plan; the present one stays readable as an earlier version' })
  importPolicyPlan(@CurrentActor() actor: Actor, @Args('input') input: ImportPlanInput): Promise<ImportedPlan> {
    return this.importing.run(actor, input);
  }
}
