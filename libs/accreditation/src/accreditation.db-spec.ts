import { addDays } from '@app/kernel';
import { execute, Files } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { institution, physician } from '../../../test/support/world';
import { Accreditations } from './index';
import { ExpireBases } from './jobs/expire-bases.schedule';
import { BaseRulesSeeder } from './seed/base-rules.seeder';

let kx: TestApp;
let officer: TestUser;
let hospital: string;

beforeAll(async () => {
  kx = await testApp({ at: '2026-03-02T01:00:00Z', seed: 'starter' });
  officer = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000', name: '王省厅' });
  hospital = await institution(kx, { name: '沈阳康复一院', countyCode: '210102' });
}, 60_000);
afterAll(() => kx.close());

const GRANT = `mutation ($input: GrantAccreditationInput!) { grantAccreditation(input: $input) { id plaqueNumber } }`;
const input = (f: object = {}) => ({
  institutionId: hospital,
  trainingType: 'TRANSFER_POST',
  designationKind: 'REHAB_TRAINING_BASE',
  specialties: ['NEURO', 'ORTHOPAEDIC'],
  capacityPerYear: 20,
  validFrom: '2026-03-02',
  decisionNumber: '辽卫函〔2026〕12号',
  decisionText: '认定为康复医疗培训基地。',
  opinion: '条件符合',
  evidenceUploadIds: [],
  ...f,
});
const grant = (f: object = {}, who = officer) =>
  who.gql<{ grantAccreditation: { id: string; plaqueNumber: string } }>(GRANT, { input: input(f) });
const ask = (institutionId: string, more: object = {}) =>
  kx.get(Accreditations).answer({ institutionId, trainingType: 'TRANSFER_POST', day: '2026-03-02', ...more });
const change = (name: string, id: string, more: object = {}, who = officer) =>
  who.gql(
    `mutation ($input: ${name === 'removeAccreditation' ? 'RemoveBaseInput' : 'BaseStatusInput'}!) { ${name}(input: $input) { id state } }`,
    {
      input: { id, reason: '现场检查发现问题', ...more },
    },
  );
const fresh = (name: string, countyCode = '210302') => institution(kx, { name, countyCode });

test('before a grant the gate says so; after it, yes with capacity, specialties and the last day (DEC-15)', async () => {
  expect((await ask(hospital)).reasons.map((r) => r.code)).toEqual(['ACCREDITATION_NONE_GRANTED']);
  const kept = await kx
    .get(Files)
    .keepUpload(officer.actor, '批文.pdf', 'application/pdf', Buffer.from('%PDF-1.4 decision'));
  const answer = await grant({ evidenceUploadIds: [kept.id] });
  expect(answer.errors).toBeUndefined();
  expect(answer.data!.grantAccreditation.plaqueNumber).toBe('辽康训基〔2026〕0001号');
  expect(await ask(hospital)).toMatchObject({
    accredited: true,
    capacityPerYear: 20,
    specialties: ['NEURO', 'ORTHOPAEDIC'],
    validTo: '2031-03-01',
  });

  const detail = await officer.gql<{
    accreditation: {
      evidence: { name: string; url: string }[];
      timeline: { event: string; actorName: string; opinion: string }[];
      acts: string[];
    };
  }>(
    `query ($id: String!) { accreditation(id: $id) { state evidence { name url } timeline { event actorName opinion } acts } }`,
    { id: answer.data!.grantAccreditation.id },
  );
  expect(detail.data!.accreditation).toMatchObject({
    timeline: [{ event: 'GRANT', actorName: '王省厅', opinion: '条件符合' }],
    acts: ['SUSPEND', 'REMOVE'],
    evidence: [{ name: '批文.pdf' }],
  });
  const upload = await kx.get(Files).upload(officer.actor, kept.id);
  const token = detail.data!.accreditation.evidence[0]!.url.split('/').pop()!;
  expect(kx.get(Files).openLink(token, officer.accountId)).toMatchObject({ h: upload.hash, n: '批文.pdf' });
  expect(kx.get(Files).openLink(token, 'somebody-else')).toBeNull();
  const audit = await kx.db.count(`SELECT COUNT(*) AS n FROM audit_entry WHERE action = 'accreditation.grant'`);
  expect(audit).toBe(1);
});

test('twenty parallel grants of the same type leave one live record', async () => {
  const id = await fresh('并发医院');
  const answers = await Promise.all(Array.from({ length: 20 }, () => grant({ institutionId: id })));
  expect(answers.filter((a) => a.data).length).toBe(1);
  for (const a of answers.filter((x) => x.errors))
    expect(a.errors![0]!.extensions.code).toBe('ACCREDITATION_ALREADY_LIVE');
  expect(await kx.db.count('SELECT COUNT(*) AS n FROM base_accreditation WHERE institution_id = ?', [id])).toBe(1);
});

