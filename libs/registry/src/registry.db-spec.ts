import { newId } from '@app/kernel';
import { Db, execute, requestContext } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { Registry } from './registry';
import { count } from '../../../test/support/lists';

let kx: TestApp;
let province: TestUser;
let shanxi: TestUser;
let city: TestUser;
let admin: TestUser;
let lin: { id: string };
beforeAll(async () => {
  kx = await testApp({ at: '2026-11-21T02:00:00Z', seed: 'demo' });
  const anshan = await one<{ id: string }>("SELECT id FROM institution WHERE name = '鞍山示范中心医院'");
  province = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000', name: '省级经办' });
  shanxi = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '140000' });
  city = await kx.user({ role: 'CITY_OFFICER', regionCode: '210300' });
  admin = await kx.user({ role: 'INSTITUTION_ADMIN', organisationId: anshan.id });
  lin = await one<{ id: string }>("SELECT id FROM person WHERE name = '林晓雨'");
}, 60_000);
afterAll(() => kx.close());

const one = async <T>(sql: string): Promise<T> => (await kx.get(Db).query<T>(sql))[0]!;
interface Listed {
  people: {
    total: number;
    rows: { id: string; name: string; citizenIdMasked: string; regionName: string; institutionName: string }[];
  };
}
const PEOPLE =
  'query ($f: PeopleFilterInput, $o: Int) { people(filter: $f, offset: $o, limit: 100) { total rows { id name citizenIdMasked regionName institutionName } } }';
const people = async (u: TestUser, f: object = {}) => (await u.gql<Listed>(PEOPLE, { f, o: 0 })).data!.people;
const PERSON =
  'query ($id: String!) { person(id: $id, purpose: "人员信息核对") { id name citizenIdMasked phoneMasked licences { scopes { scope current } } sites { institutionName current } } }';

describe('the demo organisation', () => {
  it('has the agreed size, spread and fixtures, and loads twice without a second row', async () => {
    expect(await count(kx, 'person')).toBe(3000);
    expect(await count(kx, 'institution')).toBeGreaterThanOrEqual(60);
    expect(
      Number(
        (
          await one<{ n: string }>(
            'SELECT COUNT(DISTINCT i.county_code) AS n FROM practice_site s JOIN institution i ON i.id = s.institution_id',
          )
        ).n,
      ),
    ).toBeGreaterThanOrEqual(40);
    expect(
      Number(
        (
          await one<{ n: string }>(
            'SELECT COUNT(DISTINCT LEFT(i.county_code, 4)) AS n FROM practice_site s JOIN institution i ON i.id = s.institution_id',
          )
        ).n,
      ),
    ).toBe(25);
    for (const name of ['沈阳示范康复医院', '鞍山示范中心医院', '大连示范医科大学附属医院', '太原示范中医医院'])
      expect(await count(kx, 'institution', 'name = ?', [name])).toBe(1);
    for (const name of ['林晓雨', '周明远', '何静', '陈建国', '赵敏'])
      expect(await count(kx, 'person', 'name = ?', [name])).toBe(1);
    const tables = [
      'person',
      'licence',
      'licence_scope',
      'practice_site',
      'professional_title',
      'institution',
      'training_certificate',
    ];
    const before = await Promise.all(tables.map((t) => count(kx, t)));
    await execute(kx.get(Db).dataSource, "DELETE FROM seed_run WHERE name = 'registry.demo'");
    await kx.seed('demo');
    expect(await Promise.all(tables.map((t) => count(kx, t)))).toEqual(before);
  }, 60_000);

  it('uses only identity numbers of nobody, and keeps none in clear', async () => {
    const rows = await kx
      .get(Db)
      .query<{ citizenIdSealed: string }>('SELECT citizen_id_sealed FROM person ORDER BY id LIMIT 300');
    for (const r of rows) expect(kx.crypto.open(r.citizenIdSealed, 'person.citizen_id')).toMatch(/^(210199|140199)/);
    expect(await count(kx, 'person', "citizen_id_sealed NOT LIKE 'v1.%'")).toBe(0);
  });
});

