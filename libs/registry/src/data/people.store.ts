import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { type Actor, Db, type Param, regionPrefix, type Scope, type Tx } from '@app/platform';
import { isCode } from '../domain/plain-code';

export interface PeopleFilter {
  /** where and params made from the search text, so that no identity number is kept in a job */
  name?: string;
  pinyin?: string;
  tail?: string;
  citizenIdIndex?: string;
  phoneIndex?: string;
  regionCode?: string;
  institutionId?: string;
  /** PHYSICIAN · REHAB_PHYSICIAN · THERAPIST */
  profession?: string;
  /** EMPLOYED · LEFT */
  standing?: string;
}

export interface PersonListRow {
  id: string;
  name: string;
  sex: string;
  birthDate: string;
  citizenIdTail: string;
  diedOn: string | null;
  institutionId: string | null;
  institutionName: string | null;
  countyCode: string | null;
  countyName: string | null;
  cityName: string | null;
  department: string | null;
  post: string | null;
  siteStartOn: string | null;
  siteEndOn: string | null;
}

export const likeText = (text: string): string => text.replace(/[\\%_]/g, (c) => `\\${c}`);

const FROM = `FROM person p
  LEFT JOIN practice_site s ON s.id = p.current_site_id
  LEFT JOIN institution i ON i.id = s.institution_id
  LEFT JOIN region c ON c.code = i.county_code AND c.valid_to IS NULL
  LEFT JOIN region ct ON ct.code = c.parent_code AND ct.valid_to IS NULL`;

const ORDER: Record<string, string> = {
  name: 'p.name_pinyin',
  institution: 'i.name_pinyin',
  since: 's.start_on',
};

function whereOf(f: PeopleFilter, scope: Scope): { sql: string; params: Param[] } {
  const parts = ['p.merged_into_id IS NULL', scope.where];
  const params: Param[] = [...scope.params];
  const add = (sql: string, ...values: Param[]) => {
    parts.push(sql);
    params.push(...values);
  };
  if (f.citizenIdIndex) add('p.citizen_id_index = ?', f.citizenIdIndex);
  if (f.phoneIndex) add('p.phone_index = ?', f.phoneIndex);
  if (f.tail) add('p.citizen_id_tail = ?', f.tail);
  if (f.pinyin)
    add('(p.name_pinyin LIKE ? OR p.name_initials LIKE ?)', `${likeText(f.pinyin)}%`, `${likeText(f.pinyin)}%`);
  if (f.name) add('p.name LIKE ?', `%${likeText(f.name)}%`);
  if (f.regionCode) add('i.county_code LIKE ?', `${regionPrefix(f.regionCode)}%`);
  if (f.institutionId) add('s.institution_id = ?', f.institutionId);
  if (f.standing === 'EMPLOYED') add('s.end_on IS NULL AND p.died_on IS NULL');
  if (f.standing === 'LEFT') add('(s.end_on IS NOT NULL OR p.died_on IS NOT NULL)');
  if (f.profession === 'PHYSICIAN')
    add('EXISTS (SELECT 1 FROM licence l WHERE l.person_id = p.id AND l.live = 1 AND l.end_on IS NULL)');
  if (f.profession === 'REHAB_PHYSICIAN')
    add(
      "EXISTS (SELECT 1 FROM licence_scope x WHERE x.person_id = p.id AND x.live = 1 AND x.scope = 'REHABILITATION' AND x.end_on IS NULL)",
    );
  if (f.profession === 'THERAPIST')
    add(
      "EXISTS (SELECT 1 FROM technical_qualification q WHERE q.person_id = p.id AND q.live = 1 AND q.subject = 'REHAB_THERAPY')",
    );
  return { sql: parts.join(' AND '), params };
}

@Injectable()
export class PeopleStore {
  constructor(private readonly db: Db) {}

