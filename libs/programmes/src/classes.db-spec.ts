import { testApp, type TestApp } from '../../../test/support/app';
import { classInput, OPEN_CLASS, openClass, runningClass, type School, school } from '../../../test/support/school';
import { RunClasses } from './jobs/run-classes.schedule';
import { readProgrammes } from './seed/programme-content';
import { ProgrammesSeeder } from './seed/programmes.seeder';

let kx: TestApp;
beforeAll(async () => {
  kx = await testApp({ at: '2026-03-02T01:00:00Z', seed: 'starter' });
}, 60_000);
afterAll(() => kx.close());

const open = (s: School, f: object = {}) =>
  s.baseAdmin.gql<{ openTrainingClass: { id: string; code: string } }>(OPEN_CLASS, { input: classInput(s, f) });
const reasons = async (s: School, f: object = {}) => {
  const a = await open(s, f);
  return { code: a.errors?.[0]?.extensions.code, reasons: a.errors?.[0]?.extensions.reasons?.map((r) => r.code) ?? [] };
};
const classRow = (id: string) =>
  kx.db.one<{ state: string; takenOver: number; title: string; intakeYear: number; code: string }>(
    'SELECT state, taken_over, title, intake_year, code FROM training_class WHERE id = ?',
    [id],
  );

test('a base with accreditation opens a class; number, title, version, timeline and event are made', async () => {
  const s = await school(kx);
  const answer = await open(s);
  expect(answer.errors).toBeUndefined();
  const { id, code } = answer.data!.openTrainingClass;
  expect(code).toMatch(/^21-TP-2026-\d{4}$/);
  expect(await classRow(id)).toMatchObject({
    state: 'OPEN',
    takenOver: 0,
    title: '康复医学科医师转岗培训2026年第1期',
    intakeYear: 2026,
  });
  expect(
    await kx.db.count(
      `SELECT COUNT(*) AS n FROM timeline_entry WHERE subject_type = 'training_class' AND subject_id = ?`,
      [id],
    ),
  ).toBe(1);
  expect(
    await kx.db.count(`SELECT COUNT(*) AS n FROM outbox WHERE name = 'programmes.class-opened' AND payload LIKE ?`, [
      `%${id}%`,
    ]),
  ).toBe(1);
  expect(await kx.db.count('SELECT COUNT(*) AS n FROM programme_version WHERE used_at IS NOT NULL')).toBeGreaterThan(0);
});

test('without an accreditation of that type no class can open, and the reason says what to do', async () => {
  const s = await school(kx, { capacity: 0 });
  const a = await open(s);
  expect(a.errors![0]!.extensions).toMatchObject({ code: 'PROGRAMMES_OPENING_REFUSED', params: { count: 1 } });
  expect(a.errors![0]!.extensions.reasons).toMatchObject([
    { code: 'ACCREDITATION_NONE_GRANTED', message: expect.stringContaining('康复医师转岗培训') as string },
  ]);
});

test('every reason is told at once: suspended, specialty not covered, beyond validity, over capacity', async () => {
  const s = await school(kx, { validFrom: '2021-12-01' }); // ends 2026-11-30
  const id = (await kx.db.one<{ id: string }>('SELECT id FROM base_accreditation WHERE institution_id = ?', [
    s.baseId,
  ]))!.id;
  await s.officer.gql(`mutation ($input: BaseStatusInput!) { suspendAccreditation(input: $input) { id } }`, {
    input: { id, reason: '质控' },
  });
  expect(await reasons(s, { specialty: 'PAIN', capacity: 21 })).toEqual({
    code: 'PROGRAMMES_OPENING_REFUSED',
    reasons: [
      'ACCREDITATION_IS_SUSPENDED',
      'ACCREDITATION_SPECIALTY_NOT_COVERED',
      'PROGRAMMES_OUTLASTS_ACCREDITATION',
      'PROGRAMMES_OVER_YEARLY_CAPACITY',
    ],
  });
});

