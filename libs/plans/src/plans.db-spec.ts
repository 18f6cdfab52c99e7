import ExcelJS from 'exceljs';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';

let kx: TestApp;
let liaoning: TestUser;
let shanxi: TestUser;

beforeAll(async () => {
  kx = await testApp({ seed: 'demo', at: '2026-03-02T01:00:00Z' });
  liaoning = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
  shanxi = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '140000' });
}, 120_000);
afterAll(() => kx.close());

interface Figure {
  target: string;
  union: number;
  registered: number;
  certified: number;
  required: number | null;
  gap: number | null;
  status: string;
}
interface Row {
  code: string;
  population: { status: string; persons: number | null; referenceDate: string | null };
  physicians: Figure;
  therapists: Figure;
}
type Answer = {
  goalBoard: {
    asOf: string;
    referenceOnly: boolean;
    managementFigures: boolean;
    ruleVersion: string;
    total: Row;
    rows: Row[];
  };
};

const board = (user: TestUser, args: string) =>
  user.gql<Answer>(`{ goalBoard${args} { asOf referenceOnly managementFigures ruleVersion
    total { ...r } rows { ...r } } }
    fragment r on GoalRow { code population { status persons referenceDate } physicians { ...f } therapists { ...f } }
    fragment f on GoalFigure { target union registered certified required gap status }`);

test('G01: Liaoning on the census needs 3,408 physicians and 5,111 therapists; city ceilings sum to 3,416 and do not decide', async () => {
  const { data } = await board(liaoning, '(asOf: "2025-12-31", populationMode: "CENSUS_ONLY")');
  const b = data!.goalBoard;
  expect(b).toMatchObject({ asOf: '2025-12-31', referenceOnly: false, managementFigures: false });
  expect(b.total.population).toMatchObject({ persons: 42_591_407, referenceDate: '2020-11-01' });
  expect(b.total.physicians).toMatchObject({ target: '8', required: 3408 });
  expect(b.total.therapists).toMatchObject({ target: '12', required: 5111 });
  expect(b.rows).toHaveLength(14);
  expect(b.rows.reduce((n, r) => n + r.physicians.required!, 0)).toBe(3416);
  expect(b.rows.find((r) => r.code === '210100')!.physicians.required).toBe(726);
});

test('parents are sums of their parts, in every column', async () => {
  const { data } = await board(liaoning, '');
  for (const side of ['physicians', 'therapists'] as const)
    for (const column of ['union', 'registered', 'certified'] as const)
      expect(data!.goalBoard.rows.reduce((n, r) => n + r[side][column], 0)).toBe(data!.goalBoard.total[side][column]);
  expect(data!.goalBoard.total.physicians.union).toBeGreaterThan(500);
});

test('the 2022 milestone is measured against 6 and 10', async () => {
  const { data } = await board(liaoning, '(asOf: "2022-12-31")');
  expect(data!.goalBoard.total.physicians.target).toBe('6');
  expect(data!.goalBoard.total.therapists.target).toBe('10');
});

test('as known on an earlier day, facts recorded later are not counted, and populations published later not used', async () => {
  const now = (await board(liaoning, '(asOf: "2024-12-31")')).data!.goalBoard.total;
  const then = (await board(liaoning, '(asOf: "2024-12-31", known: "2022-06-30")')).data!.goalBoard.total;
  expect(then.physicians.union).toBeLessThan(now.physicians.union);
  expect(then.population.referenceDate! <= '2021-12-31').toBe(true);
});

test('a day before the first plan is measured against its first milestone, in both provinces', async () => {
  expect((await board(liaoning, '(asOf: "2020-12-31")')).data!.goalBoard.total.physicians.target).toBe('6');
  expect((await board(shanxi, '(asOf: "2020-12-31")')).data!.goalBoard.referenceOnly).toBe(true);
});

test('a county without a population has a reason, not a rate', async () => {
  const { data } = await board(liaoning, '(regionCode: "210100")');
  const county = data!.goalBoard.rows.find((r) => r.population.status === 'NO_POPULATION')!;
  expect(county.physicians).toMatchObject({ required: null, gap: null, status: 'NO_POPULATION' });
  expect(data!.goalBoard.managementFigures).toBe(true);
});