test('parallel grants to different hospitals get different plaque numbers', async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, (_, i) => fresh(`编号医院${i}`)));
  const numbers = (await Promise.all(ids.map((institutionId) => grant({ institutionId })))).map(
    (a) => a.data!.grantAccreditation.plaqueNumber,
  );
  expect(new Set(numbers).size).toBe(12);
});

test('a plaque number already in use is refused at its field', async () => {
  const [a, b] = [await fresh('牌号甲'), await fresh('牌号乙')];
  expect((await grant({ institutionId: a, plaqueNumber: '辽卫基-77' })).errors).toBeUndefined();
  const answer = await grant({ institutionId: b, plaqueNumber: '辽卫基-77' });
  expect(answer.errors![0]!.extensions).toMatchObject({
    code: 'ACCREDITATION_PLAQUE_TAKEN',
    fields: [{ path: 'plaqueNumber' }],
  });
});

test('the automatic number steps over one typed in by hand', async () => {
  const [a, b] = [await fresh('手工号'), await fresh('自动号')];
  expect(
    (await grant({ institutionId: a, validFrom: '2027-01-01', plaqueNumber: '辽康训基〔2027〕0001号' })).errors,
  ).toBeUndefined();
  expect((await grant({ institutionId: b, validFrom: '2027-01-01' })).data!.grantAccreditation.plaqueNumber).toBe(
    '辽康训基〔2027〕0002号',
  );
});

test('another province: not found; other roles: not allowed; own hospital: refused', async () => {
  const shanxi = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '140000' });
  const other = await fresh('辽宁医院');
  expect((await grant({ institutionId: other }, shanxi)).errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
  for (const role of ['CITY_OFFICER', 'BASE_ADMIN', 'TRAINEE'] as const) {
    const u = await kx.user({
      role,
      ...(role === 'BASE_ADMIN' ? { organisationId: other } : role === 'CITY_OFFICER' ? { regionCode: '210300' } : {}),
    });
    expect((await grant({ institutionId: other }, u)).errors![0]!.extensions.code).toBe('PLATFORM_NOT_ALLOWED');
  }
  const personId = await physician(kx, { institutionId: other });
  const insider = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000', personId });
  expect((await grant({ institutionId: other }, insider)).errors![0]!.extensions.code).toBe(
    'ACCREDITATION_OWN_INSTITUTION',
  );
  expect(await kx.db.count('SELECT COUNT(*) AS n FROM base_accreditation WHERE institution_id = ?', [other])).toBe(0);
});

test('a grant is refused with every reason at once', async () => {
  const centre = await institution(kx, { name: '健康管理公司', medical: false });
  const answer = await grant({
    institutionId: centre,
    trainingType: 'COOKING',
    capacityPerYear: 9999,
    validFrom: '2019-01-01',
  });
  expect(answer.errors![0]!.extensions.reasons!.map((r) => r.code)).toEqual([
    'ACCREDITATION_NOT_MEDICAL',
    'ACCREDITATION_UNKNOWN_CODE',
    'ACCREDITATION_CAPACITY_OUT_OF_RANGE',
    'ACCREDITATION_STARTS_TOO_EARLY',
  ]);
});

test('suspend, restore, remove: in force at once, each on the timeline; a removed base is barred for 24 months', async () => {
  const id = await fresh('状态医院');
  const a = (await grant({ institutionId: id })).data!.grantAccreditation.id;
  expect((await change('restoreAccreditation', a)).errors![0]!.extensions.code).toBe('ACCREDITATION_WRONG_STATE');
  await change('suspendAccreditation', a);
  expect((await ask(id)).reasons.map((r) => r.code)).toEqual(['ACCREDITATION_IS_SUSPENDED']);
  await change('restoreAccreditation', a);
  expect((await ask(id)).accredited).toBe(true);
  expect((await change('removeAccreditation', a)).status).toBe(400); // the hearing is missing
  expect((await change('removeAccreditation', a, { hearing: '2026-02-20 听取陈述申辩' })).errors).toBeUndefined();
  expect((await ask(id)).reasons.map((r) => r.code)).toEqual(['ACCREDITATION_WAS_REMOVED']);
  const steps = await kx.db.query<{ event: string }>(
    `SELECT event FROM timeline_entry WHERE subject_id = ? ORDER BY at, id`,
    [a],
  );
  expect(steps.map((s) => s.event)).toEqual(['GRANT', 'SUSPEND', 'RESTORE', 'REMOVE']);

  expect((await grant({ institutionId: id })).errors![0]!.extensions.reasons![0]).toMatchObject({
    code: 'ACCREDITATION_BARRED',
    params: { until: '2028-03-02' },
  });
  kx.clock.set('2028-03-01T15:59:00Z'); // 2028-03-01 23:59 in Shanghai
  const later = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
  const early = await grant({ institutionId: id, validFrom: '2028-03-01' }, later);
  expect(early.errors![0]!.extensions.reasons!.map((r) => r.code)).toEqual(['ACCREDITATION_BARRED']);
  kx.clock.set('2028-03-01T16:01:00Z');
  expect((await grant({ institutionId: id, validFrom: '2028-03-02' }, later)).errors).toBeUndefined();
  kx.clock.set('2026-03-02T01:00:00Z');
});

