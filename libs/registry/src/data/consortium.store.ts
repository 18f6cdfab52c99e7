import { Injectable } from '@nestjs/common';
import { Db, type Scope, type Tx } from '@app/platform';
import { isCode } from '../domain/plain-code';

export interface ConsortiumRow {
  id: string;
  name: string;
  kind: string;
  regionCode: string;
  leadInstitutionId: string;
  startOn: string;
  endOn: string | null;
}

interface ListRow extends ConsortiumRow {
  leadName: string;
  regionName: string | null;
  members: string;
}

interface MemberRow {
  id: string;
  consortiumId: string;
  institutionId: string;
  name: string;
  startOn: string;
  endOn: string | null;
}

const LIST = `SELECT c.id, c.name, c.kind, c.region_code, c.lead_institution_id, c.start_on, c.end_on, i.name AS lead_name,
  r.name AS region_name,
  (SELECT COUNT(*) FROM consortium_member m WHERE m.consortium_id = c.id AND m.end_on IS NULL) AS members
  FROM consortium c JOIN institution i ON i.id = c.lead_institution_id
  LEFT JOIN region r ON r.code = c.region_code AND r.valid_to IS NULL`;

@Injectable()
export class ConsortiumStore {
  constructor(private readonly db: Db) {}

  async page(scope: Scope, p: { offset: number; limit: number }): Promise<{ rows: ListRow[]; total: number }> {
    const [rows, total] = await Promise.all([
      this.db.query<ListRow>(
        `${LIST} WHERE ${scope.where} ORDER BY c.end_on IS NOT NULL, c.region_code, c.name, c.id LIMIT ? OFFSET ?`,
        [...scope.params, p.limit, p.offset],
      ),
      this.db.count(`SELECT COUNT(*) AS n FROM consortium c WHERE ${scope.where}`, scope.params),
    ]);
    return { rows, total };
  }

  async one(id: string, scope: Scope): Promise<ListRow | undefined> {
    if (!isCode(id)) return undefined;
    return this.db.one<ListRow>(`${LIST} WHERE c.id = ? AND ${scope.where}`, [id, ...scope.params]);
  }

  members(id: string) {
    return this.db.query<MemberRow & { type: string; level: string; grade: string; endReason: string | null }>(
      `SELECT m.id, m.consortium_id, m.institution_id, i.name, i.type, i.level, i.grade, m.start_on, m.end_on, m.end_reason
       FROM consortium_member m JOIN institution i ON i.id = m.institution_id
       WHERE m.consortium_id = ? ORDER BY m.end_on IS NOT NULL, i.county_code, i.name_pinyin, m.start_on`,
      [id],
    );
  }

  ofInstitution(institutionId: string) {
    return this.db.query<ConsortiumRow & { consortiumId: string; lead: number }>(
      `SELECT m.id, c.id AS consortium_id, c.name, c.kind, c.region_code, c.lead_institution_id, m.start_on, m.end_on,
              c.lead_institution_id = m.institution_id AS lead
       FROM consortium_member m JOIN consortium c ON c.id = m.consortium_id
       WHERE m.institution_id = ? ORDER BY m.end_on IS NOT NULL, m.start_on`,
      [institutionId],
    );
  }

  async lock(tx: Tx, id: string, scope: Scope): Promise<ConsortiumRow | undefined> {
    if (!isCode(id)) return undefined;
    return tx.one<ConsortiumRow>(
      `SELECT c.id, c.name, c.kind, c.region_code, c.lead_institution_id, c.start_on, c.end_on FROM consortium c
       WHERE c.id = ? AND ${scope.where} FOR UPDATE`,
      [id, ...scope.params],
    );
  }

  async member(tx: Tx, id: string): Promise<MemberRow | undefined> {
    if (!isCode(id)) return undefined;
    return tx.one<MemberRow>(
      `SELECT m.id, m.consortium_id, m.institution_id, i.name, m.start_on, m.end_on
       FROM consortium_member m JOIN institution i ON i.id = m.institution_id WHERE m.id = ?`,
      [id],
    );
  }

  memberships(
    tx: Tx,
    consortiumId: string,
    institutionId: string,
  ): Promise<{ startOn: string; endOn: string | null }[]> {
    return tx.query('SELECT start_on, end_on FROM consortium_member WHERE consortium_id = ? AND institution_id = ?', [
      consortiumId,
      institutionId,
    ]);
  }
}
