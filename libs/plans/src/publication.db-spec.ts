import { testApp, type TestApp, type TestUser } from '../../../test/support/app';

let kx: TestApp;
let liaoning: TestUser;
let shanxi: TestUser;
let shenyang: TestUser;

beforeAll(async () => {
  kx = await testApp({ seed: 'demo', at: '2026-03-02T01:00:00Z' });
  liaoning = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
  shanxi = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '140000' });
  shenyang = await kx.user({ role: 'CITY_OFFICER', regionCode: '210100' });
}, 120_000);
afterAll(() => kx.close());

interface Region {
  code: string;
  parentCode: string | null;
  counts: { category: string; count: number | null; rateShown: string | null }[];
}
const figures = async (province = '210000') => {
  const { data, errors } = await liaoning.gql<{
    publicFigures: { asOf: string; hash: string; suppressBelow: number; regions: Region[] } | null;
  }>(
    `{ publicFigures(province: "${province}") { asOf hash suppressBelow ruleName { zh en } ruleSummary { zh } ruleSource planTitle { zh } goals { value } regions { code parentCode counts { category count rateShown } } } }`,
  );
  expect(errors).toBeUndefined();
  return data!.publicFigures;
};
const snapshotOf = async (regionCode: string, asOf: string) =>
  (await kx.db.one<{ id: string }>('SELECT id FROM tally_snapshot WHERE region_code = ? AND as_of = ?', [
    regionCode,
    asOf,
  ]))!.id;
const act = async (user: TestUser, name: 'publishFigures' | 'withdrawFigures', input: object) => {
  const type = name === 'publishFigures' ? 'PublishFiguresInput' : 'EndRecordInput';
  const { data, errors } = await user.gql<Record<string, { id: string }>>(
    `mutation M($input: ${type}!) { ${name}(input: $input) { id } }`,
    { input },
  );
  return data?.[name]?.id ?? errors![0]!.extensions.code;
};

test('the demonstration shows its last year end: small counts are hidden, and nothing can be subtracted', async () => {
  const f = (await figures())!;
  expect(f).toMatchObject({ asOf: '2025-12-31', suppressBelow: 10 });
  const at = new Map(f.regions.map((r) => [r.code, r]));
  const real = await kx.db.query<{ regionCode: string; category: string; heads: number }>(
    'SELECT region_code, category, heads FROM tally_snapshot_figure WHERE snapshot_id = ?',
    [await snapshotOf('210000', '2025-12-31')],
  );
  let hidden = 0;
  for (const { regionCode, category, heads } of real) {
    const shown = at.get(regionCode)?.counts.find((c) => c.category === category);
    if (!shown) continue;
    if (shown.count === null) {
      hidden += 1;
      expect(shown.rateShown).toBeNull();
    } else {
      expect(shown.count).toBe(heads);
      expect(shown.count === 0 || shown.count >= 10).toBe(true);
    }
  }
  expect(hidden).toBeGreaterThan(10);
  for (const parent of f.regions)
    for (const category of ['PHYSICIAN', 'THERAPIST']) {
      const of = (r: Region) => r.counts.find((c) => c.category === category)!.count;
      const parts = f.regions.filter((r) => r.parentCode === parent.code);
      if (of(parent) === null) expect(parts.every((r) => of(r) === null)).toBe(true);
      else {
        const gone = parts.filter((r) => of(r) === null);
        // A single one hidden is given away by subtraction, unless all the others are zero: then the parent is its sum.
        if (gone.length === 1) expect(parts.filter((r) => (of(r) ?? 0) > 0)).toHaveLength(0);
      }
    }
});

test('published by the own province only, whole, once; withdrawn with a reason, and the one before shows again', async () => {
  const older = await snapshotOf('210000', '2022-12-31');
  expect(await act(shenyang, 'publishFigures', { snapshotId: older, reason: '年报' })).toBe('PLATFORM_NOT_ALLOWED');
  expect(await act(shanxi, 'publishFigures', { snapshotId: older, reason: '年报' })).toBe('PLATFORM_NOT_FOUND');
  const twice = await Promise.all(
    [1, 2].map(() => act(liaoning, 'publishFigures', { snapshotId: older, reason: '补公布2022年数据' })),
  );
  expect(twice).toContain('PLANS_PUBLISHED');
  expect((await figures())!.asOf).toBe('2022-12-31');
  const id = twice.find((x) => x !== 'PLANS_PUBLISHED')!;
  expect(await act(shanxi, 'withdrawFigures', { id, reason: '误' })).toBe('PLATFORM_NOT_FOUND');
  expect(await act(liaoning, 'withdrawFigures', { id, reason: '口径说明有误' })).toBe(id);
  expect(await act(liaoning, 'withdrawFigures', { id, reason: '再撤' })).toBe('PLANS_PUBLISH_WITHDRAWN');
  expect((await figures())!.asOf).toBe('2025-12-31');
});

test('a part of a province is not published, and a province without publication shows nothing', async () => {
  const { data } = await shenyang.gql<{ takeTallySnapshot: { id: string } }>(
    'mutation { takeTallySnapshot(input: { asOf: "2025-12-31", title: "沈阳市" }) { id } }',
  );
  expect(await act(liaoning, 'publishFigures', { snapshotId: data!.takeTallySnapshot.id, reason: '市' })).toBe(
    'PLANS_PUBLISH_PART',
  );
  expect(await figures('110000')).toBeNull();
});
