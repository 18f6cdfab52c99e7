import { Inject, Injectable } from '@nestjs/common';
import { addDays, type Clock, dayOf } from '@app/kernel';
import { CLOCK, Db } from '@app/platform';
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

/** A rule counts ahead of its first day, so that its figures are there when the day begins. */
const DAYS_AHEAD = 2;

/** The counting rule in force: the newest one whose day has come. */
@Injectable()
export class CountingRules {
  private kept?: { rules: RuleInForce[]; until: number };
  constructor(
    private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async inForce(day: string): Promise<RuleInForce> {
    return newest(await this.all(), day) ?? fromDefault(DEFAULT_COUNTING_RULE);
  }

  /** The rule in force today and those whose day comes soon: their rows are kept in step with the facts. */
  async maintained(): Promise<CountingRule[]> {
    const today = dayOf(this.clock.now());
    const all = await this.all();
    const now = newest(all, today) ?? fromDefault(DEFAULT_COUNTING_RULE);
    const soon = all.filter((r) => r.effectiveFrom > today && r.effectiveFrom <= addDays(today, DAYS_AHEAD));
    return [now, ...soon].map((r) => r.definition);
  }

  private async all(): Promise<RuleInForce[]> {
    // Rules change by a deliberate act a few times in a decade; half a minute late is soon enough.
    if (this.kept && this.kept.until > performance.now()) return this.kept.rules;
    const rows = await this.db.query<Omit<RuleInForce, 'definition'> & { definition: unknown }>(
      'SELECT * FROM counting_rule ORDER BY effective_from DESC, version DESC',
    );
    const rules = rows.map((row) => ({
      ...row,
      definition: (typeof row.definition === 'string' ? JSON.parse(row.definition) : row.definition) as CountingRule,
    }));
    if (rules.length) this.kept = { rules, until: performance.now() + 30_000 };
    return rules;
  }
}

const newest = (all: RuleInForce[], day: string): RuleInForce | undefined => all.find((r) => r.effectiveFrom <= day);

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
