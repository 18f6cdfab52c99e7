import { Injectable } from '@nestjs/common';
import type { Scope, Tx } from '@app/platform';
import { isCode } from '../domain/plain-code';

export interface LockedInstitution {
  id: string;
  name: string;
  type: string;
  level: string;
  grade: string;
  ownership: string;
  adminLevel: string;
  countyCode: string;
  medical: number;
  permitNo: string | null;
  openedOn: string;
  closedOn: string | null;
  updatedAt: Date;
}

export interface UnitRow {
  id: string;
  institutionId: string;
  kind: string;
  name: string;
  beds: number | null;
  startOn: string;
  endOn: string | null;
}

export interface DesignationRow {
  id: string;
  institutionId: string;
  unitId: string | null;
  kind: string;
  level: string | null;
  regionCode: string | null;
  startOn: string;
  endOn: string | null;
}

/** Places under change: every decision rests on a locked row. */
@Injectable()
export class PlaceStore {
  /** The institution, locked, if the actor may write about it. Units and designations change only under this lock. */
  async lock(tx: Tx, id: string, scope: Scope): Promise<LockedInstitution | undefined> {
    if (!isCode(id)) return undefined;
    return tx.one<LockedInstitution>(
      `SELECT i.id, i.name, i.type, i.level, i.grade, i.ownership, i.admin_level, i.county_code, i.medical, i.permit_no,
              i.opened_on, i.closed_on, i.updated_at FROM institution i WHERE i.id = ? AND ${scope.where} FOR UPDATE`,
      [id, ...scope.params],
    );
  }

  units(tx: Tx, institutionId: string): Promise<UnitRow[]> {
    return tx.query<UnitRow>(
      'SELECT id, institution_id, kind, name, beds, start_on, end_on FROM institution_unit WHERE institution_id = ? ORDER BY start_on, id',
      [institutionId],
    );
  }

  async unitOwner(tx: Tx, id: string): Promise<string | undefined> {
    if (!isCode(id)) return undefined;
    return (await tx.one<{ institutionId: string }>('SELECT institution_id FROM institution_unit WHERE id = ?', [id]))
      ?.institutionId;
  }

  designations(tx: Tx, institutionId: string): Promise<DesignationRow[]> {
    return tx.query<DesignationRow>(
      'SELECT id, institution_id, unit_id, kind, level, region_code, start_on, end_on FROM designation WHERE institution_id = ? ORDER BY start_on, id',
      [institutionId],
    );
  }

  async designation(tx: Tx, id: string): Promise<DesignationRow | undefined> {
    if (!isCode(id)) return undefined;
    return tx.one<DesignationRow>(
      'SELECT id, institution_id, unit_id, kind, level, region_code, start_on, end_on FROM designation WHERE id = ?',
      [id],
    );
  }

  /** A region row valid on the day. */
  regionOn(tx: Tx, code: string, day: string) {
    return tx.one<{
      code: string;
      name: string;
      kind: string;
      parentCode: string | null;
      validFrom: string;
      validTo: string | null;
    }>(
      'SELECT code, name, kind, parent_code, valid_from, valid_to FROM region WHERE code = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)',
      [isCode(code) ? code : '-', day, day],
    );
  }

  /** The day the institution came into its present county. */
  async inCountySince(tx: Tx, i: Pick<LockedInstitution, 'id' | 'openedOn'>): Promise<string> {
    const last = await tx.one<{ day: string | null }>(
      'SELECT MAX(end_on) AS day FROM institution_region WHERE institution_id = ?',
      [i.id],
    );
    return last?.day ?? i.openedOn;
  }
}
