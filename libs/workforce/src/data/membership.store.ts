import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { Db, type PageOf, type Param, type Scope, type Tx } from '@app/platform';
import type { Membership } from '../domain/standing';
import type { CountingRule, TallyColumn, WorkforceCategory } from '../domain/counting-rule';

export interface CountRow {
  regionCode: string;
  registered: number;
  certified: number;
  union: number;
}

export interface BirthRow {
  sex: string;
  /** YYYY-MM */
  month: string;
  heads: number;
}

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

export interface CountedRow {
  personId: string;
  category: WorkforceCategory;
  regionCode: string;
  bases: string;
  registered: boolean;
  certified: boolean;
  sortName: string;
}

export interface MemberQuery {
  regionPrefix: string;
  ruleVersion: string;
  asOf: string;
  category: WorkforceCategory;
  column: TallyColumn;
  search?: string;
  offset: number;
  limit: number;
}

const ON = 'm.start_on <= ? AND (m.end_on IS NULL OR m.end_on > ?)';
const COLUMN: Record<TallyColumn, string> = {
  UNION: '1=1',
  REGISTERED: 'm.registered = 1',
  CERTIFIED: 'm.certified = 1',
};
type Keyed = Pick<Membership, 'category' | 'region' | 'start' | 'end' | 'licenceLevel'> & { bases: string };

@Injectable()
export class MembershipStore {
  constructor(private readonly db: Db) {}

  /** Heads per county on a day; parents are sums of these. */
  async counts(ruleVersion: string, category: WorkforceCategory, asOf: string): Promise<CountRow[]> {
    const rows = await this.db.query<Record<keyof CountRow, string>>(
      `SELECT m.region_code, SUM(m.registered) AS registered, SUM(m.certified) AS certified, COUNT(*) AS \`union\`
       FROM workforce_membership m WHERE m.rule_version = ? AND m.category = ? AND ${ON} GROUP BY m.region_code`,
      [ruleVersion, category, asOf, asOf],
    );
    return rows.map((r) => ({
      regionCode: r.regionCode,
      registered: Number(r.registered),
      certified: Number(r.certified),
      union: Number(r.union),
    }));
  }

  async births(ruleVersion: string, category: WorkforceCategory, asOf: string, prefix: string): Promise<BirthRow[]> {
    const rows = await this.db.query<{ sex: string; month: string; heads: string }>(
      `SELECT p.sex, DATE_FORMAT(p.birth_date, '%Y-%m') AS month, COUNT(*) AS heads FROM workforce_membership m JOIN person p ON p.id = m.person_id
       WHERE m.rule_version = ? AND m.category = ? AND ${ON} AND m.region_code LIKE ? GROUP BY p.sex, DATE_FORMAT(p.birth_date, '%Y-%m')`,
      [ruleVersion, category, asOf, asOf, `${prefix}%`],
    );
    return rows.map((r) => ({ ...r, heads: Number(r.heads) }));
  }

  async members(q: MemberQuery, scope: Scope): Promise<PageOf<MemberRow>> {
    const where = `m.rule_version = ? AND m.category = ? AND ${ON} AND m.region_code LIKE ? AND ${COLUMN[q.column]} AND (${scope.where})
      AND (? = '' OR p.name LIKE ? OR p.name_pinyin LIKE ?)`;
    const search = q.search?.trim() ?? '';
    const params: Param[] = [
      q.ruleVersion,
      q.category,
      q.asOf,
      q.asOf,
      `${q.regionPrefix}%`,
      ...scope.params,
      search,
      `%${search}%`,
      `${search.toLowerCase()}%`,
    ];
    const [rows, total] = await Promise.all([
      this.db.query<MemberRow>(
        `SELECT m.person_id, p.name, p.sex, m.region_code, r.name AS region_name, m.bases, m.start_on, m.end_on, m.licence_level,
           (SELECT i.name FROM practice_site s JOIN institution i ON i.id = s.institution_id
            WHERE s.person_id = m.person_id AND s.role = 'MAIN' AND s.start_on <= ? ORDER BY s.start_on DESC LIMIT 1) AS institution_name
         FROM workforce_membership m JOIN person p ON p.id = m.person_id LEFT JOIN region r ON r.code = m.region_code AND r.valid_to IS NULL
         WHERE ${where} ORDER BY m.region_code, p.name_pinyin, m.person_id LIMIT ? OFFSET ?`,
        [q.asOf, ...params, q.limit, q.offset],
      ),
      this.db.count(
        `SELECT COUNT(*) AS n FROM workforce_membership m JOIN person p ON p.id = m.person_id WHERE ${where}`,
        params,
      ),
    ]);
    return { rows, total };
  }

