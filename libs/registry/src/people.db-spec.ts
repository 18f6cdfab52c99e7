import { newId } from '@app/kernel';
import { execute } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { count } from '../../../test/support/lists';
import { institution, physician } from '../../../test/support/world';
import { Registry } from './registry';

let kx: TestApp;
let province: TestUser;
let city: TestUser;
let shanxi: TestUser;
let admin: TestUser;
let shenyang: string;
let anshan: string;
beforeAll(async () => {
  kx = await testApp({ at: '2026-11-21T02:00:00Z', seed: 'starter' });
  shenyang = await institution(kx, { name: '沈阳示范医院', countyCode: '210102' });
  anshan = await institution(kx, { name: '鞍山示范医院', countyCode: '210302' });
  province = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000', name: '省级经办' });
  shanxi = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '140000' });
  city = await kx.user({ role: 'CITY_OFFICER', regionCode: '210300' });
  admin = await kx.user({ role: 'INSTITUTION_ADMIN', organisationId: anshan });
}, 60_000);
afterAll(() => kx.close());

const someone = async (institutionId = anshan, name?: string) => {
  const id = await physician(kx, { institutionId, name });
  await execute(
    kx.db.dataSource,
    'UPDATE person p JOIN practice_site s ON s.open_main_of = p.id SET p.current_site_id = s.id WHERE p.id = ?',
    [id],
  );
  return id;
};
const act = (u: TestUser, personId: string, a: object, headers?: Record<string, string>) =>
  u.gql<{ changePerson: { changes: number } }>(
    'mutation ($i: ChangePersonInput!) { changePerson(input: $i) { changes } }',
    { i: { personId, act: a } },
    headers,
  );
const done = async (u: TestUser, personId: string, a: object) => {
  const r = await act(u, personId, a);
  if (r.errors) throw new Error(JSON.stringify(r.errors));
};
const refused = async (u: TestUser, personId: string, a: object) => {
  const e = (await act(u, personId, a)).errors?.[0]?.extensions;
  const codes = [...(e?.reasons ?? []), ...(e?.fields ?? [])].map((r) => r.code);
  return codes.length ? codes : e?.code;
};
const facts = async (id: string, voided = false) => (await kx.get(Registry).personFacts([id], { voided })).get(id)!;

