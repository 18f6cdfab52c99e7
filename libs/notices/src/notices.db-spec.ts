import { newId } from '@app/kernel';
import { execute, HandlerRegistry } from '@app/platform';
import { CourseCompleted, CourseStarted } from '@app/courses';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { awards } from '../../../test/support/awards';
import {
  ADMIT,
  apply,
  CONFIRM,
  openClass,
  runningClass,
  type School,
  school,
  trainee,
} from '../../../test/support/school';
import { TaskKeeper } from './use/task-keeper';
import { Sweep } from './use/sweep';

let kx: TestApp;
let examOfficer: TestUser;
beforeAll(async () => {
  kx = await testApp({ at: '2026-03-02T01:00:00Z', seed: 'starter' });
  examOfficer = await kx.user({ role: 'EXAM_OFFICER', regionCode: '210000' });
}, 120_000);
afterAll(() => kx.close());

interface Row {
  id: string;
  name: string;
  payload: string | object;
}
interface TaskRow {
  code: string;
  slot: string;
  addressee: string;
  outcome: string | null;
  opensAt: Date | null;
  waitsFor: string | null;
}

/** Everything told so far about a subject, in the order it was told. */
const news = (id: string) =>
  kx.db.query<Row>('SELECT id, name, payload FROM outbox WHERE payload LIKE ? ORDER BY created_at, id', [`%${id}%`]);
async function deliver(row: Row): Promise<void> {
  const payload = typeof row.payload === 'string' ? (JSON.parse(row.payload) as object) : row.payload;
  for (const h of kx.get(HandlerRegistry).byRef().get(row.name) ?? [])
    if (h.name.startsWith('notices.'))
      await h.instance.run(payload, { actor: kx.system, outboxId: row.id, attempt: 1 });
}
const deliverAll = async (id: string) => {
  for (const row of await news(id)) await deliver(row);
};
const tasks = (id: string) =>
  kx.db.query<TaskRow>(
    'SELECT code, slot, addressee, outcome, opens_at, waits_for FROM task WHERE subject_id = ? ORDER BY id',
    [id],
  );
const openNow = async (id: string) =>
  (await tasks(id))
    .filter((t) => t.outcome === null && t.opensAt && t.opensAt <= kx.clock.now())
    .map((t) => `${t.code} ${t.addressee}`)
    .sort();
const told = async (accountId: string) =>
  (
    await kx.db.query<{ code: string }>('SELECT code FROM notification WHERE account_id = ? ORDER BY created_at, id', [
      accountId,
    ])
  ).map((n) => n.code);

const act = async (who: TestUser, mutation: string, input: object) => {
  const a = await who.gql(
    `mutation ($input: ${mutation.split(' ')[1]}!) { ${mutation.split(' ')[0]}(input: $input) { id } }`,
    { input },
  );
  if (a.errors) throw new Error(JSON.stringify(a.errors));
};
const confirm = (s: School, enrolmentId: string) => s.employerAdmin.gql(CONFIRM, { input: { enrolmentId } });
const admit = (s: School, enrolmentId: string) => s.baseAdmin.gql(ADMIT, { input: { enrolmentId } });
const reason = (enrolmentId: string) => ({ enrolmentId, reason: '请补充材料' });

async function course(who: { accountId: string; personId: string }, enrolmentId: string, completed: boolean) {
  const e = (await kx.db.one<{ classId: string; baseInstitutionId: string }>('SELECT * FROM enrolment WHERE id = ?', [
    enrolmentId,
  ]))!;
  const now = kx.clock.now();
  const [state, completedAt] = completed ? ['COMPLETED', now] : ['STARTED', null];
  await execute(
    kx.db.dataSource,
    `INSERT INTO course_progress (id, enrolment_id, course_code, course_version_id, person_id, class_id, base_institution_id, state, open,
       created_at, started_at, last_active_at, completed_at)
     SELECT ?, ?, code, current_version_id, ?, ?, ?, ?, 1, ?, ?, ?, ? FROM course WHERE code = 'REHAB-FOUNDATIONS'
     ON DUPLICATE KEY UPDATE state = VALUES(state), completed_at = VALUES(completed_at)`,
    [newId(), enrolmentId, who.personId, e.classId, e.baseInstitutionId, state, now, now, now, completedAt],
  );
  const event = completed ? CourseCompleted : CourseStarted;
  await kx.uow.run({ actor: kx.system, action: 'test.course', journal: 'test' }, async (tx) => {
    const details = { courseCode: 'REHAB-FOUNDATIONS' };
    const step = completed ? 'COURSE_COMPLETED' : 'COURSE_STARTED';
    await tx.timeline({ subjectType: 'enrolment', subjectId: enrolmentId, event: step, details });
    await tx.emit(event, { enrolmentId, ...details });
    return null;
  });
}
async function schedule(title: string, closesAt: string): Promise<string> {
  const paper = (
    await examOfficer.gql<{ examPapers: { id: string; paperCode: string }[] }>('{ examPapers { id paperCode } }')
  ).data!.examPapers.find((p) => p.paperCode === 'TP-FINAL-A')!;
  const a = await examOfficer.gql<{ scheduleExam: { id: string } }>(
    'mutation ($input: ScheduleExamInput!) { scheduleExam(input: $input) { id } }',
    {
      input: {
        paperVersionId: paper.id,
        title,
        opensAt: '2026-03-01T00:00:00Z',
        closesAt,
        maxAttempts: 1,
        lateLimitMinutes: null,
      },
    },
  );
  if (a.errors) throw new Error(JSON.stringify(a.errors));
  return a.data!.scheduleExam.id;
}
const cancelExam = (sessionId: string) =>
  act(examOfficer, 'cancelExam CancelExamInput', { sessionId, reason: '场地原因' });
