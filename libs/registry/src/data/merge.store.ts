import { Injectable } from '@nestjs/common';
import { Db, type Param, type Scope, type Tx } from '@app/platform';
import type { MergeSide } from '../domain/plan-merge';

export interface CandidateRow {
  a: string;
  b: string;
  rules: string;
}

export interface MergeRow {
  id: string;
  duplicateId: string;
  duplicateName: string;
  duplicateTail: string;
  survivorId: string;
  survivorName: string;
  mergedAt: Date;
  mergedByName: string;
  reason: string;
  undoneAt: Date | null;
  undoneByName: string | null;
  undoReason: string | null;
}

export interface CandidateSide {
  id: string;
  name: string;
  sex: string;
  birthDate: string;
  citizenIdTail: string;
  institutionName: string | null;
  countyName: string | null;
  cityName: string | null;
  recordedAt: Date;
}

/** Pairs of records that may be one person, `a.id < b.id`; each rule uses an index. */
const PAIRS = `
  SELECT a.id AS a, b.id AS b, 'NAME_BIRTH' AS rule, 1 AS weight FROM person a JOIN person b ON b.name = a.name AND b.birth_date = a.birth_date AND b.id > a.id
  UNION ALL
  SELECT a.id, b.id, 'SOUND_BIRTH', 2 FROM person a JOIN person b ON b.name_pinyin = a.name_pinyin AND b.name <> a.name AND b.birth_date = a.birth_date AND b.id > a.id
  UNION ALL
  SELECT a.id, b.id, 'PHONE', 2 FROM person a JOIN person b ON b.phone_index = a.phone_index AND b.id > a.id
  UNION ALL
  SELECT a.id, b.id, 'LICENCE_TAIL', 2 FROM person a JOIN person b ON b.name = a.name AND b.id > a.id
    JOIN licence la ON la.person_id = a.id AND la.live = 1 JOIN licence lb ON lb.person_id = b.id AND lb.live = 1 AND lb.number_tail = la.number_tail
  UNION ALL
  SELECT a.id, b.id, 'SOUND_SITE', 3 FROM person a JOIN person b ON b.name_pinyin = a.name_pinyin AND b.sex = a.sex AND b.id > a.id
    JOIN practice_site sa ON sa.id = a.current_site_id JOIN practice_site sb ON sb.id = b.current_site_id AND sb.institution_id = sa.institution_id`;

const FROM = `FROM (${PAIRS}) x
  JOIN person a ON a.id = x.a AND a.merged_into_id IS NULL JOIN person b ON b.id = x.b AND b.merged_into_id IS NULL
  LEFT JOIN practice_site sa ON sa.id = a.current_site_id LEFT JOIN institution ia ON ia.id = sa.institution_id
  LEFT JOIN practice_site sb ON sb.id = b.current_site_id LEFT JOIN institution ib ON ib.id = sb.institution_id
  WHERE a.sex = b.sex AND NOT EXISTS (SELECT 1 FROM duplicate_dismissal d WHERE d.person_a = x.a AND d.person_b = x.b)`;

/** Records that may be one person, and those that were found to be. */
@Injectable()
export class MergeStore {
  constructor(private readonly db: Db) {}

  async candidates(
    scopes: { a: Scope; b: Scope },
    page: { offset: number; limit: number },
  ): Promise<{ rows: CandidateRow[]; total: number }> {
    const where = `${FROM} AND ${scopes.a.where} AND ${scopes.b.where}`;
    const params: Param[] = [...scopes.a.params, ...scopes.b.params];
    const [rows, total] = await Promise.all([
      this.db.query<CandidateRow>(
        `SELECT x.a, x.b, GROUP_CONCAT(DISTINCT x.rule ORDER BY x.weight, x.rule) AS rules ${where}
         GROUP BY x.a, x.b ORDER BY MIN(x.weight), COUNT(DISTINCT x.rule) DESC, x.a, x.b LIMIT ? OFFSET ?`,
        [...params, page.limit, page.offset],
      ),
      this.db.count(`SELECT COUNT(DISTINCT x.a, x.b) AS n ${where}`, params),
    ]);
    return { rows, total };
  }

  async sides(ids: string[]): Promise<Map<string, CandidateSide>> {
    if (!ids.length) return new Map();
    const rows = await this.db.query<CandidateSide>(
      `SELECT p.id, p.name, p.sex, p.birth_date, p.citizen_id_tail, p.recorded_at, i.name AS institution_name, c.name AS county_name, ct.name AS city_name
       FROM person p LEFT JOIN practice_site s ON s.id = p.current_site_id LEFT JOIN institution i ON i.id = s.institution_id
       LEFT JOIN region c ON c.code = i.county_code AND c.valid_to IS NULL LEFT JOIN region ct ON ct.code = c.parent_code AND ct.valid_to IS NULL
       WHERE p.id IN (?)`,
      [ids],
    );
    return new Map(rows.map((r) => [r.id, r]));
  }

  /** Both records, held until the transaction ends, in one order for everybody. */
  async lock(tx: Tx, ids: [string, string]): Promise<Map<string, MergeSide>> {
    const rows = await tx.query<Omit<MergeSide, 'merged'>>(
      'SELECT id, sex, merged_into_id FROM person WHERE id IN (?) ORDER BY id FOR UPDATE',
      [ids],
    );
    const below = await tx.query<{ id: string; n: string }>(
      'SELECT merged_into_id AS id, COUNT(*) AS n FROM person WHERE merged_into_id IN (?) GROUP BY merged_into_id',
      [ids],
    );
    const merged = new Map(below.map((r) => [r.id, Number(r.n)]));
    return new Map(rows.map((r) => [r.id, { ...r, merged: merged.get(r.id) ?? 0 }]));
  }

  merge(tx: Tx, id: string) {
    return tx.one<{ id: string; duplicateId: string; survivorId: string; openOf: string | null }>(
      'SELECT id, duplicate_id, survivor_id, open_of FROM person_merge WHERE id = ? FOR UPDATE',
      [id],
    );
  }

  /** Merges a record took part in, as duplicate or as survivor. */
  of(personId: string): Promise<MergeRow[]> {
    return this.db.query<MergeRow>(
      `SELECT m.id, m.duplicate_id, d.name AS duplicate_name, d.citizen_id_tail AS duplicate_tail, m.survivor_id, s.name AS survivor_name,
              m.merged_at, m.merged_by_name, m.reason, m.undone_at, m.undone_by_name, m.undo_reason
       FROM person_merge m JOIN person d ON d.id = m.duplicate_id JOIN person s ON s.id = m.survivor_id
       WHERE m.duplicate_id = ? OR m.survivor_id = ? ORDER BY m.merged_at DESC, m.id DESC`,
      [personId, personId],
    );
  }
}