  async page(
    f: PeopleFilter,
    scope: Scope,
    p: { offset: number; limit: number; sort?: string; descending?: boolean },
  ): Promise<{ rows: PersonListRow[]; total: number }> {
    const where = whereOf(f, scope);
    const order = `${ORDER[p.sort ?? ''] ?? ORDER['name']} ${p.descending ? 'DESC' : 'ASC'}`;
    const [rows, total] = await Promise.all([
      this.db.query<PersonListRow>(
        `SELECT p.id, p.name, p.sex, p.birth_date, p.citizen_id_tail, p.died_on, s.institution_id, i.name AS institution_name,
                i.county_code, c.name AS county_name, ct.name AS city_name, s.department, s.post, s.start_on AS site_start_on, s.end_on AS site_end_on
         ${FROM} WHERE ${where.sql} ORDER BY ${order}, p.id LIMIT ? OFFSET ?`,
        [...where.params, p.limit, p.offset],
      ),
      this.db.count(`SELECT COUNT(*) AS n ${FROM} WHERE ${where.sql}`, where.params),
    ]);
    return { rows, total };
  }

  /** The person when the scope holds it. */
  async inScope(id: string, scope: Scope, reader: Pick<Db, 'one'> | Tx = this.db): Promise<{ id: string } | undefined> {
    if (!isCode(id)) return undefined;
    return reader.one<{ id: string }>(`SELECT p.id ${FROM} WHERE p.id = ? AND ${scope.where}`, [id, ...scope.params]);
  }

  head(id: string) {
    return this.db.one<{
      id: string;
      name: string;
      sex: string;
      birthDate: string;
      citizenIdSealed: string;
      citizenIdTail: string;
      phoneSealed: string | null;
      diedOn: string | null;
      mergedIntoId: string | null;
      updatedAt: Date;
    }>(
      'SELECT id, name, sex, birth_date, citizen_id_sealed, citizen_id_tail, phone_sealed, died_on, merged_into_id, updated_at FROM person WHERE id = ?',
      [id],
    );
  }

  /** Heads of these records and of those merged into them. */
  async fhirHeads(ids: string[]) {
    if (!ids.length) return [];
    return this.db.query<{ id: string; mergedIntoId: string | null; citizenIdTail: string; updatedAt: Date }>(
      'SELECT id, merged_into_id, citizen_id_tail, updated_at FROM person WHERE id IN (?) OR merged_into_id IN (?)',
      [ids, ids],
    );
  }

  licenceTails(id: string) {
    return this.db.query<{ id: string; numberTail: string | null }>(
      'SELECT id, number_tail FROM licence WHERE person_id = ? AND live = 1',
      [id],
    );
  }

  async accessOf(id: string, offset: number, limit: number) {
    const [rows, total] = await Promise.all([
      this.db.query<{
        id: string;
        at: Date;
        role: string;
        organisationName: string | null;
        act: string;
        purpose: string;
      }>(
        'SELECT id, at, role, organisation_name, act, purpose FROM access_log WHERE person_id = ? ORDER BY at DESC, id DESC LIMIT ? OFFSET ?',
        [id, limit, offset],
      ),
      this.db.count('SELECT COUNT(*) AS n FROM access_log WHERE person_id = ?', [id]),
    ]);
    return { rows, total };
  }

  /** For whom the actor acts: the organisation or the region by name. */
  async placeOf(tx: Tx, { scope }: Pick<Actor, 'scope'>): Promise<string | null> {
    const place =
      scope.kind === 'ORGANISATION'
        ? await tx.one<{ name: string }>('SELECT name FROM institution WHERE id = ?', [scope.organisationId])
        : scope.kind === 'REGION'
          ? await tx.one<{ name: string }>(
              'SELECT name FROM region WHERE code = ? ORDER BY valid_to IS NULL DESC LIMIT 1',
              [scope.regionCode],
            )
          : undefined;
    return place?.name ?? null;
  }

  /** Access records, a thousand in a statement. */
  async logAccess(
    tx: Tx,
    personIds: string[],
    act: 'VIEW' | 'EXPORT',
    purpose: string,
    as: Pick<Actor, 'accountId' | 'name' | 'role' | 'scope' | 'requestId'> = tx.actor,
  ): Promise<null> {
    const row = {
      at: tx.now,
      accountId: as.accountId,
      actorName: as.name.slice(0, 100),
      role: as.role,
      organisationName: await this.placeOf(tx, as),
      act,
      purpose,
      requestId: as.requestId,
    };
    for (let i = 0; i < personIds.length; i += 1000)
      await tx.insert(
        'access_log',
        personIds.slice(i, i + 1000).map((personId) => ({ id: newId(), personId, ...row })),
      );
    return null;
  }
}
