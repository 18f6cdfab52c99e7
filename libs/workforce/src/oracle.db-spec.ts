import { execute, scopes } from '@app/platform';
import { Registry } from '@app/registry';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { plantPeople } from '../../../test/support/nineteen';
import { ANSHAN, DALIAN, FUSHUN, nineteen, SHENYANG } from './domain/testing/nineteen';
import { Recount, Snapshots, Workforce } from './index';

let kx: TestApp;
let officer: TestUser;
let ids: Map<string, string>;
const CITIES = [SHENYANG, DALIAN, ANSHAN, FUSHUN];

beforeAll(async () => {
  kx = await testApp({ seed: 'starter', at: '2025-01-10T01:00:00Z' });
  officer = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
  // P06's revocation of 2024-12-31 is not recorded yet (§4.8).
  const people = nineteen.map((p) =>
    p.id === 'P06'
      ? { ...p, facts: p.facts.map((f) => (f.type === 'TRANSFER_CERT' ? { ...f, revokedOn: null } : f)) }
      : p,
  );
  ids = await plantPeople(kx, people);
  await kx.get(Recount).everybody(kx.system);
}, 120_000);
afterAll(() => kx.close());

/** The clock goes on; who had signed in before has to sign in again. */
const goTo = async (instant: string) => {
  kx.clock.set(new Date(instant));
  officer = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
};
const names = async (
  asOf: string,
  category: 'PHYSICIAN' | 'THERAPIST',
  column: 'UNION' | 'REGISTERED' | 'CERTIFIED' = 'UNION',
  knownAt?: Date,
) =>
  // prettier-ignore
  Promise.all(
    CITIES.map(async (regionCode) => {
      const q = { regionCode, asOf, category, column, knownAt, offset: 0, limit: 100 };
      return (await kx.get(Workforce).members(q, scopes.all('test'))).rows.map((r) => r.name);
    }),
  );
const figures = async (asOf: string, category: 'PHYSICIAN' | 'THERAPIST') => {
  const m = await kx.get(Workforce).counts({ regionCodes: [...CITIES, '210000'], asOf, category });
  return [...CITIES.map((c) => m.get(c)!.union), m.get('210000')!.union];
};

