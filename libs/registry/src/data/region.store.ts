import { Injectable } from '@nestjs/common';
import { Db, regionPrefix, type Tx } from '@app/platform';
import { isCode } from '../domain/plain-code';

export interface RegionRecord {
  code: string;
  validFrom: string;
  validTo: string | null;
  name: string;
  nameEn: string;
  kind: string;
  parentCode: string | null;
  autonomous: number;
}

export interface RegionTreeRow extends RegionRecord {
  successorCode: string | null;
  note: string | null;
  institutions: string;
}

/** Regions as they change, and what a change carries with it. */
@Injectable()
export class RegionStore {
  constructor(private readonly db: Db) {}

  /** Every row of a province, abolished ones too, with the institutions that lie there now. */
  tree(province: string): Promise<RegionTreeRow[]> {
    return this.db.query<RegionTreeRow>(
      `SELECT r.code, r.valid_from, r.valid_to, r.name, r.name_en, r.kind, r.parent_code, r.autonomous, r.successor_code, r.note,
              IF(r.valid_to IS NULL, COALESCE(n.n, 0), 0) AS institutions
       FROM region r LEFT JOIN (SELECT county_code, COUNT(*) AS n FROM institution WHERE closed_on IS NULL GROUP BY county_code) n
         ON n.county_code = r.code
       WHERE r.code LIKE ? ORDER BY r.code, r.valid_from`,
      [`${regionPrefix(province)}%`],
    );
  }

  /** What follows the successor: institutions, and people whose open main site is at one of them. */
  async effect(code: string): Promise<{ institutions: number; people: number }> {
    const c = isCode(code) ? code : '-';
    const [institutions, people] = await Promise.all([
      this.db.count('SELECT COUNT(*) AS n FROM institution WHERE county_code = ?', [c]),
      this.db.count(
        'SELECT COUNT(*) AS n FROM practice_site s JOIN institution i ON i.id = s.institution_id WHERE i.county_code = ? AND s.open_main_of IS NOT NULL',
        [c],
      ),
    ]);
    return { institutions, people };
  }

  async lockPresent(tx: Tx, code: string): Promise<RegionRecord | undefined> {
    if (!isCode(code)) return undefined;
    return tx.one<RegionRecord>(
      'SELECT code, valid_from, valid_to, name, name_en, kind, parent_code, autonomous FROM region WHERE code = ? AND valid_to IS NULL FOR UPDATE',
      [code],
    );
  }

  async codesUnder(tx: Tx, city: string): Promise<Set<string>> {
    const rows = await tx.query<{ code: string }>('SELECT DISTINCT code FROM region WHERE code LIKE ?', [
      `${city.slice(0, 4)}%`,
    ]);
    return new Set(rows.map((r) => r.code));
  }

  async end(tx: Tx, r: RegionRecord, day: string, successorCode: string | null, documentNo: string): Promise<void> {
    await tx.update(
      'region',
      { code: r.code, validFrom: r.validFrom, validTo: null },
      { validTo: day, successorCode, note: documentNo, decidedAt: tx.now },
    );
  }

  async add(tx: Tx, r: Omit<RegionRecord, 'validTo'> & { pinyin: string; note: string }): Promise<void> {
    await tx.insert('region', { ...r, decidedAt: tx.now });
  }

  /** Names that both counties have: one key would meet the other. */
  async namesakes(tx: Tx, from: string, to: string): Promise<string[]> {
    const rows = await tx.query<{ name: string }>(
      'SELECT a.name FROM institution a JOIN institution b ON b.name = a.name AND b.county_code = ? WHERE a.county_code = ? ORDER BY a.name LIMIT 5',
      [to, from],
    );
    return rows.map((r) => r.name);
  }

  /** Institutions of a county, locked, with the day each came there. */
  institutionsIn(tx: Tx, code: string): Promise<{ id: string; countyCode: string; since: string }[]> {
    return tx.query(
      `SELECT i.id, i.county_code,
              COALESCE((SELECT MAX(r.end_on) FROM institution_region r WHERE r.institution_id = i.id), i.opened_on) AS since
       FROM institution i WHERE i.county_code = ? ORDER BY i.id FOR UPDATE`,
      [code],
    );
  }
}