/** Hands in an empty sheet; the mark is 0. */
async function sit(who: TestUser, sessionId: string): Promise<void> {
  const started = await who.gql<{ startAttempt: { attemptId: string; epoch: number } }>(
    'mutation ($s: String!, $d: String!) { startAttempt(sessionId: $s, device: $d) { attemptId epoch } }',
    { s: sessionId, d: 'device-0123456789abcdef' },
  );
  if (started.errors) throw new Error(JSON.stringify(started.errors));
  const { attemptId, epoch } = started.data!.startAttempt;
  await handIn(who, attemptId, epoch);
  const handler = kx.get(HandlerRegistry).find('exams.grade-attempt')!;
  await handler.instance.run({ attemptId }, { actor: kx.system, outboxId: 'x', attempt: 1 });
}
async function handIn(who: TestUser, attemptId: string, epoch: number): Promise<void> {
  const a = await who.gql('mutation ($input: SubmitAttemptInput!) { submitAttempt(input: $input) { submitted } }', {
    input: { attemptId, epoch, ops: [], expectedSeq: 0, confirmed: true },
  });
  if (a.errors) throw new Error(JSON.stringify(a.errors));
}

test('the road in order: one desk after the other, each to-do with the right office and closed by who did it', async () => {
  const s = await school(kx);
  const classId = await openClass(s, runningClass(s));
  const who = await trainee(kx, s, { name: '林晓雨' });
  const id = await apply(who, classId);
  await deliverAll(id);
  expect(await openNow(id)).toEqual([`CONFIRM_APPLICATION INSTITUTION_ADMIN:o:${s.employerId}`]);
  await act(s.employerAdmin, 'returnEnrolment EnrolmentReasonInput', reason(id));
  await deliverAll(id);
  expect(await openNow(id)).toEqual([`CORRECT_APPLICATION TRAINEE:a:${who.accountId}`]);
  await act(who, 'resubmitEnrolment ResubmitInput', { enrolmentId: id });
  await confirm(s, id);
  await deliverAll(id);
  expect(await openNow(id)).toEqual([`ADMIT_APPLICANT BASE_ADMIN:o:${s.baseId}`]);
  await admit(s, id);
  await deliverAll(id);
  expect(await openNow(id)).toEqual([
    `RECORD_ATTESTATION BASE_ADMIN:o:${s.baseId}`,
    `START_LEARNING TRAINEE:a:${who.accountId}`,
  ]);
  const closed = await kx.db.query<{ code: string; outcome: string; name: string }>(
    'SELECT t.code, t.outcome, a.name FROM task t JOIN account a ON a.id = t.closed_by WHERE t.subject_id = ? ORDER BY t.closed_at, t.id',
    [id],
  );
  expect(closed.map((c) => `${c.code} ${c.outcome} ${c.name}`).sort()).toEqual(
    [
      'ADMIT_APPLICANT ADMITTED 基地老师',
      'CONFIRM_APPLICATION CONFIRMED 科教科长',
      'CONFIRM_APPLICATION RETURNED 科教科长',
      'CORRECT_APPLICATION RESUBMITTED 学员',
    ].map((x) => x.replace('学员', '林晓雨')),
  );
  expect((await told(who.accountId)).sort()).toEqual(['ADMITTED', 'APPLICATION_CONFIRMED', 'APPLICATION_RETURNED']);
});

