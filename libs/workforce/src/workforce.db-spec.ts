import { execute } from '@app/platform';
import { Registry } from '@app/registry';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { monthEnds, Recount, Workforce } from './index';
import { tally } from './domain/tally';
import { factsFromRegistry } from './domain/from-registry';

let kx: TestApp;
let officer: TestUser;
const DAY = '2026-03-02';

beforeAll(async () => {
  kx = await testApp({ seed: 'demo' });
  officer = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
}, 120_000);
afterAll(() => kx.close());

const heads = (code: string, category: 'PHYSICIAN' | 'THERAPIST' = 'PHYSICIAN') =>
  kx
    .get(Workforce)
    .counts({ regionCodes: [code], asOf: DAY, category })
    .then((m) => m.get(code)!);
const person = async (name: string) =>
  (await kx.db.one<{ id: string }>('SELECT id FROM person WHERE name = ?', [name]))!.id;

test('the projection equals a recount from the facts, by county, both categories, all columns', async () => {
  const registry = kx.get(Registry);
  const all = [];
  for (let after: string | null = null; ;) {
    const ids: string[] = await registry.personIdsAfter(after, 500);
    if (!ids.length) break;
    after = ids.at(-1)!;
    all.push(...(await registry.personFacts(ids)).values());
  }
  expect(all.length).toBeGreaterThan(2900);
  const rule = await kx.get(Workforce).currentRule();
  const oracle = tally(all.map(factsFromRegistry), DAY, null, rule.definition);
  const counties = (await registry.regions()).filter((r) => !r.code.endsWith('00')).map((r) => r.code);
  for (const [category, side] of [
    ['PHYSICIAN', oracle.physicians],
    ['THERAPIST', oracle.therapists],
  ] as const) {
    const counts = await kx.get(Workforce).counts({ regionCodes: counties, asOf: DAY, category });
    for (const code of counties)
      expect({ code, ...counts.get(code) }).toEqual({
        code,
        union: side.union[code]?.length ?? 0,
        registered: side.registered[code]?.length ?? 0,
        certified: side.certified[code]?.length ?? 0,
      });
  }
});

test('a certificate raises county, city and province by one, once; revoked, they fall by one', async () => {
  const id = await person('林晓雨');
  const before = { county: await heads('210302'), city: await heads('210300'), province: await heads('210000') };
  const record = () =>
    kx.uow.run({ actor: officer.actor, action: 'test.issue' }, async (tx) => {
      await kx.get(Registry).recordCertificate(tx, {
        personId: id,
        kind: 'TRANSFER_POST',
        number: '210220260000018',
        issuedOn: DAY,
        validTo: null,
        source: 'KANGXUN',
      });
      await tx.audit({ object: { type: 'certificate', id } });
    });
  await record();
  await kx.drain();
  await kx.get(Recount).person(officer.actor, id);
  for (const [code, b] of [
    ['210302', before.county],
    ['210300', before.city],
    ['210000', before.province],
  ] as const)
    expect(await heads(code)).toEqual({ registered: b.registered, certified: b.certified + 1, union: b.union + 1 });
  await expect(record()).rejects.toMatchObject({ code: 'REGISTRY_CERTIFICATE_NUMBER_TAKEN' });
  await kx.uow.run({ actor: officer.actor, action: 'test.revoke' }, async (tx) => {
    await kx.get(Registry).endCertificate(tx, '210220260000018', { revokedOn: DAY });
    await tx.audit({ object: { type: 'certificate', id } });
  });
  await kx.drain();
  expect(await heads('210302')).toEqual(before.county);
});

test('two recounts of one person at once leave one set of runs', async () => {
  const id = await person('林晓雨');
  await execute(kx.db.dataSource, 'DELETE FROM workforce_membership WHERE person_id = ?', [id]);
  await Promise.all(Array.from({ length: 8 }, () => kx.get(Recount).person(officer.actor, id)));
  expect(
    await kx.db.count('SELECT COUNT(*) - COUNT(DISTINCT start_on) AS n FROM workforce_membership WHERE person_id = ?', [
      id,
    ]),
  ).toBe(0);
});

test('the number opens to its people, in scope only; out of scope looks absent', async () => {
  const q = `query($r: String!) { workforceMembers(regionCode: $r, asOf: "${DAY}", category: "PHYSICIAN", limit: 100) { total rows { personId regionCode } } }`;
  type Answer = { workforceMembers: { total: number; rows: { personId: string; regionCode: string }[] } };
  const whole = await officer.gql<Answer>(q, { r: '210300' });
  expect(whole.data!.workforceMembers.total).toBe((await heads('210300')).union);
  const anshan = await kx.user({ role: 'CITY_OFFICER', regionCode: '210300' });
  const shenyang = await kx.user({ role: 'CITY_OFFICER', regionCode: '210100' });
  expect((await anshan.gql<Answer>(q, { r: '210300' })).data!.workforceMembers.total).toBe(
    whole.data!.workforceMembers.total,
  );
  expect((await shenyang.gql<Answer>(q, { r: '210300' })).data!.workforceMembers.total).toBe(0);
  const e = `query($p: String!) { countingExplanation(personId: $p, day: "${DAY}") { counted againstPhysician { code } } }`;
  expect((await anshan.gql(e, { p: await person('林晓雨') })).data).toMatchObject({
    countingExplanation: { counted: false },
  });
  expect((await shenyang.gql(e, { p: await person('林晓雨') })).errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
});

test('the trend of a region and of its parts is, on every day, what the count of that day is', async () => {
  const workforce = kx.get(Workforce);
  const days = monthEnds('2022-11-15', DAY);
  expect(days.length).toBe(41);
  for (const category of ['PHYSICIAN', 'THERAPIST'] as const) {
    const own = await workforce.trend({ regionCode: '210000', category, days });
    const parts = await workforce.trendOfParts({ regionCode: '210000', category, days });
    expect(parts.size).toBe(14);
    for (const day of [days[0]!, days[7]!, '2024-12-31', DAY]) {
      const counts = await workforce.counts({ regionCodes: ['210000', ...parts.keys()], asOf: day, category });
      expect(own.get(day)).toEqual(counts.get('210000'));
      for (const [code, byDay] of parts) expect(byDay.get(day)).toEqual(counts.get(code));
    }
  }
  await expect(workforce.trend({ regionCode: '210000', category: 'PHYSICIAN', days: [DAY, DAY] })).rejects.toThrow(
    RangeError,
  );
  const q =
    '{ workforceTrend(regionCode: "210000", category: "PHYSICIAN", parts: true) { regionCode points { day union } } }';
  const { data } = await officer.gql<{ workforceTrend: { points: { day: string; union: number }[] }[] }>(q);
  expect(data!.workforceTrend).toHaveLength(15);
  expect(data!.workforceTrend[0]!.points.at(-1)).toEqual({ day: DAY, union: (await heads('210000')).union });
  const city = await kx.user({ role: 'CITY_OFFICER', regionCode: '210100' });
  expect((await city.gql(q)).errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
});
