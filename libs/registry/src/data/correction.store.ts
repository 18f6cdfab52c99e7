import { Injectable } from '@nestjs/common';
import { Db, type Param, type Scope, type Tx } from '@app/platform';
import type { CorrectionState } from '../domain/correction';

export interface CorrectionRow {
  id: string;
  personId: string;
  personName: string;
  accountId: string;
  state: CorrectionState;
  factType: string;
  statement: string;
  actSealed: string;
  institutionId: string | null;
  institutionName: string | null;
  countyCode: string | null;
  countyName: string | null;
  cityName: string | null;
  employerOpinion: string | null;
  decision: string | null;
  createdAt: Date;
  decidedAt: Date | null;
}

export interface Evidence {
  id: string;
  fileHash: string;
  fileName: string;
  fileMime: string;
}

const FROM = `FROM correction_request c JOIN person p ON p.id = c.person_id LEFT JOIN institution i ON i.id = c.institution_id
  LEFT JOIN region r ON r.code = c.county_code AND r.valid_to IS NULL LEFT JOIN region ct ON ct.code = r.parent_code AND ct.valid_to IS NULL`;
const SELECT = `SELECT c.id, c.person_id, p.name AS person_name, c.account_id, c.state, c.fact_type, c.statement, c.act_sealed, c.institution_id,
  i.name AS institution_name, c.county_code, r.name AS county_name, ct.name AS city_name, c.employer_opinion, c.decision, c.created_at, c.decided_at`;

@Injectable()
export class CorrectionStore {
  constructor(private readonly db: Db) {}

  async page(
    scope: Scope,
    f: { states?: string[]; offset: number; limit: number },
  ): Promise<{ rows: CorrectionRow[]; total: number }> {
    const where = `${scope.where}${f.states?.length ? ' AND c.state IN (?)' : ''}`;
    const params: Param[] = [...scope.params, ...(f.states?.length ? [f.states] : [])];
    const [rows, total] = await Promise.all([
      this.db.query<CorrectionRow>(
        `${SELECT} ${FROM} WHERE ${where} ORDER BY c.decided_at IS NOT NULL, c.created_at DESC, c.id LIMIT ? OFFSET ?`,
        [...params, f.limit, f.offset],
      ),
      this.db.count(`SELECT COUNT(*) AS n ${FROM} WHERE ${where}`, params),
    ]);
    return { rows, total };
  }

  one(id: string, scope: Scope, reader: Pick<Db, 'one'> | Tx = this.db): Promise<CorrectionRow | undefined> {
    return reader.one<CorrectionRow>(`${SELECT} ${FROM} WHERE c.id = ? AND ${scope.where}`, [id, ...scope.params]);
  }

  async lock(tx: Tx, id: string): Promise<void> {
    await tx.query('SELECT id FROM correction_request WHERE id = ? FOR UPDATE', [id]);
  }

  evidence(id: string): Promise<Evidence[]> {
    return this.db.query<Evidence>(
      'SELECT id, file_hash, file_name, file_mime FROM correction_evidence WHERE request_id = ? ORDER BY id',
      [id],
    );
  }

  /** Where the person works: whose opinion is asked and who decides. */
  placeOf(tx: Tx, personId: string) {
    return tx.one<{ institutionId: string; countyCode: string }>(
      'SELECT i.id AS institution_id, i.county_code FROM person p JOIN practice_site s ON s.id = p.current_site_id JOIN institution i ON i.id = s.institution_id WHERE p.id = ?',
      [personId],
    );
  }
}
