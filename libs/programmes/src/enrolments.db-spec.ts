import { newId } from '@app/kernel';
import { execute, Files } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import {
  admitted,
  ADMIT,
  apply,
  APPLY,
  confirmed,
  CONFIRM,
  openClass,
  runningClass,
  type School,
  school,
  trainee,
} from '../../../test/support/school';
import { physician } from '../../../test/support/world';
import { Programmes } from './index';
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

describe('capacity (B07, §5.6)', () => {
  const capacity = (s: School, n: number) =>
    execute(kx.db.dataSource, 'UPDATE base_accreditation SET capacity_per_year = ? WHERE institution_id = ?', [
      n,
      s.baseId,
    ]);

  test('forty parallel admissions on a yearly capacity of 20 admit exactly 20, whatever the class could hold', async () => {
    const s = await school(kx, { capacity: 40 });
    const classId = await openClass(s, { capacity: 40 });
    const people = await Promise.all(Array.from({ length: 40 }, () => trainee(kx, s)));
    const ids = [];
    for (const p of people) ids.push(await confirmed(s, p, classId));
    await capacity(s, 20);
    const answers = await Promise.all(ids.map((id, i) => admit(i % 2 ? s.baseAdmin : s.baseColleague, id)));
    expect(answers.filter((a) => a.data)).toHaveLength(20);
    for (const a of answers.filter((x) => x.errors)) expect(reasonCodes(a)).toEqual(['PROGRAMMES_BASE_FULL']);
    const taken = () =>
      kx.db.count(
        `SELECT COUNT(*) AS n FROM enrolment WHERE base_institution_id = ? AND state IN ('ADMITTED', 'ACTIVE')`,
        [s.baseId],
      );
    expect(await taken()).toBe(20);
    // The 21st is refused; a withdrawal frees exactly one place.
    const waiting = ids.filter((_, i) => answers[i]!.errors);
    const out = ids.findIndex((_, i) => answers[i]!.data);
    expect(reasonCodes(await admit(s.baseAdmin, waiting[0]!))).toEqual(['PROGRAMMES_BASE_FULL']);
    expect((await decide(people[out]!, 'withdrawEnrolment', ids[out]!, '个人原因')).errors).toBeUndefined();
    const race = await Promise.all(waiting.slice(0, 6).map((id) => admit(s.baseAdmin, id)));
    expect(race.filter((a) => a.data)).toHaveLength(1);
    expect(await taken()).toBe(20);
  });

  test('the class is a limit of its own, and both limits are told', async () => {
    const s = await school(kx, { capacity: 20 });
    const classId = await openClass(s, { capacity: 2 });
    const ids = [];
    for (let i = 0; i < 4; i++) ids.push(await confirmed(s, await trainee(kx, s), classId));
    const answers = await Promise.all(ids.map((id) => admit(s.baseAdmin, id)));
    expect(answers.filter((a) => a.data)).toHaveLength(2);
    const left = ids[answers.findIndex((a) => a.errors)]!;
    expect(reasonCodes(await admit(s.baseAdmin, left))).toEqual(['PROGRAMMES_CLASS_FULL']);
    await capacity(s, 2);
    expect(reasonCodes(await admit(s.baseAdmin, left))).toEqual(['PROGRAMMES_BASE_FULL', 'PROGRAMMES_CLASS_FULL']);
    expect((await decide(s.baseAdmin, 'waitlistEnrolment', left, '名额已满')).data).toMatchObject({
      waitlistEnrolment: { state: 'WAITLISTED' },
    });
    await capacity(s, 20);
    await execute(kx.db.dataSource, 'UPDATE training_class SET capacity = 3 WHERE id = ?', [classId]);
    expect((await admit(s.baseAdmin, left)).errors).toBeUndefined();
  });

  test('a suspended base admits nobody and takes no applications; restored it does', async () => {
    const s = await school(kx);
    const classId = await openClass(s);
    const id = await confirmed(s, await trainee(kx, s), classId);
    const accreditation = (await kx.db.one<{ id: string }>(
      'SELECT id FROM base_accreditation WHERE institution_id = ?',
      [s.baseId],
    ))!.id;
    const turn = (name: string) =>
      s.officer.gql(`mutation ($input: BaseStatusInput!) { ${name}(input: $input) { state } }`, {
        input: { id: accreditation, reason: '质控' },
      });
    await turn('suspendAccreditation');
    expect(reasonCodes(await admit(s.baseAdmin, id))).toEqual(['ACCREDITATION_IS_SUSPENDED']);
    expect(reasonCodes(await (await trainee(kx, s)).gql(APPLY, { input: { classId } }))).toEqual([
      'ACCREDITATION_IS_SUSPENDED',
    ]);
    await turn('restoreAccreditation');
    expect((await admit(s.baseAdmin, id)).errors).toBeUndefined();
  });

  test('one person admitted by two bases at the same time enters one long programme only', async () => {
    const [a, b] = [await school(kx), await school(kx)];
    const [inA, inB] = [await openClass(a), await openClass(b)];
    for (let round = 0; round < 5; round++) {
      const who = await trainee(kx, a);
      const idA = await confirmed(a, who, inA);
      const idB = await apply(who, inB);
      await confirm(a.employerAdmin, idB);
      const answers = await Promise.all([admit(a.baseAdmin, idA), admit(b.baseAdmin, idB)]);
      expect(answers.filter((x) => x.data)).toHaveLength(1);
      expect(answers.map(code).filter(Boolean)).toEqual(['PROGRAMMES_OTHER_ACTIVE']);
    }
  });
});

