import { Injectable } from '@nestjs/common';
import { type Actor, notFound } from '@app/platform';
import { IndicatorStore, type PlanListRow } from '../data/indicator.store';

/** Plans of the officer's own province: reading them. */
@Injectable()
export class PolicyPlans {
  constructor(private readonly store: IndicatorStore) {}

  list(actor: Actor): Promise<PlanListRow[]> {
    return this.store.plans(provinceOf(actor));
  }

  /** @throws PLATFORM_NOT_FOUND */
  async one(actor: Actor, code: string) {
    const row = (await this.list(actor)).find((p) => p.code === code);
    const content = row && (await this.store.content(code));
    if (!row || !content) throw notFound();
    return { row, plan: content.plan, versions: await this.store.versions(code) };
  }
}

function provinceOf(actor: Actor): string {
  if (actor.scope.kind !== 'REGION') throw notFound();
  return `${actor.scope.regionCode.slice(0, 2)}0000`;
}
