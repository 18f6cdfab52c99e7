import { execute } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';

let kx: TestApp;
let liaoning: TestUser;
let colleague: TestUser;
let shanxi: TestUser;

beforeAll(async () => {
  kx = await testApp({ seed: 'demo', at: '2026-03-02T01:00:00Z' });
  liaoning = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
  colleague = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
  shanxi = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '140000' });
}, 120_000);
afterAll(() => kx.close());

interface Point {
  day: string;
  count: number;
  retiring: number;
  expiring: number;
  gained: number;
  expected: number;
  required: number | null;
  gap: number | null;
}
const forecast = async (user: TestUser, args: string) => {
  const { data, errors } = await user.gql<{
    goalForecast: {
      yield: string;
      yieldSource: string;
      points: Point[];
      checks: { day: string; expected: number; actual: number; off: number; percent: string | null }[];
    };
  }>(
    `{ goalForecast(${args}) { yield yieldSource points { day count retiring expiring gained expected required gap }
       checks { day expected actual off percent } } }`,
  );
  expect(errors).toBeUndefined();
  return data!.goalForecast;
};
const heads = async (asOf: string) => {
  const { data } = await liaoning.gql<{ goalBoard: { total: { physicians: { union: number } } } }>(
    `{ goalBoard(asOf: "${asOf}") { total { physicians { union } } } }`,
  );
  return data!.goalBoard.total.physicians.union;
};

test('every year adds up, and the error of past years rests on what is counted', async () => {
  const f = await forecast(liaoning, 'category: "PHYSICIAN", dueOn: "2028-12-31"');
  expect(f.points.map((p) => p.day)).toEqual(['2026-12-31', '2027-12-31', '2028-12-31']);
  for (const p of f.points) {
    expect(p.expected).toBe(p.count - p.retiring - p.expiring + p.gained);
    expect(p.gap).toBe(Math.max(0, p.required! - p.expected));
  }
  expect(f.points.map((p) => p.retiring)).toEqual(f.points.map((p) => p.retiring).sort((a, b) => a - b));
  expect(f.checks.map((c) => c.day)).toEqual(['2022-12-31', '2023-12-31', '2024-12-31', '2025-12-31']);
  for (const c of f.checks) {
    expect(c.actual).toBe(await heads(c.day));
    expect(c.off).toBe(c.expected - c.actual);
  }
  expect(f.yieldSource).toBe('RULE');
});

test('a certificate that ends takes its holder out, one without end does not', async () => {
  const [before] = (await forecast(liaoning, 'category: "PHYSICIAN", dueOn: "2026-12-31"')).points;
  const member = await kx.db.one<{ personId: string }>(
    `SELECT m.person_id FROM workforce_membership m JOIN training_certificate c ON c.person_id = m.person_id AND c.kind = 'TRANSFER_POST'
     WHERE m.category = 'PHYSICIAN' AND m.registered = 0 AND m.region_code LIKE '21%' AND m.start_on <= '2026-03-02' AND (m.end_on IS NULL OR m.end_on > '2026-12-31')
       AND m.known_to IS NULL LIMIT 1`,
  );
  await execute(kx.db.dataSource, "UPDATE training_certificate SET valid_to = '2026-10-01' WHERE person_id = ?", [
    member!.personId,
  ]);
  const [after] = (await forecast(liaoning, 'category: "PHYSICIAN", dueOn: "2026-12-31"')).points;
  expect(after!.expiring).toBe(before!.expiring + 1);
  const [earlier] = (await forecast(liaoning, 'category: "PHYSICIAN", dueOn: "2026-10-01"')).points;
  expect(earlier!.expiring).toBe(before!.expiring);
});

test('no goal per 100,000: no gap', async () => {
  const f = await forecast(shanxi, 'category: "THERAPIST"');
  expect(f.points.every((p) => p.required === null && p.gap === null)).toBe(true);
});

describe('saved what-ifs', () => {
  const save = (user: TestUser, name: string, inputs: object, regionCode = '210000') =>
    user.gql<{ saveNeedsScenario: { id: string } }>(
      'mutation M($input: SaveScenarioInput!) { saveNeedsScenario(input: $input) { id } }',
      { input: { name, regionCode, category: 'PHYSICIAN', dueOn: '2028-12-31', inputs } },
    );
  const list = async (user: TestUser) => {
    const { data } = await user.gql<{
      needsScenarios: { id: string; name: string; places: number; mine: boolean; inputs: { key: string }[] }[];
    }>('{ needsScenarios(regionCode: "210000", category: "PHYSICIAN") { id name places mine inputs { key } } }');
    return data!.needsScenarios;
  };

  test('kept with its answer, compared, removed by whoever saved it', async () => {
    await save(liaoning, '不增加基地', {});
    await save(liaoning, '引进 200 名', { inflow: '200' });
    const [plain, more] = await list(colleague);
    expect(more!.places).toBeLessThan(plain!.places);
    expect(more).toMatchObject({ name: '引进 200 名', mine: false, inputs: [{ key: 'inflow' }] });
    const remove = (user: TestUser) => user.gql(`mutation { removeNeedsScenario(id: "${plain!.id}") { id } }`);
    expect((await remove(colleague)).errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
    expect((await remove(liaoning)).errors).toBeUndefined();
    expect((await list(liaoning)).map((s) => s.name)).toEqual(['引进 200 名']);
  });

  test('bad input is named, another province is absent, and there is an end to how many', async () => {
    expect((await save(liaoning, '错', { inflow: '-3' })).errors![0]!.extensions['fields']).toMatchObject([
      { path: 'inputs.inflow' },
    ]);
    expect((await save(shanxi, '别省', {})).errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
    const kept = (await list(liaoning)).length;
    for (let i = kept; i < 19; i++) await save(liaoning, `设想 ${i}`, {});
    const last = await Promise.all([save(liaoning, '甲', {}), save(colleague, '乙', {})]);
    expect(last.filter((r) => r.errors?.[0]?.extensions.code === 'PLANS_SCENARIO_MOST')).toHaveLength(1);
    expect(await list(liaoning)).toHaveLength(20);
  });
});
