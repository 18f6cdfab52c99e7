import { newId } from '@app/kernel';
import { Files } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { DeriveReportDuties } from './use/derive-report-duties';
import { ReportClocks } from './use/report-clocks';
import { Reports } from './use/reports';

let kx: TestApp;
let province: TestUser;
let colleague: TestUser;
let shenyang: TestUser;
let second: TestUser;
let anshan: TestUser;
let learner: TestUser;
let shanxi: TestUser;

beforeAll(async () => {
  kx = await testApp({ seed: 'starter', at: '2025-10-02T01:00:00Z' });
  province = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000', name: '王海涛' });
  colleague = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000', name: '刘春梅' });
  shenyang = await kx.user({ role: 'CITY_OFFICER', regionCode: '210100', name: '孙立新' });
  second = await kx.user({ role: 'CITY_OFFICER', regionCode: '210100', name: '赵强' });
  anshan = await kx.user({ role: 'CITY_OFFICER', regionCode: '210300', name: '于晓东' });
  learner = await kx.user({ role: 'TRAINEE' });
  shanxi = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '140000' });
}, 120_000);
afterAll(() => kx.close());

const PDF = Buffer.from('%PDF-1.4\n% a signed scan\n');
let scans = 0;
async function scan(user: TestUser): Promise<string> {
  const data = Buffer.concat([PDF, Buffer.from(String(++scans))]);
  return (await kx.get(Files).keepUpload(user.actor, '签字盖章.pdf', 'application/pdf', data)).id;
}
const duty = async (key: string, region: string, year?: number) =>
  (await kx.db.one<{ id: string; obligationId: string }>(
    `SELECT d.id, d.obligation_id FROM report_duty d JOIN report_obligation o ON o.id = d.obligation_id
     WHERE o.obligation_key = ? AND d.region_code = ?${year ? ' AND d.year = ?' : ''}`,
    year ? [key, region, year] : [key, region],
  ))!;
interface Detail {
  state: string;
  version: number;
  side: string | null;
  acts: string[];
  daysLate: number | null;
  sameHand: boolean;
  parts: { code: string; text: string; version: number }[];
  figures: { key: string; computed: string | null; reported: string | null; reason: string | null }[] | null;
  basis: { asOf: string; snapshotHash: string | null } | null;
  files: { id: string; kind: string; url: string }[];
  submissions: { seq: number; complete: boolean; recordedAfterwards: boolean }[];
  timeline: { event: string; opinion: string | null }[];
  signing: { code: string; message: string }[];
  clock: { flag: string };
  firstCompleteAt: string | null;
  recordedAfterwards: boolean;
}
const read = (user: TestUser, id: string) =>
  user.gql<{ report: Detail }>(
    `query ($id: String!) { report(id: $id) { state version side acts daysLate sameHand parts { code text version } recordedAfterwards
      figures { key computed reported reason } basis { asOf snapshotHash } files { id kind url } firstCompleteAt
      submissions { seq complete recordedAfterwards } timeline { event opinion } signing { code message } clock { flag } } }`,
    { id },
  );
const seen = async (user: TestUser, id: string) => (await read(user, id)).data!.report;
const write = (user: TestUser, id: string, code: string, text: string, version = 0) =>
  user.gql('mutation ($i: ReportSectionInput!) { saveReportSection(input: $i) { version } }', {
    i: { id, code, text, version },
  });
const pull = (user: TestUser, id: string, asOf: string) =>
  user.gql('mutation ($id: String!, $d: String!) { pullReportFigures(id: $id, asOf: $d) }', { id, d: asOf });
const seal = async (user: TestUser, id: string) =>
  user.gql('mutation ($i: ReportFileInput!) { addReportFile(input: $i) }', {
    i: { id, kind: 'SEAL', uploadId: await scan(user) },
  });
async function move(user: TestUser, id: string, act: string, opinion?: string) {
  const { version } = await seen(user, id);
  return user.gql<{ moveReport: { state: string } }>(
    'mutation ($i: MoveReportInput!) { moveReport(input: $i) { state version } }',
    { i: { id, act, version, opinion } },
  );
}
async function judge(user: TestUser, id: string, act: 'acceptReport' | 'returnReport', more: object = {}) {
  const { version } = (await read(province, id)).data!.report;
  const type = act === 'acceptReport' ? 'AcceptReportInput' : 'ReturnReportInput';
  return user.gql(`mutation ($i: ${type}!) { ${act}(input: $i) { state version } }`, { i: { id, version, ...more } });
}
const codeOf = (a: { errors?: { extensions: { code: string } }[] }) => a.errors?.[0]?.extensions.code;
/** Moves the clock; sessions would end by idleness, which is not what is tested here. */
async function at(text: string): Promise<void> {
  kx.clock.set(new Date(text));
  await kx.db.dataSource.query('UPDATE session SET last_seen_at = ?', [new Date(text)]);
}