test('ten parallel openings of 5 places on a capacity of 20 leave exactly four classes, with four numbers', async () => {
  const s = await school(kx, { capacity: 20 });
  const answers = await Promise.all(Array.from({ length: 10 }, () => open(s, { capacity: 5 })));
  const done = answers.filter((a) => a.data);
  expect(done).toHaveLength(4);
  expect(new Set(done.map((a) => a.data!.openTrainingClass.code)).size).toBe(4);
  for (const a of answers.filter((x) => x.errors))
    expect(a.errors![0]!.extensions.reasons!.map((r) => r.code)).toEqual(['PROGRAMMES_OVER_YEARLY_CAPACITY']);
});

test('capacity is by year: next year is separate, and a class whose enrolment closed only holds its people', async () => {
  const s = await school(kx, { capacity: 20, validFrom: '2025-01-01' });
  const id = await openClass(s);
  expect((await reasons(s, { capacity: 1 })).reasons).toEqual(['PROGRAMMES_OVER_YEARLY_CAPACITY']);
  expect((await open(s, { startsOn: '2027-01-04', endsOn: '2028-01-03' })).errors).toBeUndefined();
  const closed = await s.baseAdmin.gql(`mutation ($id: String!) { closeClassEnrolment(classId: $id) { state } }`, {
    id,
  });
  expect(closed.data).toEqual({ closeClassEnrolment: { state: 'CLOSED' } });
  expect((await reasons(s, { capacity: 20 })).reasons).toEqual([]);
  const again = await s.baseAdmin.gql(`mutation ($id: String!) { closeClassEnrolment(classId: $id) { state } }`, {
    id,
  });
  expect(again.errors![0]!.extensions.code).toBe('PROGRAMMES_CLASS_WRONG_STATE');
});

test('a class of up to 18 months ago is taken over from paper and uses the capacity of its own year', async () => {
  const s = await school(kx);
  const id = (await open(s, runningClass(s))).data!.openTrainingClass.id;
  expect(await classRow(id)).toMatchObject({ takenOver: 1, intakeYear: 2025, state: 'OPEN' });
  expect((await reasons(s, runningClass(s, { startsOn: '2024-09-01', endsOn: '2025-08-31' }))).reasons).toEqual([
    'PROGRAMMES_STARTED_TOO_LONG_AGO',
  ]);
});

