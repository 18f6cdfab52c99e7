import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { Db, type Scope, type Tx } from '@app/platform';
import type { ReportState, Section } from '../domain/report';
import type { DueReport } from '../domain/report-duties';
import type { FigureSet } from '../domain/report-figures';
import type { ReportRule } from '../domain/report-rule';

interface Both {
  zh: string;
  en: string;
}

export interface DutyRow {
  id: string;
  obligationId: string;
  year: number;
  regionCode: string;
  regionName: string;
  regionNameEn: string;
  opensOn: string;
  dueOn: string;
  state: ReportState;
  version: number;
  retrospective: boolean;
  draftedBy: string | null;
  draftedByName: string | null;
  signedBy: string | null;
  signedByName: string | null;
  signedAt: Date | null;
  figures: FigureSet | null;
  firstCompleteAt: Date | null;
  returnedAt: Date | null;
  returnOpinion: string | null;
  resubmitDueOn: string | null;
  acceptedAt: Date | null;
  recordedAfterwards: boolean;
  clockMark: number | null;
  reminders: number;
  remindedAt: Date | null;
  ruleVersion: string;
  source: 'PLAN' | 'CALL';
  sourceCode: string;
  obligationKey: string;
  provinceCode: string;
  kind: string;
  label: Both;
  author: 'CITY' | 'PROVINCE';
  filed: boolean;
  sections: Section[];
  needsFigures: boolean;
  recipients: string[];
  toNote: Both | null;
  clause: string;
  quote: string | null;
  documentNo: string | null;
  reason: string | null;
}

export interface SectionRow {
  code: string;
  text: string;
  version: number;
  updatedByName: string;
  updatedAt: Date;
}
export interface ValueRow {
  figureKey: string;
  value: string;
  reason: string;
}
export interface FileRow {
  id: string;
  kind: 'SEAL' | 'ATTACHMENT';
  hash: string;
  name: string;
  mime: string;
  size: number;
  addedAt: Date;
}

type Runner = Pick<Db, 'query'> | Tx;
const json = <T>(v: unknown): T => (typeof v === 'string' ? (JSON.parse(v) as T) : (v as T));

export const DUTY_FROM = `report_duty d JOIN report_obligation o ON o.id = d.obligation_id
  LEFT JOIN region r ON r.code = d.region_code AND r.valid_to IS NULL`;
const DUTY = `SELECT d.id, d.obligation_id, d.year, d.region_code, r.name AS region_name, r.name_en AS region_name_en, d.opens_on, d.due_on,
  d.state, d.version, d.retrospective, d.drafted_by, d.drafted_by_name, d.signed_by, d.signed_by_name, d.signed_at, d.figures,
  d.first_complete_at, d.returned_at, d.return_opinion, d.resubmit_due_on, d.accepted_at, d.recorded_afterwards, d.clock_mark,
  d.reminders, d.reminded_at, d.rule_version, o.source, o.source_code, o.obligation_key, o.province_code, o.kind, o.label_zh, o.label_en,
  o.author, o.filed, o.sections, o.needs_figures, o.recipients, o.to_note_zh, o.to_note_en, o.clause, o.quote, o.document_no, o.reason
  FROM ${DUTY_FROM}`;

interface Raw extends Omit<
  DutyRow,
  'label' | 'toNote' | 'retrospective' | 'filed' | 'needsFigures' | 'recordedAfterwards'
> {
  retrospective: number;
  filed: number;
  needsFigures: number;
  recordedAfterwards: number;
  labelZh: string;
  labelEn: string;
  toNoteZh: string | null;
  toNoteEn: string | null;
}

const dutyOf = ({ labelZh, labelEn, toNoteZh, toNoteEn, ...d }: Raw): DutyRow => ({
  ...d,
  regionName: d.regionName ?? d.regionCode,
  regionNameEn: d.regionNameEn ?? d.regionCode,
  retrospective: d.retrospective === 1,
  filed: d.filed === 1,
  needsFigures: d.needsFigures === 1,
  recordedAfterwards: d.recordedAfterwards === 1,
  label: { zh: labelZh, en: labelEn },
  toNote: toNoteZh ? { zh: toNoteZh, en: toNoteEn ?? toNoteZh } : null,
  sections: json<Section[]>(d.sections),
  recipients: json<string[]>(d.recipients),
  figures: d.figures === null ? null : json<FigureSet>(d.figures),
});