test('plans give their reports once: 14 and 11 cities, the province’s evaluation, no milestone', async () => {
  const count = (key: string) =>
    kx.db.count(
      'SELECT COUNT(*) AS n FROM report_duty d JOIN report_obligation o ON o.id = d.obligation_id WHERE o.obligation_key = ?',
      [key],
    );
  const counts = Object.fromEntries(
    await Promise.all(
      ['REP-L0', 'REP-L1', 'REP-L2', 'REP-L3', 'REP-L4', 'REP-X0', 'REP-X1', 'REP-X2', 'REP-X3'].map(
        async (k) => [k, await count(k)] as const,
      ),
    ),
  );
  expect(counts).toEqual({
    ...{ 'REP-L0': 14, 'REP-L1': 0, 'REP-L2': 42, 'REP-L3': 14, 'REP-L4': 1 },
    ...{ 'REP-X0': 11, 'REP-X1': 55, 'REP-X2': 0, 'REP-X3': 1 },
  });
  const derive = kx.get(DeriveReportDuties);
  expect(await Promise.all([derive.run(kx.system), derive.run(kx.system)])).toEqual([0, 0]);
});

test('an imported successor plan has its own reports without a release', async () => {
  const obligation = {
    ...{ id: 'REP-N1', kind: 'ANNUAL_SUMMARY', label: { zh: '年度总结', en: 'Annual summary' } },
    ...{ from: 'CITY_HEALTH_COMMISSION', to: ['PROVINCIAL_HEALTH_COMMISSION'], clause: '四', source: 'test' },
    schedule: { rule: 'YEARLY', opens: '10-01', due: '11-30', years: [2027, 2028] },
    sections: [{ code: 'A', label: { zh: '进展', en: 'Progress' }, required: true }],
  };
  await kx.db.dataSource.query(
    `INSERT INTO policy_plan (code, province_code, title_zh, title_en, period_start, period_end, content_hash, content, imported_at)
     VALUES ('LN-2027-2030', '210000', '新方案', 'New plan', '2027-01-01', '2030-12-31', ?, ?, NOW(3))`,
    ['0'.repeat(64), JSON.stringify({ reportObligations: [obligation] })],
  );
  expect(await kx.get(DeriveReportDuties).run(kx.system)).toBe(28);
  await kx.db.dataSource.query(
    "DELETE d FROM report_duty d JOIN report_obligation o ON o.id = d.obligation_id WHERE o.source_code = 'LN-2027-2030'",
  );
  await kx.db.dataSource.query("DELETE FROM policy_plan WHERE code = 'LN-2027-2030'");
});

test('who is not concerned sees nothing; the province reads no draft and writes no city’s text', async () => {
  const { id } = await duty('REP-L3', '210100');
  await write(shenyang, id, 'WORK', '草稿');
  for (const user of [anshan, shanxi]) expect(codeOf(await read(user, id))).toBe('PLATFORM_NOT_FOUND');
  expect(codeOf(await read(learner, id))).toBe('PLATFORM_NOT_ALLOWED');
  expect(codeOf(await write(anshan, id, 'WORK', 'x', 1))).toBe('PLATFORM_NOT_FOUND');
  expect(codeOf(await write(province, id, 'WORK', 'x', 1))).toBe('PLANS_REPORT_NOT_YOURS');
  const { version } = await seen(shenyang, id);
  const input = { i: { id, act: 'SEND_FOR_REVIEW', version } };
  const moveDoc = 'mutation ($i: MoveReportInput!) { moveReport(input: $i) { state } }';
  expect(codeOf(await province.gql(moveDoc, input))).toBe('PLANS_REPORT_NOT_YOURS');
  expect((await seen(shenyang, id)).parts[0]!.text).toBe('草稿');
  const forProvince = await seen(province, id);
  expect(forProvince).toMatchObject({ state: 'DRAFT', side: 'RECEIVER', parts: [{ text: '' }], timeline: [] });
});

test('two officers in one part: the later one is told whose text stands, and nothing is overwritten', async () => {
  const { id } = await duty('REP-L3', '210100');
  const both = await Promise.all([write(shenyang, id, 'WORK', '甲', 1), write(second, id, 'WORK', '乙', 1)]);
  const refused = both.filter((a) => a.errors);
  expect(refused.map(codeOf)).toEqual(['PLANS_REPORT_SECTION_MOVED']);
  const winner = both[0]!.errors ? '乙' : '甲';
  expect((await seen(shenyang, id)).parts[0]).toMatchObject({ text: winner, version: 2 });
});

