import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

const ARTIFACTS = join(__dirname, '../../../artifacts/reports');

/** Prints, waits and gives the file; also laid down for a look. */
async function printed(user: TestUser, mutation: string, name: string): Promise<Buffer> {
  const order = await user.gql<Record<string, string>>(`mutation { job: ${mutation} }`);
  expect(order.errors).toBeUndefined();
  await kx.drain();
  const { data } = await user.gql<{ workJob: { state: string; error: string | null; resultLink: string } }>(
    'query ($id: String!) { workJob(id: $id) { state error resultLink } }',
    { id: order.data!.job },
  );
  expect(data!.workJob).toMatchObject({ state: 'DONE', error: null });
  const file = await kx.app.inject({ method: 'GET', url: data!.workJob.resultLink, headers: { cookie: user.cookie } });
  mkdirSync(ARTIFACTS, { recursive: true });
  writeFileSync(join(ARTIFACTS, name), file.rawPayload);
  return file.rawPayload;
}
const reported = (region: string) =>
  kx.db.one<{ id: string; obligationId: string }>(
    `SELECT d.id, d.obligation_id FROM report_duty d JOIN report_obligation o ON o.id = d.obligation_id
     WHERE o.obligation_key = 'REP-L3' AND d.region_code = ?`,
    [region],
  );

test('every report and the roll-up print as PDF/A with their figures and basis', async () => {
  const city = (await reported('210600'))!;
  const pdf = await printed(province, `printReport(id: "${city.id}")`, 'report.pdf');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.includes('pdfaid')).toBe(true);
  const sum = `printReportRollup(obligationId: "${city.obligationId}", year: 2025)`;
  expect((await printed(province, sum, 'rollup.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  const missing = (await reported('211300'))!;
  await printed(
    await kx.user({ role: 'CITY_OFFICER', regionCode: '211300' }),
    `printReport(id: "${missing.id}")`,
    'draft.pdf',
  );
});

test('another city’s report is not printed', async () => {
  const city = (await reported('210600'))!;
  const other = await kx.user({ role: 'CITY_OFFICER', regionCode: '210100' });
  const { errors } = await other.gql(`mutation { printReport(id: "${city.id}") }`);
  expect(errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
});

test('the tables hold what the pages show, with the basis below', async () => {
  const city = (await reported('210600'))!;
  for (const [code, filter, rows] of [
    ['report-figures', { id: city.id }, 12],
    ['report-rollup', { obligationId: city.obligationId, year: 2025 }, 15],
  ] as const) {
    const order = await province.gql<{ exportList: string }>(
      'mutation ($i: ExportListInput!) { exportList(input: $i) }',
      {
        i: { code, filter },
      },
    );
    await kx.drain();
    const { data } = await province.gql<{ workJob: { state: string; done: number } }>(
      'query ($id: String!) { workJob(id: $id) { state done } }',
      { id: order.data!.exportList },
    );
    expect(data!.workJob).toEqual({ state: 'DONE', done: rows });
  }
});