describe('in training', () => {
  let s: School;
  let who: TestUser & { personId: string };
  let id: string;
  const attest = (f: object, by = s.baseAdmin) =>
    by.gql<{ recordAttestation: { value: string; met: boolean } }>(
      `mutation ($input: AttestationInput!) { recordAttestation(input: $input) { value met } }`,
      {
        input: {
          enrolmentId: id,
          requirementCode: 'ROTATIONS',
          kind: 'RECORD',
          value: '48',
          onDay: '2026-03-01',
          ...f,
        },
      },
    );

  beforeAll(async () => {
    s = await school(kx, { validFrom: '2024-01-01' });
    const classId = await openClass(s, runningClass(s));
    who = await trainee(kx, s);
    id = await admitted(s, who, classId);
  });

  test('admitted to a class that began before, training is on at once', async () => {
    expect(await state(id)).toBe('ACTIVE');
    expect(await events(id)).toEqual(['APPLY', 'CONFIRM', 'ADMIT', 'START']);
  });

  test('rotations and skills are attested by the base; a correction is a new entry and the old one stays', async () => {
    expect((await attest({ value: '40' })).data).toEqual({ recordAttestation: { value: '40', met: false } });
    expect(reasonCodes(await attest({ value: '48' }))).toEqual(['PROGRAMMES_ALREADY_ATTESTED']);
    expect((await attest({ value: '48.00', kind: 'CORRECTION', reason: '漏记 8 周' })).data).toEqual({
      recordAttestation: { value: '48', met: true },
    });

    const skills = { requirementCode: 'SKILLS', value: '86.5' };
    expect(reasonCodes(await attest(skills))).toEqual(['PROGRAMMES_EXAMINER_NEEDED', 'PROGRAMMES_EVIDENCE_NEEDED']);
    const sheet = await kx
      .get(Files)
      .keepUpload(s.baseAdmin.actor, '评分表.pdf', 'application/pdf', Buffer.from('%PDF-1.4 scores'));
    expect(reasonCodes(await attest({ ...skills, examinerInstitutionId: s.baseId, uploadId: sheet.id }))).toEqual([
      'PROGRAMMES_EXAMINER_NOT_EXTERNAL',
    ]);
    const outside = (await school(kx)).baseId;
    expect((await attest({ ...skills, examinerInstitutionId: outside, uploadId: sheet.id })).errors).toBeUndefined();

    const facts = await kx.get(Programmes).enrolment(id);
    expect(facts).toMatchObject({
      state: 'ACTIVE',
      certificateKind: 'TRANSFER_POST',
      provinceCode: '210000',
      ruleVersion: 'LN-TRANSFER-POST-REHAB v1',
      attestations: [
        { requirementCode: 'ROTATIONS', value: '48', recordedByName: '基地老师' },
        { requirementCode: 'SKILLS', value: '86.5' },
      ],
    });
    const seen = await who.gql<{
      enrolment: {
        requirements: {
          code: string;
          met: boolean | null;
          entries: { value: string; kind: string; reason: string | null }[];
        }[];
      };
    }>(
      `query ($id: String!) { enrolment(id: $id) { requirements { code met value entries { value kind reason } } } }`,
      { id },
    );
    expect(seen.data!.enrolment.requirements.find((r) => r.code === 'ROTATIONS')).toMatchObject({
      met: true,
      entries: [
        { value: '40', kind: 'RECORD' },
        { value: '48', kind: 'CORRECTION', reason: '漏记 8 周' },
      ],
    });
    expect(seen.data!.enrolment.requirements.find((r) => r.code === 'FINAL_THEORY')!.met).toBeNull();
  });

  test('courses and exams cannot be attested by hand; another base, the employer and the trainee cannot attest', async () => {
    expect(code(await attest({ requirementCode: 'FINAL_THEORY' }))).toBe('PROGRAMMES_NOT_ATTESTED_KIND');
    expect(code(await attest({ requirementCode: 'NOTHING' }))).toBe('PLATFORM_NOT_FOUND');
    expect(code(await attest({}, (await school(kx)).baseAdmin))).toBe('PLATFORM_NOT_FOUND');
    expect(code(await attest({}, s.employerAdmin))).toBe('PLATFORM_NOT_ALLOWED');
    expect(code(await attest({}, who))).toBe('PLATFORM_NOT_ALLOWED');
  });

  test('the door answers by course and paper, and ends the training once', async () => {
    const door = kx.get(Programmes);
    expect((await door.activeForCourse(who.personId, 'REHAB-FOUNDATIONS'))?.id).toBe(id);
    expect(await door.activeForCourse(who.personId, 'OTHER')).toBeUndefined();
    expect((await door.activeForPaper(who.personId, 'TP-FINAL-A')).map((e) => e.id)).toEqual([id]);
    const complete = () =>
      kx.uow.run({ actor: kx.system, action: 'test.complete' }, async (tx) => {
        await door.complete(tx, id, 'COMPLETED', '全部要求已达成');
        await tx.audit({ object: { type: 'enrolment', id } });
      });
    await Promise.all([complete(), complete(), complete()]);
    expect(await state(id)).toBe('COMPLETED');
    expect((await events(id)).filter((e) => e === 'COMPLETE')).toHaveLength(1);
    expect(
      await kx.db.count(
        `SELECT COUNT(*) AS n FROM outbox WHERE name = 'programmes.enrolment-completed' AND payload LIKE ?`,
        [`%${id}%`],
      ),
    ).toBe(1);
    expect(await door.activeEnrolmentsOf(who.personId)).toEqual([]);
    expect(code(await attest({ kind: 'CORRECTION', reason: 'x' }))).toBe('PROGRAMMES_NOT_IN_TRAINING');
  });

  test('who left the training cannot reuse the application; who withdrew before it began can', async () => {
    const classId = await openClass(
      s,
      runningClass(s, { capacity: 1, startsOn: '2025-06-02', endsOn: '2026-06-01' }),
    ).catch(() => null);
    const next = await openClass(await school(kx));
    expect(classId).toBeNull(); // the year 2025 is promised to the first class
    const t = await trainee(kx, s);
    const early = await apply(t, next);
    await decide(t, 'withdrawEnrolment', early, '改报');
    const again = () =>
      t.gql(`mutation ($input: ResubmitInput!) { resubmitEnrolment(input: $input) { state } }`, {
        input: { enrolmentId: early },
      });
    expect((await again()).data).toEqual({ resubmitEnrolment: { state: 'APPLIED' } });
    await decide(t, 'withdrawEnrolment', early, '改报');
    await execute(kx.db.dataSource, 'UPDATE enrolment SET started_at = ? WHERE id = ?', [kx.clock.now(), early]);
    expect(code(await again())).toBe('PROGRAMMES_TRAINING_HAD_BEGUN');
    const stranger = await trainee(kx, s);
    expect(code(await decide(stranger, 'withdrawEnrolment', early, 'x'))).toBe('PLATFORM_NOT_FOUND');
  });
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
