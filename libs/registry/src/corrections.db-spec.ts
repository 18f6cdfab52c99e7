import { execute } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { count } from '../../../test/support/lists';
import { institution, physician } from '../../../test/support/world';
import { Registry } from './registry';

let kx: TestApp;
let province: TestUser;
let city: TestUser;
let otherCity: TestUser;
let admin: TestUser;
let hospital: string;
beforeAll(async () => {
  kx = await testApp({ at: '2026-11-21T02:00:00Z', seed: 'starter' });
  hospital = await institution(kx, { name: '鞍山示范医院', countyCode: '210302' });
  province = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
  city = await kx.user({ role: 'CITY_OFFICER', regionCode: '210300', name: '市级经办' });
  otherCity = await kx.user({ role: 'CITY_OFFICER', regionCode: '210100' });
  admin = await kx.user({ role: 'INSTITUTION_ADMIN', organisationId: hospital });
}, 60_000);
afterAll(() => kx.close());

async function learner(): Promise<{ personId: string; user: TestUser; titleId: string }> {
  const personId = await physician(kx, { institutionId: hospital });
  await execute(
    kx.db.dataSource,
    'UPDATE person p JOIN practice_site s ON s.open_main_of = p.id SET p.current_site_id = s.id WHERE p.id = ?',
    [personId],
  );
  await province.gql('mutation ($i: ChangePersonInput!) { changePerson(input: $i) { id } }', {
    i: { personId, act: { act: 'ADD_TITLE', title: '主治医师', rank: 'INTERMEDIATE', startOn: '2020-06-01' } },
  });
  const user = await kx.user({ role: 'TRAINEE', personId });
  return { personId, user, titleId: (await facts(personId)).titles[0]!.id! };
}
const facts = async (id: string) => (await kx.get(Registry).personFacts([id])).get(id)!;
async function evidence(u: TestUser, name = '职称证书.pdf', body = '%PDF-1.7 test'): Promise<string> {
  const boundary = 'x7';
  const r = await kx.app.inject({
    method: 'POST',
    url: '/upload',
    headers: { cookie: u.cookie, 'x-kx-upload': '1', 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n${body}\r\n--${boundary}--\r\n`,
  });
  return (JSON.parse(r.payload) as { id: string }).id;
}
const ask = async (u: TestUser, act: object, uploadIds?: string[]) =>
  u.gql<{ askCorrection: { id: string; state: string } }>(
    'mutation ($i: AskCorrectionInput!) { askCorrection(input: $i) { id state } }',
    { i: { act, statement: '取得日期录错，以证书为准', uploadIds: uploadIds ?? [await evidence(u)] } },
  );
const decide = (u: TestUser, requestId: string, event: string, opinion?: string) =>
  u.gql<{ decideCorrection: { state: string } }>(
    'mutation ($i: DecideCorrectionInput!) { decideCorrection(input: $i) { id state } }',
    { i: { requestId, event, opinion } },
  );
const code = (r: { errors?: { extensions: { code: string } }[] }) => r.errors?.[0]?.extensions.code;
const detail = async (u: TestUser, id: string) =>
  (
    await u.gql<{ correction: { events: string[]; evidence: { link: string }[]; before: object; wanted: object } }>(
      'query ($id: String!) { correction(id: $id, purpose: "更正申请办理") { events evidence { link } before { label startOn } wanted } }',
      { id },
    )
  ).data?.correction;
const fix = (titleId: string) => ({ act: 'CORRECT', factType: 'TITLE', factId: titleId, startOn: '2019-06-01' });

it('asked, opinion, approved: written in the same transaction, the old fact kept, everybody told', async () => {
  const { personId, user, titleId } = await learner();
  const { id } = (await ask(user, fix(titleId))).data!.askCorrection;
  expect((await facts(personId)).titles[0]!.qualifiedOn).toBe('2020-06-01');
  expect(code(await ask(user, fix(titleId)))).toBe('REGISTRY_CORRECTION_OPEN');
  await kx.drain();
  const tasks = async (u: TestUser) =>
    (
      await u.gql<{ myTasks: { rows: { code: string; link: string }[] } }>(
        '{ myTasks(state: OPEN) { rows { code link } } }',
      )
    ).data!.myTasks.rows;
  expect(await tasks(admin)).toContainEqual({ code: 'OPINE_CORRECTION', link: `/corrections/${id}` });
  expect((await decide(admin, id, 'AGREE', '属实')).data!.decideCorrection.state).toBe('EMPLOYER_AGREED');
  await kx.drain();
  expect(await tasks(city)).toContainEqual({ code: 'DECIDE_CORRECTION', link: `/corrections/${id}` });
  const seen = (await detail(city, id))!;
  expect(seen).toMatchObject({
    events: ['APPROVE', 'REFUSE'],
    before: { label: '主治医师', startOn: '2020-06-01' },
    wanted: { startOn: '2019-06-01' },
  });
  const file = await kx.app.inject({ method: 'GET', url: seen.evidence[0]!.link, headers: { cookie: city.cookie } });
  expect(file.statusCode).toBe(200);
  expect(
    (await kx.app.inject({ method: 'GET', url: seen.evidence[0]!.link, headers: { cookie: otherCity.cookie } }))
      .statusCode,
  ).toBe(404);
  expect((await decide(city, id, 'APPROVE')).data!.decideCorrection.state).toBe('APPROVED');
  await kx.drain();
  expect((await facts(personId)).titles.map((t) => t.qualifiedOn)).toEqual(['2019-06-01']);
  expect(await count(kx, 'professional_title', 'person_id = ? AND live IS NULL', [personId])).toBe(1);
  expect(await count(kx, 'notification', "account_id = ? AND code = 'CORRECTION_APPROVED'", [user.accountId])).toBe(1);
  expect((await tasks(city)).filter((t) => t.link.endsWith(id))).toEqual([]);
  expect(await count(kx, 'access_log', "person_id = ? AND purpose = '更正申请办理'", [personId])).toBe(1);
  expect(code(await decide(city, id, 'REFUSE', '已办'))).toBe('REGISTRY_CORRECTION_STATE');
});

it('two decisions at once: one holds', async () => {
  const { personId, user, titleId } = await learner();
  const { id } = (await ask(user, fix(titleId))).data!.askCorrection;
  const at = await Promise.all([
    decide(city, id, 'APPROVE'),
    decide(province, id, 'APPROVE'),
    decide(city, id, 'REFUSE', '材料不足'),
    decide(user, id, 'WITHDRAW'),
  ]);
  expect(at.filter((r) => r.data).length).toBe(1);
  expect(await count(kx, 'professional_title', 'person_id = ? AND live = 1', [personId])).toBe(1);
});

it('who may not: strangers see nothing, nobody decides the own, an opinion is the employer’s, evidence is needed', async () => {
  const { user, titleId } = await learner();
  const other = await learner();
  expect(code(await ask(user, fix(titleId), []))).toBe('REGISTRY_EVIDENCE_NEEDED');
  expect(code(await ask(user, fix(titleId), [await evidence(other.user)]))).toBe('PLATFORM_NOT_FOUND');
  // A fact of somebody else, and an act that is not a person’s own to ask.
  expect(code(await ask(user, fix(other.titleId)))).toBe('REGISTRY_ACT_REFUSED');
  expect(code(await ask(user, { act: 'MOVE_OUT', province: '140000', startOn: '2026-01-01' }))).toBe(
    'REGISTRY_ACT_REFUSED',
  );
  const { id } = (await ask(user, fix(titleId))).data!.askCorrection;
  expect(await detail(other.user, id)).toBeUndefined();
  expect(await detail(otherCity, id)).toBeUndefined();
  expect(code(await decide(otherCity, id, 'APPROVE'))).toBe('PLATFORM_NOT_FOUND');
  expect(code(await decide(other.user, id, 'WITHDRAW'))).toBe('PLATFORM_NOT_FOUND');
  expect(code(await decide(user, id, 'APPROVE'))).toBe('REGISTRY_CORRECTION_OWN');
  expect(code(await decide(admin, id, 'APPROVE'))).toBe('REGISTRY_CORRECTION_STATE');
  expect(code(await decide(city, id, 'AGREE'))).toBe('REGISTRY_CORRECTION_STATE');
  expect(code(await decide(city, id, 'REFUSE'))).toBe('REGISTRY_ACT_REFUSED');
  expect((await decide(user, id, 'WITHDRAW')).data!.decideCorrection.state).toBe('WITHDRAWN');
  expect((await ask(user, fix(titleId))).data!.askCorrection.state).toBe('SUBMITTED');
  const list = await other.user.gql<{ corrections: { total: number } }>('{ corrections { total } }');
  expect(list.data!.corrections.total).toBe(0);
});

it('an approval that no longer fits writes nothing and says why', async () => {
  const { personId, user, titleId } = await learner();
  const { id } = (await ask(user, fix(titleId))).data!.askCorrection;
  await province.gql('mutation ($i: ChangePersonInput!) { changePerson(input: $i) { id } }', {
    i: { personId, act: { act: 'VOID', factType: 'TITLE', factId: titleId, reason: '他人职称' } },
  });
  expect(code(await decide(city, id, 'APPROVE'))).toBe('REGISTRY_ACT_REFUSED');
  expect(await count(kx, 'correction_request', "id = ? AND state = 'SUBMITTED'", [id])).toBe(1);
});
