import { execute } from '@app/platform';
import { testApp, type TestApp } from '../../../test/support/app';
import { type Learner, learner, setEnrolmentState } from '../../../test/support/learner';
import { Courses } from './use/courses';
import { OpenPlayer } from './use/open-player';
import { RecordReading } from './use/record-reading';
import { RecordWatched } from './use/record-watched';
import { VerifyWatched } from './use/verify-watched';

let kx: TestApp;
let lessons: { id: string; kind: string }[];

beforeAll(async () => {
  kx = await testApp({ seed: 'starter' });
  lessons = await kx.db.query('SELECT id, kind FROM lesson ORDER BY order_no');
});
afterAll(() => kx.close());

const open = (l: Learner, lesson: number) =>
  kx.get(OpenPlayer).run(l.user.actor, { enrolmentId: l.enrolmentId, lessonId: lessons[lesson - 1]!.id });
const read = (
  l: Learner,
  sessionId: string,
  seq: number,
  f: { activeMs: number; pages?: number[]; reachedEnd?: boolean },
) => kx.get(RecordReading).run(l.user.actor, { sessionId, seq, pages: [], reachedEnd: false, position: 0, ...f });
const watch = (l: Learner, sessionId: string, seq: number, intervals: [number, number, number?][]) =>
  kx.get(RecordWatched).run(l.user.actor, {
    sessionId,
    seq,
    positionMs: intervals.at(-1)?.[1] ?? 0,
    intervals: intervals.map(([fromMs, toMs, rate]) => ({ fromMs, toMs, rate: rate ?? 1 })),
  });

/** Reads lessons 1–4 honestly. */
async function readAll(l: Learner): Promise<void> {
  for (const n of [1, 2, 3, 4]) {
    const { sessionId } = await open(l, n);
    kx.clock.advance(31_000);
    const a = await read(l, sessionId, 1, { activeMs: 31_000, reachedEnd: n < 4, pages: n === 4 ? [1, 2, 3, 4] : [] });
    expect(a.standing.done).toBe(true);
  }
}

const count = (sql: string, ...params: string[]) => kx.db.count(`SELECT COUNT(*) AS n FROM ${sql}`, params);
const completedEvents = (l: Learner) =>
  count(`outbox WHERE name = 'courses.course-completed' AND JSON_VALUE(payload, '$.enrolmentId') = ?`, l.enrolmentId);

describe('a course from the first opening to completion', () => {
  it('counts, completes in the heartbeat that reaches it, and says it once', async () => {
    const l = await learner(kx);
    const before = await kx.get(Courses).completion(l.enrolmentId, 'REHAB-FOUNDATIONS');
    expect(before.completed).toBe(false);
    expect(before.missing.map((m) => m.reasonCode)).toContain('COURSES_WATCH_MORE');
    await readAll(l);
    const { sessionId, heartbeatSeconds } = await open(l, 5);
    expect(heartbeatSeconds).toBe(15);
    kx.clock.advance(15_000);
    expect((await watch(l, sessionId, 1, [[0, 15_000]])).standing).toMatchObject({ creditedMs: 15_000, percent: 39 });
    kx.clock.advance(15_000);
    await watch(l, sessionId, 2, [[15_000, 30_000]]);
    const short = await kx.get(Courses).completion(l.enrolmentId, 'REHAB-FOUNDATIONS');
    expect(short.missing.map((m) => [m.reasonCode, m.params])).toEqual([
      ['COURSES_WATCH_MORE', { seconds: 8, percent: 95 }],
    ]);
    kx.clock.advance(8000);
    const last = await watch(l, sessionId, 3, [[30_000, 38_000]]);
    expect(last).toMatchObject({ acceptedSeq: 3, courseCompleted: true });
    expect(last.standing).toMatchObject({ done: true, percent: 100, missing: [] });
    const after = await kx.get(Courses).completion(l.enrolmentId, 'REHAB-FOUNDATIONS');
    expect(after).toEqual({ completed: true, completedAt: kx.clock.now(), missing: [] });
    expect(await completedEvents(l)).toBe(1);
    const steps = await kx.db.query<{ event: string }>(
      `SELECT event FROM timeline_entry WHERE subject_type = 'enrolment' AND subject_id = ? ORDER BY at, id`,
      [l.enrolmentId],
    );
    expect(steps.map((s) => s.event)).toEqual(['COURSE_STARTED', 'COURSE_COMPLETED']);
    // Looking again is free and changes nothing that was counted.
    const again = await open(l, 5);
    kx.clock.advance(1000);
    const review = await watch(l, again.sessionId, 1, [[0, 40_000, 4]]);
    expect(review.standing).toMatchObject({ creditedMs: 38_000, done: true, resumePoint: 40_000 });
    expect(await completedEvents(l)).toBe(1);
  });

  it('completes exactly once under parallel heartbeats', async () => {
    const l = await learner(kx);
    await readAll(l);
    const { sessionId } = await open(l, 5);
    kx.clock.advance(38_000);
    const answers = await Promise.all(Array.from({ length: 12 }, () => watch(l, sessionId, 1, [[0, 38_000]])));
    expect(answers.every((a) => a.standing.done && a.acceptedSeq === 1 && a.courseCompleted)).toBe(true);
    expect(await completedEvents(l)).toBe(1);
    expect(await count('watch_interval WHERE session_id = ?', sessionId)).toBe(1);
    expect(
      await count(
        `audit_entry WHERE action = 'courses.complete-course' AND JSON_VALUE(details, '$.enrolmentId') = ?`,
        l.enrolmentId,
      ),
    ).toBe(1);
  });

  it('starts exactly once when two windows open the first lesson together', async () => {
    const l = await learner(kx);
    const opened = await Promise.all(Array.from({ length: 6 }, () => open(l, 1)));
    expect(new Set(opened.map((o) => o.sessionId)).size).toBe(6);
    expect(
      await count(
        `outbox WHERE name = 'courses.course-started' AND JSON_VALUE(payload, '$.enrolmentId') = ?`,
        l.enrolmentId,
      ),
    ).toBe(1);
    expect(await count('course_progress WHERE enrolment_id = ?', l.enrolmentId)).toBe(1);
    expect(await count('learner_player WHERE person_id = ?', l.personId)).toBe(1);
  });
});