test('Shanxi has no per-100k goal: a reference line only', async () => {
  const { data } = await board(shanxi, '');
  expect(data!.goalBoard.referenceOnly).toBe(true);
  expect(data!.goalBoard.rows).toHaveLength(11);
});

test('another province is absent', async () => {
  const { errors } = await board(shanxi, '(regionCode: "210100")');
  expect(errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
});

/** Orders a list and gives the rows of the file and the lines below them. */
async function exported(user: TestUser, input: object) {
  const order = await user.gql<{ exportList: string }>('mutation ($i: ExportListInput!) { exportList(input: $i) }', {
    i: input,
  });
  await kx.drain();
  const { data } = await user.gql<{ workJob: { resultLink: string; done: number } }>(
    'query ($id: String!) { workJob(id: $id) { resultLink done } }',
    { id: order.data!.exportList },
  );
  const file = await kx.app.inject({ method: 'GET', url: data!.workJob.resultLink, headers: { cookie: user.cookie } });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file.rawPayload as unknown as ArrayBuffer);
  const all: unknown[][] = [];
  book.worksheets[0]!.eachRow({ includeEmpty: true }, (r) => all.push((r.values as unknown[]).slice(1)));
  return {
    rows: all.slice(1, 1 + data!.workJob.done),
    notes: all.slice(1 + data!.workJob.done).map((r) => String(r[0])),
  };
}

test('goal board: the figures of the page, with rule, population and day below', async () => {
  const filter = { asOf: '2025-12-31', populationMode: 'CENSUS_ONLY' };
  const { rows, notes } = await exported(liaoning, { code: 'goal-board', filter });
  const figure = '{ target required union registered certified gap rateShown status }';
  const row = `{ code name population { persons referenceDate status } physicians ${figure} therapists ${figure} }`;
  interface Figure {
    target: string;
    required: number;
    union: number;
    registered: number;
    certified: number;
    gap: number;
    rateShown: string;
    status: string;
  }
  interface Row {
    code: string;
    name: string;
    population: { persons: number; referenceDate: string; status: string };
    physicians: Figure;
    therapists: Figure;
  }
  const board = (
    await liaoning.gql<{ goalBoard: { total: Row; rows: Row[]; ruleVersion: string } }>(
      `{ goalBoard(asOf: "2025-12-31", populationMode: "CENSUS_ONLY") { ruleVersion total ${row} rows ${row} } }`,
    )
  ).data!.goalBoard;
  const cells = (f: Figure) => [
    Number(f.target),
    f.required,
    f.union,
    f.registered,
    f.certified,
    f.gap,
    Number(f.rateShown),
    f.status === 'MET' ? '已达到' : '未达到',
  ];
  expect(rows).toEqual(
    [board.total, ...board.rows].map((r) => [
      r.code,
      r.name,
      r.population.persons,
      '人口普查',
      new Date(r.population.referenceDate),
      r.population.status === 'STALE' ? '陈旧' : '',
      ...cells(r.physicians),
      ...cells(r.therapists),
    ]),
  );
  expect(rows[0]!.slice(0, 3)).toEqual(['210000', '辽宁省', 42_591_407]);
  expect([rows[0]![7], rows[0]![15]]).toEqual([3408, 5111]);
  expect(notes[0]).toBe('地区：辽宁省。统计日：2025-12-31。');
  expect(notes[1]).toContain(`版本 ${board.ruleVersion}`);
  expect(notes[2]).toContain('人口口径：');
  expect(notes[3]).toContain('目标出处：');
});

test('goal members are as many as the board counts', async () => {
  const filter = { regionCode: '210100', asOf: '2026-03-02', category: 'THERAPIST', column: 'UNION' };
  const { rows, notes } = await exported(liaoning, { code: 'goal-members', filter, purpose: '目标核对用' });
  const board = (
    await liaoning.gql<{ goalBoard: { total: { therapists: { union: number } } } }>(
      '{ goalBoard(regionCode: "210100") { total { therapists { union } } } }',
    )
  ).data!.goalBoard;
  expect(rows).toHaveLength(board.total.therapists.union);
  expect(notes[0]).toBe('筛选：地区 沈阳市；人员类别 康复治疗师；统计口径 合并去重；统计日 2026-03-02');
});