test('the exam: waits for the course and for a window, is due on its last day, comes back when failed, and waits again when cancelled', async () => {
  const s = await school(kx);
  const classId = await openClass(s, runningClass(s));
  const who = await trainee(kx, s);
  const id = await apply(who, classId);
  await confirm(s, id);
  await admit(s, id);
  await deliverAll(id);
  const exam = async () =>
    kx.db.one<{
      waitsFor: string | null;
      dueOn: string | null;
      occasion: string;
      windowId: string | null;
      link: string;
    }>(
      "SELECT waits_for, due_on, occasion, window_id, link FROM task WHERE subject_id = ? AND code = 'SIT_EXAM' AND closed_at IS NULL",
      [id],
    );
  expect(await exam()).toMatchObject({ waitsFor: 'COURSES', occasion: '1' });
  await course(who, id, true);
  await deliverAll(id);
  expect(await exam()).toMatchObject({ waitsFor: 'EXAM_WINDOW' });
  const first = await schedule('第一场', '2026-03-10T10:00:00Z');
  await deliverAll(first);
  expect(await exam()).toMatchObject({ waitsFor: null, dueOn: '2026-03-10', windowId: first });
  await cancelExam(first);
  await deliverAll(first);
  expect(await exam()).toMatchObject({ waitsFor: 'EXAM_WINDOW', dueOn: null, windowId: null });
  const second = await schedule('第二场', '2026-03-12T10:00:00Z');
  await deliverAll(second);
  await sit(who, second);
  await deliverAll(id);
  // One sitting per window: the next one waits for another window.
  expect(await exam()).toMatchObject({ waitsFor: 'EXAM_WINDOW', occasion: '2' });
  const third = await schedule('第三场', '2026-03-15T10:00:00Z');
  await deliverAll(third);
  expect(await exam()).toMatchObject({ waitsFor: null, occasion: '2', windowId: third });
  expect(await openNow(id)).toContain(`SIT_EXAM TRAINEE:a:${who.accountId}`);
  // The window passes unused: the to-do goes away with it and waits.
  kx.clock.set('2026-03-16T00:00:00Z');
  await kx.get(Sweep).lookAgain(kx.system);
  expect(await exam()).toMatchObject({ waitsFor: 'EXAM_WINDOW', windowId: null });
  kx.clock.set('2026-03-02T01:00:00Z');
  expect((await told(who.accountId)).filter((c) => c.startsWith('EXAM')).sort()).toEqual([
    'EXAM_CANCELLED',
    'EXAM_NOT_PASSED',
    'EXAM_SCHEDULED',
    'EXAM_SCHEDULED',
    'EXAM_SCHEDULED',
  ]);
});

/** A fair but repeatable die. */
function die(seed: number): (n: number) => number {
  let x = seed * 7919 + 17;
  return (n) => {
    x = (x * 1103515245 + 12345) % 2147483648;
    return Math.floor((x / 2147483648) * n);
  };
}
/** What must be the same whatever the order: rows that are open or final, and what was told. */
async function state(id: string, accountId: string) {
  const rows = await kx.db.query(
    `SELECT code, slot, occasion, addressee, outcome, closed_by, waits_for, window_id, due_on FROM task
     WHERE subject_id = ? AND (outcome IS NULL OR outcome <> 'OBSOLETE') ORDER BY code, slot, occasion`,
    [id],
  );
  return {
    rows,
    told: await kx.db.query('SELECT code, fact FROM notification WHERE account_id = ? ORDER BY code, fact', [
      accountId,
    ]),
  };
}

test('any order, doubled and in parallel, while the matter goes on: the same to-dos, open and closed, as told in order', async () => {
  const s = await school(kx);
  const classId = await openClass(s, runningClass(s));
  for (let seed = 1; seed <= 6; seed++) {
    const roll = die(seed);
    const who = await trainee(kx, s);
    const id = await apply(who, classId);
    let session = '';
    const road: (() => Promise<unknown>)[] = [
      ...(seed % 2
        ? [
            () => act(s.employerAdmin, 'returnEnrolment EnrolmentReasonInput', reason(id)),
            () => act(who, 'resubmitEnrolment ResubmitInput', { enrolmentId: id }),
          ]
        : []),
      () => confirm(s, id),
      ...(seed % 3 ? [] : [() => act(s.baseAdmin, 'waitlistEnrolment EnrolmentReasonInput', reason(id))]),
      () => admit(s, id),
      () => course(who, id, false),
      () => course(who, id, true),
      async () => (session = await schedule(`随机 ${seed}`, '2026-03-20T00:00:00Z')),
      async () => sit(who, session),
      ...(seed === 4 ? [() => act(who, 'withdrawEnrolment EnrolmentReasonInput', reason(id))] : []),
    ];
    const known = async () => [...(await news(id)), ...(session ? await news(session) : [])].filter(unique());
    for (const step of road) {
      const rows = await known();
      await Promise.all(Array.from({ length: roll(4) }, () => deliver(rows[roll(rows.length)]!)));
      await step();
    }
    const rows = await known();
    const shuffled = [...rows, ...rows].sort(() => roll(3) - 1);
    for (let i = 0; i < shuffled.length; i += 5) await Promise.all(shuffled.slice(i, i + 5).map(deliver));
    const found = await state(id, who.accountId);
    expect(found.rows.length).toBeGreaterThanOrEqual(4);

    await execute(kx.db.dataSource, 'DELETE FROM task WHERE subject_id = ?', [id]);
    await execute(kx.db.dataSource, 'DELETE FROM notification WHERE account_id = ?', [who.accountId]);
    for (const row of rows) await deliver(row);
    const inOrder = await state(id, who.accountId);
    expect({ seed, rows: found.rows }).toEqual({ seed, rows: inOrder.rows });
    if (session) await cancelExam(session).catch(() => undefined);
  }
}, 120_000);
const unique = () => {
  const seen = new Set<string>();
  return (r: Row) => !seen.has(r.id) && Boolean(seen.add(r.id));
};

