import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { Reports } from './use/reports';

let kx: TestApp;
let province: TestUser;
let taiyuan: TestUser;
let datong: TestUser;
beforeAll(async () => {
  kx = await testApp({ seed: 'starter', at: '2025-06-02T01:00:00Z' });
  province = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '140000' });
  taiyuan = await kx.user({ role: 'CITY_OFFICER', regionCode: '140100' });
  datong = await kx.user({ role: 'CITY_OFFICER', regionCode: '140200' });
}, 120_000);
afterAll(() => kx.close());

interface Year {
  year: number;
  goal: string | null;
  result: string | null;
  counted: boolean;
}
const board = async (user: TestUser, regionCode?: string) =>
  user.gql<{
    reportSubgoals: {
      plan: { code: string } | null;
      regionCode: string | null;
      years: number[];
      cities: { code: string; has: boolean }[];
      tasks: { key: string; unit: string; years: Year[] }[];
    };
  }>(
    `query ($r: String) { reportSubgoals(regionCode: $r) { plan { code } regionCode years cities { code has }
      tasks { key unit years { year goal result counted } } } }`,
    { r: regionCode },
  );
const save = (user: TestUser, tasks: object[], planCode = 'SX-2021-2025') =>
  user.gql<{ saveSubgoals: number }>('mutation ($i: SaveSubgoalsInput!) { saveSubgoals(input: $i) }', {
    i: { planCode, tasks },
  });

test('a city enters goals per task and year, of the plan and of its own; the province compares', async () => {
  const saved = await save(taiyuan, [
    { key: 'IND-X1', unit: '个', years: [{ year: 2024, goal: '1', result: '1' }] },
    { key: 'OWN-1', label: '社区康复驿站', unit: '个', years: [{ year: 2024, goal: '5', result: '4.5' }] },
  ]);
  expect(saved.data!.saveSubgoals).toBe(2);
  const { data } = await board(province, '140100');
  const b = data!.reportSubgoals;
  expect(b).toMatchObject({ plan: { code: 'SX-2021-2025' }, years: [2021, 2022, 2023, 2024, 2025] });
  expect(b.tasks).toHaveLength(12);
  const own = b.tasks.find((t) => t.key === 'OWN-1')!;
  expect(own.years.find((y) => y.year === 2024)).toMatchObject({ goal: '5', result: '4.5', counted: false });
  expect(b.cities.filter((c) => c.has).map((c) => c.code)).toEqual(['140100']);
  expect((await kx.get(Reports).cityHasSubgoals('140000')).get('140100')).toBe('2025-06-02');
});

test('what the system counts is not typed over', async () => {
  const liaoning = await kx.user({ role: 'CITY_OFFICER', regionCode: '210100' });
  await save(
    liaoning,
    [{ key: 'IND-L3', unit: '人／10万', years: [{ year: 2024, goal: '7.5', result: '99' }] }],
    'LN-2022-2025',
  );
  const { data } = await board(liaoning);
  const y = data!.reportSubgoals.tasks.find((t) => t.key === 'IND-L3')!.years.find((x) => x.year === 2024)!;
  expect(y).toMatchObject({ goal: '7.5', result: '0.00', counted: true });
});

test('every fault at once; another province’s plan and another city are absent; the province does not write', async () => {
  const refused = await save(taiyuan, [
    { key: 'IND-X1', years: [{ year: 2019, goal: 'x' }] },
    { key: 'OWN-2', years: [] },
    { key: 'IND-L1', years: [] },
  ]);
  expect(refused.errors![0]!.extensions).toMatchObject({ code: 'PLANS_SUBGOAL_REFUSED', params: { count: 4 } });
  expect((await save(taiyuan, [], 'LN-2022-2025')).errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
  expect((await save(province, [])).errors![0]!.extensions.code).toBe('PLATFORM_NOT_ALLOWED');
  // A city officer asks for another city and gets the own.
  expect((await board(datong, '140100')).data!.reportSubgoals.regionCode).toBe('140200');
  expect((await board(province, '210100')).errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
});