  async of(tx: Tx, personId: string, ruleVersion: string): Promise<Keyed[]> {
    const rows = await tx.query<{
      category: WorkforceCategory;
      regionCode: string;
      startOn: string;
      endOn: string | null;
      bases: string;
      licenceLevel: 1 | 2 | null;
    }>(
      'SELECT category, region_code, start_on, end_on, bases, licence_level FROM workforce_membership WHERE person_id = ? AND rule_version = ? ORDER BY start_on',
      [personId, ruleVersion],
    );
    return rows.map((r) => ({
      category: r.category,
      region: r.regionCode,
      start: r.startOn,
      end: r.endOn,
      bases: r.bases,
      licenceLevel: r.licenceLevel,
    }));
  }

  /** Everybody counted on a day under a prefix or in one of the counties `also`, in one statement. */
  async membersAt(
    tx: Pick<Tx, 'query'>,
    q: { ruleVersion: string; prefix: string; also: string[]; asOf: string; knownAt: Date },
  ): Promise<CountedRow[]> {
    const rows = await tx.query<CountedRow & { registered: unknown; certified: unknown }>(
      `SELECT m.person_id, m.category, m.region_code, m.bases, m.registered, m.certified, p.name_pinyin AS sort_name
       FROM workforce_membership m JOIN person p ON p.id = m.person_id
       WHERE m.rule_version = ? AND ${ON} AND (m.region_code LIKE ?${q.also.length ? ' OR m.region_code IN (?)' : ''})`,
      [q.ruleVersion, q.asOf, q.asOf, `${q.prefix}%`, ...(q.also.length ? [q.also] : [])],
    );
    return rows.map((r) => ({ ...r, registered: Number(r.registered) === 1, certified: Number(r.certified) === 1 }));
  }

  /** Replaces the runs of these persons: a projection, so old rows go. */
  async replace(tx: Tx, persons: { personId: string; runs: Membership[] }[], rule: CountingRule): Promise<void> {
    if (!persons.length) return;
    await tx.execute('DELETE FROM workforce_membership WHERE rule_version = ? AND person_id IN (?)', [
      rule.version,
      persons.map((p) => p.personId),
    ]);
    await tx.insert(
      'workforce_membership',
      persons.flatMap(({ personId, runs }) =>
        runs.map((m) => ({
          id: newId(),
          personId,
          ruleVersion: rule.version,
          category: m.category,
          regionCode: m.region,
          startOn: m.start,
          endOn: m.end,
          bases: m.bases.join(','),
          registered: m.bases.some((b) => rule.columns.REGISTERED.includes(b)) ? 1 : 0,
          certified: m.bases.some((b) => rule.columns.CERTIFIED.includes(b)) ? 1 : 0,
          licenceLevel: m.licenceLevel,
          computedAt: tx.now,
        })),
      ),
    );
  }
}

export const sameRuns = (stored: Keyed[], now: Membership[]): boolean =>
  stored.length === now.length &&
  stored.every((s, i) => {
    const n = now[i]!;
    return (
      s.category === n.category &&
      s.region === n.region &&
      s.start === n.start &&
      s.end === n.end &&
      s.bases === n.bases.join(',') &&
      s.licenceLevel === n.licenceLevel
    );
  });
