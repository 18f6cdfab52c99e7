import { execute } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { count } from '../../../test/support/lists';
import { institution, physician } from '../../../test/support/world';

let kx: TestApp;
let city: TestUser;
let here: string;
let there: string;
beforeAll(async () => {
  kx = await testApp({ at: '2026-11-21T02:00:00Z', seed: 'starter' });
  here = await physician(kx, {
    institutionId: await institution(kx, { name: '鞍山示范医院', countyCode: '210302' }),
    name: '林晓雨',
  });
  there = await physician(kx, { institutionId: await institution(kx, { countyCode: '210102' }) });
  await execute(
    kx.db.dataSource,
    'UPDATE person p JOIN practice_site s ON s.open_main_of = p.id SET p.current_site_id = s.id',
  );
  city = await kx.user({ role: 'CITY_OFFICER', regionCode: '210300', name: '市级经办' });
}, 60_000);
afterAll(() => kx.close());

const order = (u: TestUser, purpose: string) =>
  u.gql<{ exportPeopleFhir: string }>('mutation ($i: ExportFhirInput!) { exportPeopleFhir(input: $i) }', {
    i: { purpose },
  });
interface Res {
  resourceType: string;
  id: string;
  practitioner?: { reference: string };
  organization?: { reference: string };
}

it('people of the area with roles and organisations; every reference resolves; who is in it can read that', async () => {
  const { exportPeopleFhir: id } = (await order(city, '向省平台报送人员信息')).data!;
  await kx.drain();
  const { workJob } = (
    await city.gql<{ workJob: { state: string; resultLink: string; resultName: string; error: string | null } }>(
      'query ($id: String!) { workJob(id: $id) { state resultLink resultName error } }',
      { id },
    )
  ).data!;
  expect(workJob).toMatchObject({ state: 'DONE', error: null, resultName: '人员档案（FHIR R4） 2026-11-21.ndjson' });
  const file = await kx.app.inject({ method: 'GET', url: workJob.resultLink, headers: { cookie: city.cookie } });
  expect(file.headers['content-type']).toBe('application/fhir+ndjson');
  const all = file.payload
    .trimEnd()
    .split('\n')
    .map((l) => JSON.parse(l) as Res);
  const ids = new Set(all.map((r) => `${r.resourceType}/${r.id}`));
  expect(ids.size).toBe(all.length);
  expect(ids.has(`Practitioner/${here}`)).toBe(true);
  expect(ids.has(`Practitioner/${there}`)).toBe(false);
  const roles = all.filter((r) => r.resourceType === 'PractitionerRole');
  expect(roles).toHaveLength(1);
  for (const r of roles) {
    expect(ids.has(r.practitioner!.reference)).toBe(true);
    expect(ids.has(r.organization!.reference)).toBe(true);
  }
  expect(file.payload).not.toMatch(/\d{17}[\dX]/);
  expect(
    await count(kx, 'access_log', "person_id = ? AND act = 'EXPORT' AND purpose = '向省平台报送人员信息'", [here]),
  ).toBe(1);
});

it('needs a purpose, and a role that keeps records', async () => {
  expect((await order(city, '核')).errors![0]!.extensions).toMatchObject({
    code: 'REGISTRY_FHIR_PURPOSE',
    fields: [{ path: 'purpose' }],
  });
  const learner = await kx.user({ role: 'TRAINEE', personId: here });
  expect((await order(learner, '向省平台报送')).errors![0]!.extensions.code).toBe('PLATFORM_NOT_ALLOWED');
});

it('the audit administrator sees who looked and exported, the person by the last four only; nobody else does', async () => {
  const audit = await kx.user({ role: 'AUDIT_ADMIN' });
  await city.gql('query ($id: String!) { person(id: $id, purpose: "投诉举报处理") { id } }', { id: here });
  const LOG = '{ accessLog(person: "林晓雨") { total rows { actorName person act purpose } } }';
  const seen = (await audit.gql<{ accessLog: { rows: object[] } }>(LOG)).data!.accessLog.rows;
  expect(seen).toContainEqual({ actorName: '市级经办', person: '林*', act: 'VIEW', purpose: '投诉举报处理' });
  expect(seen).toContainEqual({ actorName: '市级经办', person: '林*', act: 'EXPORT', purpose: '向省平台报送人员信息' });
  expect((await city.gql(LOG)).errors![0]!.extensions.code).toBe('PLATFORM_NOT_ALLOWED');
});
