import { newId } from '@app/kernel';
import { execute } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { ADMIT, apply, APPLY, confirmed, CONFIRM, openClass, school, trainee } from '../../../test/support/school';
import { physician } from '../../../test/support/world';
import { RunClasses } from './jobs/run-classes.schedule';

let kx: TestApp;
beforeAll(async () => {
  kx = await testApp({ at: '2026-03-02T01:00:00Z', seed: 'starter' });
}, 60_000);
afterAll(() => kx.close());

const state = async (id: string) =>
  (await kx.db.one<{ state: string }>('SELECT state FROM enrolment WHERE id = ?', [id]))!.state;
const code = (a: { errors?: { extensions: { code: string } }[] }) => a.errors?.[0]?.extensions.code;
const reasonCodes = (a: { errors?: { extensions: { reasons?: { code: string }[] } }[] }) =>
  a.errors?.[0]?.extensions.reasons?.map((r) => r.code);
const admit = (who: TestUser, enrolmentId: string) =>
  who.gql<{ admitEnrolment: { state: string } }>(ADMIT, { input: { enrolmentId } });
const confirm = (who: TestUser, enrolmentId: string) => who.gql(CONFIRM, { input: { enrolmentId } });
const decide = (who: TestUser, name: string, enrolmentId: string, reason = '材料不齐，请补充') =>
  who.gql(`mutation ($input: EnrolmentReasonInput!) { ${name}(input: $input) { id state } }`, {
    input: { enrolmentId, reason },
  });
const events = async (id: string) =>
  (
    await kx.db.query<{ event: string }>('SELECT event FROM timeline_entry WHERE subject_id = ? ORDER BY at, id', [id])
  ).map((e) => e.event);

test('the way in: apply, the employer confirms, the base admits, the first day starts it; every step has its time and event', async () => {
  const s = await school(kx);
  const classId = await openClass(s);
  const who = await trainee(kx, s);
  const id = await apply(who, classId);
  expect(await state(id)).toBe('APPLIED');
  expect((await confirm(s.employerAdmin, id)).data).toEqual({
    confirmEnrolment: { id, state: 'INSTITUTION_CONFIRMED' },
  });
  expect((await admit(s.baseAdmin, id)).data).toEqual({ admitEnrolment: { id, state: 'ADMITTED' } });
  await kx.get(RunClasses).tick();
  expect(await state(id)).toBe('ADMITTED');
  kx.clock.set('2026-03-31T16:10:00Z');
  await Promise.all([kx.get(RunClasses).tick(), kx.get(RunClasses).tick()]);
  kx.clock.set('2026-03-02T01:00:00Z');
  expect(await state(id)).toBe('ACTIVE');
  expect(await events(id)).toEqual(['APPLY', 'CONFIRM', 'ADMIT', 'START']);
  const told = await kx.db.query<{ name: string }>(
    `SELECT name FROM outbox WHERE payload LIKE ? ORDER BY created_at, id`,
    [`%${id}%`],
  );
  expect(told.map((t) => t.name)).toEqual(
    ['applied', 'confirmed', 'admitted', 'started'].map((n) => `programmes.enrolment-${n}`),
  );
  // L02: the applicant sees both times.
  const detail = await who.gql<{
    enrolment: { appliedAt: string; confirmedAt: string; timeline: { organisationName: string }[] };
  }>(
    `query ($id: String!) { enrolment(id: $id) { appliedAt confirmedAt state acts plan { theoryHours rotationWeeks rotations { code } } timeline { event actorName organisationName } } }`,
    { id },
  );
  expect(detail.data!.enrolment).toMatchObject({
    state: 'ACTIVE',
    acts: ['WITHDRAW'],
    plan: { theoryHours: 160, rotationWeeks: 48 },
  });
  expect(detail.data!.enrolment.confirmedAt).toBeTruthy();
});