describe('acts on one record', () => {
  it('a move: one open main site, history, audit, news; the list follows', async () => {
    const id = await someone();
    await done(province, id, {
      act: 'MOVE_SITE',
      institutionId: shenyang,
      startOn: '2026-06-01',
      department: '康复科',
    });
    const f = await facts(id);
    expect(f.sites.map((s) => [s.institutionId, s.startOn, s.endOn])).toEqual([
      [anshan, '2015-07-01', '2026-06-01'],
      [shenyang, '2026-06-01', null],
    ]);
    expect(
      await count(kx, 'timeline_entry', "subject_type = 'person' AND subject_id = ? AND event = 'MOVE_SITE'", [id]),
    ).toBe(1);
    expect(await count(kx, 'audit_entry', "action = 'registry.change-person' AND object_id = ?", [id])).toBe(1);
    expect(await count(kx, 'outbox', "name = 'registry.person-changed' AND payload LIKE ?", [`%${id}%`])).toBe(1);
    // The old employer and the old city no longer see the record.
    expect(await refused(admin, id, { act: 'END_EMPLOYMENT', lastDay: '2026-11-01' })).toBe('PLATFORM_NOT_FOUND');
  });

  it('the road of a working life: leaves, comes back, suspended, dies by mistake, leaves the province', async () => {
    const id = await someone();
    await done(admin, id, { act: 'END_EMPLOYMENT', lastDay: '2024-08-31' });
    expect((await facts(id)).sites[0]!.endOn).toBe('2024-09-01');
    await done(admin, id, { act: 'RE_EMPLOY', institutionId: anshan, startOn: '2025-02-01' });
    const licenceId = (await facts(id)).licences[0]!.id!;
    await done(city, id, {
      act: 'SUSPEND_LICENCE',
      factId: licenceId,
      startOn: '2025-03-01',
      lastDay: '2025-08-31',
      reason: '考核不合格',
    });
    await done(city, id, { act: 'CHANGE_SCOPE', factId: licenceId, scopes: ['REHABILITATION'], startOn: '2025-10-01' });
    await done(admin, id, {
      act: 'ADD_EDUCATION',
      educationLevel: 'MASTER',
      school: '示范医科大学',
      major: '康复医学',
      startOn: '2012-07-01',
    });
    await done(admin, id, { act: 'LEAVE', leaveKind: 'STUDY', startOn: '2026-01-10', lastDay: '2026-12-31' });
    await done(city, id, { act: 'DEATH', startOn: '2026-02-01' });
    expect(await facts(id)).toMatchObject({ diedOn: '2026-02-01', deaths: [{ diedOn: '2026-02-01' }] });
    expect(
      await refused(city, id, { act: 'ADD_TITLE', title: '主治医师', rank: 'INTERMEDIATE', startOn: '2020-01-01' }),
    ).toEqual(['REGISTRY_DECEASED']);
    const dead = await facts(id);
    await done(city, id, { act: 'VOID', factType: 'DEATH', factId: dead.deaths![0]!.id, reason: '同名误登' });
    const back = await facts(id);
    expect(back.diedOn).toBeNull();
    expect(back.sites.at(-1)).toMatchObject({ institutionId: anshan, endOn: null });
    expect(back.licences).toHaveLength(1);
    expect(back.licences[0]).toMatchObject({ endOn: null });
    expect(back.licences[0]!.scopes.filter((s) => s.endOn === null).map((s) => s.scope)).toEqual(['REHABILITATION']);
    expect(back.licences[0]!.suspensions).toHaveLength(1);
    await done(city, id, { act: 'MOVE_OUT', province: '140000', startOn: '2026-05-01', document: '变更注册 1 号' });
    expect((await facts(id)).sites.every((s) => s.endOn !== null)).toBe(true);
    expect((await facts(id)).moves).toMatchObject([
      { direction: 'OUT', provinceCode: '140000', movedOn: '2026-05-01' },
    ]);
    await done(city, id, { act: 'MOVE_IN', province: '140000', institutionId: anshan, startOn: '2026-10-01' });
    expect((await facts(id)).sites.at(-1)).toMatchObject({ institutionId: anshan, startOn: '2026-10-01', endOn: null });
  });

  it('a correction keeps the old value: known on an earlier day it is as it was', async () => {
    const id = await someone();
    const site = (await facts(id)).sites[0]!;
    const before = new Date(kx.clock.now());
    kx.clock.advance(60_000);
    await done(province, id, {
      act: 'CORRECT',
      factType: 'SITE',
      factId: site.id,
      startOn: '2016-07-01',
      reason: '入职日期录错',
    });
    const now = await facts(id);
    expect(now.sites.map((s) => s.startOn)).toEqual(['2016-07-01']);
    const all = await facts(id, true);
    const known = all.sites.filter((s) => s.recordedAt! <= before && !(s.voidedAt && s.voidedAt <= before));
    expect(known.map((s) => s.startOn)).toEqual(['2015-07-01']);
    expect(all.sites.find((s) => s.voidedAt)!.startOn).toBe('2015-07-01');
    const shown = await province.gql<{
      person: { withdrawn: object[]; steps: { event: string }[]; sites: { startOn: string }[] };
    }>(
      'query ($id: String!) { person(id: $id, purpose: "核对") { withdrawn { factType startOn } steps { event } sites { startOn } } }',
      { id },
    );
    expect(shown.data!.person).toEqual({
      withdrawn: [{ factType: 'SITE', startOn: '2015-07-01' }],
      steps: [{ event: 'CORRECT' }],
      sites: [{ startOn: '2016-07-01' }],
    });
  });

  it('a corrected licence takes its scopes and suspensions along', async () => {
    const id = await someone();
    const licenceId = (await facts(id)).licences[0]!.id!;
    await done(province, id, {
      act: 'CORRECT',
      factType: 'LICENCE',
      factId: licenceId,
      startOn: '2014-07-01',
      licenceNumber: '110210000000015',
      reason: '录错',
    });
    const f = await facts(id);
    expect(f.licences).toMatchObject([
      { startOn: '2014-07-01', scopes: [{ scope: 'NEUROLOGY', startOn: '2015-07-01' }] },
    ]);
    const all = await facts(id, true);
    expect(all.licences.find((l) => l.voidedAt)!.scopes).toHaveLength(1);
    const trail = await kx.db.query<{ v: string }>(
      'SELECT CAST(details AS CHAR) AS v FROM audit_entry UNION SELECT CAST(details AS CHAR) FROM timeline_entry',
    );
    expect(JSON.stringify(trail)).not.toContain('110210000000015');
    // Somebody else’s number.
    const other = await someone();
    const at = (await facts(other)).licences[0]!.id!;
    expect(
      await refused(province, other, {
        act: 'CORRECT',
        factType: 'LICENCE',
        factId: at,
        licenceNumber: '110210000000015',
        reason: '录错',
      }),
    ).toEqual(['REGISTRY_LICENCE_NUMBER_HELD']);
  });

  it('the same key twice is one act; two moves at once leave one main site', async () => {
    const id = await someone();
    const key = { 'idempotency-key': newId() };
    const first = { act: 'ADD_TITLE', title: '主治医师', rank: 'INTERMEDIATE', startOn: '2020-01-01' };
    expect((await act(province, id, first, key)).data).toEqual((await act(province, id, first, key)).data);
    expect((await facts(id)).titles).toHaveLength(1);
    const moves = await Promise.all(
      Array.from({ length: 8 }, () =>
        act(province, id, { act: 'MOVE_SITE', institutionId: shenyang, startOn: '2026-06-01' }),
      ),
    );
    expect(moves.filter((m) => m.data).length).toBe(1);
    expect(await count(kx, 'practice_site', 'person_id = ? AND open_main_of IS NOT NULL', [id])).toBe(1);
  });
});

