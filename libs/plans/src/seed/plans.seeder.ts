import { Injectable } from '@nestjs/common';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId, sha256Hex } from '@app/kernel';
import { repositoryRoot, type Seeder, Seeds, systemActor, UnitOfWork } from '@app/platform';
import type { NeedsRule } from '../domain/needs';

interface Both {
  zh: string;
  en: string;
}
interface PlanFile {
  code: string;
  provinceCode: string;
  title: Both;
  periodStart: string;
  periodEnd: string;
  targets: {
    id: string;
    code: string;
    label: Both;
    op: string;
    value: string | null;
    unit: string;
    by: string | null;
    clause: string;
    quote: string;
    tally?: { category: string } | null;
  }[];
}
interface PolicyFile {
  version: number;
  effectiveFrom: string;
  summary: Both;
  source: string;
}

const dir = () => join(repositoryRoot(), 'content');
const planFiles = () =>
  readdirSync(join(dir(), 'plans'))
    .filter((f) => f.endsWith('.json'))
    .sort()
    .map((f) => readFileSync(join(dir(), 'plans', f), 'utf8'));
const policyFile = () => readFileSync(join(dir(), 'rules/population-policy-v1.json'), 'utf8');
const needsFile = () => readFileSync(join(dir(), 'rules/training-needs-v1.json'), 'utf8');

/** Both provinces' plans, the population policy and the rule for training places. A changed file replaces its targets; figures already taken keep their own. */
@Injectable()
@Seeds(95, 'starter', 'plans.policy-plans')
export class PlansSeeder implements Seeder {
  constructor(private readonly uow: UnitOfWork) {}

  contentHash(): string {
    return sha256Hex([...planFiles(), policyFile(), needsFile()].join('\0'));
  }

  async run(): Promise<string> {
    const plans = planFiles().map((text) => ({ text, plan: JSON.parse(text) as PlanFile }));
    const policy = JSON.parse(policyFile()) as PolicyFile;
    const needs = JSON.parse(needsFile()) as NeedsRule;
    await this.uow.run({ actor: systemActor('seed', 'seed-plans'), action: 'plans.import' }, async (tx) => {
      for (const { text, plan } of plans) {
        await tx.execute('DELETE FROM plan_target WHERE plan_code = ?', [plan.code]);
        await tx.execute(
          `INSERT INTO policy_plan (code, province_code, title_zh, title_en, period_start, period_end, content_hash, content, imported_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON DUPLICATE KEY UPDATE title_zh = VALUES(title_zh), title_en = VALUES(title_en), period_start = VALUES(period_start), period_end = VALUES(period_end),
           content_hash = VALUES(content_hash), content = VALUES(content), imported_at = VALUES(imported_at)`,
          [
            plan.code,
            plan.provinceCode,
            plan.title.zh,
            plan.title.en,
            plan.periodStart,
            plan.periodEnd,
            sha256Hex(text),
            text,
            tx.now,
          ],
        );
        await tx.insert(
          'plan_target',
          plan.targets.map((t) => ({
            id: newId(),
            planCode: plan.code,
            targetKey: t.id,
            indicatorCode: t.code,
            labelZh: t.label.zh,
            labelEn: t.label.en,
            op: t.op,
            value: t.value ?? null,
            unit: t.unit,
            dueOn: t.by ?? plan.periodEnd,
            clause: t.clause,
            quote: t.quote,
            tallyCategory: t.tally?.category ?? null,
            definition: JSON.stringify(t),
          })),
        );
        await tx.audit({ object: { type: 'policy_plan', id: plan.code } });
      }
      await tx.execute(
        `INSERT INTO population_policy (version, effective_from, summary_zh, summary_en, source, definition) VALUES (?, ?, ?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE summary_zh = VALUES(summary_zh), summary_en = VALUES(summary_en), source = VALUES(source), definition = VALUES(definition)`,
        [
          String(policy.version),
          policy.effectiveFrom,
          policy.summary.zh,
          policy.summary.en,
          policy.source,
          policyFile(),
        ],
      );
      await tx.execute(
        `INSERT INTO training_needs_rule (version, effective_from, content, loaded_at) VALUES (?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE effective_from = VALUES(effective_from), content = VALUES(content), loaded_at = VALUES(loaded_at)`,
        [needs.version, needs.effectiveFrom, needsFile(), tx.now],
      );
    });
    return `${plans.length} plans, ${plans.reduce((n, p) => n + p.plan.targets.length, 0)} targets`;
  }
}
