import { execute } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { Snapshots, Workforce } from './index';

let kx: TestApp;
let liaoning: TestUser;
let anshan: TestUser;
const DAY = '2026-03-02';

beforeAll(async () => {
  kx = await testApp({ seed: 'demo' });
  liaoning = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
  anshan = await kx.user({ role: 'CITY_OFFICER', regionCode: '210300' });
}, 120_000);
afterAll(() => kx.close());

const TAKE = 'mutation ($i: TakeTallySnapshotInput!) { takeTallySnapshot(input: $i) { id hash } }';
const take = async (user: TestUser, i: object, key?: string) =>
  user.gql<{ takeTallySnapshot: { id: string; hash: string } }>(TAKE, { i }, key ? { 'idempotency-key': key } : {});
interface Figure {
  regionCode: string;
  category: string;
  registered: number;
  certified: number;
  union: number;
  population: number | null;
}
const read = (user: TestUser, id: string) =>
  user.gql<{ tallySnapshot: { members: number; hash: string; ruleVersion: string; figures: Figure[] } }>(
    'query ($id: String!) { tallySnapshot(id: $id) { members hash ruleVersion figures { regionCode category registered certified union population } } }',
    { id },
  );

test('a snapshot holds the figures of the board for the region and all its parts, and opens to its people', async () => {
  const { data, errors } = await take(liaoning, { asOf: DAY, title: '2026 年 3 月初' });
  expect(errors).toBeUndefined();
  const { id, hash } = data!.takeTallySnapshot;
  const s = (await read(liaoning, id)).data!.tallySnapshot;
  expect(s.hash).toBe(hash);
  for (const category of ['PHYSICIAN', 'THERAPIST'] as const) {
    const own = s.figures.filter((f) => f.category === category);
    const codes = own.map((f) => f.regionCode);
    expect(codes.length).toBeGreaterThan(100);
    const counts = await kx.get(Workforce).counts({ regionCodes: codes, asOf: DAY, category });
    for (const { regionCode, registered, certified, union } of own)
      expect({ regionCode, registered, certified, union }).toEqual({ regionCode, ...counts.get(regionCode) });
    const cities = own.filter((f) => /^21\d\d00$/.test(f.regionCode) && f.regionCode !== '210000');
    expect(cities.reduce((n, f) => n + f.union, 0)).toBe(own.find((f) => f.regionCode === '210000')!.union);
  }
  expect(s.figures.find((f) => f.regionCode === '210000')!.population).toBeGreaterThan(40_000_000);
  expect(s.figures.filter((f) => f.regionCode === '210000').reduce((n, f) => n + f.union, 0)).toBe(s.members);
  const people = await anshan.gql<{ tallySnapshotMembers: { total: number; rows: { countyCode: string }[] } }>(
    'query ($id: String!) { tallySnapshotMembers(id: $id, regionCode: "210000", category: "PHYSICIAN", limit: 100) { total rows { countyCode } } }',
    { id },
  );
  const own = (await read(anshan, id)).data!.tallySnapshot.figures;
  expect(own.every((f) => f.regionCode.startsWith('2103'))).toBe(true);
  expect(people.data!.tallySnapshotMembers.total).toBe(
    own.find((f) => f.regionCode === '210300' && f.category === 'PHYSICIAN')!.union,
  );
  expect(people.data!.tallySnapshotMembers.rows.every((r) => r.countyCode.startsWith('2103'))).toBe(true);
});

test('the same request again is the same snapshot; refusals say why; other regions are absent', async () => {
  const first = await take(anshan, { asOf: '2025-12-31', title: '年末' }, '01990000-0000-7000-8000-00000000000a');
  const again = await take(anshan, { asOf: '2025-12-31', title: '年末' }, '01990000-0000-7000-8000-00000000000a');
  expect(again.data).toEqual(first.data);
  const { errors } = await take(anshan, { asOf: '2026-03-03', title: '明天' });
  expect(errors![0]!.extensions).toMatchObject({ code: 'WORKFORCE_SNAPSHOT_FUTURE' });
  const other = await take(anshan, { asOf: DAY, title: '别市', regionCode: '210100' });
  expect(other.errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
  const shenyang = await kx.user({ role: 'CITY_OFFICER', regionCode: '210100' });
  expect((await read(shenyang, first.data!.takeTallySnapshot.id)).errors![0]!.extensions.code).toBe(
    'PLATFORM_NOT_FOUND',
  );
});

test('the stored hash fits, and a figure or person changed by hand is named', async () => {
  const { id } = (await take(anshan, { asOf: DAY, title: '校验' })).data!.takeTallySnapshot;
  expect((await kx.get(Snapshots).verify()).faults).toEqual([]);
  await execute(
    kx.db.dataSource,
    "UPDATE tally_snapshot_figure SET heads = heads + 1 WHERE snapshot_id = ? AND region_code = '210300' AND category = 'PHYSICIAN'",
    [id],
  );
  expect((await kx.get(Snapshots).verify()).faults).toEqual([{ subject: id, fault: 'SNAPSHOT_HASH_DIFFERS' }]);
});