test('an accreditation expires by the schedule on the day after its last one, once, and tells it', async () => {
  const id = await fresh('到期医院');
  const a = (await grant({ institutionId: id, validFrom: '2021-04-01' })).data!.grantAccreditation.id; // to 2026-03-31
  const state = async () =>
    (await kx.db.one<{ state: string; live: number | null }>(
      'SELECT state, live FROM base_accreditation WHERE id = ?',
      [a],
    ))!;
  kx.clock.set('2026-03-31T15:00:00Z');
  await kx.get(ExpireBases).tick();
  expect((await state()).state).toBe('ACCREDITED');
  kx.clock.set('2026-03-31T16:30:00Z');
  await Promise.all([kx.get(ExpireBases).tick(), kx.get(ExpireBases).tick()]);
  expect(await state()).toEqual({ state: 'EXPIRED', live: null });
  const told = await kx.db.count(
    `SELECT COUNT(*) AS n FROM outbox WHERE name = 'accreditation.base-status-changed' AND payload LIKE ?`,
    [`%${a}%`],
  );
  expect(told).toBe(2); // granted, expired
  expect((await ask(id, { day: '2026-04-01' })).reasons).toEqual([
    { code: 'ACCREDITATION_HAS_EXPIRED', params: { day: '2026-04-01', on: '2026-03-31' } },
  ]);
  // The place is free again: a new grant does not collide with the ended record.
  const later = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
  expect((await grant({ institutionId: id, validFrom: '2026-04-01' }, later)).errors).toBeUndefined();
  kx.clock.set('2026-03-02T01:00:00Z');
});

test('the public list shows bases in force only, to anyone, and nothing of persons or decisions', async () => {
  const a = (await grant({ institutionId: await fresh('公示医院', '210203') })).data!.grantAccreditation.id;
  const LIST = `query ($s: String, $p: String) { publicBases(search: $s, province: $p) { total rows { id institutionName plaqueNumber validTo cityName specialtyLabels { zh en } } } }`;
  const list = (s: string, p?: string) =>
    kx.gql<{ publicBases: { total: number; rows: { id: string; cityName: string }[] } }>(LIST, { s, p });
  expect((await list('公示医院')).data!.publicBases).toMatchObject({ total: 1, rows: [{ id: a, cityName: '大连市' }] });
  expect((await list('公示医院', '140000')).data!.publicBases.total).toBe(0);
  await change('suspendAccreditation', a);
  expect((await list('公示医院')).data!.publicBases.total).toBe(0);
});

test('officials see their region, a base sees itself; a stranger nothing', async () => {
  const LIST = `query { accreditations(limit: 100) { total live suspended endingSoon rows { institutionId countyCode state daysLeft } } }`;
  type Page = { accreditations: { total: number; rows: { institutionId: string; countyCode: string }[] } };
  const city = await kx.user({ role: 'CITY_OFFICER', regionCode: '210200' });
  const base = await kx.user({ role: 'BASE_ADMIN', organisationId: hospital });
  expect((await city.gql<Page>(LIST)).data!.accreditations.rows.map((r) => r.countyCode)).toEqual(['210203']);
  expect((await base.gql<Page>(LIST)).data!.accreditations.rows.map((r) => r.institutionId)).toEqual([hospital]);
  expect((await kx.gql(LIST)).errors![0]!.extensions.code).toBe('PLATFORM_SIGN_IN_REQUIRED');
});

test('a rule that decided something keeps its content; loading changed content keeps it and says so', async () => {
  await execute(kx.db.dataSource, `UPDATE base_rule SET content = JSON_SET(content, '$.validityYears.value', 3)`);
  expect(await kx.get(BaseRulesSeeder).run()).toContain('in use and kept');
  // A version with three years now decides: the figure is data.
  const id = await fresh('三年医院');
  await grant({ institutionId: id });
  expect((await ask(id)).validTo).toBe(addDays('2029-03-02', -1));
});
