import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '@app/platform';
import type { WorkforceCategory } from '../domain/counting-rule';
import { type Area, COLUMNS, type CountRow, headsOf, inArea, ON_DAY } from './membership.store';

export interface County {
  category: string;
  regionCode: string;
}

/** Counties folded in one transaction: a lock held for milliseconds, and small enough for a cluster. */
export const FOLD_BATCH = 1000;
const PRESENT = `m.known_to IS NULL AND ${ON_DAY}`;

/** Tallies of the present day, marks of what no longer fits, and the folding of one into the other. */
@Injectable()
export class TallyStore {
  constructor(private readonly db: Db) {}

  /** Heads of a day, or null when the tallies are not (all) of that day. */
  async read(
    ruleVersion: string,
    categories: readonly WorkforceCategory[],
    area: Area,
    day: string,
  ): Promise<CountRow[] | null> {
    const where = inArea(area);
    const rows = await this.db.query<CountRow & { rolledTo: string; asOf: string | null }>(
      `SELECT r.as_of AS rolled_to, m.category, m.region_code, m.registered, m.certified, m.heads AS \`union\`, m.as_of
       FROM workforce_tally_roll r LEFT JOIN workforce_tally m ON m.rule_version = r.rule_version AND m.category IN (?) AND ${where.sql}
       WHERE r.rule_version = ?`,
      [[...categories], ...where.params, ruleVersion],
    );
    if (!rows.length || rows[0]!.rolledTo !== day) return null;
    if (rows.some((r) => r.asOf !== null && r.asOf !== day)) return null;
    return rows
      .filter((r) => r.asOf !== null)
      .map((r) => ({ category: r.category, regionCode: r.regionCode, ...headsOf(r) }));
  }

