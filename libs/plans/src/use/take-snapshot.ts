import { Injectable } from '@nestjs/common';
import { dayOf } from '@app/kernel';
import { type Actor, notFound, regionPrefix, type Tx, UnitOfWork } from '@app/platform';
import { Registry } from '@app/registry';
import { Workforce } from '@app/workforce';
import { PlanStore } from '../data/plan.store';
import { pickPopulation, type PopulationKind } from '../domain/population';
import { policyOf } from './goal-board';

export interface SnapshotInput {
  regionCode?: string;
  asOf: string;
  title: string;
  /** code of a mode of the population policy, default its first */
  populationMode?: string;
}

/** Freezes the figures of a region with the population each was measured with (§4.8). */
@Injectable()
export class TakeSnapshot {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: Registry,
    private readonly workforce: Workforce,
    private readonly plans: PlanStore,
  ) {}

  /** @throws PLATFORM_NOT_FOUND outside the officer's region; WORKFORCE_SNAPSHOT_FUTURE, WORKFORCE_SNAPSHOT_TITLE */
  run(actor: Actor, input: SnapshotInput): Promise<{ id: string; hash: string }> {
    const own = actor.scope.kind === 'REGION' ? actor.scope.regionCode : null;
    const code = input.regionCode ?? own;
    if (!own || !code?.startsWith(regionPrefix(own))) throw notFound();
    return this.uow.run({ actor, action: 'plans.take-snapshot', input }, async (tx) => {
      const taken = await this.take(tx, code, input);
      await tx.audit({
        object: { type: 'tally_snapshot', id: taken.id },
        details: { regionCode: code, asOf: input.asOf, hash: taken.hash },
      });
      return taken;
    });
  }

  /** Inside a transaction of the caller, who has checked who may and writes the audit entry. */
  async take(tx: Tx, code: string, input: Omit<SnapshotInput, 'regionCode'>): Promise<{ id: string; hash: string }> {
    const policy = await this.plans.policy(input.asOf);
    const modes = policy?.definition.modes ?? [];
    const mode = modes.find((m) => m.code === input.populationMode) ?? modes[0];
    const regions = await this.registry.regions(`${code.slice(0, 2)}0000`, input.asOf);
    const values = await this.registry.populationValues(
      regions.map((r) => r.code).filter((c) => c.startsWith(regionPrefix(code))),
    );
    const byRegion = new Map<string, typeof values>();
    for (const v of values) byRegion.set(v.regionCode, [...(byRegion.get(v.regionCode) ?? []), v]);
    const chosen = policyOf(policy, mode?.seriesKinds);
    const populations = [...byRegion].flatMap(([regionCode, list]) => {
      const { value } = pickPopulation(
        list.map((v) => ({ ...v, seriesId: v.series, kind: v.kind as PopulationKind, persons: Number(v.persons) })),
        chosen,
        input.asOf,
        dayOf(tx.now),
      );
      return value
        ? [
            {
              regionCode,
              persons: value.persons,
              seriesCode: value.seriesId,
              referenceDate: value.referenceDate,
              publishedOn: value.publishedOn,
            },
          ]
        : [];
    });
    return this.workforce.takeSnapshot(tx, {
      regionCode: code,
      asOf: input.asOf,
      title: input.title,
      populationPolicyVersion: policy ? `${policy.version} ${mode?.code ?? ''}`.trim() : null,
      populations,
    });
  }
}