test('L01: every check before applying; a scope that holds rehabilitation is refused with that reason', async () => {
  const s = await school(kx);
  const classId = await openClass(s);
  const fit = await trainee(kx, s, { department: '神经内科' });
  const Q = `query ($id: String!) { openClass(id: $id) { employerName obstacles { code } eligibility { eligible checks { code passed advisory found { zh } needed { zh } } } } }`;
  type Answer = {
    openClass: {
      obstacles: unknown[];
      eligibility: {
        eligible: boolean;
        checks: { code: string; passed: boolean; advisory: boolean; found: { zh: string } }[];
      };
    };
  };
  const seen = (await fit.gql<Answer>(Q, { id: classId })).data!.openClass;
  expect(seen.obstacles).toEqual([]);
  expect(seen.eligibility.eligible).toBe(true);
  expect(seen.eligibility.checks.filter((c) => !c.advisory).length).toBeGreaterThanOrEqual(6);
  expect(seen.eligibility.checks.find((c) => c.advisory)).toMatchObject({ passed: true });

  const unfit = await trainee(kx, s, { scope: 'REHABILITATION' });
  const shown = (await unfit.gql<Answer>(Q, { id: classId })).data!.openClass.eligibility;
  expect(shown.checks.filter((c) => !c.passed && !c.advisory)).toMatchObject([
    { code: 'SCOPE_NOT_REHAB', found: { zh: '康复医学专业' } },
  ]);
  const refused = await unfit.gql(APPLY, { input: { classId } });
  expect(code(refused)).toBe('PROGRAMMES_APPLICATION_REFUSED');
  expect(refused.errors![0]!.extensions.reasons![0]!.message).toContain('康复医学专业');
  expect(await kx.db.count('SELECT COUNT(*) AS n FROM enrolment WHERE person_id = ?', [unfit.personId])).toBe(0);

  const nobody = await kx.user({ role: 'TRAINEE' });
  expect(code(await nobody.gql(APPLY, { input: { classId } }))).toBe('PROGRAMMES_NO_PERSON_RECORD');
});

test('the list of open classes tells eligibility in short, with what is missing', async () => {
  const s = await school(kx, { capacity: 60 });
  const who = await trainee(kx, s, { scope: 'REHABILITATION' });
  await openClass(s, { capacity: 10 });
  const Q = `query { openClasses(limit: 100) { total linked rows { class { id title taken capacity } eligible checkCount failed { code } enrolment { state } } } }`;
  const answer = (
    await who.gql<{ openClasses: { linked: boolean; rows: { eligible: boolean; failed: { code: string }[] }[] } }>(Q)
  ).data!.openClasses;
  expect(answer.linked).toBe(true);
  expect(answer.rows.length).toBeGreaterThan(0);
  for (const r of answer.rows) expect(r).toMatchObject({ eligible: false, failed: [{ code: 'SCOPE_NOT_REHAB' }] });
});

test('a class of another province is as absent for the learner', async () => {
  const shanxi = await school(kx, { province: '14' });
  const classId = await openClass(shanxi);
  const who = await trainee(kx, await school(kx));
  expect(code(await who.gql(`query ($id: String!) { openClass(id: $id) { class { id } } }`, { id: classId }))).toBe(
    'PLATFORM_NOT_FOUND',
  );
  expect(code(await who.gql(APPLY, { input: { classId } }))).toBe('PLATFORM_NOT_FOUND');
});

