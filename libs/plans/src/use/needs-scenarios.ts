import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { type Actor, notFound, regionPrefix, UnitOfWork } from '@app/platform';
import { MOST_SCENARIOS, type ScenarioOutcome, type ScenarioRow, ScenarioStore } from '../data/scenario.store';
import { ASSUMPTIONS, type NeedsInput } from '../domain/needs';
import { fail } from '../plans.errors';
import { TrainingNeeds } from './training-needs';

export interface SaveScenario {
  name: string;
  regionCode: string;
  category: string;
  dueOn?: string;
  inputs: NeedsInput;
}

/** What-ifs kept side by side: each with what was set and the answer of its day, which later data do not change. */
@Injectable()
export class NeedsScenarios {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: ScenarioStore,
    private readonly needs: TrainingNeeds,
  ) {}

  list(actor: Actor, regionCode: string, category: string): Promise<ScenarioRow[]> {
    inScope(actor, regionCode);
    return this.store.of(regionCode, category);
  }

  /** @throws PLATFORM_NOT_FOUND, PLANS_NEEDS_REFUSED, PLANS_SCENARIO_MOST */
  async save(actor: Actor, input: SaveScenario): Promise<{ id: string }> {
    inScope(actor, input.regionCode);
    const a = await this.needs.run(actor, input);
    const outcome: ScenarioOutcome = {
      asOf: a.asOf,
      dueOn: a.dueOn,
      status: a.status,
      required: a.required,
      count: a.count,
      losses: a.losses,
      inflow: a.inflow,
      net: a.net,
      places: a.places,
      perIntake: a.perIntake,
      capacityPerYear: a.capacity.perYear,
      missingPerYear: a.missingPerYear,
      ruleVersion: a.rule.version,
    };
    const set = ['required', 'count', ...ASSUMPTIONS] as const;
    const inputs = Object.fromEntries(
      set.flatMap((k) => (input.inputs[k]?.trim() ? [[k, input.inputs[k].trim()]] : [])),
    );
    return this.uow.run({ actor, action: 'plans.save-scenario', input }, async (tx) => {
      if ((await this.store.lockCount(tx, input.regionCode, input.category)) >= MOST_SCENARIOS)
        throw fail('PLANS_SCENARIO_MOST', { most: MOST_SCENARIOS });
      const id = newId();
      await tx.insert('needs_scenario', {
        id,
        regionCode: input.regionCode,
        category: input.category,
        name: input.name.trim(),
        query: JSON.stringify({ dueOn: input.dueOn?.trim() || null, inputs }),
        outcome: JSON.stringify(outcome),
        accountId: actor.accountId,
        savedBy: actor.name,
        savedAt: tx.now,
      });
      await tx.audit({ object: { type: 'needs_scenario', id } });
      return { id };
    });
  }

  /** By whoever saved it. @throws PLATFORM_NOT_FOUND */
  async remove(actor: Actor, id: string): Promise<{ id: string }> {
    return this.uow.run({ actor, action: 'plans.remove-scenario', input: { id } }, async (tx) => {
      const row = await this.store.one(tx, id);
      if (!row || row.accountId !== actor.accountId) throw notFound();
      if (!row.removedAt) await tx.update('needs_scenario', { id }, { removedAt: tx.now });
      await tx.audit({ object: { type: 'needs_scenario', id } });
      return { id };
    });
  }
}

function inScope(actor: Actor, regionCode: string): void {
  const own = actor.scope.kind === 'REGION' ? actor.scope.regionCode : null;
  if (!own || !regionCode.startsWith(regionPrefix(own))) throw notFound();
}
