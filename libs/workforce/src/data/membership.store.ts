import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { Db, type Param, type Tx } from '@app/platform';
import type { CountingRule, Heads, WorkforceCategory } from '../domain/counting-rule';
import type { KnownMembership } from '../domain/known';
import type { Delta } from '../domain/trend';

export interface CountRow extends Heads {
  category: WorkforceCategory;
  regionCode: string;
}

export interface BirthRow {
  sex: string;
  /** YYYY-MM */
  month: string;
  heads: number;
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

/** Whose rows: counties under a prefix, and those abolished ones whose people are counted there. */
export interface Area {
  prefix: string;
  also: string[];
}

/** A record with the name lists are ordered by. */
export interface RecordRow {
  id: string;
  sortName: string;
}

export const ON_DAY = 'm.start_on <= ? AND (m.end_on IS NULL OR m.end_on > ?)';

/** Rows held true at an instant; without one, what is held true now. */
export const heldTrue = (knownAt: Date | null): { sql: string; params: Param[] } =>
  knownAt === null
    ? { sql: 'm.known_to IS NULL', params: [] }
    : { sql: 'm.known_from <= ? AND (m.known_to IS NULL OR m.known_to > ?)', params: [knownAt, knownAt] };

export const inArea = ({ prefix, also }: Area): { sql: string; params: Param[] } =>
  also.length
    ? { sql: '(m.region_code LIKE ? OR m.region_code IN (?))', params: [`${prefix}%`, also] }
    : { sql: 'm.region_code LIKE ?', params: [`${prefix}%`] };

export const COLUMNS = 'SUM(m.registered) AS registered, SUM(m.certified) AS certified, COUNT(*) AS `union`';

export const headsOf = (r: Record<keyof Heads, string | number>): Heads => ({
  registered: Number(r.registered),
  certified: Number(r.certified),
  union: Number(r.union),
});

@Injectable()
export class MembershipStore {
  constructor(private readonly db: Db) {}

  /** Heads per category and county on a day; parents are sums of these. */
  async counts(q: {
    ruleVersion: string;
    categories: readonly WorkforceCategory[];
    area: Area;
    asOf: string;
    knownAt: Date | null;
  }): Promise<CountRow[]> {
    const [known, area] = [heldTrue(q.knownAt), inArea(q.area)];
    const rows = await this.db.query<CountRow>(
      `SELECT m.category, m.region_code, ${COLUMNS} FROM workforce_membership m
       WHERE m.rule_version = ? AND m.category IN (?) AND ${area.sql} AND ${ON_DAY} AND ${known.sql} GROUP BY m.category, m.region_code`,
      [q.ruleVersion, [...q.categories], ...area.params, q.asOf, q.asOf, ...known.params],
    );
    return rows.map((r) => ({ category: r.category, regionCode: r.regionCode, ...headsOf(r) }));
  }

  /** Entries and exits of counties per asked day, from the first day on: one statement for any number of days. */
  async deltas(q: {
    ruleVersion: string;
    category: WorkforceCategory;
    area: Area;
    knownAt: Date | null;
    /** ascending, as `edges` makes them */
    edges: number[];
    last: string;
  }): Promise<Delta[]> {
    const [known, area] = [heldTrue(q.knownAt), inArea(q.area)];
    const params: Param[] = [q.ruleVersion, q.category, ...area.params, ...known.params, q.last];
    const side = (column: string, sign: 1 | -1) =>
      `SELECT m.region_code, INTERVAL(TO_DAYS(m.${column}), ${q.edges.map(Number).join(', ')}) AS bucket, ${sign} AS heads,
         ${sign} * m.registered AS registered, ${sign} * m.certified AS certified
       FROM workforce_membership m WHERE m.rule_version = ? AND m.category = ? AND ${area.sql} AND ${known.sql} AND m.${column} <= ?`;
    const rows = await this.db.query<Delta>(
      `SELECT x.region_code, x.bucket, SUM(x.registered) AS registered, SUM(x.certified) AS certified, SUM(x.heads) AS \`union\`
       FROM (${side('start_on', 1)} UNION ALL ${side('end_on', -1)}) x GROUP BY x.region_code, x.bucket`,
      [...params, ...params],
    );
    return rows.map((r) => ({ regionCode: r.regionCode, bucket: Number(r.bucket), ...headsOf(r) }));
  }

  async births(ruleVersion: string, category: WorkforceCategory, asOf: string, area: Area): Promise<BirthRow[]> {
    const [known, where] = [heldTrue(null), inArea(area)];
    const rows = await this.db.query<{ sex: string; month: string; heads: string }>(
      `SELECT p.sex, DATE_FORMAT(p.birth_date, '%Y-%m') AS month, COUNT(*) AS heads FROM workforce_membership m JOIN person p ON p.id = m.person_id
       WHERE m.rule_version = ? AND m.category = ? AND ${where.sql} AND ${ON_DAY} AND ${known.sql} GROUP BY p.sex, DATE_FORMAT(p.birth_date, '%Y-%m')`,
      [ruleVersion, category, ...where.params, asOf, asOf, ...known.params],
    );
    return rows.map((r) => ({ ...r, heads: Number(r.heads) }));
  }

