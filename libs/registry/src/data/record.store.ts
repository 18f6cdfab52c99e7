import { Injectable } from '@nestjs/common';
import { Db, type Param, type Scope, type Tx } from '@app/platform';
import type { Place } from '../domain/act-types';
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

  /**
   * People by the blind index of their identity number. The number of a merged record leads to the survivor, with what the
   * merged record knows. @param lock keeps them until the transaction ends
   */
  async people(reader: Reader, indexes: string[], lock: boolean): Promise<Map<string, PersonOnRecord>> {
    if (!indexes.length) return new Map();
    type Head = Pick<PersonOnRecord, 'id' | 'name' | 'diedOn' | 'mergedIntoId' | 'phoneIndex'> & {
      citizenIdIndex: string;
    };
    const HEAD = 'SELECT id, citizen_id_index, name, died_on, merged_into_id, phone_index FROM person WHERE';
    const end = lock ? ' ORDER BY id FOR UPDATE' : '';
    const named = await reader.query<Head>(`${HEAD} citizen_id_index IN (?)${end}`, [indexes]);
    const into = named.flatMap((h) => h.mergedIntoId ?? []);
    const survivors = into.length ? await reader.query<Head>(`${HEAD} id IN (?)${end}`, [into]) : [];
    const heads = new Map([...named, ...survivors].map((h) => [h.id, h]));
    const kept = [...heads.values()].filter((h) => !h.mergedIntoId).map((h) => h.id);
    const below = kept.length ? await reader.query<Head>(`${HEAD} merged_into_id IN (?)${end}`, [kept]) : [];
    for (const h of below) heads.set(h.id, h);
    const facts = await this.factsOf(reader, [...heads.keys()]);
    const one = (h: Head): PersonOnRecord => {
      const { citizenIdIndex, ...head } = h;
      void citizenIdIndex;
      const merged = below.filter((d) => d.mergedIntoId === h.id);
      const all = [h.id, ...merged.map((d) => d.id)].map((id) => facts(id));
      return {
        ...head,
        otherNames: merged.map((d) => d.name),
        licences: all.flatMap((f) => f.licences),
        scopes: all.flatMap((f) => f.scopes),
        qualifications: all.flatMap((f) => f.qualifications),
        titles: all.flatMap((f) => f.titles),
        residencies: all.flatMap((f) => f.residencies),
        // A site is moved on the record it lies on.
        sites: all[0]!.sites,
      };
    };
    return new Map(
      named.map((h) => [h.citizenIdIndex, one((h.mergedIntoId ? heads.get(h.mergedIntoId) : undefined) ?? h)]),
    );
  }

  private async factsOf(reader: Reader, ids: string[]) {
    const of = async <T extends object>(sql: string): Promise<Map<string, T[]>> => {
      const map = new Map<string, T[]>();
      if (!ids.length) return map;
      for (const row of await reader.query<T & { personId: string }>(sql, [ids] as Param[]))
        map.set(row.personId, [...(map.get(row.personId) ?? []), row]);
      return map;
    };
    type F<K extends keyof PersonOnRecord> = PersonOnRecord[K] extends (infer T extends object)[] ? T : never;
    const licences = await of<F<'licences'>>(
      'SELECT id, person_id, level, category, number_index, start_on, end_on FROM licence WHERE person_id IN (?) AND live = 1 ORDER BY start_on',
    );
    const scopes = await of<F<'scopes'>>(
      'SELECT id, person_id, licence_id, scope, start_on, end_on FROM licence_scope WHERE person_id IN (?) AND live = 1 ORDER BY start_on',
    );
    const qualifications = await of<F<'qualifications'>>(
      'SELECT id, person_id, subject, `rank`, obtained_on FROM technical_qualification WHERE person_id IN (?) AND live = 1',
    );
    const titles = await of<F<'titles'>>(
      'SELECT id, person_id, title, `rank`, qualified_on, appointed_on FROM professional_title WHERE person_id IN (?) AND live = 1',
    );
    const residencies = await of<F<'residencies'>>(
      'SELECT id, person_id, specialty, completed_on FROM residency_record WHERE person_id IN (?) AND live = 1',
    );
    const sites = await of<F<'sites'>>(
      'SELECT id, person_id, institution_id, role, department, post, start_on, end_on FROM practice_site WHERE person_id IN (?) AND live = 1 ORDER BY start_on',
    );
    return (id: string) => ({
      licences: licences.get(id) ?? [],
      scopes: scopes.get(id) ?? [],
      qualifications: qualifications.get(id) ?? [],
      titles: titles.get(id) ?? [],
      residencies: residencies.get(id) ?? [],
      sites: sites.get(id) ?? [],
    });
  }

  /** Whose licence has one of these numbers: blind index → person. */
  async licenceHolders(reader: Reader, indexes: string[]): Promise<Map<string, string>> {
    if (!indexes.length) return new Map();
    const rows = await reader.query<{ numberIndex: string; personId: string }>(
      'SELECT l.number_index, COALESCE(p.merged_into_id, p.id) AS person_id FROM licence l JOIN person p ON p.id = l.person_id WHERE l.number_index IN (?) AND l.live = 1',
      [indexes],
    );
    return new Map(rows.map((r) => [r.numberIndex, r.personId]));
  }

  /** Institutions by id, as far as the actor may write about them. */
  places(reader: Reader, ids: string[], scope: Scope): Promise<Place[]> {
    return reader.query<Place>(
      `SELECT i.id, i.name, i.opened_on, i.closed_on FROM institution i WHERE i.id IN (?) AND ${scope.where}`,
      [ids, ...scope.params],
    );
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