describe('who may not', () => {
  it('another region, the own record, a learner, reserved acts', async () => {
    const id = await someone();
    const end = { act: 'END_EMPLOYMENT', lastDay: '2026-10-31' };
    expect(await refused(shanxi, id, end)).toBe('PLATFORM_NOT_FOUND');
    expect(await refused(province, newId(), end)).toBe('PLATFORM_NOT_FOUND');
    const own = await kx.user({ role: 'CITY_OFFICER', regionCode: '210300', personId: id });
    expect(await refused(own, id, end)).toEqual(['REGISTRY_OWN_RECORD']);
    const learner = await kx.user({ role: 'TRAINEE', personId: await someone() });
    expect(await refused(learner, id, end)).toBe('PLATFORM_NOT_ALLOWED');
    expect(await refused(admin, id, { act: 'MOVE_OUT', province: '140000', startOn: '2026-01-01' })).toEqual([
      'REGISTRY_ACT_OF_AUTHORITY',
    ]);
    expect(await refused(admin, id, { act: 'MOVE_SITE', institutionId: shenyang, startOn: '2026-01-01' })).toEqual([
      'REGISTRY_PLACE_OUT',
    ]);
    expect(await refused(city, id, { act: 'MOVE_SITE', institutionId: shenyang, startOn: '2026-01-01' })).toEqual([
      'REGISTRY_PLACE_OUT',
    ]);
    expect(await count(kx, 'timeline_entry', 'subject_id = ?', [id])).toBe(0);
  });
});