describe('honest time', () => {
  let l: Learner;
  beforeEach(async () => {
    l = await learner(kx);
    await readAll(l);
  });
  const kept = async () =>
    (await kx.db.one<{ creditedMs: number; suspectCount: number; progressId: string }>(
      `SELECT lp.credited_ms, lp.suspect_count, lp.progress_id FROM lesson_progress lp JOIN course_progress cp ON cp.id = lp.progress_id
       WHERE cp.enrolment_id = ? AND lp.lesson_id = ?`,
      [l.enrolmentId, lessons[4]!.id],
    ))!;

  it('credits a forged burst nothing beyond the wall time, and marks it', async () => {
    const { sessionId } = await open(l, 5);
    const at0 = await watch(l, sessionId, 1, [[0, 40_000]]);
    expect(at0.standing).toMatchObject({ creditedMs: 0, done: false });
    kx.clock.advance(3000);
    const at3 = await watch(l, sessionId, 2, [[0, 40_000]]);
    expect(at3.standing).toMatchObject({ creditedMs: 3150, done: false });
    for (let seq = 3; seq < 20; seq++) await watch(l, sessionId, seq, [[0, 40_000, 1.5]]);
    expect((await kept()).creditedMs).toBe(3150);
    expect((await kept()).suspectCount).toBe(19);
  });

  it('gains nothing from opening the player again and again', async () => {
    for (let i = 0; i < 5; i++) {
      const { sessionId } = await open(l, 5);
      await watch(l, sessionId, 1, [[0, 10_000]]);
    }
    expect((await kept()).creditedMs).toBe(0);
  });

  it('counts one of two windows and tells the other', async () => {
    const first = await open(l, 5);
    kx.clock.advance(10_000);
    await watch(l, first.sessionId, 1, [[0, 10_000]]);
    const second = await open(l, 5);
    kx.clock.advance(10_000);
    await expect(watch(l, first.sessionId, 2, [[10_000, 20_000]])).rejects.toThrow('COURSES_PLAYER_TAKEN_OVER');
    const a = await watch(l, second.sessionId, 1, [[10_000, 20_000]]);
    expect(a.standing.creditedMs).toBe(20_000);
    // Both in the same instant: never more than the wall time.
    kx.clock.advance(5000);
    const both = await Promise.allSettled([
      watch(l, first.sessionId, 2, [[20_000, 25_000]]),
      watch(l, second.sessionId, 2, [[20_000, 25_000]]),
    ]);
    expect(both.map((b) => b.status)).toEqual(['rejected', 'fulfilled']);
    expect((await kept()).creditedMs).toBe(25_000);
  });

  it('does not count what was skipped or played too fast', async () => {
    const { sessionId } = await open(l, 5);
    kx.clock.advance(20_000);
    const a = await watch(l, sessionId, 1, [
      [0, 5000],
      [30_000, 35_000],
      [5000, 25_000, 2],
    ]);
    expect(a.standing).toMatchObject({ creditedMs: 5000, furthestMs: 5000 });
    const verdicts = await kx.db.query<{ verdict: string }>(
      'SELECT verdict FROM watch_interval WHERE session_id = ? ORDER BY ordinal',
      [sessionId],
    );
    expect(verdicts.map((v) => v.verdict)).toEqual(['CREDITED', 'SKIPPED', 'TOO_FAST']);
  });

  it('keeps its place in line: repeats and early numbers change nothing', async () => {
    const { sessionId } = await open(l, 5);
    kx.clock.advance(15_000);
    expect(await watch(l, sessionId, 2, [[15_000, 30_000]])).toMatchObject({
      acceptedSeq: 0,
      standing: { creditedMs: 0 },
    });
    expect(await watch(l, sessionId, 1, [[0, 15_000]])).toMatchObject({ acceptedSeq: 1 });
    kx.clock.advance(15_000);
    expect(await watch(l, sessionId, 1, [[15_000, 30_000]])).toMatchObject({
      acceptedSeq: 1,
      standing: { creditedMs: 15_000 },
    });
    expect(await watch(l, sessionId, 2, [[15_000, 30_000]])).toMatchObject({
      acceptedSeq: 2,
      standing: { creditedMs: 30_000 },
    });
  });

  it('loses nothing of a network cut of 30 s', async () => {
    const { sessionId } = await open(l, 5);
    kx.clock.advance(38_000);
    const a = await watch(l, sessionId, 1, [
      [0, 15_000],
      [15_000, 38_000],
    ]);
    expect(a.standing).toMatchObject({ creditedMs: 38_000, done: true });
  });

  it('can be recounted from the journals, and a changed figure shows', async () => {
    const { sessionId } = await open(l, 5);
    for (const [seq, ms] of [5000, 9000, 2000, 14_000].entries()) {
      kx.clock.advance(ms);
      await watch(l, sessionId, seq + 1, [
        [seq * 3000, seq * 3000 + 8000, 1.25],
        [0, 4000],
      ]);
    }
    const { creditedMs, progressId } = await kept();
    expect(creditedMs).toBeGreaterThan(0);
    const report = await kx.get(VerifyWatched).run();
    expect(report.faults).toEqual([]);
    expect(report.checked).toBeGreaterThan(5);
    const cheat = (ms: number) =>
      execute(
        kx.db.dataSource,
        'UPDATE lesson_progress SET credited_ms = credited_ms + ? WHERE progress_id = ? AND lesson_id = ?',
        [ms, progressId, lessons[4]!.id],
      );
    await cheat(5000);
    expect((await kx.get(VerifyWatched).run()).faults.map((f) => f.what)).toEqual([
      'the watched time kept is not that of the journal',
    ]);
    await cheat(-5000);
  });

  it('counts no reading faster than the clock', async () => {
    const r = await learner(kx);
    const { sessionId } = await open(r, 1);
    const a = await read(r, sessionId, 1, { activeMs: 3_600_000, reachedEnd: true });
    expect(a.standing).toMatchObject({ done: false, readMs: 0, reachedEnd: true });
    await expect(watch(r, sessionId, 2, [[0, 1000]])).rejects.toThrow('COURSES_WRONG_LESSON_KIND');
  });
});

