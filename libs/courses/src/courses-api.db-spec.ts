import { Files } from '@app/platform';
import { EnrolmentAdmitted, EnrolmentWithdrawn } from '@app/programmes';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { type Learner, learner, setEnrolmentState, trainingClass } from '../../../test/support/learner';
import { institution } from '../../../test/support/world';
import { CoursesSeeder } from './seed/courses.seeder';

let kx: TestApp;
let l: Learner;
beforeAll(async () => {
  kx = await testApp({ seed: 'starter' });
  l = await learner(kx, { name: '林晓雨' });
});
afterAll(() => kx.close());

const OUTLINE = `query($e: String!, $c: String!) { myCourse(enrolmentId: $e, courseCode: $c) {
  title { zh } hours hourMinutes percent state mayLearn nextLessonId sources { path source }
  lessons { id kind state rule { zh en } standing { done missing { code label { zh en } } } } } }`;
const LESSON = `query($e: String!, $l: String!) { courseLesson(enrolmentId: $e, lessonId: $l) {
  kind html fileUrl downloadUrl posterUrl maxRate captions { url } next { id state } } }`;
const OPEN = `mutation($i: OpenPlayerInput!) { openPlayer(input: $i) { sessionId heartbeatSeconds standing { percent } } }`;
const READ = `mutation($i: ReadingInput!) { recordReading(input: $i) { acceptedSeq savedAt standing { done readMs missing { code } } } }`;
const CLASS = `query($c: String!, $s: String) { classCourseProgress(classId: $c, search: $s) { total notStarted learning completed
  rows { personName percent state lessonsDone lessonCount suspectCount courseTitle { zh } } } }`;

interface Outline {
  myCourse: {
    hours: string;
    nextLessonId: string;
    percent: number;
    state: string;
    sources: { path: string; source: string }[];
    lessons: {
      id: string;
      kind: string;
      state: string;
      rule: { zh: string };
      standing: { missing: { label: { zh: string } }[] };
    }[];
  };
}
const outline = async (user: TestUser, e = l.enrolmentId) => user.gql<Outline>(OUTLINE, { e, c: 'REHAB-FOUNDATIONS' });

/** Reads a text lesson to its end. */
async function readText(lessonId: string, reader = l): Promise<void> {
  const opened = await reader.user.gql<{ openPlayer: { sessionId: string } }>(OPEN, {
    i: { enrolmentId: reader.enrolmentId, lessonId },
  });
  kx.clock.advance(30_000);
  const i = {
    sessionId: opened.data!.openPlayer.sessionId,
    seq: 1,
    activeMs: 30_000,
    pages: [],
    reachedEnd: true,
    position: 1000,
  };
  const a = await reader.user.gql<{ recordReading: { standing: { done: boolean } } }>(READ, { i });
  expect(a.data!.recordReading.standing.done).toBe(true);
}

