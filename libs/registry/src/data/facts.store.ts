import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '@app/platform';
import { type CountyMove, sitesByCounty } from '../domain/county-moves';
import type { PersonFacts, SiteFact } from '../domain/facts';

type Reader = Pick<Db, 'query'> | Pick<Tx, 'query'>;
type Row = Record<string, unknown> & { personId: string };

/** Columns and order of each table of facts; `void` those that can be withdrawn. */
const TABLES = {
  licences: ['licence', 'level, category, start_on, end_on, end_reason, recorded_at, end_recorded_at', 'start_on, id'],
  scopes: ['licence_scope', 'licence_id, scope, start_on, end_on, recorded_at, end_recorded_at', 'start_on, scope'],
  suspensions: [
    'licence_suspension',
    'licence_id, start_on, end_on, reason, recorded_at, end_recorded_at',
    'start_on, id',
  ],
  qualifications: ['technical_qualification', 'subject, `rank`, obtained_on, recorded_at', 'obtained_on, id'],
  residencies: ['residency_record', 'specialty, completed_on, recorded_at', 'completed_on, id'],
  titles: ['professional_title', 'title, `rank`, qualified_on, appointed_on, recorded_at', 'qualified_on, id'],
  educations: ['education_record', 'level, school, major, graduated_on, recorded_at', 'graduated_on, id'],
  leaves: ['leave_record', 'kind, start_on, end_on, note, recorded_at, end_recorded_at', 'start_on, id'],
  moves: ['person_move', 'direction, province_code, moved_on, document, recorded_at', 'moved_on, id'],
  deaths: ['person_death', 'died_on, recorded_at', 'recorded_at, id'],
} as const;
type Voidable = keyof typeof TABLES;
const KINDS = Object.keys(TABLES) as Voidable[];

/** All facts of persons: fifteen statements for any number of them. */
@Injectable()
export class FactsStore {
  constructor(private readonly db: Db) {}

  /** @param more `voided`: also what was withdrawn, each with its `voidedAt` */
  async of(
    ids: string[],
    reader: Reader = this.db,
    more: { voided?: boolean } = {},
  ): Promise<Map<string, PersonFacts>> {
    if (!ids.length) return new Map();
    const live = more.voided ? '' : ' AND t.live = 1';
    const statements = [
      () =>
        reader.query<Row>('SELECT id, name, sex, birth_date, died_on, merged_into_id FROM person WHERE id IN (?)', [
          ids,
        ]),
      () =>
        reader.query<Row>(
          `SELECT person_id, kind, number, issued_on, valid_to, revoked_on, cancelled_on, source, recorded_at, end_recorded_at
           FROM training_certificate WHERE person_id IN (?) ORDER BY issued_on, number`,
          [ids],
        ),
      () =>
        reader.query<Row>(
          `SELECT t.id, t.person_id, t.institution_id, i.name AS institution_name, i.county_code, i.medical, i.closed_on AS institution_closed_on,
                  i.closed_recorded_at AS institution_closed_recorded_at,
                  t.role, t.department, t.post, t.start_on, t.end_on, t.end_reason, t.recorded_at, t.end_recorded_at, t.voided_at
           FROM practice_site t JOIN institution i ON i.id = t.institution_id
           WHERE t.person_id IN (?)${live} ORDER BY t.start_on, t.role DESC, t.id`,
          [ids],
        ),
      () =>
        reader.query<Row>(
          'SELECT duplicate_id AS person_id, survivor_id AS into_id, merged_at AS recorded_at, undone_at FROM person_merge WHERE duplicate_id IN (?) ORDER BY merged_at, id',
          [ids],
        ),
      () =>
        reader.query<Row>(
          `SELECT institution_id, county_code, end_on, recorded_at FROM institution_region
           WHERE institution_id IN (SELECT institution_id FROM practice_site WHERE person_id IN (?)) ORDER BY end_on`,
          [ids],
        ),
      ...KINDS.map((k) => () => {
        const [table, columns, order] = TABLES[k];
        return reader.query<Row>(
          `SELECT t.id, t.person_id, ${columns}, t.voided_at FROM ${table} t WHERE t.person_id IN (?)${live} ORDER BY ${order}`,
          [ids],
        );
      }),
    ];
    // One after another inside a transaction (one connection), side by side outside.
    const rows = reader === this.db ? await Promise.all(statements.map((s) => s())) : await inTurn(statements);
    return assemble(rows);
  }
}

async function inTurn(statements: (() => Promise<Row[]>)[]): Promise<Row[][]> {
  const out: Row[][] = [];
  for (const s of statements) out.push(await s());
  return out;
}

function by(rows: Row[], key: string): Map<string, object[]> {
  const map = new Map<string, object[]>();
  for (const { personId, ...fact } of rows) {
    const at = (key === 'personId' ? personId : (fact as Row)[key]) as string;
    if (key !== 'personId') delete (fact as Record<string, unknown>)[key];
    const list = map.get(at);
    if (list) list.push(fact);
    else map.set(at, [fact]);
  }
  return map;
}

function assemble([persons, certificates, sites, merges, countyMoves = [], ...rest]: Row[][]): Map<
  string,
  PersonFacts
> {
  const rows = Object.fromEntries(KINDS.map((k, i) => [k, rest[i]!])) as Record<Voidable, Row[]>;
  const scopes = by(rows.scopes, 'licenceId');
  const suspensions = by(rows.suspensions, 'licenceId');
  const licences = rows.licences.map((l) => {
    const id = l['id'] as string;
    return { ...l, scopes: scopes.get(id) ?? [], suspensions: suspensions.get(id) ?? [] };
  });
  const of = {
    licences: by(licences, 'personId'),
    sites: by(
      sites!.flatMap(
        (s) =>
          sitesByCounty(
            { ...(s as unknown as SiteFact), medical: s['medical'] === 1 },
            countyMoves.filter((m) => m['institutionId'] === s['institutionId']) as unknown as CountyMove[],
          ) as unknown as Row[],
      ),
      'personId',
    ),
    certificates: by(certificates!, 'personId'),
    merges: by(merges!, 'personId'),
    ...Object.fromEntries(
      (['qualifications', 'residencies', 'titles', 'educations', 'leaves', 'moves', 'deaths'] as const).map((k) => [
        k,
        by(rows[k], 'personId'),
      ]),
    ),
  };
  return new Map(
    persons!.map((p) => {
      const id = p['id'] as string;
      const facts = Object.fromEntries(Object.entries(of).map(([k, m]) => [k, m.get(id) ?? []]));
      return [id, { ...p, ...facts } as unknown as PersonFacts];
    }),
  );
}
