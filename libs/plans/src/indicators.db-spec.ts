import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

interface Row {
  key: string;
  num: number | null;
  den: number | null;
  need: number | null;
  gap: number | null;
  shown: string | null;
  status: string;
  interim: boolean;
  reference: boolean;
  late: number;
  exempted: number;
  warning: { behind: boolean } | null;
}
const FIELDS =
  'key num den need gap shown status interim reference late exempted warning { behind base baseOn } quote strength dueOn';
const all = async (user: TestUser, args = '') => {
  const { data, errors } = await user.gql<{ planIndicators: { plan: { code: string }; rows: Row[] } }>(
    `{ planIndicators${args} { plan { code } rows { ${FIELDS} } } }`,
  );
  expect(errors).toBeUndefined();
  return data!.planIndicators;
};
const one = async (user: TestUser, key: string, args = '') => {
  const { data, errors } = await user.gql<{
    indicator: {
      row: Row & {
        regions: { regionCode: string; status: string; bound: boolean | null; daysLate: number; on: string | null }[];
        counted: { institutionId: string }[];
        missing: { institutionId: string }[];
        evidence: { id: string; subject: string }[];
        exemptions: { id: string; regionCode: string }[];
      };
    };
  }>(
    `{ indicator(key: "${key}"${args}) { row { ${FIELDS} regions { regionCode status bound daysLate on } counted { institutionId }
       missing { institutionId } evidence { id subject } exemptions { id regionCode } } } }`,
  );
  expect(errors).toBeUndefined();
  return data!.indicator.row;
};
const write = async (user: TestUser, name: string, type: string, input: object) => {
  const { data, errors } = await user.gql<Record<string, { id: string }>>(
    `mutation M($input: ${type}!) { ${name}(input: $input) { id } }`,
    { input },
  );
  return { id: data?.[name]?.id, code: errors?.[0]?.extensions.code };
};
const count = async (sql: string) => Number((await kx.db.one<{ n: string }>(sql))!.n);

test('every target of both plans has a figure', async () => {
  const ln = await all(liaoning);
  expect(ln.plan.code).toBe('LN-2022-2025');
  expect(ln.rows.map((r) => r.key)).toEqual(Array.from({ length: 14 }, (_, i) => `IND-L${i + 1}`));
  const sx = await all(shanxi);
  expect(sx.rows.map((r) => r.key)).toEqual(
    ['1', '2a', '2b', '2c', '3', '4', '5a', '5b', '6', '7', '8'].map((n) => `IND-X${n}`),
  );
  for (const r of [...ln.rows, ...sx.rows]) expect(r.status).not.toBe('NO_DATA');
});

test('shares and counts equal a plain count over the tables', async () => {
  const rows = new Map((await all(shanxi)).rows.map((r) => [r.key, r]));
  const hospitals = (where: string, having = '') =>
    count(`SELECT COUNT(*) AS n FROM institution i WHERE i.county_code LIKE '14%' AND i.closed_on IS NULL AND ${where}
      ${having && `AND EXISTS (SELECT 1 FROM institution_unit u WHERE u.institution_id = i.id AND u.kind = '${having}' AND u.end_on IS NULL)`}`);
  for (const [key, where, unit] of [
    ['IND-X2a', "i.type = 'TCM_HOSPITAL' AND i.level = 'III'", 'REHAB_DEPARTMENT'],
    ['IND-X2b', "i.type = 'TCM_HOSPITAL' AND i.level = 'II'", 'REHAB_DEPARTMENT'],
    ['IND-X3', "i.type = 'REHAB_HOSPITAL'", 'TRADITIONAL_REHAB_ROOM'],
    ['IND-X4', "i.type IN ('COMMUNITY_HEALTH_CENTRE', 'TOWNSHIP_HEALTH_CENTRE')", 'TCM_HALL'],
  ] as const) {
    expect(rows.get(key)).toMatchObject({ num: await hospitals(where, unit), den: await hospitals(where) });
  }
  expect(rows.get('IND-X6')!.num).toBe(await hospitals("i.type = 'REHAB_HOSPITAL' AND i.level = 'III'"));
});

test('IND-L14: cities one by one; late is met late, missing is not met', async () => {
  const row = await one(liaoning, 'IND-L14');
  expect(row.regions).toHaveLength(14);
  const late = row.regions.filter((r) => r.status === 'LATE');
  expect(late.map((r) => [r.on, r.daysLate])).toContainEqual(['2023-01-05', 5]);
  const missing = row.regions.filter((r) => r.status === 'NOT_MET').length;
  expect(row).toMatchObject({ status: missing ? 'NOT_MET' : 'LATE', shown: `${14 - missing}/14` });
});

test('IND-L5 binds the capital and the cities above 3,000,000', async () => {
  const row = await one(liaoning, 'IND-L5', ', asOf: "2022-06-30"');
  expect(row.regions.filter((r) => r.bound).map((r) => r.regionCode)).toEqual(['210100', '210200', '210300']);
});