test('a programme of another province, a draft version and another base are as absent', async () => {
  const s = await school(kx);
  const shanxi = await school(kx, { province: '14' });
  expect((await reasons(s, { programmeId: shanxi.programmeId })).code).toBe('PLATFORM_NOT_FOUND');
  const draft = (await kx.db.one<{ id: string }>(`SELECT id FROM programme WHERE code = 'LN-INDUCTION-THERAPIST'`))!.id;
  expect((await reasons(s, { programmeId: draft })).reasons).toEqual([
    'ACCREDITATION_TYPE_NOT_COVERED',
    'PROGRAMMES_NO_VERSION_IN_FORCE',
  ]);
  const id = await openClass(s);
  const other = await shanxi.baseAdmin.gql(`query ($id: String!) { trainingClass(id: $id) { id } }`, { id });
  expect(other.errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
  const close = await shanxi.baseAdmin.gql(`mutation ($id: String!) { closeClassEnrolment(classId: $id) { state } }`, {
    id,
  });
  expect(close.errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
});

test('the same press twice (one idempotency key) opens one class; the key with another body is refused', async () => {
  const s = await school(kx);
  const headers = { 'idempotency-key': 'open-class-key-1' };
  const first = await s.baseAdmin.gql<{ openTrainingClass: { id: string } }>(
    OPEN_CLASS,
    { input: classInput(s, { capacity: 3 }) },
    headers,
  );
  const second = await s.baseAdmin.gql<{ openTrainingClass: { id: string } }>(
    OPEN_CLASS,
    { input: classInput(s, { capacity: 3 }) },
    headers,
  );
  expect(second.data).toEqual(first.data);
  expect(await kx.db.count('SELECT COUNT(*) AS n FROM training_class WHERE base_institution_id = ?', [s.baseId])).toBe(
    1,
  );
  const other = await s.baseAdmin.gql(OPEN_CLASS, { input: classInput(s, { capacity: 4 }) }, headers);
  expect(other.errors![0]!.extensions.code).toBe('PLATFORM_KEY_REUSED');
});

test('time closes enrolment, starts and finishes classes, also when the schedule runs twice at once', async () => {
  const s = await school(kx);
  const id = await openClass(s);
  const at = async (instant: string) => {
    kx.clock.set(instant);
    await Promise.all([kx.get(RunClasses).tick(), kx.get(RunClasses).tick()]);
    return (await classRow(id))!.state;
  };
  expect(await at('2026-03-31T15:00:00Z')).toBe('OPEN');
  expect(await at('2026-03-31T16:10:00Z')).toBe('RUNNING'); // 1 April: enrolment over and first day
  expect(await at('2027-03-31T15:00:00Z')).toBe('RUNNING');
  expect(await at('2027-03-31T16:10:00Z')).toBe('FINISHED');
  const events = await kx.db.query<{ event: string }>(
    `SELECT event FROM timeline_entry WHERE subject_id = ? ORDER BY at, id`,
    [id],
  );
  expect(events.map((e) => e.event)).toEqual(['OPEN', 'CLOSE_ENROLMENT', 'START', 'FINISH']);
  kx.clock.set('2026-03-02T01:00:00Z');
});

test('the overview of a base: status, last day, capacity given and left by year, what waits', async () => {
  const s = await school(kx, { capacity: 20 });
  await openClass(s, { capacity: 8 });
  const Q = `query { baseOverview { institutionName openClasses toAdmit reasons { code message }
    standings { state validTo capacityPerYear years { year capacity planned taken left toPlan } } } }`;
  expect((await s.baseAdmin.gql(Q)).data).toMatchObject({
    baseOverview: {
      openClasses: 1,
      toAdmit: 0,
      reasons: [],
      standings: [
        {
          state: 'ACCREDITED',
          validTo: '2028-12-31',
          capacityPerYear: 20,
          years: [
            { year: 2025, planned: 0 },
            { year: 2026, planned: 8, toPlan: 12, taken: 0, left: 20 },
            { year: 2027 },
          ],
        },
      ],
    },
  });
  const none = await school(kx, { capacity: 0 });
  expect((await none.baseAdmin.gql(Q)).data).toMatchObject({
    baseOverview: { standings: [], reasons: [{ code: 'ACCREDITATION_NONE_GRANTED' }] },
  });
});

test('L03: a version under which a class was opened keeps its content; a new version only serves new classes', async () => {
  const s = await school(kx);
  const id = await openClass(s, { startsOn: '2026-03-20', endsOn: '2027-03-19' });
  const [ln] = readProgrammes().filter((p) => p.code === 'LN-TRANSFER-POST-REHAB');
  const v1 = ln!.versions[0]!;
  const changed = { ...v1, plan: { ...v1.plan, durationMonths: 6 } };
  expect(await kx.get(ProgrammesSeeder).load([{ ...ln!, versions: [changed] }])).toContain('LN-TRANSFER-POST-REHAB v1');
  const v2 = { ...changed, version: 2, effectiveFrom: '2026-03-25' };
  expect(
    await kx.get(ProgrammesSeeder).load([{ ...ln!, versions: [{ ...v1, effectiveTo: '2026-03-25' }, v2] }]),
  ).not.toContain('in use and kept');
  const months = async (classId: string) =>
    (
      await kx.db.one<{ m: number }>(
        `SELECT JSON_VALUE(v.plan, '$.durationMonths') AS m FROM training_class c JOIN programme_version v ON v.id = c.programme_version_id WHERE c.id = ?`,
        [classId],
      )
    )?.m;
  expect(Number(await months(id))).toBe(12);
  const later = (await open(await school(kx), { startsOn: '2026-04-01', endsOn: '2026-09-30' })).data!.openTrainingClass
    .id;
  expect(Number(await months(later))).toBe(6);
});
