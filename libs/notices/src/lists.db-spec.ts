import { newId } from '@app/kernel';
import { execute, requestContext } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { apply, CONFIRM, openClass, type School, school, trainee } from '../../../test/support/school';
import { institution } from '../../../test/support/world';
import { NotificationStore } from './data/notification.store';
import { TaskStore } from './data/task.store';
import { duty, type Addressee, type Duty } from './domain/duty';
import { Sweep } from './use/sweep';

let kx: TestApp;
beforeAll(async () => {
  kx = await testApp({ at: '2026-03-02T01:00:00Z', seed: 'starter' });
}, 120_000);
afterAll(() => kx.close());

const TASKS = `query ($state: TaskList!, $offset: Int, $limit: Int) { myTasks(state: $state, offset: $offset, limit: $limit) {
  total rows { id code params link dueOn overdue openedAt closedAt outcome closedByName role nextName } } }`;
interface Item {
  id: string;
  code: string;
  params: Record<string, string>;
  overdue: boolean;
  outcome: string | null;
  closedByName: string | null;
  role: string | null;
  nextName: string | null;
}
type List = 'OPEN' | 'DONE' | 'STARTED_BY_ME';
const list = async (who: TestUser, state: List = 'OPEN', page: object = {}) => {
  const a = await who.gql<{ myTasks: { total: number; rows: Item[] } }>(TASKS, { state, ...page });
  if (a.errors) throw new Error(JSON.stringify(a.errors));
  return a.data!.myTasks;
};
const counts = async (who: TestUser) =>
  (
    await who.gql<{ taskCounts: Record<string, number>; myCounts: { openTasks: number; unread: number } }>(
      '{ taskCounts { open overdue done startedByMe } myCounts { openTasks unread } }',
    )
  ).data!;
const put = async (to: Addressee, f: Partial<Duty> = {}): Promise<string> => {
  const id = newId();
  const d = duty({ code: 'DECIDE_GRANT', to, link: '/home', opensAt: kx.clock.now(), ...f });
  await kx.uow.run({ actor: kx.system, action: 'test.put', journal: 'task' }, async (tx) => {
    await kx.get(TaskStore).write(tx, 'grant', id, [d]);
    return null;
  });
  return id;
};

test('badge, counts and lists are the same numbers, page by page', async () => {
  const hospital = await institution(kx);
  const who = await kx.user({ role: 'BASE_ADMIN', organisationId: hospital });
  const to: Addressee = { role: 'BASE_ADMIN', organisationId: hospital };
  for (let i = 0; i < 7; i++) await put(to, { dueOn: i < 2 ? '2026-03-01' : '2026-03-09' });
  await put(to, { opensAt: new Date('2026-03-05T00:00:00Z') }); // later
  await put(to, { opensAt: null, waitsFor: 'EXAM_WINDOW' }); // waits
  await put(to, { endsAt: new Date('2026-03-02T00:59:00Z') }); // too late
  await put(to, { done: { at: kx.clock.now(), by: who.accountId, outcome: 'DECIDED' } });
  await put(to, { done: { at: kx.clock.now(), by: newId(), outcome: 'DECIDED' } }); // a colleague's
  const c = await counts(who);
  expect(c.taskCounts).toEqual({ open: 7, overdue: 2, done: 1, startedByMe: 0 });
  expect(c.myCounts.openTasks).toBe(7);
  const pages = [await list(who, 'OPEN', { limit: 5 }), await list(who, 'OPEN', { limit: 5, offset: 5 })];
  expect(pages.map((p) => [p.total, p.rows.length])).toEqual([
    [7, 5],
    [7, 2],
  ]);
  expect(new Set(pages.flatMap((p) => p.rows.map((r) => r.id))).size).toBe(7);
  expect(pages[0]!.rows.map((r) => r.overdue)).toEqual([true, true, false, false, false]);
  expect((await list(who, 'DONE')).total).toBe(1);
});

test('by role: own office only, own region only, own account only, and never what one may not decide', async () => {
  const [a, b] = [await institution(kx), await institution(kx)];
  const base = await kx.user({ role: 'BASE_ADMIN', organisationId: a });
  const employer = await kx.user({ role: 'INSTITUTION_ADMIN', organisationId: a });
  const other = await kx.user({ role: 'BASE_ADMIN', organisationId: b });
  await put({ role: 'BASE_ADMIN', organisationId: a });
  await put({ role: 'BASE_ADMIN', organisationId: a, except: [base.accountId] });
  expect([(await list(base)).total, (await list(employer)).total, (await list(other)).total]).toEqual([1, 0, 0]);

  const officers = {
    ln: await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' }),
    sx: await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '140000' }),
    city: await kx.user({ role: 'CITY_OFFICER', regionCode: '210300' }),
    county: await kx.user({ role: 'COUNTY_OFFICER', regionCode: '210302' }),
  };
  const before = await Promise.all(Object.values(officers).map((o) => list(o).then((l) => l.total)));
  await put({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
  const after = await Promise.all(Object.values(officers).map((o) => list(o).then((l) => l.total)));
  expect(after.map((n, i) => n - before[i]!)).toEqual([1, 0, 0, 0]);

  const learner = await kx.user({ role: 'TRAINEE' });
  const stranger = await kx.user({ role: 'TRAINEE' });
  await put({ role: 'TRAINEE', accountId: learner.accountId });
  await put({ role: null, accountId: learner.accountId });
  expect([(await list(learner)).total, (await list(stranger)).total]).toEqual([2, 0]);

  const admins = [await kx.user({ role: 'SECURITY_ADMIN' }), await kx.user({ role: 'SYSTEM_ADMIN' })];
  await put({ role: 'SECURITY_ADMIN', except: [admins[1]!.accountId] });
  expect((await list(admins[0]!)).total).toBeGreaterThan(0);
  expect((await list(admins[1]!)).total).toBe(0);
});