describe('order, version and end', () => {
  it('opens lessons in order', async () => {
    const l = await learner(kx);
    await expect(open(l, 2)).rejects.toThrow('COURSES_LESSON_LOCKED');
    expect(await count("course_progress WHERE enrolment_id = ? AND state <> 'ASSIGNED'", l.enrolmentId)).toBe(0);
  });

  it('fixes the version at the first opening; a later one is for later learners', async () => {
    const early = await learner(kx);
    await open(early, 1);
    const v1 = (await kx.db.one<{ id: string; courseId: string }>('SELECT id, course_id FROM course_version'))!;
    const v2 = crypto.randomUUID();
    const sql = (s: string, p: string[] = []) => execute(kx.db.dataSource, s, p);
    await sql(
      `INSERT INTO course_version SELECT ?, course_id, 2, status, title_zh, title_en, summary, hours, hour_minutes, sequence, sources, source,
         REPEAT('0', 64), published_at FROM course_version WHERE id = ?`,
      [v2, v1.id],
    );
    await sql(
      `INSERT INTO lesson SELECT UUID(), ?, order_no, code, kind, title_zh, title_en, expected_minutes, duration_ms, pages, file_hash, file_name,
         file_mime, file_bytes, media, completion FROM lesson WHERE course_version_id = ? AND order_no <= 2`,
      [v2, v1.id],
    );
    await sql('UPDATE course SET current_version_id = ?', [v2]);
    try {
      await open(early, 1);
      const late = await learner(kx);
      await expect(open(late, 1)).rejects.toThrow('COURSES_CONTENT_UPDATED');
      const missing = (e: Learner) =>
        kx
          .get(Courses)
          .completion(e.enrolmentId, 'REHAB-FOUNDATIONS')
          .then((c) => new Set(c.missing.map((m) => m.lessonId)).size);
      expect([await missing(early), await missing(late)]).toEqual([5, 2]);
    } finally {
      await sql('UPDATE course SET current_version_id = ?', [v1.id]);
    }
  });

  it('refuses a stranger, and everything after the training ended', async () => {
    const l = await learner(kx);
    const other = await learner(kx);
    const steal = { ...l, user: other.user };
    await expect(open(steal, 1)).rejects.toThrow('PLATFORM_NOT_FOUND');
    const { sessionId } = await open(l, 1);
    await expect(read(steal, sessionId, 1, { activeMs: 1 })).rejects.toThrow('PLATFORM_NOT_FOUND');
    await setEnrolmentState(kx, l.enrolmentId, 'WITHDRAWN');
    await expect(open(l, 1)).rejects.toThrow('COURSES_ENROLMENT_ENDED');
  });
});
