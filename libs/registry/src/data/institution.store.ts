import { Injectable } from '@nestjs/common';
import { Db, type Param, regionPrefix, type Scope } from '@app/platform';
import { isCode } from '../domain/plain-code';
import { likeText } from './people.store';

export interface InstitutionFilter {
  search?: string;
  regionCode?: string;
  type?: string;
  level?: string;
  /** has an open unit of this kind */
  unitKind?: string;
  /** holds this designation */
  designation?: string;
  /** OPEN (default) · CLOSED · ALL */
  standing?: string;
}

export interface InstitutionListRow {
  id: string;
  name: string;
  uscc: string | null;
  usccOverrideReason: string | null;
  type: string;
  level: string;
  grade: string;
  ownership: string;
  adminLevel: string;
  countyCode: string;
  countyName: string | null;
  cityName: string | null;
  medical: number;
  openedOn: string;
  closedOn: string | null;
  closeReason: string | null;
  permitNo: string | null;
  successorId: string | null;
  successorName: string | null;
  updatedAt: Date;
}

export interface StaffCount {
  institutionId: string;
  staff: number;
  physicians: number;
  rehabPhysicians: number;
  therapists: number;
}

const SELECT = `SELECT i.id, i.name, i.uscc, i.uscc_override_reason, i.type, i.level, i.grade, i.ownership, i.admin_level, i.county_code,
  c.name AS county_name, ct.name AS city_name, i.medical, i.opened_on, i.closed_on, i.close_reason, i.permit_no,
  i.successor_id, nx.name AS successor_name, i.updated_at`;
const FROM = `FROM institution i
  LEFT JOIN region c ON c.code = i.county_code AND c.valid_to IS NULL
  LEFT JOIN region ct ON ct.code = c.parent_code AND ct.valid_to IS NULL
  LEFT JOIN institution nx ON nx.id = i.successor_id`;

function whereOf(f: InstitutionFilter, scope: Scope, day: string): { sql: string; params: Param[] } {
  const parts = [scope.where];
  const params: Param[] = [...scope.params];
  const add = (sql: string, ...values: Param[]) => {
    parts.push(sql);
    params.push(...values);
  };
  const text = f.search?.trim();
  if (text)
    add(
      '(i.name LIKE ? OR i.name_pinyin LIKE ? OR i.uscc = ?)',
      `%${likeText(text)}%`,
      /^[a-z ]+$/i.test(text) ? `%${likeText(text.toLowerCase().replace(/ /g, ''))}%` : '-',
      // A code column is ASCII: MariaDB refuses to compare it with anything else.
      isCode(text) ? text.toUpperCase() : '-',
    );
  if (f.regionCode) add('i.county_code LIKE ?', `${regionPrefix(f.regionCode)}%`);
  if (f.type) add('i.type = ?', f.type);
  if (f.level) add('i.level = ?', f.level);
  if (f.unitKind)
    add(
      'EXISTS (SELECT 1 FROM institution_unit u WHERE u.institution_id = i.id AND u.kind = ? AND u.end_on IS NULL)',
      f.unitKind,
    );
  if (f.designation)
    add(
      'EXISTS (SELECT 1 FROM designation d WHERE d.institution_id = i.id AND d.kind = ? AND (d.end_on IS NULL OR d.end_on > ?))',
      f.designation,
      day,
    );
  if (f.standing === 'CLOSED') add('i.closed_on IS NOT NULL AND i.closed_on <= ?', day);
  else if (f.standing !== 'ALL') add('(i.closed_on IS NULL OR i.closed_on > ?)', day);
  return { sql: parts.join(' AND '), params };
}

@Injectable()
export class InstitutionStore {
  constructor(private readonly db: Db) {}

