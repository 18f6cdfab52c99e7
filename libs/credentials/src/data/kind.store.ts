import { Injectable } from '@nestjs/common';
import type { Day } from '@app/kernel';
import { Db, type Tx } from '@app/platform';
import type { TwoLanguages } from '../domain/check-line';
import type { IssueCheck } from '../domain/person-checks';
import { fromJson } from './json';

export interface KindRow {
  code: string;
  version: number;
  numberKind: string;
  title: TwoLanguages;
  statement: TwoLanguages;
  validityMonths: number | null;
  renewable: boolean;
  issuerRole: string;
  /** by province code */
  issuers: Record<string, TwoLanguages>;
  issueChecks: IssueCheck[];
  templateVersion: string;
  source: string;
  effectiveFrom: Day;
  effectiveTo: Day | null;
}

export interface KindVersion {
  version: number;
  contentHash: string;
}

type Raw = Omit<KindRow, 'title' | 'statement' | 'issuers' | 'issueChecks' | 'renewable'> & {
  titleZh: string;
  titleEn: string;
  statementZh: string;
  statementEn: string;
  issuers: unknown;
  issueChecks: unknown;
  renewable: number;
};

const kindOf = ({ titleZh, titleEn, statementZh, statementEn, ...r }: Raw): KindRow => ({
  ...r,
  title: { zh: titleZh, en: titleEn },
  statement: { zh: statementZh, en: statementEn },
  renewable: r.renewable === 1,
  issuers: fromJson(r.issuers),
  issueChecks: fromJson(r.issueChecks),
});

@Injectable()
export class KindStore {
  constructor(private readonly db: Db) {}

  /** The version of each kind in force on a day. */
  async onDay(day: Day, codes?: string[]): Promise<Map<string, KindRow>> {
    const rows = await this.db.query<Raw>(
      `SELECT * FROM certificate_kind WHERE effective_from <= ? AND (effective_to IS NULL OR effective_to > ?)${codes ? ' AND code IN (?)' : ''} ORDER BY number_kind`,
      codes ? [day, day, codes] : [day, day],
    );
    return new Map(rows.map((r) => [r.code, kindOf(r)]));
  }

  lastVersion(tx: Tx, code: string): Promise<KindVersion | undefined> {
    return tx.one<KindVersion>(
      'SELECT version, content_hash FROM certificate_kind WHERE code = ? ORDER BY version DESC LIMIT 1 FOR UPDATE',
      [code],
    );
  }

  async add(tx: Tx, row: Record<string, unknown>): Promise<void> {
    await tx.execute(
      'UPDATE certificate_kind SET effective_to = ? WHERE code = ? AND effective_to IS NULL AND effective_from < ?',
      [row['effectiveFrom'] as string, row['code'] as string, row['effectiveFrom'] as string],
    );
    // Changed twice on one day: the earlier version of the day never held.
    await tx.execute(
      'UPDATE certificate_kind SET effective_to = effective_from WHERE code = ? AND effective_to IS NULL',
      [row['code'] as string],
    );
    await tx.insert('certificate_kind', row);
  }
}