test('a city officer covers the areas of the own role below, not beside', async () => {
  const city = await kx.user({ role: 'CITY_OFFICER', regionCode: '210300' });
  const to = (regionCode: string) => put({ role: 'CITY_OFFICER' as never, regionCode });
  await to('210302');
  await to('210300');
  await to('210100');
  await to('210000');
  expect((await list(city)).total).toBe(2);
});

describe('a matter set going', () => {
  let s: School;
  let who: TestUser;
  beforeAll(async () => {
    s = await school(kx);
    const person = await trainee(kx, s, { name: '林晓雨' });
    who = person;
    const id = await apply(person, await openClass(s));
    await kx.drain();
    expect(id).toBeTruthy();
  });

  test('shows who is next, then who did it', async () => {
    const [mine] = (await list(who, 'STARTED_BY_ME')).rows;
    expect(mine).toMatchObject({ code: 'CONFIRM_APPLICATION', role: 'INSTITUTION_ADMIN', outcome: null });
    expect(mine!.nextName).toBe(
      (await kx.db.one<{ name: string }>('SELECT name FROM institution WHERE id = ?', [s.employerId]))!.name,
    );
    expect((await list(s.employerAdmin)).rows[0]!.params).toMatchObject({ name: '林晓雨' });
    const [{ id }] = (await kx.db.query<{ id: string }>('SELECT id FROM enrolment WHERE account_id = ?', [
      who.accountId,
    ])) as [{ id: string }];
    await s.employerAdmin.gql(CONFIRM, { input: { enrolmentId: id } });
    await kx.drain();
    const rows = (await list(who, 'STARTED_BY_ME')).rows;
    expect(rows.map((r) => [r.code, r.outcome, r.closedByName])).toEqual([
      ['ADMIT_APPLICANT', null, null],
      ['CONFIRM_APPLICATION', 'CONFIRMED', '科教科长'],
    ]);
    expect((await list(s.employerAdmin, 'DONE')).rows.map((r) => r.code)).toEqual(['CONFIRM_APPLICATION']);
    expect((await counts(who)).taskCounts.startedByMe).toBe(2);
  });

  test('leaves messages: read one, read all; another’s cannot be marked', async () => {
    const mine = async (unreadOnly = false) =>
      (
        await who.gql<{
          myNotifications: {
            total: number;
            unread: number;
            rows: { id: string; code: string; readAt: string | null }[];
          };
        }>('query ($u: Boolean) { myNotifications(unreadOnly: $u) { total unread rows { id code readAt } } }', {
          u: unreadOnly,
        })
      ).data!.myNotifications;
    const first = await mine();
    expect(first.rows.map((r) => r.code)).toEqual(['APPLICATION_CONFIRMED']);
    const mark = (user: TestUser, ids?: string[]) =>
      user.gql<{ markRead: number }>('mutation ($ids: [String!]) { markRead(ids: $ids) }', { ids });
    expect((await mark(s.employerAdmin, [first.rows[0]!.id])).data).toEqual({ markRead: 0 });
    expect((await counts(who)).myCounts.unread).toBe(1);
    expect((await mark(who, [first.rows[0]!.id])).data).toEqual({ markRead: 1 });
    const readAt = (await mine()).rows[0]!.readAt;
    kx.clock.advance(60_000);
    expect((await mark(who)).data).toEqual({ markRead: 0 });
    expect((await mine()).rows[0]!.readAt).toBe(readAt);
    expect((await mine(true)).total).toBe(0);
    expect((await counts(who)).myCounts.unread).toBe(0);
  });
});

test('a stranger has no badges and no lists', async () => {
  expect((await kx.gql('{ myCounts { openTasks } }')).data).toEqual({ myCounts: null });
  expect((await kx.gql('{ taskCounts { open } }')).errors![0]!.extensions.code).toBe('PLATFORM_SIGN_IN_REQUIRED');
});