  /** Everybody counted on a day in an area, both categories, in one statement. */
  async membersAt(
    reader: Pick<Tx, 'query'>,
    q: { ruleVersion: string; area: Area; asOf: string; knownAt: Date | null },
  ): Promise<CountedRow[]> {
    const [known, area] = [heldTrue(q.knownAt), inArea(q.area)];
    const rows = await reader.query<CountedRow>(
      `SELECT m.person_id, m.category, m.region_code, m.bases, m.registered, m.certified, m.sort_name FROM workforce_membership m
       WHERE m.rule_version = ? AND m.category IN ('PHYSICIAN', 'THERAPIST') AND ${area.sql} AND ${ON_DAY} AND ${known.sql}`,
      [q.ruleVersion, ...area.params, q.asOf, q.asOf, ...known.params],
    );
    return rows.map((r) => ({ ...r, registered: Number(r.registered) === 1, certified: Number(r.certified) === 1 }));
  }

  /** Everybody who ever had a main site in an area, whatever rule counts them. */
  async everAt(area: Area): Promise<string[]> {
    const where = inArea(area);
    const rows = await this.db.query<{ personId: string }>(
      `SELECT DISTINCT s.person_id FROM practice_site s JOIN (SELECT id, county_code AS region_code FROM institution) m ON m.id = s.institution_id
       WHERE s.role = 'MAIN' AND s.live = 1 AND ${where.sql} ORDER BY s.person_id`,
      where.params,
    );
    return rows.map((r) => r.personId);
  }

  /**
   * The records that are or once were one person with the given ones, these included, by id.
   * @param lock keeps them until the end of the transaction, so that of two recounts the later sees everything
   */
  async family(reader: Pick<Tx, 'query'>, ids: string[], lock = false): Promise<RecordRow[]> {
    for (let known = [...new Set(ids)].sort(); ;) {
      const rows = await reader.query<RecordRow & { mergedIntoId: string | null }>(
        `SELECT id, name_pinyin AS sort_name, merged_into_id FROM person WHERE id IN (?) OR merged_into_id IN (?) ORDER BY id${lock ? ' FOR UPDATE' : ''}`,
        [known, known],
      );
      // Undone merges too: the one record lost on that day what the other got back.
      const links = await reader.query<{ duplicateId: string; survivorId: string }>(
        'SELECT duplicate_id, survivor_id FROM person_merge WHERE duplicate_id IN (?) OR survivor_id IN (?)',
        [known, known],
      );
      const next = [
        ...new Set([
          ...known,
          ...rows.flatMap((r) => [r.id, r.mergedIntoId ?? r.id]),
          ...links.flatMap((l) => [l.duplicateId, l.survivorId]),
        ]),
      ].sort();
      if (next.length === known.length) return rows.map(({ id, sortName }) => ({ id, sortName }));
      known = next;
    }
  }

  /** Rows as stored, by person, in the order of `knownMemberships`. */
  async stored(reader: Pick<Tx, 'query'>, ids: string[], ruleVersion: string): Promise<Map<string, StoredRow[]>> {
    const rows = await reader.query<StoredRow & { personId: string }>(
      `SELECT person_id, category, region_code, start_on, end_on, known_from, known_to, bases, licence_level, sort_name
       FROM workforce_membership WHERE person_id IN (?) AND rule_version = ? ORDER BY start_on, known_from`,
      [ids, ruleVersion],
    );
    const out = new Map<string, StoredRow[]>(ids.map((id) => [id, []]));
    for (const { personId, ...r } of rows) out.get(personId)!.push(r);
    return out;
  }

  /** Replaces the rows of these persons: a projection, so old rows go. */
  async replace(
    tx: Tx,
    persons: (RecordRow & { runs: KnownMembership[] })[],
    rule: Pick<CountingRule, 'version' | 'columns'>,
  ): Promise<void> {
    if (!persons.length) return;
    await tx.execute('DELETE FROM workforce_membership WHERE rule_version = ? AND person_id IN (?)', [
      rule.version,
      persons.map((p) => p.id),
    ]);
    const has = (m: KnownMembership, column: 'REGISTERED' | 'CERTIFIED') =>
      m.bases.some((b) => rule.columns[column].includes(b)) ? 1 : 0;
    await tx.insert(
      'workforce_membership',
      persons.flatMap(({ id, sortName, runs }) =>
        runs.map((m) => ({
          id: newId(),
          personId: id,
          ruleVersion: rule.version,
          ...rowOf(m, sortName),
          registered: has(m, 'REGISTERED'),
          certified: has(m, 'CERTIFIED'),
          computedAt: tx.now,
        })),
      ),
    );
  }
}

export interface StoredRow {
  category: WorkforceCategory;
  regionCode: string;
  startOn: string;
  endOn: string | null;
  knownFrom: Date;
  knownTo: Date | null;
  bases: string;
  licenceLevel: number | null;
  sortName: string;
}

const rowOf = (m: KnownMembership, sortName: string): StoredRow => ({
  category: m.category,
  regionCode: m.region,
  startOn: m.start,
  endOn: m.end,
  knownFrom: m.knownFrom,
  knownTo: m.knownTo,
  bases: m.bases.join(','),
  licenceLevel: m.licenceLevel,
  sortName,
});

const KEYS = ['category', 'regionCode', 'startOn', 'endOn', 'bases', 'licenceLevel', 'sortName'] as const;

/** Whether the stored rows of a person are exactly what the facts give. */
export const sameRows = (stored: StoredRow[], runs: KnownMembership[], sortName: string): boolean =>
  stored.length === runs.length &&
  stored.every((s, i) => {
    const n = rowOf(runs[i]!, sortName);
    return (
      KEYS.every((k) => s[k] === n[k]) &&
      s.knownFrom.getTime() === n.knownFrom.getTime() &&
      s.knownTo?.getTime() === n.knownTo?.getTime()
    );
  });
