import { Injectable } from '@nestjs/common';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '@app/kernel';
import { repositoryRoot, type Seeder, Seeds, systemActor, UnitOfWork } from '@app/platform';
import type { ReportRule } from '../domain/report-rule';
import { DeriveReportDuties } from '../use/derive-report-duties';

const content = (path: string) => readFileSync(join(repositoryRoot(), 'content', path), 'utf8');
const RULE = 'rules/report-rule-v1.json';

/** The rule for reports, and the reports the plans ask for. */
@Injectable()
@Seeds(96, 'starter', 'plans.reports')
export class ReportSeeder implements Seeder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly derive: DeriveReportDuties,
  ) {}

  contentHash(): string {
    const plans = readdirSync(join(repositoryRoot(), 'content/plans')).sort();
    return sha256Hex([content(RULE), ...plans.map((f) => content(`plans/${f}`))].join('\0'));
  }

  async run(): Promise<string> {
    const rule = JSON.parse(content(RULE)) as ReportRule;
    const actor = systemActor('seed', 'seed-reports');
    await this.uow.run({ actor, action: 'plans.import' }, async (tx) => {
      await tx.execute(
        `INSERT INTO report_rule (version, effective_from, content, loaded_at) VALUES (?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE effective_from = VALUES(effective_from), content = VALUES(content), loaded_at = VALUES(loaded_at)`,
        [rule.version, rule.effectiveFrom, content(RULE), tx.now],
      );
      await tx.audit({ object: { type: 'report_rule', id: rule.version } });
    });
    return `${await this.derive.run(actor)} reports due`;
  }
}