test('past its last day a to-do is marked once and everybody of the office is reminded once, except who may not', async () => {
  const hospital = await institution(kx);
  const office = await Promise.all([1, 2, 3].map(() => kx.user({ role: 'BASE_ADMIN', organisationId: hospital })));
  const id = await put(
    { role: 'BASE_ADMIN', organisationId: hospital, except: [office[2]!.accountId] },
    { dueOn: '2026-03-02', params: { name: '王' } },
  );
  const reminded = () =>
    kx.db.query<{ accountId: string }>(
      "SELECT account_id FROM notification WHERE code = 'TASK_OVERDUE' AND account_id IN (?)",
      [office.map((o) => o.accountId)],
    );
  await kx.get(Sweep).remind(kx.system);
  expect(await reminded()).toHaveLength(0); // the last day itself is not late
  kx.clock.set('2026-03-02T16:00:00Z');
  await Promise.all([kx.get(Sweep).remind(kx.system), kx.get(Sweep).remind(kx.system)]);
  await kx.get(Sweep).remind(kx.system);
  kx.clock.set('2026-03-02T01:00:00Z');
  expect((await reminded()).map((r) => r.accountId).sort()).toEqual(
    [office[0]!.accountId, office[1]!.accountId].sort(),
  );
  expect(
    await kx.db.count('SELECT COUNT(*) AS n FROM task WHERE subject_id = ? AND overdue_at IS NOT NULL', [id]),
  ).toBe(1);
});

test('an import that waits is its owner’s to-do until it is confirmed; failed work is the system administrator’s', async () => {
  const owner = await kx.user({ role: 'COUNTY_OFFICER', regionCode: '210302' });
  const admin = await kx.user({ role: 'SYSTEM_ADMIN' });
  const id = newId();
  await execute(
    kx.db.dataSource,
    `INSERT INTO work_job (id, kind, account_id, title, state, created_at) VALUES (?, 'registry.import', ?, '导入人员.xlsx', 'AWAITING_CONFIRMATION', ?)`,
    [id, owner.accountId, kx.clock.now()],
  );
  const sweep = () => kx.get(Sweep).lookAgain(kx.system);
  await Promise.all([sweep(), sweep()]);
  expect((await list(owner)).rows.map((r) => [r.code, r.params.title])).toEqual([['CONFIRM_IMPORT', '导入人员.xlsx']]);
  await execute(kx.db.dataSource, "UPDATE work_job SET state = 'RUNNING' WHERE id = ?", [id]);
  await sweep();
  expect((await list(owner)).total).toBe(0);
  expect((await list(owner, 'DONE')).rows[0]).toMatchObject({ outcome: 'CONFIRMED' });

  const fail = (state: string) =>
    execute(
      kx.db.dataSource,
      `INSERT INTO outbox_delivery (outbox_id, handler, state, attempts, created_at, updated_at) VALUES ('lost', 'x', ?, 5, ?, ?)
       ON DUPLICATE KEY UPDATE state = VALUES(state)`,
      [state, kx.clock.now(), kx.clock.now()],
    );
  for (const [state, open] of [
    ['FAILED', 1],
    ['DONE', 0],
    ['FAILED', 1],
  ] as const) {
    await fail(state);
    await sweep();
    expect((await list(admin)).rows.filter((r) => r.code === 'REVIEW_FAILED_JOBS')).toHaveLength(open);
  }
});

test('one exam window reaches a thousand candidates in a constant number of statements', async () => {
  const at = kx.clock.now();
  const accounts = Array.from({ length: 1000 }, () => newId());
  const key = 'PAPER-X@210000';
  for (let i = 0; i < 1000; i += 250)
    await Promise.all(
      accounts.slice(i, i + 250).map((accountId) =>
        put(
          { role: 'TRAINEE', accountId },
          {
            code: 'SIT_EXAM',
            opensAt: null,
            waitsFor: 'EXAM_WINDOW',
            windowKey: key,
            params: { itemZh: '结业考试' },
          },
        ),
      ),
    );
  const store = kx.get(TaskStore);
  const statements = await requestContext.run({ requestId: 'count', lang: 'zh-CN' }, async () => {
    await kx.uow.run({ actor: kx.system, action: 'test.window', journal: 'task' }, async (tx) => {
      const candidates = await store.candidates(tx, key);
      await store.openWindow(tx, {
        windowKey: key,
        windowId: newId(),
        endsAt: new Date(at.getTime() + 1e6),
        dueOn: '2026-03-09',
        link: '/exams',
        params: { windowTitle: '第一场' },
      });
      await kx.get(NotificationStore).add(
        tx,
        candidates.map((c) => ({
          accountId: c.accountId,
          code: 'EXAM_SCHEDULED' as const,
          fact: 'w',
          params: {},
          link: '/exams',
          at,
        })),
      );
      return null;
    });
    return requestContext.get()?.statements ?? 0;
  });
  expect(
    await kx.db.count(
      "SELECT COUNT(*) AS n FROM task WHERE window_key = ? AND opens_at IS NOT NULL AND JSON_VALUE(params, '$.windowTitle') = '第一场'",
      [key],
    ),
  ).toBe(1000);
  expect(
    await kx.db.count("SELECT COUNT(*) AS n FROM notification WHERE code = 'EXAM_SCHEDULED' AND fact = 'w'", []),
  ).toBe(1000);
  expect(statements).toBeLessThanOrEqual(4);
});