test('IND-L6, L7: 康平 owes a clinic, 台安, 岫岩 and 海城 a department; an unknown population binds nobody quietly', async () => {
  const [departments, clinics] = [await one(liaoning, 'IND-L6'), await one(liaoning, 'IND-L7')];
  const bound = (r: typeof departments) => r.regions.filter((x) => x.bound).map((x) => x.regionCode);
  expect(bound(departments)).toEqual(['210321', '210323', '210381']);
  expect(bound(clinics)).toEqual(['210123']);
  expect(departments.regions.filter((x) => x.bound === null).length).toBeGreaterThan(30);
  expect(departments.regions.some((x) => x.status === 'NO_POPULATION')).toBe(true);
});

test('an exception excuses with its reason, once, and ends with a reason', async () => {
  const before = await one(liaoning, 'IND-L7');
  const at = { planCode: 'LN-2022-2025', targetKey: 'IND-L7', regionCode: '210123', decidedOn: '2026-01-10' };
  const reason = '与沈北新区医联体共用康复门诊';
  expect(
    (await write(liaoning, 'exemptRegion', 'ExemptRegionInput', { ...at, targetKey: 'IND-L14', reason })).code,
  ).toBe('PLANS_EXEMPTION_NOT_ALLOWED');
  expect((await write(shanxi, 'exemptRegion', 'ExemptRegionInput', { ...at, reason })).code).toBe('PLATFORM_NOT_FOUND');
  const tries = await Promise.all(
    [1, 2].map(() => write(liaoning, 'exemptRegion', 'ExemptRegionInput', { ...at, reason })),
  );
  expect(tries.map((t) => t.code).sort()).toEqual(['PLANS_EXEMPTION_TWICE', undefined]);
  const status = async () => (await one(liaoning, 'IND-L7')).regions.find((r) => r.regionCode === '210123')!.status;
  const was = before.regions.find((r) => r.regionCode === '210123')!.status;
  expect(await status()).toBe(was === 'MET' ? 'MET' : 'EXEMPTED');
  const { id } = tries.find((t) => t.id)!;
  expect((await write(liaoning, 'endExemption', 'EndRecordInput', { id, reason: '已自设门诊' })).id).toBe(id);
  expect(await status()).toBe(was);
});

test('IND-X1 waits for a reviewer, who says it with a reason', async () => {
  expect((await one(shanxi, 'IND-X1')).status).toBe('UNDER_REVIEW');
  const at = { planCode: 'SX-2021-2025', targetKey: 'IND-X1', status: 'NOT_MET', count: 8, asOf: '2026-03-01' };
  expect(
    (await write(shanxi, 'judgeIndicator', 'JudgeIndicatorInput', { ...at, asOf: '2026-12-31', reason: '待' })).code,
  ).toBe('PLANS_DAY_AHEAD');
  await write(shanxi, 'judgeIndicator', 'JudgeIndicatorInput', { ...at, reason: '10个左右按不少于9个掌握' });
  expect((await one(shanxi, 'IND-X1')).status).toBe('NOT_MET');
});

test('IND-X7 counts each disease once', async () => {
  const before = (await one(shanxi, 'IND-X7')).num!;
  const at = {
    planCode: 'SX-2021-2025',
    targetKey: 'IND-X7',
    subject: '卒中后偏瘫',
    documentNo: '晋卫办函〔2024〕8号',
  };
  const first = await write(shanxi, 'addPlanEvidence', 'PlanEvidenceInput', { ...at, issuedOn: '2024-05-01' });
  expect((await write(shanxi, 'addPlanEvidence', 'PlanEvidenceInput', { ...at, issuedOn: '2025-05-01' })).code).toBe(
    'PLANS_EVIDENCE_TWICE',
  );
  expect((await one(shanxi, 'IND-X7')).num).toBe(before + 1);
  expect((await one(shanxi, 'IND-X7', ', asOf: "2024-04-30"')).num).toBe(before);
  await write(shanxi, 'withdrawPlanEvidence', 'EndRecordInput', { id: first.id, reason: '文号有误' });
  expect((await one(shanxi, 'IND-X7')).num).toBe(before);
});

