import { Injectable } from '@nestjs/common';
import { Db } from '@app/platform';
import { type CountingRule, DEFAULT_COUNTING_RULE } from '../domain/counting-rule';

export interface RuleInForce {
  version: string;
  nameZh: string;
  nameEn: string;
  summaryZh: string;
  summaryEn: string;
  source: string;
  effectiveFrom: string;
  definition: CountingRule;
}

/** The counting rule in force: the newest one whose day has come. */
@Injectable()
export class CountingRules {
  private kept?: { rule: RuleInForce; until: number };
  constructor(private readonly db: Db) {}

  async inForce(day: string): Promise<RuleInForce> {
    // Rules change by a deliberate act a few times in a decade; half a minute late is soon enough.
    if (this.kept && this.kept.until > performance.now()) return this.kept.rule;
    const row = await this.db.one<Omit<RuleInForce, 'definition'> & { definition: unknown }>(
      'SELECT * FROM counting_rule WHERE effective_from <= ? ORDER BY effective_from DESC, version DESC LIMIT 1',
      [day],
    );
    const rule: RuleInForce = row
      ? {
          ...row,
          definition: (typeof row.definition === 'string'
            ? JSON.parse(row.definition)
            : row.definition) as CountingRule,
        }
      : fromDefault(DEFAULT_COUNTING_RULE);
    if (row) this.kept = { rule, until: performance.now() + 30_000 };
    return rule;
  }
}

const fromDefault = (d: CountingRule): RuleInForce => ({
  version: d.version,
  nameZh: d.source.zh,
  nameEn: d.source.en,
  summaryZh: d.source.zh,
  summaryEn: d.source.en,
  source: 'DEC-5, DEC-6',
  effectiveFrom: '2019-01-01',
  definition: d,
});
