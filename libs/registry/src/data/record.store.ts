import { Injectable } from '@nestjs/common';
import { Db, type Param, type Scope, type Tx } from '@app/platform';
import type { InstitutionOnRecord } from '../domain/plan-institution';
import type { PersonOnRecord } from '../domain/plan-person';

export type Reader = Pick<Db, 'query'> | Pick<Tx, 'query'>;

const INSTITUTION = `SELECT i.id, i.name, i.uscc, i.uscc_override_reason, i.type, i.level, i.grade, i.ownership, i.admin_level,
  i.county_code, i.medical, i.opened_on, i.closed_on,
  (SELECT MAX(x.end_on) FROM institution_region x WHERE x.institution_id = i.id) AS moved_in_on FROM institution i`;

/** What the registry holds, in the form the import plans against; a constant number of statements for any number of rows. */
@Injectable()
export class RecordStore {
  /** By credit code or by name, within what the actor may see. */
  async institutions(
    reader: Reader,
    f: { usccs: string[]; names: string[] },
    scope: Scope,
  ): Promise<InstitutionOnRecord[]> {
    if (!f.usccs.length && !f.names.length) return [];
    return reader.query<InstitutionOnRecord>(
      `${INSTITUTION} WHERE (i.uscc IN (?) OR i.name IN (?)) AND ${scope.where}`,
      [f.usccs.length ? f.usccs : ['-'], f.names.length ? f.names : ['-'], ...scope.params],
    );
  }

  /** People by the blind index of their identity number. @param lock keeps them until the transaction ends */
  async people(reader: Reader, indexes: string[], lock: boolean): Promise<Map<string, PersonOnRecord>> {
    if (!indexes.length) return new Map();
    const heads = await reader.query<Omit<PersonOnRecord, 'licences'> & { citizenIdIndex: string }>(
      `SELECT id, citizen_id_index, name, died_on, merged_into_id, phone_index FROM person WHERE citizen_id_index IN (?)${lock ? ' FOR UPDATE' : ''}`,
      [indexes],
    );
    const ids = heads.map((h) => h.id);
    const of = async <T extends { personId: string }>(sql: string): Promise<Map<string, T[]>> => {
      const map = new Map<string, T[]>();
      if (!ids.length) return map;
      for (const row of await reader.query<T>(sql, [ids] as Param[])) {
        const list = map.get(row.personId);
        if (list) list.push(row);
        else map.set(row.personId, [row]);
      }
      return map;
    };
    type P = { personId: string };
    const licences = await of<PersonOnRecord['licences'][0] & P>(
      'SELECT id, person_id, level, category, number_index, start_on, end_on FROM licence WHERE person_id IN (?) ORDER BY start_on',
    );
    const scopes = await of<PersonOnRecord['scopes'][0] & P>(
      'SELECT id, person_id, licence_id, scope, start_on, end_on FROM licence_scope WHERE person_id IN (?) ORDER BY start_on',
    );
    const qualifications = await of<PersonOnRecord['qualifications'][0] & P>(
      'SELECT id, person_id, subject, `rank`, obtained_on FROM technical_qualification WHERE person_id IN (?)',
    );
    const titles = await of<PersonOnRecord['titles'][0] & P>(
      'SELECT id, person_id, title, `rank`, qualified_on, appointed_on FROM professional_title WHERE person_id IN (?)',
    );
    const residencies = await of<PersonOnRecord['residencies'][0] & P>(
      'SELECT id, person_id, specialty, completed_on FROM residency_record WHERE person_id IN (?)',
    );
    const sites = await of<PersonOnRecord['sites'][0] & P>(
      'SELECT id, person_id, institution_id, role, department, post, start_on, end_on FROM practice_site WHERE person_id IN (?) ORDER BY start_on',
    );
    return new Map(
      heads.map(({ citizenIdIndex, ...h }) => [
        citizenIdIndex,
        {
          ...h,
          licences: licences.get(h.id) ?? [],
          scopes: scopes.get(h.id) ?? [],
          qualifications: qualifications.get(h.id) ?? [],
          titles: titles.get(h.id) ?? [],
          residencies: residencies.get(h.id) ?? [],
          sites: sites.get(h.id) ?? [],
        },
      ]),
    );
  }

  /** Whose licence has one of these numbers: blind index → person. */
  async licenceHolders(reader: Reader, indexes: string[]): Promise<Map<string, string>> {
    if (!indexes.length) return new Map();
    const rows = await reader.query<{ numberIndex: string; personId: string }>(
      'SELECT number_index, person_id FROM licence WHERE number_index IN (?)',
      [indexes],
    );
    return new Map(rows.map((r) => [r.numberIndex, r.personId]));
  }

  /** Rows of one statement over many ids or names; none for none. */
  async rowsOf<T>(reader: Reader, sql: string, values: string[], more: Param[] = []): Promise<T[]> {
    return values.length ? reader.query<T>(sql, [[...new Set(values)], ...more] as Param[]) : [];
  }

  /** Which of these institutions the actor may write about. */
  async inScope(reader: Reader, ids: string[], scope: Scope): Promise<Set<string>> {
    if (!ids.length) return new Set();
    const rows = await reader.query<{ id: string }>(
      `SELECT i.id FROM institution i WHERE i.id IN (?) AND ${scope.where}`,
      [ids, ...scope.params],
    );
    return new Set(rows.map((r) => r.id));
  }
}