describe('§4.8: a revocation recorded late', () => {
  let id: string;
  let hash: string;
  const take = 'mutation { takeTallySnapshot(input: { asOf: "2024-12-31", title: "2024 年末" }) { id hash } }';
  const restate = (knownOn: string | null) =>
    officer.gql<{ restateTallySnapshot: { id: string; figures: number; people: number } }>(
      'mutation ($id: String!, $k: String) { restateTallySnapshot(id: $id, knownOn: $k) { id figures people } }',
      { id, k: knownOn },
    );
  const read = (restatement: string, user = officer) =>
    user.gql<{
      tallyRestatement: {
        lines: { regionCode: string; category: string; change: number; before: { union: number; certified: number }; after: { union: number } }[]; // prettier-ignore
        persons: { total: number; rows: { personId: string; newCategory: string | null; oldPlace: { code: string }; reasons: object[] }[] }; // prettier-ignore
      };
    }>(
      'query ($id: String!) { tallyRestatement(id: $id) { lines { regionCode category change before { union certified } after { union } } persons { total rows { personId newCategory oldPlace { code } reasons { fact what day recordedAt } } } } }',
      { id: restatement },
    );

  test('published as 2, recomputed as 1, with the reason; the snapshot stays as it is', async () => {
    ({ id, hash } = (await officer.gql<{ takeTallySnapshot: { id: string; hash: string } }>(take)).data!.takeTallySnapshot); // prettier-ignore
    const anshan = async () =>
      (await kx.get(Workforce).snapshotFigures(id, [ANSHAN])).find((f) => f.category === 'PHYSICIAN')!;
    expect((await anshan()).union).toBe(2);
    expect((await restate(null)).data!.restateTallySnapshot).toMatchObject({ figures: 0, people: 0 });

    await goTo('2025-01-20T01:00:00Z');
    await kx.uow.run({ actor: officer.actor, action: 'test.revoke' }, async (tx) => {
      const p06 = await tx.one<{ number: string }>('SELECT number FROM training_certificate WHERE person_id = ?', [ids.get('P06')]); // prettier-ignore
      await kx.get(Registry).endCertificate(tx, p06!.number, { revokedOn: '2024-12-31' });
      await tx.audit({ object: { type: 'certificate', id: p06!.number } });
    });
    await kx.drain();
    await goTo('2025-03-01T01:00:00Z');
    expect((await restate('2025-01-19')).data!.restateTallySnapshot.people).toBe(0);
    const made = (await restate('2025-02-01')).data!.restateTallySnapshot;
    // Anshan's county, Anshan and the province.
    expect(made).toMatchObject({ figures: 3, people: 1 });
    const { lines, persons } = (await read(made.id)).data!.tallyRestatement;
    expect(lines.find((l) => l.regionCode === ANSHAN)).toEqual({
      regionCode: ANSHAN,
      category: 'PHYSICIAN',
      change: -1,
      before: { union: 2, certified: 1 },
      after: { union: 1 },
    });
    expect(persons.rows).toEqual([
      {
        personId: ids.get('P06'),
        newCategory: null,
        oldPlace: { code: '210302' },
        reasons: [
          { fact: 'TRANSFER_CERT', what: 'REVOKED', day: '2024-12-31', recordedAt: '2025-01-20T01:00:00.000Z' },
        ],
      },
    ]);
    expect((await anshan()).union).toBe(2);
    expect((await kx.get(Workforce).snapshot(id))!.hash).toBe(hash);
    expect((await kx.get(Snapshots).verify()).faults).toEqual([]);
    const shenyang = await kx.user({ role: 'CITY_OFFICER', regionCode: SHENYANG });
    const theirs = (await read(made.id, shenyang)).data!.tallyRestatement;
    expect([theirs.lines, theirs.persons.total]).toEqual([[], 0]);
  });

  test('knowledge before the snapshot, and another region’s officer, are refused', async () => {
    expect((await restate('2025-01-01')).errors![0]!.extensions.code).toBe('WORKFORCE_RESTATEMENT_EARLY');
    const city = await kx.user({ role: 'CITY_OFFICER', regionCode: ANSHAN });
    const { errors } = await city.gql('mutation ($id: String!) { restateTallySnapshot(id: $id) { id } }', { id });
    expect(errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
  });

  test('under a rule no longer in force the recomputation rests on the facts and gives the same', async () => {
    const made = async () => {
      const { lines, persons } = (await read((await restate('2025-02-01')).data!.restateTallySnapshot.id)).data!
        .tallyRestatement;
      return { lines, persons };
    };
    const kept = await made();
    const store = kx.get(Workforce)['rules'] as unknown as { kept?: unknown };
    await execute(kx.db.dataSource, "INSERT INTO counting_rule SELECT 'next', '2025-02-15', name_zh, name_en, summary_zh, summary_en, source, JSON_SET(definition, '$.version', 'next'), created_at FROM counting_rule"); // prettier-ignore
    store.kept = undefined;
    expect((await kx.get(Workforce).currentRule()).version).toBe('next');
    expect(await made()).toEqual(kept);
    await execute(kx.db.dataSource, "DELETE FROM counting_rule WHERE version = 'next'");
    store.kept = undefined;
  });
});

describe('§4.3 through the database', () => {
  test.each<[string, number[], number[]]>([
    ['2022-12-30', [5, 3, 1, 0, 9], [2, 0, 1, 0, 3]],
    ['2022-12-31', [6, 3, 1, 0, 10], [2, 0, 1, 0, 3]],
    ['2023-01-01', [7, 3, 1, 0, 11], [2, 1, 1, 0, 4]],
    ['2023-12-31', [7, 4, 2, 0, 13], [2, 1, 1, 0, 4]],
    ['2024-12-31', [4, 5, 1, 0, 10], [2, 1, 0, 0, 3]],
    ['2025-06-30', [5, 5, 1, 0, 11], [2, 1, 0, 0, 3]],
    ['2025-12-31', [5, 4, 1, 0, 10], [2, 1, 0, 0, 3]],
  ])('%s', async (day, physicians, therapists) => {
    // Days after the clock are asked too: the rows hold what is known of them.
    expect(await figures(day, 'PHYSICIAN')).toEqual(physicians);
    expect(await figures(day, 'THERAPIST')).toEqual(therapists);
    expect((await names(day, 'PHYSICIAN')).map((n) => n.length)).toEqual(physicians.slice(0, 4));
  });

  test('by name, in all three columns', async () => {
    expect(await names('2022-12-31', 'PHYSICIAN')).toEqual([['P01', 'P02', 'P04', 'P08', 'P10', 'P11'], ['P07', 'P09', 'P13'], ['P05'], []]); // prettier-ignore
    expect(await names('2022-12-31', 'PHYSICIAN', 'CERTIFIED')).toEqual([['P02'], ['P07'], [], []]);
    expect((await names('2022-12-31', 'PHYSICIAN', 'REGISTERED')).flat()).toHaveLength(8);
    expect((await names('2023-01-01', 'PHYSICIAN', 'CERTIFIED')).flat()).toEqual(['P02', 'P03', 'P07']);
    expect(await names('2024-12-31', 'PHYSICIAN')).toEqual([['P01', 'P02', 'P03', 'P08'], ['P04', 'P07', 'P09', 'P13', 'P14'], ['P05'], []]); // prettier-ignore
    expect(await names('2025-06-30', 'PHYSICIAN')).toEqual([['P01', 'P02', 'P03', 'P08', 'P10'], ['P04', 'P07', 'P09', 'P13', 'P14'], ['P11'], []]); // prettier-ignore
    expect(await names('2023-12-31', 'THERAPIST')).toEqual([['T01', 'T02'], ['T04'], ['T03'], []]);
  });

  test('as known on a day before the revocation was recorded, P06 is in', async () => {
    const known = new Date('2025-01-19T15:59:59.999Z');
    expect((await names('2024-12-31', 'PHYSICIAN', 'UNION', known))[2]).toEqual(['P05', 'P06']);
    const at = await kx.get(Workforce).explain(ids.get('P06')!, '2024-12-31', known);
    const now = await kx.get(Workforce).explain(ids.get('P06')!, '2024-12-31');
    expect([at.counted, now.counted]).toEqual([true, false]);
    expect((await kx.get(Workforce).explain(ids.get('P09-old')!, '2024-12-31')).against.PHYSICIAN).toContainEqual({
      code: 'MERGED_INTO',
      params: { person: ids.get('P09') },
    });
  });
});
