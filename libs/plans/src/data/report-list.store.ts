import { Injectable } from '@nestjs/common';
import { Db, type PageOf, type Scope } from '@app/platform';
import type { ReportState } from '../domain/report';
import { DUTY_FROM } from './report.store';

export interface DutyListRow {
  id: string;
  obligationId: string;
  year: number;
  regionCode: string;
  regionName: string;
  regionNameEn: string;
  labelZh: string;
  labelEn: string;
  kind: string;
  source: 'PLAN' | 'CALL';
  author: 'CITY' | 'PROVINCE';
  filed: number;
  clause: string;
  opensOn: string;
  dueOn: string;
  state: ReportState;
  retrospective: number;
  resubmitDueOn: string | null;
  firstCompleteAt: Date | null;
  recordedAfterwards: number;
  reminders: number;
  remindedAt: Date | null;
  sourceCode: string;
}

export interface ObligationYearRow {
  obligationId: string;
  year: number;
  labelZh: string;
  labelEn: string;
  source: 'PLAN' | 'CALL';
  author: 'CITY' | 'PROVINCE';
  filed: number;
  clause: string;
  documentNo: string | null;
  reason: string | null;
  opensOn: string;
  dueOn: string;
  expected: string;
  received: string;
  waiting: string;
  returned: string;
  retrospective: string;
}

export interface SubmissionRow {
  id: string;
  dutyId: string;
  seq: number;
  submittedAt: Date;
  complete: number;
  recordedAfterwards: number;
  submittedByName: string;
  signedByName: string | null;
  content: unknown;
  contentHash: string;
}

export type DutyGroup = 'TODO' | 'OVERDUE' | 'WAITING' | 'DONE';
export interface DutyFilter {
  group?: DutyGroup | null;
  obligationId?: string | null;
  year?: number | null;
  offset: number;
  limit: number;
}

const OPEN = "d.state IN ('NOT_STARTED', 'DRAFT', 'CITY_REVIEW', 'SIGNED', 'RETURNED')";
const DUE = "IF(d.state = 'RETURNED', d.resubmit_due_on, d.due_on)";
const COLUMNS = `d.id, d.obligation_id, d.year, d.region_code, COALESCE(r.name, d.region_code) AS region_name,
  COALESCE(r.name_en, d.region_code) AS region_name_en, o.label_zh, o.label_en, o.kind, o.source, o.source_code, o.author, o.filed, o.clause,
  d.opens_on, d.due_on, d.state, d.retrospective, d.resubmit_due_on, d.first_complete_at, d.recorded_afterwards, d.reminders, d.reminded_at`;

/** Lists of reports and of what an obligation has brought in. */
@Injectable()
export class ReportListStore {
  constructor(private readonly db: Db) {}

  async duties(f: DutyFilter, scope: Scope, today: string): Promise<PageOf<DutyListRow>> {
    const group = {
      // What waits for its window is shown too, so that nobody is surprised by it.
      TODO: { sql: `${OPEN} AND d.retrospective = 0`, params: [] as string[] },
      OVERDUE: {
        sql: `${OPEN} AND o.filed = 1 AND (d.retrospective = 0 OR d.state = 'RETURNED') AND ${DUE} < ?`,
        params: [today],
      },
      WAITING: { sql: "d.state IN ('SUBMITTED', 'RESUBMITTED')", params: [] },
      DONE: { sql: "d.state IN ('ACCEPTED', 'KEPT', 'SUBMITTED', 'RESUBMITTED')", params: [] },
      ALL: { sql: '1=1', params: [] },
    }[f.group ?? 'ALL'];
    const where = `${scope.where} AND ${group.sql} AND (? IS NULL OR d.obligation_id = ?) AND (? IS NULL OR d.year = ?)`;
    const given = [f.obligationId ?? null, f.obligationId ?? null, f.year ?? null, f.year ?? null];
    const params = [...scope.params, ...group.params, ...given];
    const order = f.group === 'DONE' ? 'd.due_on DESC' : 'd.due_on';
    const [rows, total] = await Promise.all([
      this.db.query<DutyListRow>(
        `SELECT ${COLUMNS} FROM ${DUTY_FROM} WHERE ${where} ORDER BY ${order}, d.region_code, d.id LIMIT ? OFFSET ?`,
        [...params, f.limit, f.offset],
      ),
      this.db.count(`SELECT COUNT(*) AS n FROM ${DUTY_FROM} WHERE ${where}`, params),
    ]);
    return { rows, total };
  }

  /** Every obligation and year in reach, with how many reports came in. */
  obligationYears(scope: Scope): Promise<ObligationYearRow[]> {
    return this.db.query<ObligationYearRow>(
      `SELECT d.obligation_id, d.year, o.label_zh, o.label_en, o.source, o.author, o.filed, o.clause, o.document_no, o.reason,
         MIN(d.opens_on) AS opens_on, MAX(d.due_on) AS due_on, COUNT(*) AS expected,
         SUM(d.first_complete_at IS NOT NULL) AS received, SUM(d.state IN ('SUBMITTED', 'RESUBMITTED')) AS waiting,
         SUM(d.state = 'RETURNED') AS returned, SUM(d.retrospective = 1 AND d.state = 'NOT_STARTED') AS retrospective
       FROM ${DUTY_FROM} WHERE ${scope.where}
       GROUP BY d.obligation_id, d.year, o.label_zh, o.label_en, o.source, o.author, o.filed, o.clause, o.document_no, o.reason
       ORDER BY due_on DESC, o.label_zh`,
      scope.params,
    );
  }

  /** All hand-ins of these reports in order; content and all. */
  submissions(dutyIds: string[]): Promise<SubmissionRow[]> {
    if (!dutyIds.length) return Promise.resolve([]);
    return this.db.query<SubmissionRow>(
      `SELECT id, duty_id, seq, submitted_at, complete, recorded_afterwards, submitted_by_name, signed_by_name, content, content_hash
       FROM report_submission WHERE duty_id IN (?) ORDER BY duty_id, seq`,
      [dutyIds],
    );
  }

  /** Accounts that hold the office now: whether somebody else could sign. */
  officers(role: string, regionCode: string, today: string): Promise<{ accountId: string }[]> {
    return this.db.query(
      `SELECT DISTINCT account_id FROM role_grant WHERE role = ? AND region_code = ? AND state = 'ACTIVE'
       AND starts_on <= ? AND (ends_on IS NULL OR ends_on > ?)`,
      [role, regionCode, today, today],
    );
  }
}