test('a city reads its own part: numbers set for the province have no status there', async () => {
  const rows = new Map((await all(shenyang)).rows.map((r) => [r.key, r]));
  expect(rows.get('IND-L11')).toMatchObject({ reference: true, status: 'NOT_APPLICABLE' });
  expect(rows.get('IND-L5')).toMatchObject({ reference: false, den: 1 });
  const { errors } = await shenyang.gql('{ planIndicators(regionCode: "210200") { asOf } }');
  expect(errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
});

describe('a successor plan is an import, not a release', () => {
  const file = JSON.parse(
    readFileSync(join(__dirname, '../../../content/plans/liaoning-2022-2025.json'), 'utf8'),
  ) as Record<string, unknown> & { targets: Record<string, unknown>[] };
  const successor = {
    ...file,
    code: 'LN-2026-2030',
    title: { zh: '辽宁省康复医疗工作发展实施方案（2026—2030年）', en: 'Liaoning rehabilitation plan 2026–2030' },
    periodStart: '2026-01-01',
    periodEnd: '2030-12-31',
    targets: [
      { ...file.targets[2], id: 'IND-N1', value: '9.5', by: '2030-12-31', quote: '每10万人口康复医师达到9.5人' },
      { ...file.targets[3], id: 'IND-N2', value: '14', by: '2030-12-31', quote: '康复治疗师达到14人' },
      {
        ...file.targets[4],
        id: 'IND-N3',
        code: 'COUNTY_TCM_HALL',
        label: { zh: '每个县至少一个中医馆', en: 'A TCM hall in every county' },
        scope: { level: 'COUNTY', aggregate: 'EACH', subject: { kinds: ['COUNTY', 'COUNTY_CITY'] } },
        by: '2030-12-31',
        measure: {
          code: 'COUNTY_TCM_HALL',
          kind: 'INSTITUTIONS',
          institutions: { unitKinds: ['TCM_HALL'] },
          note: { zh: '设有中医馆的机构数', en: 'Institutions with a TCM hall' },
          source: 'IND-N3',
        },
      },
    ],
  };
  const send = (user: TestUser, doc: object) =>
    user.gql<{ importPolicyPlan: { code: string; version: number | null } }>(
      'mutation M($input: ImportPlanInput!) { importPolicyPlan(input: $input) { code version } }',
      { input: { text: JSON.stringify(doc), reason: '新一轮方案印发' } },
    );

  test('checked first, refused with every fault, then in force without code', async () => {
    const broken = { ...successor, periodEnd: '2025-01-01', targets: [{ ...successor.targets[0], value: 'nine' }] };
    const refusal = await send(liaoning, broken);
    expect(refusal.errors![0]!.extensions['fields']).toMatchObject([
      { path: 'periodEnd', code: 'PLANS_FILE_PERIOD' },
      { path: 'targets.0.value', code: 'PLANS_FILE_NUMBER' },
    ]);
    expect((await send(shanxi, successor)).errors![0]!.extensions.code).toBe('PLANS_FILE_REFUSED');
    expect((await all(liaoning)).plan.code).toBe('LN-2022-2025');

    const check = await liaoning.gql<{
      checkPlanFile: { isNew: boolean; faults: unknown[]; targets: { id: string; kind: string }[] };
    }>('query Q($text: String!) { checkPlanFile(text: $text) { isNew faults { path message } targets { id kind } } }', {
      text: JSON.stringify(successor),
    });
    expect(check.data!.checkPlanFile).toMatchObject({ isNew: true, faults: [] });
    expect(check.data!.checkPlanFile.targets.map((t) => `${t.id} ${t.kind}`)).toEqual([
      'IND-N1 ADDED',
      'IND-N2 ADDED',
      'IND-N3 ADDED',
    ]);

    expect((await send(liaoning, successor)).data!.importPolicyPlan).toEqual({ code: 'LN-2026-2030', version: 1 });
    expect((await send(liaoning, successor)).data!.importPolicyPlan.version).toBeNull();

    const now = await all(liaoning);
    expect(now.plan.code).toBe('LN-2026-2030');
    expect(now.rows.map((r) => r.key)).toEqual(['IND-N1', 'IND-N2', 'IND-N3']);
    expect(now.rows[0]).toMatchObject({ interim: true });
    expect(now.rows[0]!.warning).not.toBeNull();
    const board = await liaoning.gql<{ goalBoard: { total: { physicians: { target: string } } } }>(
      '{ goalBoard { total { physicians { target } } } }',
    );
    expect(board.data!.goalBoard.total.physicians.target).toBe('9.5');
    // The old plan and its last day stay as they were.
    expect((await all(liaoning, '(asOf: "2025-12-31")')).plan.code).toBe('LN-2022-2025');
    expect((await all(liaoning, '(planCode: "LN-2022-2025")')).rows).toHaveLength(14);
  });

  test('a changed text is a second version; the first is kept', async () => {
    const changed = {
      ...successor,
      targets: [{ ...successor.targets[0], value: '10' }, ...successor.targets.slice(1)],
    };
    expect((await send(liaoning, changed)).data!.importPolicyPlan.version).toBe(2);
    const { data } = await liaoning.gql<{ policyPlan: { versions: { version: number; hash: string }[] } }>(
      '{ policyPlan(code: "LN-2026-2030") { versions { version hash } } }',
    );
    expect(data!.policyPlan.versions.map((v) => v.version)).toEqual([2, 1]);
    expect(new Set(data!.policyPlan.versions.map((v) => v.hash)).size).toBe(2);
  });
});