describe('my course', () => {
  it('shows the rules in words, the sources of the figures, and what comes next', async () => {
    const { myCourse } = (await outline(l.user)).data!;
    expect(myCourse).toMatchObject({ hours: '1.0', hourMinutes: 45, percent: 0, state: 'ASSIGNED', mayLearn: true });
    expect(myCourse.lessons.map((x) => [x.kind, x.state])).toEqual([
      ['TEXT', 'OPEN'],
      ['TEXT', 'LOCKED'],
      ['TEXT', 'LOCKED'],
      ['PDF', 'LOCKED'],
      ['VIDEO', 'LOCKED'],
    ]);
    expect(myCourse.nextLessonId).toBe(myCourse.lessons[0]!.id);
    expect(myCourse.lessons[4]!.standing.missing[0]!.label.zh).toBe('还差 38 秒没有看（须看满 95%）');
    expect(myCourse.sources.map((s) => s.path)).toEqual(expect.arrayContaining(['hours', 'heartbeatSeconds']));
  });

  it('gives safe text, and media only by links that are bound to the account', async () => {
    const { lessons } = (await outline(l.user)).data!.myCourse;
    const text = (await l.user.gql<{ courseLesson: { html: string } }>(LESSON, { e: l.enrolmentId, l: lessons[0]!.id }))
      .data!;
    expect(text.courseLesson.html).toContain('<h2>学习目标</h2>');
    expect(text.courseLesson.html).not.toContain('<h1');
    expect(text.courseLesson.html).toContain('<div class="table-scroll"');
    const locked = await l.user.gql(LESSON, { e: l.enrolmentId, l: lessons[4]!.id });
    expect(locked.errors![0]!.extensions.code).toBe('COURSES_LESSON_LOCKED');
    for (const i of [0, 1, 2]) await readText(lessons[i]!.id);
    const pdf = (
      await l.user.gql<{ courseLesson: { fileUrl: string; downloadUrl: string } }>(LESSON, {
        e: l.enrolmentId,
        l: lessons[3]!.id,
      })
    ).data!.courseLesson;
    const get = (url: string, cookie?: string) =>
      kx.app.inject({ method: 'GET', url, headers: cookie ? { cookie } : {} });
    const mine = await get(pdf.fileUrl, l.user.cookie);
    expect([mine.statusCode, mine.headers['content-type'], mine.rawPayload.length]).toEqual([
      200,
      'application/pdf',
      191_884,
    ]);
    expect(mine.headers['content-disposition']).toMatch(/^inline/);
    expect((await get(pdf.downloadUrl, l.user.cookie)).headers['content-disposition']).toMatch(/^attachment/);
    expect((await get(pdf.fileUrl)).statusCode).toBe(404);
    expect((await get(pdf.fileUrl, (await learner(kx)).user.cookie)).statusCode).toBe(404);
    const token = pdf.fileUrl.slice('/files/'.length);
    const live = () => kx.get(Files).openLink(token, l.user.accountId) !== null;
    const fourHours = 4 * 3600 * 1000;
    kx.clock.advance(fourHours - 1000);
    expect(live()).toBe(true);
    kx.clock.advance(2000);
    expect(live()).toBe(false);
    kx.clock.advance(-fourHours - 1000);
  });

  it('makes the enrolment of somebody else look absent in every operation', async () => {
    const { lessons } = (await outline(l.user)).data!.myCourse;
    const other = await learner(kx);
    const id = lessons[0]!.id;
    const opened = await l.user.gql<{ openPlayer: { sessionId: string } }>(OPEN, {
      i: { enrolmentId: l.enrolmentId, lessonId: id },
    });
    const { sessionId } = opened.data!.openPlayer;
    const answers = [
      await outline(other.user),
      await other.user.gql(LESSON, { e: l.enrolmentId, l: id }),
      await other.user.gql(OPEN, { i: { enrolmentId: l.enrolmentId, lessonId: id } }),
      await other.user.gql(READ, { i: { sessionId, seq: 1, activeMs: 1, pages: [], reachedEnd: true, position: 0 } }),
      await other.user.gql(OPEN, { i: { enrolmentId: other.enrolmentId, lessonId: 'no-such-lesson' } }),
      await outline(other.user, 'no-such-enrolment'),
    ];
    expect(answers.map((a) => a.errors?.[0]?.extensions.code)).toEqual(answers.map(() => 'PLATFORM_NOT_FOUND'));
    const stranger = await kx.gql(OUTLINE, { e: l.enrolmentId, c: 'REHAB-FOUNDATIONS' });
    expect(stranger.errors![0]!.extensions.code).toBe('PLATFORM_SIGN_IN_REQUIRED');
  });

  it('lists my courses in training, with what comes next', async () => {
    const mine = await l.user.gql<{
      myCourses: { code: string; lessonsDone: number; percent: number; nextLessonTitle: { zh: string } }[];
    }>('{ myCourses { code lessonsDone lessonCount percent state nextLessonTitle { zh } } }');
    expect(mine.data!.myCourses).toEqual([
      expect.objectContaining({ code: 'REHAB-FOUNDATIONS', lessonsDone: 3, percent: 60, state: 'STARTED' }),
    ]);
  });

  it('stays readable after the training ended, but only when it was begun', async () => {
    const ended = await learner(kx);
    const { lessons } = (await outline(ended.user, ended.enrolmentId)).data!.myCourse;
    const never = await learner(kx);
    await readText(lessons[0]!.id, ended);
    for (const x of [ended, never]) await setEnrolmentState(kx, x.enrolmentId, 'WITHDRAWN');
    expect((await outline(ended.user, ended.enrolmentId)).data!.myCourse).toMatchObject({
      mayLearn: false,
      percent: 20,
    });
    expect((await outline(never.user, never.enrolmentId)).errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
  });
});

describe('the class, seen by the base and officials', () => {
  it('lists its learners by need, inside the scope only', async () => {
    const baseId = await institution(kx, { countyCode: '210102' });
    const classId = await trainingClass(kx, baseId);
    const [a, b, c] = [
      await learner(kx, { classId, baseId, name: '甲' }),
      await learner(kx, { classId, baseId, name: '乙' }),
      await learner(kx, { classId, baseId, name: '丙' }),
    ];
    const news = { actor: kx.system, action: 'test.admit' };
    await kx.uow.run(news, async (tx) => {
      for (const x of [a, b, c]) await tx.emit(EnrolmentAdmitted, { enrolmentId: x.enrolmentId });
      await tx.audit({ object: { type: 'test', id: 'x' } });
    });
    await kx.drain();
    await readText((await outline(a.user, a.enrolmentId)).data!.myCourse.lessons[0]!.id, a);
    await setEnrolmentState(kx, c.enrolmentId, 'WITHDRAWN');
    await kx.uow.run(news, async (tx) => {
      await tx.emit(EnrolmentWithdrawn, { enrolmentId: c.enrolmentId });
      await tx.emit(EnrolmentWithdrawn, { enrolmentId: c.enrolmentId });
      await tx.audit({ object: { type: 'test', id: 'x' } });
    });
    await kx.drain();
    const rows = async (u: TestUser, s?: string) =>
      (
        await u.gql<{ classCourseProgress: { total: number; rows: { personName: string; percent: number }[] } }>(
          CLASS,
          { c: classId, s },
        )
      ).data!.classCourseProgress;
    const base = await kx.user({ role: 'BASE_ADMIN', organisationId: baseId });
    expect(await rows(base)).toMatchObject({
      total: 3,
      notStarted: 1,
      learning: 1,
      completed: 0,
      rows: [
        { personName: '乙', percent: 0, lessonCount: 5 },
        { personName: '甲', percent: 20, lessonsDone: 1, state: 'STARTED' },
        { personName: '丙' },
      ],
    });
    expect((await rows(base, '甲')).total).toBe(1);
    const inside = await kx.user({ role: 'CITY_OFFICER', regionCode: '210100' });
    const outside = await kx.user({ role: 'CITY_OFFICER', regionCode: '210300' });
    const otherBase = await kx.user({ role: 'BASE_ADMIN', organisationId: await institution(kx) });
    expect([await rows(inside), await rows(outside), await rows(otherBase)].map((r) => r.total)).toEqual([3, 0, 0]);
    expect((await a.user.gql(CLASS, { c: classId })).errors![0]!.extensions.code).toBe('PLATFORM_NOT_ALLOWED');
  });
});

describe('a script that finishes a course in three seconds (2.4.2)', () => {
  it('gets no lesson, and shows as implausible to the base', async () => {
    const cheat = await learner(kx);
    const { lessons } = (await outline(cheat.user, cheat.enrolmentId)).data!.myCourse;
    const opened = await cheat.user.gql<{ openPlayer: { sessionId: string } }>(OPEN, {
      i: { enrolmentId: cheat.enrolmentId, lessonId: lessons[0]!.id },
    });
    const { sessionId } = opened.data!.openPlayer;
    for (let seq = 1; seq <= 3; seq++) {
      kx.clock.advance(1000);
      const i = { sessionId, seq, activeMs: 3_600_000, pages: [1, 2, 3, 4], reachedEnd: true, position: 1000 };
      const a = await cheat.user.gql<{ recordReading: { standing: { done: boolean; readMs: number } } }>(READ, { i });
      expect(a.data!.recordReading.standing).toMatchObject({ done: false, readMs: seq * 1050 });
    }
    const next = await cheat.user.gql(OPEN, { i: { enrolmentId: cheat.enrolmentId, lessonId: lessons[1]!.id } });
    expect(next.errors![0]!.extensions.code).toBe('COURSES_LESSON_LOCKED');
    const base = await kx.user({ role: 'BASE_ADMIN', organisationId: cheat.baseId });
    const seen = await base.gql<{ classCourseProgress: { rows: { suspectCount: number }[] } }>(CLASS, {
      c: cheat.classId,
    });
    expect(seen.data!.classCourseProgress.rows).toEqual([expect.objectContaining({ suspectCount: 3, lessonsDone: 0 })]);
  });

  it('is stopped when it reports without end', async () => {
    const flood = await learner(kx);
    const { lessons } = (await outline(flood.user, flood.enrolmentId)).data!.myCourse;
    const opened = await flood.user.gql<{ openPlayer: { sessionId: string } }>(OPEN, {
      i: { enrolmentId: flood.enrolmentId, lessonId: lessons[0]!.id },
    });
    const i = {
      sessionId: opened.data!.openPlayer.sessionId,
      seq: 1,
      activeMs: 1,
      pages: [],
      reachedEnd: false,
      position: 0,
    };
    const codes: string[] = [];
    for (let n = 0; n < 61; n++) codes.push((await flood.user.gql(READ, { i })).errors?.[0]?.extensions.code ?? 'ok');
    expect(codes.filter((c) => c === 'ok')).toHaveLength(60);
    expect(codes.at(-1)).toBe('PLATFORM_TOO_MANY');
  });
});

describe('the starter courses', () => {
  it('load once, and a published version does not change', async () => {
    const seeder = kx.get(CoursesSeeder);
    expect(await seeder.run()).toBe('1 courses, 0 new versions');
    expect(await kx.db.count('SELECT COUNT(*) AS n FROM lesson')).toBe(5);
    await kx.db.dataSource.query(`UPDATE course_version SET content_hash = REPEAT('0', 64)`);
    await expect(seeder.run()).rejects.toThrow('raise its version');
  });
});