test('twenty parallel applications of one person make one; the same idempotency key gets the same answer', async () => {
  const s = await school(kx);
  const classId = await openClass(s);
  const who = await trainee(kx, s);
  const answers = await Promise.all(Array.from({ length: 20 }, () => who.gql(APPLY, { input: { classId } })));
  expect(answers.filter((a) => a.data)).toHaveLength(1);
  for (const a of answers.filter((x) => x.errors)) expect(code(a)).toBe('PROGRAMMES_ALREADY_APPLIED');
  expect(await kx.db.count('SELECT COUNT(*) AS n FROM enrolment WHERE person_id = ?', [who.personId])).toBe(1);
  expect(
    await kx.db.count(
      `SELECT COUNT(*) AS n FROM outbox o JOIN enrolment e ON o.payload LIKE CONCAT('%', e.id, '%') WHERE e.person_id = ?`,
      [who.personId],
    ),
  ).toBe(1);

  const other = await trainee(kx, s);
  const headers = { 'idempotency-key': 'apply-once-0001' };
  const repeated = await Promise.all(
    Array.from({ length: 8 }, () => other.gql(APPLY, { input: { classId } }, headers)),
  );
  expect(new Set(repeated.map((a) => JSON.stringify(a.data))).size).toBe(1);
  expect(repeated[0]!.errors).toBeUndefined();
});

test('L02: only the administrator of the own hospital confirms; another hospital, the base and the applicant cannot', async () => {
  const s = await school(kx);
  const elsewhere = await school(kx);
  const classId = await openClass(s);
  const who = await trainee(kx, s);
  const id = await apply(who, classId);
  expect(code(await confirm(elsewhere.employerAdmin, id))).toBe('PLATFORM_NOT_FOUND');
  expect(code(await elsewhere.employerAdmin.gql(`query ($id: String!) { enrolment(id: $id) { id } }`, { id }))).toBe(
    'PLATFORM_NOT_FOUND',
  );
  expect(code(await confirm(s.baseAdmin, id))).toBe('PLATFORM_NOT_ALLOWED');
  expect(code(await confirm(who, id))).toBe('PLATFORM_NOT_ALLOWED');
  const self = await kx.user({
    role: 'INSTITUTION_ADMIN',
    organisationId: s.employerId,
    personId: await physician(kx, { institutionId: s.employerId }),
  });
  const ownId = await asTrainee(self, () => apply(self, classId));
  expect(code(await confirm(self, ownId))).toBe('PROGRAMMES_OWN_APPLICATION');
  expect((await confirm(s.employerAdmin, ownId)).errors).toBeUndefined();
  expect(await state(id)).toBe('APPLIED');
  // The list of the other hospital does not show it either.
  const list = await elsewhere.employerAdmin.gql<{ confirmations: { total: number } }>(
    `query { confirmations { total pending rows { id } } }`,
  );
  expect(list.data!.confirmations.total).toBe(0);
});

/** The same account goes on as a learner, does something, and comes back to its first role. */
async function asTrainee<T>(u: TestUser, act: () => Promise<T>): Promise<T> {
  const grantId = newId();
  await execute(
    kx.db.dataSource,
    `INSERT INTO role_grant (id, account_id, role, state, starts_on, created_at) VALUES (?, ?, 'TRAINEE', 'ACTIVE', '2000-01-01', ?)`,
    [grantId, u.accountId, kx.clock.now()],
  );
  const SWITCH = `mutation ($id: String!) { switchRole(grantId: $id) }`;
  expect((await u.gql(SWITCH, { id: grantId })).errors).toBeUndefined();
  const done = await act();
  expect((await u.gql(SWITCH, { id: u.actor.grantId })).errors).toBeUndefined();
  return done;
}

test('nobody admits an own application, nor one they confirmed for the employer', async () => {
  const s = await school(kx);
  const classId = await openClass(s);
  const personId = await physician(kx, { institutionId: s.employerId });
  const admin = await kx.user({ role: 'BASE_ADMIN', organisationId: s.baseId, personId });
  const id = await asTrainee(admin, () => apply(admin, classId));
  await confirm(s.employerAdmin, id);
  expect(code(await admit(admin, id))).toBe('PROGRAMMES_OWN_APPLICATION');

  const who = await trainee(kx, s);
  const second = await confirmed(s, who, classId);
  await execute(kx.db.dataSource, 'UPDATE enrolment SET confirmed_by = ? WHERE id = ?', [
    s.baseAdmin.accountId,
    second,
  ]);
  expect(code(await admit(s.baseAdmin, second))).toBe('PROGRAMMES_SAME_PERSON_TWICE');
  expect((await admit(s.baseColleague, second)).errors).toBeUndefined();
});

