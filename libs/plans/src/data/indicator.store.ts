import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '@app/platform';
import type { TargetDefinition } from '../domain/indicator';
import type { Measure } from '../domain/measure';
import type { PlanFile, PlanTargetFile } from '../domain/plan-file';

export interface IndicatorRule {
  version: string;
  effectiveFrom: string;
  name: { zh: string; en: string };
  summary: { zh: string; en: string };
  source: string;
  publication: { suppressBelow: { value: number; source: { zh: string; en: string } } };
  measures: Measure[];
}
export type FullTarget = TargetDefinition &
  Pick<PlanTargetFile, 'label' | 'clause' | 'quote' | 'tally'> & { dueOn: string };
export interface ExemptionRow {
  id: string;
  targetKey: string;
  regionCode: string;
  reason: string;
  documentNo: string | null;
  decidedOn: string;
  endedOn: string | null;
  endReason: string | null;
  decidedBy: string;
  recordedAt: Date;
}
export interface VerdictRow {
  targetKey: string;
  status: 'MET' | 'NOT_MET';
  count: number;
  asOf: string;
  reason: string;
  decidedBy: string;
  recordedAt: Date;
}
export interface EvidenceRow {
  id: string;
  targetKey: string;
  subject: string;
  documentNo: string;
  issuedOn: string;
  withdrawnOn: string | null;
  withdrawReason: string | null;
  recordedBy: string;
}
export interface PlanVersionRow {
  version: number;
  contentHash: string;
  reason: string;
  importedBy: string;
  importedAt: Date;
}
export interface PlanListRow {
  code: string;
  provinceCode: string;
  titleZh: string;
  titleEn: string;
  periodStart: string;
  periodEnd: string;
  importedAt: Date;
}

const parsed = <T>(v: unknown): T => (typeof v === 'string' ? JSON.parse(v) : v) as T;

/** Plans with their full text, and what officers record beside the figures. */
@Injectable()
export class IndicatorStore {
  constructor(private readonly db: Db) {}

  async rule(day: string): Promise<IndicatorRule> {
    const row = await this.db.one<{ content: unknown }>(
      'SELECT content FROM indicator_rule WHERE effective_from <= ? ORDER BY effective_from DESC, version DESC LIMIT 1',
      [day],
    );
    if (!row) throw new Error('Indicators have no rule: the starter plans are not loaded');
    return parsed(row.content);
  }

  /** IND-L2 before IND-L10. */
  async targets(planCode: string): Promise<FullTarget[]> {
    const rows = await this.db.query<{ definition: unknown; dueOn: string }>(
      'SELECT definition, due_on FROM plan_target WHERE plan_code = ?',
      [planCode],
    );
    return rows
      .map((r) => ({ ...parsed<FullTarget>(r.definition), dueOn: r.dueOn }))
      .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  }

  plans(provinceCode: string): Promise<PlanListRow[]> {
    return this.db.query(
      'SELECT code, province_code, title_zh, title_en, period_start, period_end, imported_at FROM policy_plan WHERE province_code = ? ORDER BY period_start DESC, code',
      [provinceCode],
    );
  }

  async content(planCode: string): Promise<{ provinceCode: string; plan: PlanFile } | undefined> {
    const row = await this.db.one<{ provinceCode: string; content: unknown }>(
      'SELECT province_code, content FROM policy_plan WHERE code = ?',
      [planCode],
    );
    return row && { provinceCode: row.provinceCode, plan: parsed(row.content) };
  }

  versions(planCode: string): Promise<PlanVersionRow[]> {
    return this.db.query(
      'SELECT version, content_hash, reason, imported_by, imported_at FROM policy_plan_version WHERE plan_code = ? ORDER BY version DESC',
      [planCode],
    );
  }

  /** Exceptions in force on the day, as known today. */
  exemptions(planCode: string, day: string): Promise<ExemptionRow[]> {
    return this.db.query(
      `SELECT id, target_key, region_code, reason, document_no, decided_on, ended_on, end_reason, decided_by, recorded_at FROM indicator_exemption
       WHERE plan_code = ? AND decided_on <= ? AND (ended_on IS NULL OR ended_on > ?) ORDER BY target_key, region_code, recorded_at`,
      [planCode, day, day],
    );
  }

  /** The last word of a reviewer per target, about figures of a day up to `day`. */
  verdicts(planCode: string, day: string): Promise<VerdictRow[]> {
    return this.db.query(
      `SELECT target_key, status, count, as_of, reason, decided_by, recorded_at FROM indicator_verdict
       WHERE plan_code = ? AND as_of <= ? ORDER BY recorded_at, id`,
      [planCode, day],
    );
  }

  evidence(planCode: string, day: string): Promise<EvidenceRow[]> {
    return this.db.query(
      `SELECT id, target_key, subject, document_no, issued_on, withdrawn_on, withdraw_reason, recorded_by FROM plan_evidence
       WHERE plan_code = ? AND issued_on <= ? AND (withdrawn_on IS NULL OR withdrawn_on > ?) ORDER BY target_key, issued_on, subject`,
      [planCode, day, day],
    );
  }

  exemptionTx(tx: Tx, id: string) {
    return tx.one<ExemptionRow & { planCode: string; provinceCode: string }>(
      `SELECT e.*, p.province_code FROM indicator_exemption e JOIN policy_plan p ON p.code = e.plan_code WHERE e.id = ? FOR UPDATE`,
      [id],
    );
  }

  evidenceTx(tx: Tx, id: string) {
    return tx.one<EvidenceRow & { planCode: string; provinceCode: string }>(
      `SELECT e.*, p.province_code FROM plan_evidence e JOIN policy_plan p ON p.code = e.plan_code WHERE e.id = ? FOR UPDATE`,
      [id],
    );
  }
}
