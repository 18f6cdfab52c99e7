import { Injectable } from '@nestjs/common';
import { Db, type PageOf, type Param, type Scope, type Tx } from '@app/platform';
import type { TallyColumn, WorkforceCategory } from '../domain/counting-rule';
import type { SnapshotFigure, SnapshotHead, SnapshotMember } from '../domain/snapshot';

export interface SnapshotRow extends Omit<SnapshotHead, 'knownAt'> {
  knownAt: Date;
  members: number;
  hash: string;
  takenBy: string;
  takenByName: string;
  takenAt: Date;
}

export interface SnapshotMemberRow {
  personId: string;
  name: string;
  sex: string;
  countyCode: string;
  regionName: string | null;
  bases: string;
}

const HEAD =
  'SELECT s.id, s.region_code, s.as_of, s.known_at, s.title, s.rule_version, s.rule, s.population_policy_version, s.members, s.hash, s.taken_by, s.taken_by_name, s.taken_at FROM tally_snapshot s';
const FIGURES =
  'SELECT region_code, category, registered, certified, heads AS `union`, population, population_series, population_reference_date, population_published_on FROM tally_snapshot_figure';
const COLUMN: Record<TallyColumn, string> = {
  UNION: '1=1',
  REGISTERED: 'm.registered = 1',
  CERTIFIED: 'm.certified = 1',
};
const CHUNK = 1000;

const headOf = (r: SnapshotRow): SnapshotRow => ({
  ...r,
  rule: typeof r.rule === 'string' ? (JSON.parse(r.rule) as unknown) : r.rule,
});

/** Snapshots are inserted whole and never written again. */
@Injectable()
export class SnapshotStore {
  constructor(private readonly db: Db) {}

  async insert(
    tx: Tx,
    head: Omit<SnapshotRow, 'members'>,
    figures: SnapshotFigure[],
    members: (SnapshotMember & { sortName: string })[],
  ): Promise<void> {
    await tx.insert('tally_snapshot', { ...head, rule: JSON.stringify(head.rule), members: members.length });
    for (let i = 0; i < figures.length; i += CHUNK)
      await tx.insert(
        'tally_snapshot_figure',
        figures.slice(i, i + CHUNK).map(({ union, ...f }) => ({ snapshotId: head.id, ...f, heads: union })),
      );
    for (let i = 0; i < members.length; i += CHUNK)
      await tx.insert(
        'tally_snapshot_member',
        members.slice(i, i + CHUNK).map((m) => ({
          snapshotId: head.id,
          ...m,
          registered: m.registered ? 1 : 0,
          certified: m.certified ? 1 : 0,
        })),
      );
  }

  async one(id: string): Promise<SnapshotRow | undefined> {
    const row = await this.db.one<SnapshotRow>(`${HEAD} WHERE s.id = ?`, [id]);
    return row && headOf(row);
  }

  async readable(id: string, scope: Scope): Promise<SnapshotRow | undefined> {
    const row = await this.db.one<SnapshotRow>(`${HEAD} WHERE s.id = ? AND (${scope.where})`, [id, ...scope.params]);
    return row && headOf(row);
  }

  async list(scope: Scope, page: { offset: number; limit: number }): Promise<PageOf<SnapshotRow>> {
    const [rows, total] = await Promise.all([
      this.db.query<SnapshotRow>(
        `${HEAD} WHERE (${scope.where}) ORDER BY s.as_of DESC, s.taken_at DESC, s.id LIMIT ? OFFSET ?`,
        [...scope.params, page.limit, page.offset],
      ),
      this.db.count(`SELECT COUNT(*) AS n FROM tally_snapshot s WHERE (${scope.where})`, scope.params),
    ]);
    return { rows: rows.map(headOf), total };
  }

  /** @param only these regions; all when absent */
  figures(id: string, only?: string[], on: Pick<Db, 'query'> | Tx = this.db): Promise<SnapshotFigure[]> {
    if (only && !only.length) return Promise.resolve([]);
    return on.query<SnapshotFigure>(
      `${FIGURES} WHERE snapshot_id = ?${only ? ' AND region_code IN (?)' : ''} ORDER BY region_code, category`,
      only ? [id, only] : [id],
    );
  }

  async members(id: string): Promise<SnapshotMember[]> {
    const rows = await this.db.query<SnapshotMember & { registered: unknown; certified: unknown }>(
      'SELECT person_id, category, county_code, bases, registered, certified FROM tally_snapshot_member WHERE snapshot_id = ?',
      [id],
    );
    return rows.map((r) => ({ ...r, registered: Number(r.registered) === 1, certified: Number(r.certified) === 1 }));
  }

  async memberPage(
    q: {
      id: string;
      prefix: string;
      category: WorkforceCategory;
      column: TallyColumn;
      search?: string;
      offset: number;
      limit: number;
    },
    scope: Scope,
  ): Promise<PageOf<SnapshotMemberRow>> {
    const search = q.search?.trim() ?? '';
    const where = `m.snapshot_id = ? AND m.category = ? AND m.county_code LIKE ? AND ${COLUMN[q.column]} AND (${scope.where})
      ${search ? 'AND (p.name LIKE ? OR p.name_pinyin LIKE ?)' : ''}`;
    const params: Param[] = [
      q.id,
      q.category,
      `${q.prefix}%`,
      ...scope.params,
      ...(search ? [`%${search}%`, `${search.toLowerCase()}%`] : []),
    ];
    const [rows, total] = await Promise.all([
      this.db.query<SnapshotMemberRow>(
        `SELECT m.person_id, p.name, p.sex, m.county_code, r.name AS region_name, m.bases
         FROM tally_snapshot_member m JOIN person p ON p.id = m.person_id LEFT JOIN region r ON r.code = m.county_code AND r.valid_to IS NULL
         WHERE ${where} ORDER BY m.county_code, m.sort_name, m.person_id LIMIT ? OFFSET ?`,
        [...params, q.limit, q.offset],
      ),
      this.db.count(
        `SELECT COUNT(*) AS n FROM tally_snapshot_member m${search ? ' JOIN person p ON p.id = m.person_id' : ''} WHERE ${where}`,
        params,
      ),
    ]);
    return { rows, total };
  }

  async ids(after: string, limit: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>('SELECT id FROM tally_snapshot WHERE id > ? ORDER BY id LIMIT ?', [
      after,
      limit,
    ]);
    return rows.map((r) => r.id);
  }
}