test('a return keeps the application and its reason; sent again it is judged again and frozen anew', async () => {
  const s = await school(kx);
  const classId = await openClass(s);
  const who = await trainee(kx, s);
  const id = (
    await who.gql<{ applyToClass: { id: string } }>(APPLY, { input: { classId, statement: '长期从事脑卒中康复' } })
  ).data!.applyToClass.id;
  expect((await decide(s.employerAdmin, 'returnEnrolment', id)).data).toEqual({
    returnEnrolment: { id, state: 'RETURNED' },
  });
  const Q = `query ($id: String!) { enrolment(id: $id) { state reason statement acts eligibility { eligible checks { code passed } } } }`;
  expect((await who.gql(Q, { id })).data).toMatchObject({
    enrolment: {
      state: 'RETURNED',
      reason: '材料不齐，请补充',
      statement: '长期从事脑卒中康复',
      acts: ['RESUBMIT', 'WITHDRAW'],
    },
  });
  const again = (f: object = {}) =>
    who.gql(`mutation ($input: ResubmitInput!) { resubmitEnrolment(input: $input) { id state } }`, {
      input: { enrolmentId: id, ...f },
    });
  await execute(kx.db.dataSource, `UPDATE licence_scope SET scope = 'REHABILITATION' WHERE person_id = ?`, [
    who.personId,
  ]);
  expect(reasonCodes(await again())).toEqual(['PROGRAMMES_CHECK_FAILED']);
  await execute(kx.db.dataSource, `UPDATE licence_scope SET scope = 'NEUROLOGY' WHERE person_id = ?`, [who.personId]);
  expect((await again()).data).toEqual({ resubmitEnrolment: { id, state: 'APPLIED' } });
  expect((await who.gql(Q, { id })).data).toMatchObject({
    enrolment: { state: 'APPLIED', reason: null, statement: '长期从事脑卒中康复' },
  });
  await confirm(s.employerAdmin, id);
  expect((await decide(s.baseAdmin, 'returnEnrolment', id)).errors).toBeUndefined();
  expect(await events(id)).toEqual(['APPLY', 'RETURN', 'RESUBMIT', 'CONFIRM', 'RETURN']);
  expect(code(await confirm(s.employerAdmin, id))).toBe('PROGRAMMES_WRONG_STATE');
});

test('the roster shows the people of the own class only, with counts by state and a masked identity number', async () => {
  const s = await school(kx);
  const classId = await openClass(s);
  await confirmed(s, await trainee(kx, s, { name: '林一' }), classId);
  await apply(await trainee(kx, s, { name: '林二' }), classId);
  const Q = `query ($id: String!) { classRoster(classId: $id) { total counts { state count } rows { personName citizenIdMasked state employerName } } }`;
  const mine = (await s.baseAdmin.gql<{ classRoster: { rows: { citizenIdMasked: string }[] } }>(Q, { id: classId }))
    .data!.classRoster;
  expect(mine).toMatchObject({
    total: 2,
    counts: expect.arrayContaining([
      { state: 'APPLIED', count: 1 },
      { state: 'INSTITUTION_CONFIRMED', count: 1 },
    ]) as unknown,
    rows: [{ personName: '林一' }, { personName: '林二' }],
  });
  for (const r of mine.rows) expect(r.citizenIdMasked).toMatch(/^\*{14}.{4}$/);
  const other = await school(kx);
  expect(
    (await other.baseAdmin.gql<{ classRoster: { total: number } }>(Q, { id: classId })).data!.classRoster.total,
  ).toBe(0);
});
