import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '@app/platform';
import { type CountyMove, sitesByCounty } from '../domain/county-moves';
import type { LicenceFact, PersonFacts, SiteFact } from '../domain/facts';

type Reader = Pick<Db, 'query'> | Pick<Tx, 'query'>;
type Of<T> = T & { personId: string };

const group = <T extends { personId: string }>(rows: T[]): Map<string, T[]> => {
  const map = new Map<string, T[]>();
  for (const r of rows) {
    const list = map.get(r.personId);
    if (list) list.push(r);
    else map.set(r.personId, [r]);
  }
  return map;
};

const without = <T extends { personId: string }>(rows: T[] | undefined): Omit<T, 'personId'>[] =>
  (rows ?? []).map(({ personId, ...rest }) => (void personId, rest));

/** All facts of persons: ten statements for any number of them. */
@Injectable()
export class FactsStore {
  constructor(private readonly db: Db) {}

  async of(ids: string[], reader: Reader = this.db): Promise<Map<string, PersonFacts>> {
    if (!ids.length) return new Map();
    const q = <T>(sql: string) => reader.query<Of<T>>(sql, [ids]);
    // One after another inside a transaction (one connection), side by side outside.
    const statements = [
      () =>
        reader.query<Record<string, unknown>>(
          'SELECT id, name, sex, birth_date, died_on, merged_into_id FROM person WHERE id IN (?)',
          [ids],
        ),
      () =>
        q<LicenceFact & { id: string }>(
          'SELECT id, person_id, level, category, start_on, end_on, recorded_at, end_recorded_at FROM licence WHERE person_id IN (?) ORDER BY start_on, id',
        ),
      () =>
        q<{ licenceId: string }>(
          'SELECT licence_id, person_id, scope, start_on, end_on, recorded_at, end_recorded_at FROM licence_scope WHERE person_id IN (?) ORDER BY start_on, scope',
        ),
      () =>
        q<{ licenceId: string }>(
          'SELECT licence_id, person_id, start_on, end_on, reason, recorded_at, end_recorded_at FROM licence_suspension WHERE person_id IN (?) ORDER BY start_on',
        ),
      () =>
        q<object>(
          'SELECT person_id, subject, `rank`, obtained_on, recorded_at FROM technical_qualification WHERE person_id IN (?) ORDER BY obtained_on',
        ),
      () =>
        q<object>(
          'SELECT person_id, specialty, completed_on, recorded_at FROM residency_record WHERE person_id IN (?) ORDER BY completed_on',
        ),
      () =>
        q<object>(
          'SELECT person_id, title, `rank`, qualified_on, appointed_on, recorded_at FROM professional_title WHERE person_id IN (?) ORDER BY qualified_on',
        ),
      () =>
        q<object>(
          `SELECT person_id, kind, number, issued_on, valid_to, revoked_on, cancelled_on, source, recorded_at, end_recorded_at
           FROM training_certificate WHERE person_id IN (?) ORDER BY issued_on, number`,
        ),
      () =>
        q<{ medical: number }>(
          `SELECT s.person_id, s.institution_id, i.name AS institution_name, i.county_code, i.medical, i.closed_on AS institution_closed_on,
                  s.role, s.department, s.post, s.start_on, s.end_on, s.recorded_at, s.end_recorded_at
           FROM practice_site s JOIN institution i ON i.id = s.institution_id WHERE s.person_id IN (?) ORDER BY s.start_on, s.role DESC, s.id`,
        ),
      () =>
        reader.query<CountyMove & { institutionId: string }>(
          `SELECT institution_id, county_code, end_on, recorded_at FROM institution_region
           WHERE institution_id IN (SELECT institution_id FROM practice_site WHERE person_id IN (?)) ORDER BY end_on`,
          [ids],
        ),
    ];
    const results = reader === this.db ? await Promise.all(statements.map((s) => s())) : await inTurn(statements);
    return assemble(results as never);
  }
}

async function inTurn(statements: (() => Promise<unknown>)[]): Promise<unknown[]> {
  const out: unknown[] = [];
  for (const s of statements) out.push(await s());
  return out;
}

type Rows = Of<Record<string, unknown>>[];

function assemble([persons, licences, scopes, suspensions, ...rest]: [Record<string, unknown>[], ...Rows[]]): Map<
  string,
  PersonFacts
> {
  const [qualifications, residencies, titles, certificates, sites] = rest.slice(0, 5).map((rows) => group(rows));
  const moves = (rest[5] ?? []) as unknown as (CountyMove & { institutionId: string })[];
  const byLicence = (rows: Rows) => {
    const map = new Map<string, object[]>();
    for (const { licenceId, personId, ...fact } of rows) {
      void personId;
      const list = map.get(licenceId as string);
      if (list) list.push(fact);
      else map.set(licenceId as string, [fact]);
    }
    return map;
  };
  const scopesOf = byLicence(scopes!);
  const suspensionsOf = byLicence(suspensions!);
  const licencesOf = group(licences!);
  return new Map(
    persons.map((p) => {
      const id = p['id'] as string;
      const facts = {
        ...p,
        licences: without(licencesOf.get(id)).map(({ id: licenceId, ...l }) => ({
          ...l,
          scopes: scopesOf.get(licenceId as string) ?? [],
          suspensions: suspensionsOf.get(licenceId as string) ?? [],
        })),
        qualifications: without(qualifications!.get(id)),
        residencies: without(residencies!.get(id)),
        titles: without(titles!.get(id)),
        certificates: without(certificates!.get(id)),
        sites: without(sites!.get(id)).flatMap((s) =>
          sitesByCounty(
            { ...(s as unknown as SiteFact), medical: s['medical'] === 1 },
            moves.filter((m) => m.institutionId === s['institutionId']),
          ),
        ),
      };
      return [id, facts as unknown as PersonFacts];
    }),
  );
}
