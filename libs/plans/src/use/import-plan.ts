import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, type FieldFault } from '@app/kernel';
import { type Actor, CLOCK, notFound, UnitOfWork } from '@app/platform';
import { IndicatorStore } from '../data/indicator.store';
import { PlanWriter } from '../data/plan-writer';
import { changesOf, type PlanChange, type PlanFile, readPlanFile } from '../domain/plan-file';
import { fail } from '../plans.errors';
import { PlanImported } from '../plans.events';

export interface PlanCheck {
  plan: PlanFile | null;
  faults: FieldFault[];
  isNew: boolean;
  targets: PlanChange[];
  obligations: PlanChange[];
  /** other plans of the province whose period overlaps: nothing wrong, but to be known */
  overlaps: { code: string; titleZh: string; titleEn: string; periodStart: string; periodEnd: string }[];
}

/** A plan comes in as a file: looked at first, written on confirmation, every text kept as a version. */
@Injectable()
export class ImportPlan {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: IndicatorStore,
    private readonly writer: PlanWriter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the file says and would change. Writes nothing. */
  async check(actor: Actor, text: string): Promise<PlanCheck> {
    const province = provinceOf(actor);
    const rule = await this.store.rule(dayOf(this.clock.now()));
    const { plan, faults } = readPlanFile(
      text,
      rule.measures.map((m) => m.code),
    );
    if (!plan) return { plan, faults, isNew: false, targets: [], obligations: [], overlaps: [] };
    const [existing, plans] = await Promise.all([this.store.content(plan.code), this.store.plans(province)]);
    if (plan.provinceCode !== province)
      faults.push({ path: 'provinceCode', code: 'PLANS_FILE_OTHER_PROVINCE', params: { province } });
    else if (existing && existing.provinceCode !== province)
      faults.push({ path: 'code', code: 'PLANS_FILE_CODE_TAKEN' });
    const before = existing?.provinceCode === province ? existing.plan : null;
    return {
      plan: faults.length ? null : plan,
      faults,
      isNew: before === null,
      targets: changesOf(before?.targets ?? [], plan.targets),
      obligations: changesOf(before?.reportObligations ?? [], plan.reportObligations),
      overlaps: plans.filter(
        (p) => p.code !== plan.code && p.periodStart <= plan.periodEnd && plan.periodStart <= p.periodEnd,
      ),
    };
  }

  /** @returns the version now in force. @throws PLANS_FILE_REFUSED with every fault; nothing is written then */
  async run(actor: Actor, input: { text: string; reason: string }): Promise<{ code: string; version: number | null }> {
    const { plan, faults } = await this.check(actor, input.text);
    if (!plan) throw fail('PLANS_FILE_REFUSED', { count: faults.length }, { fields: faults });
    return this.uow.run({ actor, action: 'plans.import', input: { code: plan.code } }, async (tx) => {
      const by = { accountId: actor.accountId, name: actor.name };
      const version = await this.writer.write(tx, { text: input.text, plan, reason: input.reason.trim(), by });
      await tx.audit({
        object: { type: 'policy_plan', id: plan.code },
        reason: input.reason,
        details: { version, targets: plan.targets.length, obligations: plan.reportObligations.length },
      });
      if (version !== null) await tx.emit(PlanImported, { planCode: plan.code });
      return { code: plan.code, version };
    });
  }
}

function provinceOf(actor: Actor): string {
  if (actor.scope.kind !== 'REGION' || !actor.scope.regionCode.endsWith('0000')) throw notFound();
  return actor.scope.regionCode;
}