  async page(
    f: InstitutionFilter,
    scope: Scope,
    day: string,
    p: { offset: number; limit: number },
  ): Promise<{ rows: InstitutionListRow[]; total: number }> {
    const where = whereOf(f, scope, day);
    const [rows, total] = await Promise.all([
      this.db.query<InstitutionListRow>(
        `${SELECT} ${FROM} WHERE ${where.sql} ORDER BY i.county_code, i.name_pinyin, i.id LIMIT ? OFFSET ?`,
        [...where.params, p.limit, p.offset],
      ),
      this.db.count(`SELECT COUNT(*) AS n ${FROM} WHERE ${where.sql}`, where.params),
    ]);
    return { rows, total };
  }

  one(id: string, scope: Scope): Promise<InstitutionListRow | undefined> {
    if (!isCode(id)) return Promise.resolve(undefined);
    return this.db.one<InstitutionListRow>(`${SELECT} ${FROM} WHERE i.id = ? AND ${scope.where}`, [
      id,
      ...scope.params,
    ]);
  }

  /** People whose main site this is at present, by what they are; one statement for a page of institutions. */
  async staff(ids: string[]): Promise<Map<string, StaffCount>> {
    if (!ids.length) return new Map();
    const rows = await this.db.query<Record<keyof StaffCount, string>>(
      `SELECT s.institution_id, COUNT(*) AS staff,
              SUM(EXISTS (SELECT 1 FROM licence l WHERE l.person_id = p.id AND l.live = 1 AND l.end_on IS NULL)) AS physicians,
              SUM(EXISTS (SELECT 1 FROM licence_scope x WHERE x.person_id = p.id AND x.live = 1 AND x.scope = 'REHABILITATION' AND x.end_on IS NULL)) AS rehab_physicians,
              SUM(EXISTS (SELECT 1 FROM technical_qualification q WHERE q.person_id = p.id AND q.live = 1 AND q.subject = 'REHAB_THERAPY')) AS therapists
       FROM practice_site s JOIN person p ON p.id = s.person_id AND p.died_on IS NULL AND p.merged_into_id IS NULL
       WHERE s.institution_id IN (?) AND s.open_main_of IS NOT NULL GROUP BY s.institution_id`,
      [ids],
    );
    return new Map(
      rows.map((r) => [
        r.institutionId,
        {
          institutionId: r.institutionId,
          staff: Number(r.staff),
          physicians: Number(r.physicians),
          rehabPhysicians: Number(r.rehabPhysicians),
          therapists: Number(r.therapists),
        },
      ]),
    );
  }

  /** Open units and titles held, as two lists of words each institution, for tables; one statement each. */
  async holdings(ids: string[], day: string): Promise<Map<string, { units: string[]; designations: string[] }>> {
    const map = new Map(ids.map((id) => [id, { units: [] as string[], designations: [] as string[] }]));
    if (!ids.length) return map;
    const [units, designations] = await Promise.all([
      this.db.query<{ institutionId: string; kind: string }>(
        `SELECT DISTINCT institution_id, kind FROM institution_unit
         WHERE institution_id IN (?) AND end_on IS NULL AND kind <> 'OTHER_DEPARTMENT' ORDER BY kind`,
        [ids],
      ),
      this.db.query<{ institutionId: string; kind: string }>(
        `SELECT DISTINCT institution_id, kind FROM designation
         WHERE institution_id IN (?) AND (end_on IS NULL OR end_on > ?) ORDER BY kind`,
        [ids, day],
      ),
    ]);
    for (const u of units) map.get(u.institutionId)!.units.push(u.kind);
    for (const d of designations) map.get(d.institutionId)!.designations.push(d.kind);
    return map;
  }

  departments(id: string): Promise<{ department: string | null; n: string }[]> {
    return this.db.query(
      'SELECT department, COUNT(*) AS n FROM practice_site WHERE institution_id = ? AND open_main_of IS NOT NULL GROUP BY department ORDER BY n DESC, department LIMIT 50',
      [id],
    );
  }

  filed(id: string): Promise<number> {
    return this.db.count(
      "SELECT COUNT(*) AS n FROM practice_site WHERE institution_id = ? AND role = 'FILED' AND live = 1 AND end_on IS NULL",
      [id],
    );
  }
}
