import { Injectable } from '@nestjs/common';
import { Db, type PageOf, type Scope, type Tx } from '@app/platform';
import type { LateFact, PersonChange, RestatedFigure } from '../domain/restatement';

export interface RestatementRow {
  id: string;
  snapshotId: string;
  knownAt: Date;
  figures: number;
  people: number;
  madeBy: string;
  madeByName: string;
  madeAt: Date;
}

export interface RestatedPersonRow {
  personId: string;
  name: string;
  oldCategory: string | null;
  oldCounty: string | null;
  oldBases: string | null;
  newCategory: string | null;
  newCounty: string | null;
  newBases: string | null;
  reasons: LateFact[];
}

const CHUNK = 1000;
const HEAD = 'SELECT id, snapshot_id, known_at, figures, people, made_by, made_by_name, made_at FROM tally_restatement';

/** Restatements are inserted whole and never written again. */
@Injectable()
export class RestatementStore {
  constructor(private readonly db: Db) {}

  async insert(
    tx: Tx,
    head: RestatementRow,
    figures: RestatedFigure[],
    people: (PersonChange & { reasons: LateFact[] })[],
  ): Promise<void> {
    await tx.insert('tally_restatement', head);
    for (let i = 0; i < figures.length; i += CHUNK)
      await tx.insert(
        'tally_restatement_figure',
        figures.slice(i, i + CHUNK).map((f) => ({
          restatementId: head.id,
          regionCode: f.regionCode,
          category: f.category,
          oldRegistered: f.before.registered,
          newRegistered: f.after.registered,
          oldCertified: f.before.certified,
          newCertified: f.after.certified,
          oldHeads: f.before.union,
          newHeads: f.after.union,
        })),
      );
    for (let i = 0; i < people.length; i += CHUNK)
      await tx.insert(
        'tally_restatement_person',
        people.slice(i, i + CHUNK).map((p) => ({
          restatementId: head.id,
          personId: p.personId,
          oldCategory: p.before?.category,
          oldCounty: p.before?.countyCode,
          oldBases: p.before?.bases,
          newCategory: p.after?.category,
          newCounty: p.after?.countyCode,
          newBases: p.after?.bases,
          reasons: JSON.stringify(p.reasons),
        })),
      );
  }

  ofSnapshot(snapshotId: string): Promise<RestatementRow[]> {
    return this.db.query<RestatementRow>(`${HEAD} WHERE snapshot_id = ? ORDER BY made_at DESC, id DESC`, [snapshotId]);
  }

  one(id: string): Promise<RestatementRow | undefined> {
    return this.db.one<RestatementRow>(`${HEAD} WHERE id = ?`, [id]);
  }

  async figures(id: string): Promise<RestatedFigure[]> {
    const rows = await this.db.query<Record<string, number> & { regionCode: string; category: string }>(
      `SELECT region_code, category, old_registered, new_registered, old_certified, new_certified, old_heads, new_heads
       FROM tally_restatement_figure WHERE restatement_id = ? ORDER BY category, region_code`,
      [id],
    );
    return rows.map((r) => ({
      regionCode: r.regionCode,
      category: r.category,
      before: { registered: r['oldRegistered']!, certified: r['oldCertified']!, union: r['oldHeads']! },
      after: { registered: r['newRegistered']!, certified: r['newCertified']!, union: r['newHeads']! },
    }));
  }

  /** @param scope over `x.county`: either county of a person decides */
  async people(id: string, scope: Scope, page: { offset: number; limit: number }): Promise<PageOf<RestatedPersonRow>> {
    const either = (column: string) => scope.where.replaceAll('x.county', column);
    const where = `m.restatement_id = ? AND ((${either('m.old_county')}) OR (${either('m.new_county')}))`;
    const params = [id, ...scope.params, ...scope.params];
    const [rows, total] = await Promise.all([
      this.db.query<RestatedPersonRow & { reasons: unknown }>(
        `SELECT m.person_id, p.name, m.old_category, m.old_county, m.old_bases, m.new_category, m.new_county, m.new_bases, m.reasons
         FROM tally_restatement_person m JOIN person p ON p.id = m.person_id
         WHERE ${where} ORDER BY p.name_pinyin, m.person_id LIMIT ? OFFSET ?`,
        [...params, page.limit, page.offset],
      ),
      this.db.count(`SELECT COUNT(*) AS n FROM tally_restatement_person m WHERE ${where}`, params),
    ]);
    const read = (v: unknown) => (typeof v === 'string' ? JSON.parse(v) : v) as LateFact[];
    return { total, rows: rows.map((r) => ({ ...r, reasons: read(r.reasons) })) };
  }
}
