import { Injectable } from '@nestjs/common';
import { Db, type PageOf, type Param, type Scope } from '@app/platform';
import type { TallyColumn, WorkforceCategory } from '../domain/counting-rule';
import { type Area, heldTrue, inArea, ON_DAY } from './membership.store';

export interface MemberRow {
  personId: string;
  name: string;
  sex: string;
  regionCode: string;
  regionName: string | null;
  institutionName: string | null;
  bases: string;
  startOn: string;
  endOn: string | null;
  licenceLevel: number | null;
}

export interface MemberQuery {
  ruleVersion: string;
  area: Area;
  asOf: string;
  knownAt: Date | null;
  category: WorkforceCategory;
  column: TallyColumn;
  search?: string;
  offset: number;
  limit: number;
  /** how many there are, when the caller knows: counting them costs more than the page */
  total?: number;
}

const COLUMN: Record<TallyColumn, string> = {
  UNION: '1=1',
  REGISTERED: 'm.registered = 1',
  CERTIFIED: 'm.certified = 1',
};
const ORDER = 'm.region_code, m.sort_name, m.person_id';

/** The people behind a figure, by county and name. */
@Injectable()
export class MemberListStore {
  constructor(private readonly db: Db) {}

  async page(q: MemberQuery, scope: Scope): Promise<PageOf<MemberRow>> {
    const [known, area] = [heldTrue(q.knownAt), inArea(q.area)];
    const search = q.search?.trim() ?? '';
    const where = `m.rule_version = ? AND m.category = ? AND ${known.sql} AND ${area.sql} AND ${ON_DAY} AND ${COLUMN[q.column]} AND (${scope.where})
      ${search ? 'AND (p.name LIKE ? OR p.name_pinyin LIKE ?)' : ''}`;
    const params: Param[] = [
      q.ruleVersion,
      q.category,
      ...known.params,
      ...area.params,
      q.asOf,
      q.asOf,
      ...scope.params,
      ...(search ? [`%${search}%`, `${search.toLowerCase()}%`] : []),
    ];
    // The page is cut before anything is joined: MariaDB would otherwise look up a person for each of a million rows.
    const from = `workforce_membership m ${q.knownAt === null ? 'FORCE INDEX (ix_membership_list)' : ''}${search ? ' JOIN person p ON p.id = m.person_id' : ''}`;
    const [rows, total] = await Promise.all([
      this.db.query<MemberRow>(
        `SELECT m.person_id, p.name, p.sex, m.region_code, r.name AS region_name, m.bases, m.start_on, m.end_on, m.licence_level,
           (SELECT i.name FROM practice_site s JOIN institution i ON i.id = s.institution_id
            WHERE s.person_id = m.person_id AND s.role = 'MAIN' AND s.live = 1 AND s.start_on <= ? ORDER BY s.start_on DESC LIMIT 1) AS institution_name
         FROM (SELECT m.person_id, m.region_code, m.sort_name, m.bases, m.start_on, m.end_on, m.licence_level
               FROM ${from} WHERE ${where} ORDER BY ${ORDER} LIMIT ? OFFSET ?) m
         JOIN person p ON p.id = m.person_id LEFT JOIN region r ON r.code = m.region_code AND r.valid_to IS NULL ORDER BY ${ORDER}`,
        [q.asOf, ...params, q.limit, q.offset],
      ),
      q.total ?? this.db.count(`SELECT COUNT(*) AS n FROM ${from} WHERE ${where}`, params),
    ]);
    return { rows, total };
  }
}