  /** In one order everywhere, so that two recounts do not wait for each other. */
  async mark(tx: Tx, ruleVersion: string, counties: County[]): Promise<void> {
    const keys = new Map(counties.map((c) => [`${c.category} ${c.regionCode}`, c]));
    const rows = [...keys].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, c]) => c);
    for (let i = 0; i < rows.length; i += 1000)
      await tx.insert(
        'workforce_tally_mark',
        rows.slice(i, i + 1000).map(({ category, regionCode }) => ({
          ruleVersion,
          category,
          regionCode,
          markedAt: tx.now,
        })),
        'ignore',
      );
  }

  /**
   * Makes the tallies of up to 1,000 marked counties of a category anew. A mark somebody is just writing is left for the
   * next round: its people are not there to be seen yet. Constants instead of a join with the marks, so that each
   * county is one range of the index. @returns how many were folded
   */
  async fold(tx: Tx, ruleVersion: string, category: string, day: string): Promise<number> {
    const marks = await tx.query<{ regionCode: string }>(
      `SELECT region_code FROM workforce_tally_mark WHERE rule_version = ? AND category = ? ORDER BY region_code LIMIT ${FOLD_BATCH} FOR UPDATE SKIP LOCKED`,
      [ruleVersion, category],
    );
    if (!marks.length) return 0;
    const codes = marks.map((m) => m.regionCode);
    // Many marks are nearly all counties of a stretch: one range then costs less than hundreds.
    const few = codes.length <= 50;
    const counted = await tx.query<CountRow>(
      `SELECT m.region_code, ${COLUMNS} FROM workforce_membership m FORCE INDEX (ix_membership_day)
       WHERE m.rule_version = ? AND m.category = ? AND m.region_code ${few ? 'IN (?)' : 'BETWEEN ? AND ?'} AND ${PRESENT} GROUP BY m.region_code`,
      [ruleVersion, category, ...(few ? [codes] : [codes[0]!, codes.at(-1)!]), day, day],
    );
    await this.write(tx, ruleVersion, category, day, codes, counted);
    return tx.execute(
      'DELETE FROM workforce_tally_mark WHERE rule_version = ? AND category = ? AND region_code IN (?)',
      [ruleVersion, category, codes],
    );
  }

  private async write(
    tx: Tx,
    ruleVersion: string,
    category: string,
    day: string,
    codes: string[],
    counted: CountRow[],
  ): Promise<void> {
    const heads = new Map(counted.map((r) => [r.regionCode, headsOf(r)]));
    const rows = codes.map((code) => {
      const h = heads.get(code) ?? { registered: 0, certified: 0, union: 0 };
      return [ruleVersion, category, code, h.registered, h.certified, h.union, day, tx.now];
    });
    for (let i = 0; i < rows.length; i += 1000) {
      const part = rows.slice(i, i + 1000);
      await tx.execute(
        `INSERT INTO workforce_tally (rule_version, category, region_code, registered, certified, heads, as_of, changed_at)
         VALUES ${part.map(() => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}
         ON DUPLICATE KEY UPDATE registered = VALUES(registered), certified = VALUES(certified), heads = VALUES(heads), as_of = VALUES(as_of), changed_at = VALUES(changed_at)`,
        part.flat(),
      );
    }
  }

  /**
   * Makes every tally of a category anew. Its rows are locked before the people are read: whoever folds a later change
   * waits, and then writes over it. Only what differs is written.
   * @returns counties with people and without a tally, which nothing could lock: the caller marks and folds them
   */
  async rollCategory(tx: Tx, ruleVersion: string, category: string, day: string): Promise<County[]> {
    const stored = await tx.query<CountRow & { asOf: string }>(
      'SELECT region_code, registered, certified, heads AS `union`, as_of FROM workforce_tally WHERE rule_version = ? AND category = ? FOR UPDATE',
      [ruleVersion, category],
    );
    const counted = await tx.query<CountRow>(
      `SELECT m.region_code, ${COLUMNS} FROM workforce_membership m
       WHERE m.rule_version = ? AND m.category = ? AND ${PRESENT} GROUP BY m.region_code`,
      [ruleVersion, category, day, day],
    );
    const heads = new Map(counted.map((r) => [r.regionCode, headsOf(r)]));
    const stale = stored.filter((t) => {
      const h = heads.get(t.regionCode) ?? { registered: 0, certified: 0, union: 0 };
      return t.asOf !== day || t.registered !== h.registered || t.certified !== h.certified || t.union !== h.union;
    });
    const codes = stale.map((t) => t.regionCode);
    await this.write(tx, ruleVersion, category, day, codes, counted);
    const known = new Set(stored.map((t) => t.regionCode));
    return counted.filter((r) => !known.has(r.regionCode)).map((r) => ({ category, regionCode: r.regionCode }));
  }

  async rolledTo(ruleVersion: string): Promise<string | null> {
    const row = await this.db.one<{ asOf: string }>('SELECT as_of FROM workforce_tally_roll WHERE rule_version = ?', [
      ruleVersion,
    ]);
    return row?.asOf ?? null;
  }

  behind(ruleVersion: string, day: string): Promise<number> {
    return this.db.count('SELECT COUNT(*) AS n FROM workforce_tally WHERE rule_version = ? AND as_of <> ?', [
      ruleVersion,
      day,
    ]);
  }

  async setRolled(tx: Tx, ruleVersion: string, day: string): Promise<void> {
    await tx.execute(
      'INSERT INTO workforce_tally_roll (rule_version, as_of, rolled_at) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE as_of = VALUES(as_of), rolled_at = VALUES(rolled_at)',
      [ruleVersion, day, tx.now],
    );
  }

  /** From here on readers count for themselves, until the next roll. */
  async setIncomplete(tx: Tx, ruleVersion: string): Promise<void> {
    await tx.execute('DELETE FROM workforce_tally_roll WHERE rule_version = ?', [ruleVersion]);
  }

  /** The tallies of all counties made anew beside those in use, in one statement. @returns counties with people */
  async shadow(tx: Tx, ruleVersion: string, day: string): Promise<number> {
    await tx.execute('DELETE FROM workforce_tally_shadow WHERE rule_version = ?', [ruleVersion]);
    return tx.execute(
      `INSERT INTO workforce_tally_shadow (rule_version, category, region_code, registered, certified, heads)
       SELECT m.rule_version, m.category, m.region_code, ${COLUMNS} FROM workforce_membership m
       WHERE m.rule_version = ? AND ${PRESENT} GROUP BY m.rule_version, m.category, m.region_code`,
      [ruleVersion, day, day],
    );
  }

  /** Counties whose tally is not what the shadow says; those just being changed are left out. */
  differing(ruleVersion: string): Promise<County[]> {
    const unmarked =
      'NOT EXISTS (SELECT 1 FROM workforce_tally_mark k WHERE k.rule_version = c.rule_version AND k.category = c.category AND k.region_code = c.region_code)';
    return this.db.query<County>(
      `SELECT c.category, c.region_code FROM workforce_tally_shadow c
         LEFT JOIN workforce_tally t ON t.rule_version = c.rule_version AND t.category = c.category AND t.region_code = c.region_code
       WHERE c.rule_version = ? AND (t.heads IS NULL OR t.heads <> c.heads OR t.registered <> c.registered OR t.certified <> c.certified) AND ${unmarked}
       UNION SELECT c.category, c.region_code FROM workforce_tally c
         LEFT JOIN workforce_tally_shadow s ON s.rule_version = c.rule_version AND s.category = c.category AND s.region_code = c.region_code
       WHERE c.rule_version = ? AND s.heads IS NULL AND c.heads + c.registered + c.certified <> 0 AND ${unmarked}`,
      [ruleVersion, ruleVersion],
    );
  }
}