describe('scope', () => {
  it('each sees the people of the own area; the numbers add up', async () => {
    const [all, ln, sx, as, own] = await Promise.all([
      count(kx, 'person'),
      people(province),
      people(shanxi),
      people(city),
      people(admin),
    ]);
    expect(ln.total + sx.total).toBe(all);
    expect(as.total).toBeLessThan(ln.total);
    expect(as.rows.every((r) => r.regionName.startsWith('鞍山市'))).toBe(true);
    expect(own.rows.every((r) => r.institutionName === '鞍山示范中心医院')).toBe(true);
    // A filter cannot widen the area.
    expect((await people(city, { regionCode: '210100' })).total).toBe(0);
    expect((await people(shanxi, { search: '林晓雨' })).total).toBe(0);
  });

  it('what lies outside is exactly as absent: person and institution', async () => {
    const outside = await shanxi.gql(PERSON, { id: lin.id });
    const absent = await shanxi.gql(PERSON, { id: newId() });
    expect(outside.errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
    expect({ ...outside.errors![0]!.extensions, requestId: 0 }).toEqual({
      ...absent.errors![0]!.extensions,
      requestId: 0,
    });
    expect(await count(kx, 'access_log', 'person_id = ? AND account_id = ?', [lin.id, shanxi.accountId])).toBe(0);
    const hospital = await one<{ id: string }>("SELECT id FROM institution WHERE name = '沈阳示范康复医院'");
    const q = 'query ($id: String!) { institution(id: $id) { name staff departments { staff } } }';
    expect((await city.gql(q, { id: hospital.id })).errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
    const seen = (
      await province.gql<{ institution: { staff: number; departments: { staff: number }[] } }>(q, { id: hospital.id })
    ).data!.institution;
    expect(seen.staff).toBeGreaterThan(20);
    expect(seen.departments.reduce((n, d) => n + d.staff, 0)).toBeGreaterThanOrEqual(seen.staff);
  });

  it('other roles are refused', async () => {
    for (const role of ['TRAINEE', 'SYSTEM_ADMIN', 'AUDIT_ADMIN'] as const) {
      const u = await kx.user({ role });
      expect((await u.gql(PEOPLE, {})).errors![0]!.extensions.code).toBe('PLATFORM_NOT_ALLOWED');
    }
    expect((await kx.gql(PEOPLE, {})).errors![0]!.extensions.code).toBe('PLATFORM_SIGN_IN_REQUIRED');
  });
});

describe('search and order', () => {
  it('finds by name, pinyin, initials, last four, whole number and phone', async () => {
    const p = await one<{ tail: string; sealed: string }>(
      `SELECT citizen_id_tail AS tail, citizen_id_sealed AS sealed FROM person WHERE id = '${lin.id}'`,
    );
    const id = kx.crypto.open(p.sealed, 'person.citizen_id');
    for (const search of ['林晓雨', '晓雨', 'linxiaoyu', 'LXY', p.tail, id, id.toLowerCase(), '139 0000 0001']) {
      const found = await people(city, { search });
      expect([search, found.rows.some((r) => r.id === lin.id)]).toEqual([search, true]);
    }
    expect((await people(city, { search: '%' })).total).toBe(0);
    expect((await people(city, { search: "'; DROP TABLE person; --" })).total).toBe(0);
    const { rows } = await people(city, { search: id });
    expect(rows[0]!.citizenIdMasked).toBe('*'.repeat(14) + p.tail);
    expect(JSON.stringify(rows)).not.toContain(id);
  });

  it('counts professions within the area', async () => {
    const [physicians, rehab, therapists] = await Promise.all(
      ['PHYSICIAN', 'REHAB_PHYSICIAN', 'THERAPIST'].map((profession) =>
        people(province, { profession, standing: 'EMPLOYED' }),
      ),
    );
    expect(rehab!.total).toBeLessThan(physicians!.total);
    expect(therapists!.total).toBeGreaterThan(700);
  });
});

describe('a person’s record', () => {
  it('shows facts with masked numbers, and writes who looked and what for', async () => {
    const r = (
      await city.gql<{
        person: {
          citizenIdMasked: string;
          phoneMasked: string;
          licences: { scopes: { scope: string; current: boolean }[] }[];
        };
      }>(PERSON, { id: lin.id })
    ).data!.person;
    expect(r.citizenIdMasked).toMatch(/^\*{14}.{4}$/);
    expect(r.phoneMasked).toBe('139****0001');
    expect(r.licences[0]!.scopes).toEqual([{ scope: 'NEUROLOGY', current: true }]);
    // The demo account of this person stands aside: one person, one account.
    await execute(kx.get(Db).dataSource, 'UPDATE account SET person_id = NULL WHERE person_id = ?', [lin.id]);
    const learner = await kx.user({ role: 'TRAINEE', personId: lin.id });
    const own = (
      await learner.gql<{ myRecord: { citizenIdMasked: string }; myRecordAccess: { total: number; rows: object[] } }>(
        '{ myRecord { citizenIdMasked } myRecordAccess { total rows { role organisationName act purpose } } }',
      )
    ).data!;
    expect(own.myRecord.citizenIdMasked).toMatch(/^210199\*{8}.{4}$/);
    expect(own.myRecordAccess.rows[0]).toEqual({
      role: 'CITY_OFFICER',
      organisationName: '鞍山市',
      act: 'VIEW',
      purpose: '人员信息核对',
    });
  });

  it('asks for a purpose and has nothing for an account without a person', async () => {
    const bad = await city.gql('query ($id: String!) { person(id: $id, purpose: "") { id } }', { id: lin.id });
    expect(bad.errors![0]!.extensions.code).toBe('PLATFORM_INVALID_INPUT');
    expect((await city.gql('{ myRecord { id } }')).errors![0]!.extensions.code).toBe('REGISTRY_NO_OWN_RECORD');
  });
});

describe('the facade', () => {
  it('gives the facts of five hundred people in fifteen statements', async () => {
    const registry = kx.get(Registry);
    const ids = await registry.personIdsAfter(null, 500);
    const used = await requestContext.run({ requestId: 't', lang: 'zh-CN' }, async () => {
      const facts = await registry.personFacts(ids);
      expect(facts.size).toBe(500);
      return requestContext.get()!.statements;
    });
    expect(used).toBe(15);
    expect(() => registry.personFacts([...ids, ...ids])).toThrow(RangeError);
  });

  it('answers regions of a day and the successor of an abolished one', async () => {
    const registry = kx.get(Registry);
    expect(await registry.region('210282')).toMatchObject({
      name: '普兰店市',
      validTo: '2015-10-13',
      successorCode: '210214',
    });
    const codes = async (day: string) => (await registry.regions('210000', day)).map((r) => r.code);
    expect(await codes('2015-10-12')).toContain('210282');
    expect(await codes('2015-10-13')).not.toContain('210282');
    expect(await codes('2015-10-13')).toContain('210214');
    expect((await registry.regions('140000')).filter((r) => r.kind === 'PREFECTURE_CITY')).toHaveLength(11);
  });

  it('keeps population as published', async () => {
    const values = await kx.get(Registry).populationValues(['210000', '210100']);
    expect(values.find((v) => v.regionCode === '210000' && v.kind === 'CENSUS')).toMatchObject({
      persons: 42591407,
      precision: 1,
      referenceDate: '2020-11-01',
      series: 'census-2020',
    });
  });

  it('records a certificate once, whoever tries, and its end', async () => {
    const registry = kx.get(Registry);
    const number = '210220260000019';
    const record = () =>
      kx.uow.run({ actor: kx.system, action: 'test.certificate' }, async (tx) => {
        await registry.recordCertificate(tx, {
          personId: lin.id,
          kind: 'TRANSFER_POST',
          number,
          issuedOn: '2026-11-21',
          validTo: null,
          source: 'TEST',
        });
        await tx.audit({ object: { type: 'person', id: lin.id } });
      });
    const results = await Promise.allSettled(Array.from({ length: 20 }, record));
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    for (const r of results)
      if (r.status === 'rejected')
        expect((r.reason as { code: string }).code).toBe('REGISTRY_CERTIFICATE_NUMBER_TAKEN');
    expect(await count(kx, 'outbox', "name = 'registry.person-changed' AND payload LIKE ?", [`%${lin.id}%`])).toBe(1);
    await kx.uow.run({ actor: kx.system, action: 'test.revoke' }, async (tx) => {
      await registry.endCertificate(tx, number, { revokedOn: '2026-12-31' });
      await tx.audit({ object: { type: 'person', id: lin.id } });
    });
    const facts = (await registry.personFacts([lin.id])).get(lin.id)!;
    expect(facts.certificates.at(-1)).toMatchObject({ number, revokedOn: '2026-12-31', cancelledOn: null });
  });

  it('the database itself refuses a second open main site and an end before its start', async () => {
    const site = await one<{ institutionId: string }>(
      `SELECT institution_id FROM practice_site WHERE person_id = '${lin.id}'`,
    );
    const insert = (start: string, end: string | null, openMain: string | null) =>
      execute(
        kx.get(Db).dataSource,
        "INSERT INTO practice_site (id, person_id, institution_id, role, start_on, end_on, open_main_of, recorded_at) VALUES (?, ?, ?, 'MAIN', ?, ?, ?, NOW(3))",
        [newId(), lin.id, site.institutionId, start, end, openMain],
      );
    await expect(insert('2025-01-01', null, lin.id)).rejects.toMatchObject({ errno: 1062 });
    await expect(insert('2025-01-01', '2024-01-01', null)).rejects.toMatchObject({ errno: 4025 });
    await expect(insert('2025-01-02', null, null)).rejects.toMatchObject({ errno: 4025 });
  });
});

describe('odd input', () => {
  it('is answered, never a fault of the server: ids and codes that are no ASCII', async () => {
    const codes = async (query: string, variables: object = {}) =>
      (await province.gql(query, variables)).errors?.map((e) => e.extensions.code) ?? [];
    expect(await codes('{ institutions(filter: { search: "沈阳示范康复医院" }) { total } }')).toEqual([]);
    expect(await codes('{ institution(id: "不存在") { id } }')).toEqual(['PLATFORM_NOT_FOUND']);
    expect(await codes(PERSON, { id: '不存在' })).toEqual(['PLATFORM_NOT_FOUND']);
    expect(await codes('{ registryImport(id: "不存在") { id } }')).toEqual(['PLATFORM_NOT_FOUND']);
    expect(await codes('mutation { cancelImport(id: "不存在") }')).toEqual(['PLATFORM_NOT_FOUND']);
    expect(await codes('{ people(filter: { institutionId: "不" }) { total } }')).toEqual(['PLATFORM_INVALID_INPUT']);
    expect(await codes('{ regions(province: "辽宁") { code } }')).toEqual(['PLATFORM_INVALID_INPUT']);
  });
});