test('twenty handlers at once leave one to-do and one message', async () => {
  const s = await school(kx);
  const classId = await openClass(s);
  const who = await trainee(kx, s);
  const id = await apply(who, classId);
  await confirm(s, id);
  const rows = await news(id);
  await Promise.all(Array.from({ length: 20 }, (_, i) => deliver(rows[i % rows.length]!)));
  expect((await tasks(id)).map((t) => `${t.code} ${t.outcome ?? 'open'}`).sort()).toEqual([
    'ADMIT_APPLICANT open',
    'CONFIRM_APPLICATION CONFIRMED',
  ]);
  expect(await told(who.accountId)).toEqual(['APPLICATION_CONFIRMED']);
});

test('a close that comes before its open wins: the late news of an application opens nothing', async () => {
  const s = await school(kx);
  const who = await trainee(kx, s);
  const id = await apply(who, await openClass(s));
  const [applied] = await news(id);
  await confirm(s, id);
  await deliver((await news(id)).at(-1)!);
  await deliver(applied!);
  expect(await openNow(id)).toEqual([`ADMIT_APPLICANT BASE_ADMIN:o:${s.baseId}`]);
});

test('a look that rests on old facts is dropped: the newer one stands', async () => {
  const s = await school(kx);
  const who = await trainee(kx, s);
  const id = await apply(who, await openClass(s));
  const keeper = kx.get(TaskKeeper) as unknown as { wanted(...args: unknown[]): Promise<unknown> };
  const original = keeper.wanted.bind(keeper);
  let slow = true;
  jest.spyOn(keeper, 'wanted').mockImplementation(async (...args) => {
    const found = await original(...args);
    if (slow) {
      slow = false;
      await confirm(s, id);
      await deliver((await news(id)).at(-1)!);
    }
    return found;
  });
  await deliver((await news(id))[0]!);
  jest.restoreAllMocks();
  expect(await openNow(id)).toEqual([`ADMIT_APPLICANT BASE_ADMIN:o:${s.baseId}`]);
});

test('a base newly accredited has to open a class; opening one closes it, whichever news comes first', async () => {
  for (const lateGrant of [false, true]) {
    const s = await school(kx);
    if (!lateGrant) {
      await deliverAll(s.baseId);
      expect(await openNow(s.baseId)).toEqual([`OPEN_CLASS BASE_ADMIN:o:${s.baseId}`]);
      expect(await told(s.baseColleague.accountId)).toEqual(['BASE_ACCREDITED']);
    }
    await deliverAll(await openClass(s));
    if (lateGrant) await deliverAll(s.baseId);
    expect(await openNow(s.baseId)).toEqual([]);
    expect((await tasks(s.baseId)).find((t) => t.code === 'OPEN_CLASS')!.outcome).toBe('OPENED');
  }
});

test('eligible: the province issues; no longer eligible: nothing to issue', async () => {
  const a = await awards(kx, 1);
  const id = a.people[0]!.enrolmentId;
  // Admission is the step the training’s to-dos hang on; the helper writes no history.
  await kx.uow.run({ actor: kx.system, action: 'test.consider', journal: 'test' }, async (tx) => {
    await tx.timeline({ subjectType: 'enrolment', subjectId: id, event: 'ADMIT' });
    await tx.emit(CourseStarted, { enrolmentId: id, courseCode: 'NONE' });
    return null;
  });
  const turn = (event: string) =>
    kx.uow.run({ actor: kx.system, action: 'test.decide', journal: 'test' }, async (tx) => {
      await tx.timeline({ subjectType: 'enrolment', subjectId: id, event });
      return null;
    });
  const issue = async () => (await openNow(id)).filter((t) => t.startsWith('ISSUE'));
  await turn('credentials.eligible');
  await deliverAll(id);
  expect(await issue()).toEqual(['ISSUE_CERTIFICATE PROVINCE_OFFICER:r:210000']);
  kx.clock.advance(1000);
  await turn('credentials.no-longer-eligible');
  await deliverAll(id);
  expect(await issue()).toEqual([]);
});
