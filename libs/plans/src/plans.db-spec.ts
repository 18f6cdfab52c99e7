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
