import { Injectable } from '@nestjs/common';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '@app/kernel';
import { repositoryRoot, type Seeder, Seeds, systemActor, type Tx, UnitOfWork } from '@app/platform';
import { PlanWriter } from '../data/plan-writer';
import type { NeedsRule } from '../domain/needs';
import type { Measure } from '../domain/measure';
import { readPlanFile } from '../domain/plan-file';

interface PolicyFile {
  version: number;
  effectiveFrom: string;
  summary: { zh: string; en: string };
  source: string;
}

const dir = () => join(repositoryRoot(), 'content');
const read = (name: string) => readFileSync(join(dir(), name), 'utf8');
const planFiles = () =>
  readdirSync(join(dir(), 'plans'))
    .filter((f) => f.endsWith('.json'))
    .sort()
    .map((f) => read(`plans/${f}`));
const RULES = ['population-policy-v1', 'training-needs-v1', 'indicators-v1'].map((name) => `rules/${name}.json`);

/** Both provinces' plans and the rules their figures rest on. A changed file is a new version; figures already taken keep their own. */
@Injectable()
@Seeds(95, 'starter', 'plans.policy-plans')
export class PlansSeeder implements Seeder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly writer: PlanWriter,
  ) {}

  contentHash(): string {
    return sha256Hex([...planFiles(), ...RULES.map(read), 'versions'].join('\0'));
  }

  async run(): Promise<string> {
    const [policy, needs, indicators] = RULES.map((name) => JSON.parse(read(name)) as unknown) as [
      PolicyFile,
      NeedsRule,
      { version: string; effectiveFrom: string; measures: Measure[] },
    ];
    const codes = indicators.measures.map((m) => m.code);
    const plans = planFiles().map((text) => ({ text, ...readPlanFile(text, codes) }));
    const faults = plans.flatMap((p) => p.faults);
    if (faults.length) throw new Error(`The starter plans have faults: ${JSON.stringify(faults)}`);
    await this.uow.run({ actor: systemActor('seed', 'seed-plans'), action: 'plans.import' }, async (tx) => {
      for (const { text, plan } of plans) {
        // What an authority imported itself is never put back by a release.
        if (await this.writer.importedByAuthority(tx, plan!.code)) continue;
        const by = { accountId: null, name: '康训' };
        await this.writer.write(tx, { text, plan: plan!, reason: '随产品发布的起步内容', by });
        await tx.audit({ object: { type: 'policy_plan', id: plan!.code } });
      }
      await this.rules(tx, policy, needs, indicators);
    });
    return `${plans.length} plans, ${plans.reduce((n, p) => n + p.plan!.targets.length, 0)} targets`;
  }

  private async rules(tx: Tx, policy: PolicyFile, ...versioned: { version: string; effectiveFrom: string }[]) {
    await tx.execute(
      `INSERT INTO population_policy (version, effective_from, summary_zh, summary_en, source, definition) VALUES (?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE summary_zh = VALUES(summary_zh), summary_en = VALUES(summary_en), source = VALUES(source), definition = VALUES(definition)`,
      [
        String(policy.version),
        policy.effectiveFrom,
        policy.summary.zh,
        policy.summary.en,
        policy.source,
        JSON.stringify(policy),
      ],
    );
    for (const [i, table] of ['training_needs_rule', 'indicator_rule'].entries()) {
      const rule = versioned[i]!;
      await tx.execute(
        `INSERT INTO ${table} (version, effective_from, content, loaded_at) VALUES (?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE effective_from = VALUES(effective_from), content = VALUES(content), loaded_at = VALUES(loaded_at)`,
        [rule.version, rule.effectiveFrom, JSON.stringify(rule), tx.now],
      );
    }
  }
}