describe('the road of one report', () => {
  let id: string;
  beforeAll(async () => {
    id = (await duty('REP-L3', '210100')).id;
  });

  test('an empty mandatory part and missing figures block the signature, all at once', async () => {
    await write(shenyang, id, 'WORK', '  ', 2);
    await move(shenyang, id, 'SEND_FOR_REVIEW');
    const refused = await move(shenyang, id, 'SIGN');
    expect(codeOf(refused)).toBe('PLANS_REPORT_REFUSED');
    expect(refused.errors![0]!.extensions.reasons!.map((r) => r.code)).toEqual([
      'PLANS_REPORT_SECTION_EMPTY',
      'PLANS_REPORT_NO_FIGURES',
    ]);
    expect(codeOf(await write(shenyang, id, 'WORK', 'x', 3))).toBe('PLANS_REPORT_LOCKED');
    expect((await move(shenyang, id, 'SEND_BACK', '补充数据')).data!.moveReport.state).toBe('DRAFT');
  });

  test('figures come from a snapshot; a reported value needs its reason; both stand', async () => {
    await write(shenyang, id, 'WORK', '全市康复医疗工作进展。', 3);
    expect(codeOf(await pull(shenyang, id, '2025-10-03'))).toBe('PLANS_REPORT_DAY_FUTURE');
    expect((await pull(shenyang, id, '2025-09-30')).errors).toBeUndefined();
    const set = (key: string, value: string, reason: string) =>
      shenyang.gql('mutation ($i: ReportValueInput!) { setReportValue(input: $i) }', { i: { id, key, value, reason } });
    expect(codeOf(await set('PHYSICIANS_UNION', '12', ' '))).toBe('PLANS_REPORT_NO_REASON');
    expect(codeOf(await set('PHYSICIANS_UNION', '12.5', '口径'))).toBe('PLANS_REPORT_VALUE');
    expect((await set('PHYSICIANS_UNION', '12', '含已批未注册 12 人')).errors).toBeUndefined();
    const r = await seen(shenyang, id);
    expect(r.basis).toMatchObject({ asOf: '2025-09-30', snapshotHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(r.figures!.find((f) => f.key === 'PHYSICIANS_UNION')).toEqual({
      key: 'PHYSICIANS_UNION',
      computed: '0',
      reported: '12',
      reason: '含已批未注册 12 人',
    });
    expect(r.figures!.find((f) => f.key === 'POPULATION')!.computed).toMatch(/^\d{7}$/);
  });

  test('no scan blocks handing in; two presses at once hand in once', async () => {
    await move(shenyang, id, 'SEND_FOR_REVIEW');
    expect((await seen(shenyang, id)).sameHand).toBe(true);
    expect((await move(second, id, 'SIGN')).data!.moveReport.state).toBe('SIGNED');
    const refused = await move(shenyang, id, 'SUBMIT');
    expect(refused.errors![0]!.extensions.reasons!.map((r) => r.code)).toEqual(['PLANS_REPORT_NO_SEAL']);
    await seal(shenyang, id);
    await at('2025-11-20T15:59:59Z');
    const { version } = await seen(shenyang, id);
    const input = { i: { id, act: 'SUBMIT', version } };
    const doc = 'mutation ($i: MoveReportInput!) { moveReport(input: $i) { state } }';
    const both = await Promise.all([shenyang.gql(doc, input), second.gql(doc, input)]);
    expect(both.filter((a) => !a.errors)).toHaveLength(1);
    expect(['PLANS_REPORT_STATE', 'PLATFORM_CONFLICT']).toContain(codeOf(both.find((a) => a.errors)!));
    const r = await seen(province, id);
    expect(r).toMatchObject({ state: 'SUBMITTED', daysLate: 0, submissions: [{ seq: 1, complete: true }] });
    expect(r.parts[0]!.text).toBe('全市康复医疗工作进展。');
    expect(r.files[0]!.kind).toBe('SEAL');
  });

  test('a return carries its reason and day, keeps the first time, and is sealed anew', async () => {
    await at('2025-11-25T02:00:00Z');
    expect(codeOf(await judge(shenyang, id, 'returnReport', { opinion: 'x' }))).toBe('PLATFORM_NOT_ALLOWED');
    expect(codeOf(await judge(province, id, 'returnReport', { opinion: '  ' }))).toBe('PLATFORM_INVALID_INPUT');
    expect(codeOf(await judge(province, id, 'returnReport', { opinion: '补', resubmitBy: '2025-11-25' }))).toBe(
      'PLANS_REPORT_RETURN_DAY',
    );
    expect((await judge(province, id, 'returnReport', { opinion: '请补充县级情况' })).errors).toBeUndefined();
    const returned = await kx.db.one<{ resubmitDueOn: string }>(
      'SELECT resubmit_due_on FROM report_duty WHERE id = ?',
      [id],
    );
    expect(returned!.resubmitDueOn).toBe('2025-12-05');
    await write(shenyang, id, 'WORK', '全市及县级康复医疗工作进展。', 4);
    const stale = await move(shenyang, id, 'RESUBMIT');
    expect(stale.errors![0]!.extensions.reasons!.map((r) => r.code)).toEqual(['PLANS_REPORT_SEAL_OLD']);
    await at('2025-11-29T02:00:00Z');
    await seal(shenyang, id);
    // Until it is handed in again the province reads the first one.
    expect((await seen(province, id)).parts[0]!.text).toBe('全市康复医疗工作进展。');
    expect((await move(shenyang, id, 'RESUBMIT')).data!.moveReport.state).toBe('RESUBMITTED');
    const r = await seen(province, id);
    expect(r).toMatchObject({ daysLate: 0, firstCompleteAt: '2025-11-20T15:59:59.000Z' });
    expect(r.parts[0]!.text).toBe('全市及县级康复医疗工作进展。');
    expect((await judge(colleague, id, 'acceptReport')).errors).toBeUndefined();
    expect((await seen(shenyang, id)).acts).toEqual([]);
    expect(codeOf(await judge(province, id, 'returnReport', { opinion: '再退' }))).toBe('PLANS_REPORT_STATE');
  });
});

test('a report to nobody ends signed and kept; it is never handed in (DEC-31)', async () => {
  await at('2025-12-01T02:00:00Z');
  const { id } = await duty('REP-L2', '210300', 2024);
  expect((await seen(anshan, id)).clock.flag).toBe('NOT_RECORDED');
  await write(anshan, id, 'PROGRESS', '进展');
  await write(anshan, id, 'PROBLEMS', '问题');
  await pull(anshan, id, '2024-12-31');
  await move(anshan, id, 'SEND_FOR_REVIEW');
  await move(anshan, id, 'SIGN');
  expect((await seen(anshan, id)).acts).not.toContain('SUBMIT');
  expect(codeOf(await move(anshan, id, 'SUBMIT'))).toBe('PLANS_REPORT_REFUSED');
  await seal(anshan, id);
  expect((await move(anshan, id, 'KEEP')).data!.moveReport.state).toBe('KEPT');
  expect((await seen(province, id)).parts[0]!.text).toBe('进展');
  expect((await seen(province, id)).acts).toEqual([]);
});

describe('paper reports of the time before', () => {
  const record = async (user: TestUser, id: string, more: object = {}) =>
    user.gql('mutation ($i: RecordPaperReportInput!) { recordPaperReport(input: $i) { state } }', {
      i: {
        ...{ id, version: 0, submittedOn: '2025-11-21', complete: true, uploadId: await scan(user) },
        ...more,
      },
    });

  test('are entered with day and scan, marked so for good, and judged by the typed day', async () => {
    const { id } = await duty('REP-L3', '210300');
    expect(codeOf(await record(anshan, id, { submittedOn: '2025-12-02' }))).toBe('PLANS_REPORT_PAPER_DAY');
    expect(codeOf(await record(shenyang, id))).toBe('PLATFORM_NOT_FOUND');
    expect((await record(anshan, id)).errors).toBeUndefined();
    expect(await seen(province, id)).toMatchObject({
      ...{ state: 'SUBMITTED', daysLate: 1, recordedAfterwards: true, figures: null },
      submissions: [{ recordedAfterwards: true }],
    });
  });

  test('whoever recorded does not accept', async () => {
    const { id } = await duty('REP-L3', '210200');
    await record(province, id, { submittedOn: '2025-11-10' });
    expect(codeOf(await judge(province, id, 'acceptReport'))).toBe('PLANS_REPORT_OWN_RECORD');
    expect((await judge(colleague, id, 'acceptReport')).errors).toBeUndefined();
  });

  test('only after the due day', async () => {
    const { data } = await province.gql<{ callReports: { obligationId: string } }>(CALL, { i: call() });
    const row = await kx.db.one<{ id: string }>('SELECT id FROM report_duty WHERE obligation_id = ?', [
      data!.callReports.obligationId,
    ]);
    expect(codeOf(await record(anshan, row!.id))).toBe('PLANS_REPORT_PAPER_NOT_DUE');
  });
});

const CALL = 'mutation ($i: CallReportsInput!) { callReports(input: $i) { obligationId year } }';
const call = (more: object = {}) => ({
  ...{ title: '专项报告', sections: ['工作情况'], opensOn: '2025-12-01', dueOn: '2025-12-31' },
  ...{ regionCodes: ['210300'], withFigures: false, reason: '国家专项调度', documentNo: '辽卫办函〔2025〕1号' },
  ...more,
});

test('calls of the province: own cities only, days in order, officers of cities may not', async () => {
  expect(codeOf(await province.gql(CALL, { i: call({ regionCodes: ['140100'] }) }))).toBe('PLANS_REPORT_CALL_REGIONS');
  expect(codeOf(await province.gql(CALL, { i: call({ dueOn: '2025-11-30' }) }))).toBe('PLANS_REPORT_CALL_DAYS');
  expect(codeOf(await anshan.gql(CALL, { i: call() }))).toBe('PLATFORM_NOT_ALLOWED');
});

test('the roll-up names who is missing, sums counts, and reminds only the missing', async () => {
  const { obligationId } = await duty('REP-L3', '210100');
  const { data } = await province.gql<{
    reportRollup: {
      note: { zh: string };
      missing: string[];
      withoutFigures: string[];
      sums: { key: string; computed: string; reported: string; cities: number }[];
      cities: { code: string; daysLate: number | null; clock: { flag: string } }[];
    };
  }>(
    `query ($id: String!) { reportRollup(obligationId: $id, year: 2025) { note { zh } missing withoutFigures
      sums { key computed reported cities } cities { code daysLate clock { flag } } } }`,
    { id: obligationId },
  );
  const r = data!.reportRollup;
  expect(r.note.zh).toMatch(/^3\/14 个市，缺/);
  expect(r.withoutFigures).toEqual(['210200', '210300']);
  expect(r.missing).toHaveLength(11);
  expect(r.sums.find((s) => s.key === 'PHYSICIANS_UNION')).toMatchObject({ computed: '0', reported: '12', cities: 1 });
  expect(r.cities.find((c) => c.code === '210300')).toMatchObject({ daysLate: 1 });
  expect(r.cities.find((c) => c.code === '211300')!.clock.flag).toBe('OVERDUE');
  const remind = (user: TestUser) =>
    user.gql<{ remindReports: number }>('mutation ($i: RemindReportsInput!) { remindReports(input: $i) }', {
      i: { obligationId, year: 2025 },
    });
  expect((await remind(province)).data!.remindReports).toBe(11);
  expect(codeOf(await remind(shanxi))).toBe('PLATFORM_NOT_FOUND');
  expect(codeOf(await shanxi.gql(`{ reportRollup(obligationId: "${obligationId}", year: 2025) { year } }`))).toBe(
    'PLATFORM_NOT_FOUND',
  );
});

test('the clock tells each mark once, whoever ticks', async () => {
  const { data } = await province.gql<{ callReports: { obligationId: string } }>(CALL, {
    i: call({ regionCodes: ['210400'], dueOn: '2025-12-20' }),
  });
  const clocks = kx.get(ReportClocks);
  const told = () =>
    kx.db.count(
      `SELECT COUNT(*) AS n FROM audit_entry a JOIN report_duty d ON d.id = a.object_id
       WHERE a.action = 'plans.report-clock' AND d.obligation_id = ? AND JSON_VALUE(a.details, '$.told') = 1`,
      [data!.callReports.obligationId],
    );
  await Promise.all([clocks.run(kx.system), clocks.run(kx.system)]);
  expect(await told()).toBe(1);
  await clocks.run(kx.system);
  expect(await told()).toBe(1);
  await at('2025-12-14T02:00:00Z');
  await clocks.run(kx.system);
  expect(await told()).toBe(2);
  await at('2025-12-21T02:00:00Z');
  await clocks.run(kx.system);
  await clocks.run(kx.system);
  expect(await told()).toBe(3);
});

test('IND-X8: a city has sub-goals since it first handed them in', async () => {
  const { id } = await duty('REP-X0', '140100');
  await kx.db.dataSource.query(
    "UPDATE report_duty SET state = 'KEPT', first_complete_at = '2021-04-28 04:00:00' WHERE id = ?",
    [id],
  );
  const map = await kx.get(Reports).cityHasSubgoals('140000');
  expect(map.size).toBe(11);
  expect(map.get('140100')).toBe('2021-04-28');
  expect(map.get('140200')).toBeNull();
});

test('an unknown report is absent', async () =>
  expect(codeOf(await read(province, newId()))).toBe('PLATFORM_NOT_FOUND'));