/** One report: its duty, text, figures, files. */
@Injectable()
export class ReportStore {
  constructor(private readonly db: Db) {}

  async duty(id: string, scope: Scope, on: Runner = this.db): Promise<DutyRow | undefined> {
    const rows = await on.query<Raw>(`${DUTY} WHERE d.id = ? AND ${scope.where}`, [id, ...scope.params]);
    return rows[0] && dutyOf(rows[0]);
  }

  /** Holds the report until commit: whoever decides on its state or content decides alone. */
  async lock(tx: Tx, id: string, scope: Scope): Promise<DutyRow | undefined> {
    await tx.one('SELECT id FROM report_duty WHERE id = ? FOR UPDATE', [id]);
    return this.duty(id, scope, tx);
  }

  async duties(
    where: { sql: string; params: (string | number | string[] | Date)[] },
    scope: Scope,
  ): Promise<DutyRow[]> {
    const rows = await this.db.query<Raw>(`${DUTY} WHERE ${scope.where} AND ${where.sql}`, [
      ...scope.params,
      ...where.params,
    ]);
    return rows.map(dutyOf);
  }

  sections(dutyId: string, on: Runner = this.db): Promise<SectionRow[]> {
    return on.query<SectionRow>(
      'SELECT code, text, version, updated_by_name, updated_at FROM report_section WHERE duty_id = ?',
      [dutyId],
    );
  }

  values(dutyId: string, on: Runner = this.db): Promise<ValueRow[]> {
    return on.query<ValueRow>('SELECT figure_key, value, reason FROM report_value WHERE duty_id = ?', [dutyId]);
  }

  files(dutyId: string, on: Runner = this.db): Promise<FileRow[]> {
    return on.query<FileRow>(
      'SELECT id, kind, hash, name, mime, size, added_at FROM report_file WHERE duty_id = ? AND removed_at IS NULL ORDER BY added_at, id',
      [dutyId],
    );
  }

  async rule(day: string): Promise<ReportRule> {
    const row = await this.db.one<{ content: unknown }>(
      'SELECT content FROM report_rule WHERE effective_from <= ? ORDER BY effective_from DESC, version DESC LIMIT 1',
      [day],
    );
    if (!row) throw new Error('The rule for reports is not loaded: run the starter seed');
    return json<ReportRule>(row.content);
  }

  /** Adds the reports an obligation asks for where they are missing; those nobody began follow changed days. */
  async addDuties(
    tx: Tx,
    obligationId: string,
    regionCodes: string[],
    due: DueReport[],
    today: string,
    ruleVersion: string,
  ): Promise<{ id: string; regionCode: string; year: number; retrospective: number }[]> {
    const known = await tx.query<{
      id: string;
      regionCode: string;
      year: number;
      opensOn: string;
      dueOn: string;
      state: string;
    }>('SELECT id, region_code, year, opens_on, due_on, state FROM report_duty WHERE obligation_id = ?', [
      obligationId,
    ]);
    const moved = known.flatMap((k) => {
      const d = due.find((x) => x.year === k.year);
      return d && k.state === 'NOT_STARTED' && (d.dueOn !== k.dueOn || d.opensOn !== k.opensOn) ? [{ k, d }] : [];
    });
    for (const { k, d } of moved)
      await tx.update('report_duty', { id: k.id, state: 'NOT_STARTED' }, { ...dates(d), clockMark: null }, false);
    const rows = due.flatMap((d) =>
      regionCodes
        .filter((code) => !known.some((k) => k.regionCode === code && k.year === d.year))
        .map((regionCode) => ({
          id: newId(),
          obligationId,
          year: d.year,
          regionCode,
          ...dates(d),
          state: 'NOT_STARTED',
          version: 0,
          retrospective: d.dueOn < today ? 1 : 0,
          recordedAfterwards: 0,
          reminders: 0,
          ruleVersion,
          createdAt: tx.now,
        })),
    );
    // Another process may have added the same at the same time: the unique key decides.
    await tx.insert('report_duty', rows, 'ignore');
    return rows;
  }
}

const dates = (d: DueReport) => ({ opensOn: d.opensOn, dueOn: d.dueOn });
