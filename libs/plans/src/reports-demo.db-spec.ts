import { testApp, type TestApp, type TestUser } from '../../../test/support/app';

let kx: TestApp;
let province: TestUser;
beforeAll(async () => {
  kx = await testApp({ seed: 'demo', at: '2026-03-02T01:00:00Z' });
  province = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
}, 120_000);
afterAll(() => kx.close());

interface City {
  code: string;
  daysLate: number | null;
  resubmissions: number;
  state: string;
  figures: { key: string; computed: string | null; reported: string | null }[] | null;
}

test('§5.8 on the demo: "13/14, missing 朝阳市", one a day late, one returned and still on time; sums are the cities’', async () => {
  const row = await kx.db.one<{ id: string }>("SELECT id FROM report_obligation WHERE obligation_key = 'REP-L3'");
  const { data } = await province.gql<{
    reportRollup: {
      note: { zh: string; en: string };
      cities: City[];
      sums: { key: string; computed: string | null; reported: string | null; cities: number }[];
    };
  }>(
    `query ($id: String!) { reportRollup(obligationId: $id, year: 2025) { note { zh en } sums { key computed reported cities }
      cities { code daysLate resubmissions state figures { key computed reported } } } }`,
    { id: row!.id },
  );
  const { note, cities, sums } = data!.reportRollup;
  expect(note.zh).toBe('13/14 个市，缺朝阳市');
  const of = (code: string) => cities.find((c) => c.code === code)!;
  expect(of('210300').daysLate).toBe(1);
  expect(of('210700').daysLate).toBe(0);
  expect(of('210100')).toMatchObject({ daysLate: 0, resubmissions: 1, state: 'ACCEPTED' });
  expect(of('211300')).toMatchObject({ daysLate: null, state: 'NOT_STARTED', figures: null });
  const union = sums.find((s) => s.key === 'THERAPISTS_UNION')!;
  const own = cities.flatMap((c) => c.figures?.find((f) => f.key === 'THERAPISTS_UNION') ?? []);
  expect(own).toHaveLength(13);
  const computed = own.reduce((n, f) => n + Number(f.computed), 0);
  expect(union).toMatchObject({ computed: String(computed), reported: String(computed + 2), cities: 13 });
  expect(computed).toBeGreaterThan(100);
});

test('there is one open call: a city to walk it, and one answer to accept', async () => {
  await kx.drain();
  const shenyang = await kx.user({ role: 'CITY_OFFICER', regionCode: '210100' });
  const tasks = async (u: TestUser) =>
    (await u.gql<{ myTasks: { rows: { code: string; overdue: boolean }[] } }>(
      '{ myTasks(state: OPEN, offset: 0, limit: 50) { rows { code overdue } } }',
    ))!.data!.myTasks.rows.filter((t) => t.code.endsWith('_REPORT'));
  expect(await tasks(shenyang)).toEqual([{ code: 'WRITE_REPORT', overdue: false }]);
  expect((await tasks(province)).map((t) => t.code)).toEqual(['ACCEPT_REPORT']);
});
