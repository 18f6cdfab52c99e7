import { Injectable } from '@nestjs/common';
import { Db } from '@app/platform';
import type { NeedsRule } from '../domain/needs';

export interface TargetRow {
  targetKey: string;
  indicatorCode: string;
  labelZh: string;
  labelEn: string;
  value: string;
  dueOn: string;
  clause: string;
  quote: string;
  tallyCategory: 'REHAB_PHYSICIAN' | 'REHAB_THERAPIST' | null;
}
export interface PlanRow {
  code: string;
  provinceCode: string;
  titleZh: string;
  titleEn: string;
  periodStart: string;
  periodEnd: string;
}
export interface PolicyRow {
  version: string;
  summaryZh: string;
  summaryEn: string;
  source: string;
  definition: {
    staleAfterMonths: number;
    modes: { code: string; label: { zh: string; en: string }; seriesKinds: ('CENSUS' | 'YEAR_END_ESTIMATE')[] }[];
  };
}

@Injectable()
export class PlanStore {
  constructor(private readonly db: Db) {}

  /** The plan of a province running on a day, or its last one before; on a day before them all, the first. */
  plan(provinceCode: string, day: string): Promise<PlanRow | undefined> {
    return this.db.one<PlanRow>(
      'SELECT code, province_code, title_zh, title_en, period_start, period_end FROM policy_plan WHERE province_code = ? ORDER BY period_start <= ? DESC, ABS(DATEDIFF(period_start, ?)) LIMIT 1',
      [provinceCode, day, day],
    );
  }

  targets(planCode: string): Promise<TargetRow[]> {
    return this.db.query<TargetRow>(
      'SELECT target_key, indicator_code, label_zh, label_en, value, due_on, clause, quote, tally_category FROM plan_target WHERE plan_code = ? ORDER BY due_on, target_key',
      [planCode],
    );
  }

  /** Per-100k goals of any plan: for a province without one of its own they are a reference line only. */
  nationalReference(day: string): Promise<TargetRow[]> {
    return this.db.query<TargetRow>(
      `SELECT t.target_key, t.indicator_code, t.label_zh, t.label_en, t.value, t.due_on, t.clause, t.quote, t.tally_category
       FROM plan_target t JOIN policy_plan p ON p.code = t.plan_code WHERE t.tally_category IS NOT NULL AND p.period_start <= GREATEST(?, (SELECT MIN(p2.period_start) FROM plan_target t2 JOIN policy_plan p2 ON p2.code = t2.plan_code WHERE t2.tally_category IS NOT NULL)) ORDER BY t.due_on, t.target_key`,
      [day],
    );
  }

  async policy(day: string): Promise<PolicyRow | undefined> {
    const row = await this.db.one<PolicyRow>(
      'SELECT version, summary_zh, summary_en, source, definition FROM population_policy WHERE effective_from <= ? ORDER BY effective_from DESC, version DESC LIMIT 1',
      [day],
    );
    if (row && typeof row.definition === 'string')
      row.definition = JSON.parse(row.definition) as PolicyRow['definition'];
    return row;
  }

  /** The defaults of the calculation of training places in force on a day. */
  async needsRule(day: string): Promise<NeedsRule | undefined> {
    const row = await this.db.one<{ content: unknown }>(
      'SELECT content FROM training_needs_rule WHERE effective_from <= ? ORDER BY effective_from DESC, version DESC LIMIT 1',
      [day],
    );
    return row && ((typeof row.content === 'string' ? JSON.parse(row.content) : row.content) as NeedsRule);
  }
}
