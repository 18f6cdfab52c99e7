import { code, device, heartbeat, must, opsFor, record, scheduled, start, submit } from '../../../test/exam/sitting';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { learner, type Learner, setEnrolmentState } from '../../../test/support/learner';
import { CloseOverdue } from './jobs/close-overdue.schedule';
import { Exams } from './use/exams';

const MINUTE = 60_000;

describe('the exam office', () => {
  let kx: TestApp;
  let me: Learner;

  beforeAll(async () => {
    kx = await testApp({ seed: 'starter' });
  });
  afterAll(() => kx.close());
  beforeEach(async () => {
    me = await learner(kx, { name: '何静' });
  });

  const whyNot = async (sessionId: string, u: TestUser = me.user) => {
    const a = await start(u, sessionId, device());
    return a.errors?.[0]?.extensions.reasons?.map((r) => r.code) ?? [];
  };

  it('copies the rules of the paper with their sources', async () => {
    const { officer, sessionId } = await scheduled(kx);
    const s = must(
      await officer.gql<{ examSession: Record<string, unknown> }>(
        'query ($i: String!) { examSession(id: $i) { durationMinutes passPercent lateLimitMinutes graceSeconds maxAttempts phase started ruleSources { path source } } }',
        { i: sessionId },
      ),
    ).examSession;
    expect(s).toMatchObject({
      durationMinutes: 60,
      passPercent: 60,
      lateLimitMinutes: 30,
      graceSeconds: 120,
      maxAttempts: 1,
      phase: 'OPEN',
      started: 0,
    });
    expect(s['ruleSources']).toEqual(
      expect.arrayContaining([
        { path: 'lateLimitMinutes', source: 'DEC-28' },
        { path: 'maxAttempts', source: '考务设置' },
      ]),
    );
  });

  it('refuses a window that is too short or past, and one that is not of the own province', async () => {
    const officer = await kx.user({ role: 'EXAM_OFFICER', regionCode: '210000' });
    const { id } = must(await officer.gql<{ examPapers: { id: string }[] }>('{ examPapers { id } }')).examPapers[0]!;
    const at = (m: number) => new Date(kx.clock.now().getTime() + m * MINUTE).toISOString();
    const schedule = (u: TestUser, from: number, to: number) =>
      u.gql('mutation ($i: ScheduleExamInput!) { scheduleExam(input: $i) { id } }', {
        i: { paperVersionId: id, title: '考试', opensAt: at(from), closesAt: at(to), maxAttempts: 1 },
      });
    expect(code(await schedule(officer, 0, 59))).toBe('EXAMS_WINDOW_TOO_SHORT');
    expect(code(await schedule(officer, -300, -10))).toBe('EXAMS_WINDOW_PAST');
    const city = await kx.user({ role: 'EXAM_OFFICER', regionCode: '210100' });
    expect(code(await schedule(city, 0, 120))).toBe('EXAMS_OUTSIDE_PROVINCE');
    const shanxi = await kx.user({ role: 'EXAM_OFFICER', regionCode: '140000' });
    const { sessionId } = await scheduled(kx, { officer });
    expect(code(await shanxi.gql('query ($i: String!) { examSession(id: $i) { id } }', { i: sessionId }))).toBe(
      'PLATFORM_NOT_FOUND',
    );
    expect(
      code(
        await shanxi.gql('mutation ($i: CancelExamInput!) { cancelExam(input: $i) { id } }', {
          i: { sessionId, reason: 'x' },
        }),
      ),
    ).toBe('PLATFORM_NOT_FOUND');
  });

  it('DEC-28: admission until exactly 30 minutes after opening', async () => {
    const { sessionId } = await scheduled(kx, { opensInMinutes: 10 });
    expect(await whyNot(sessionId)).toEqual(['EXAMS_NOT_OPEN_YET']);
    kx.clock.advance(40 * MINUTE + 1);
    expect(await whyNot(sessionId)).toEqual(['EXAMS_TOO_LATE']);
    kx.clock.advance(-1);
    expect(await whyNot(sessionId)).toEqual([]);
  });

  it('says every reason at once', async () => {
    const { sessionId } = await scheduled(kx, { opensInMinutes: 60 });
    await setEnrolmentState(kx, me.enrolmentId, 'WITHDRAWN');
    expect(await whyNot(sessionId)).toEqual(['EXAMS_NOT_ENROLLED', 'EXAMS_NOT_OPEN_YET']);
    const mine = must(
      await me.user.gql<{ myExam: { canStart: boolean; reasons: { code: string; message: string }[] } }>(
        'query ($s: String!) { myExam(sessionId: $s) { canStart reasons { code message } } }',
        { s: sessionId },
      ),
    ).myExam;
    expect(mine.canStart).toBe(false);
    expect(mine.reasons.map((r) => r.message)).toEqual([
      '你没有本省在培的报名要求参加这场考试。如已报名，请等待基地录取。',
      '考试尚未开始。',
    ]);
  });

  it('attempts are limited, in the session and in all; who passed need not come again', async () => {
    const a = await scheduled(kx, { maxAttempts: 2 });
    const sit = async (sessionId: string) => {
      const p = must(await start(me.user, sessionId, device())).startAttempt;
      must(await submit(me.user, p.attemptId, {}));
      expect(await whyNot(sessionId)).toContain('EXAMS_RESULT_PENDING');
      await kx.drain();
      return p.attemptId;
    };
    await sit(a.sessionId);
    await sit(a.sessionId);
    expect(await whyNot(a.sessionId)).toEqual(['EXAMS_NO_ATTEMPT_LEFT_HERE']);
    const b = await scheduled(kx, { maxAttempts: 2 });
    const third = await sit(b.sessionId);
    expect(await whyNot(b.sessionId)).toEqual(['EXAMS_NO_ATTEMPT_LEFT']);
    const office = a.officer;
    must(
      await office.gql('mutation ($i: VoidAttemptInput!) { voidAttempt(input: $i) }', {
        i: { attemptId: third, reason: '替考' },
      }),
    );
    expect(await kx.get(Exams).bestResult(me.enrolmentId, 'TP-FINAL-A')).toMatchObject({
      attempts: 3,
      best: { score: '0' },
    });
    expect(await whyNot(b.sessionId)).toEqual(['EXAMS_NO_ATTEMPT_LEFT']);
  });

  it('C9: extra time moves the deadline of a running attempt, reaches the page, is audited; before the start too', async () => {
    const { officer, sessionId } = await scheduled(kx);
    const p = must(await start(me.user, sessionId, device())).startAttempt;
    const grant = (enrolmentId: string, minutes: number) =>
      officer.gql<{ grantExtraTime: { deadline: string | null; extraMinutes: number } }>(
        'mutation ($i: GrantExtraTimeInput!) { grantExtraTime(input: $i) { deadline extraMinutes } }',
        { i: { sessionId, enrolmentId, minutes, reason: '视力障碍，按规定延长' } },
      );
    const g = must(await grant(me.enrolmentId, 30)).grantExtraTime;
    expect(Date.parse(g.deadline!) - Date.parse(p.deadline)).toBe(30 * MINUTE);
    expect(must(await heartbeat(me.user, p.attemptId, 1)).attemptHeartbeat).toMatchObject({
      deadline: g.deadline,
      extraMinutes: 30,
    });
    kx.clock.advance(75 * MINUTE);
    await kx.get(CloseOverdue).tick();
    expect(must(await record(me.user, p.attemptId, 1, opsFor(p, 1))).recordAnswers).toMatchObject({
      state: 'STARTED',
      late: 0,
    });
    await kx.db.dataSource.query('UPDATE session SET last_seen_at = ?', [kx.clock.now()]);
    const trail = must(
      await officer.gql<{ attemptTrail: { steps: { event: string; opinion: string | null }[] } }>(
        'query ($a: String!) { attemptTrail(attemptId: $a) { steps { event opinion } } }',
        { a: p.attemptId },
      ),
    ).attemptTrail;
    expect(trail.steps.map((s) => s.event)).toEqual(['exams.started', 'exams.time-extended']);
    expect(
      await kx.db.count(
        "SELECT COUNT(*) AS n FROM audit_entry WHERE action = 'exams.grant-extra-time' AND reason = '视力障碍，按规定延长'",
      ),
    ).toBe(1);
    kx.clock.advance(17 * MINUTE + 1);
    expect(code(await grant(me.enrolmentId, 10))).toBe('EXAMS_ATTEMPT_CLOSED');
    kx.clock.advance(-92 * MINUTE - 1);
    const early = await learner(kx, {});
    must(await grant(early.enrolmentId, 15));
    must(await grant(early.enrolmentId, 15));
    const later = must(await start(early.user, sessionId, device())).startAttempt;
    expect(Date.parse(later.deadline) - Date.parse(later.serverNow)).toBe(90 * MINUTE);
    expect(code(await grant('00000000-0000-7000-8000-000000000000', 5))).toBe('EXAMS_NOT_A_CANDIDATE');
  });

  it('the window’s end caps the time, extra time moves the cap', async () => {
    const { sessionId } = await scheduled(kx, { hours: 1.25, lateLimitMinutes: null });
    kx.clock.advance(30 * MINUTE);
    const p = must(await start(me.user, sessionId, device())).startAttempt;
    expect(Date.parse(p.deadline) - Date.parse(p.serverNow)).toBe(45 * MINUTE);
    kx.clock.advance(-30 * MINUTE);
  });

  it('messages reach all, or the one they are for', async () => {
    const { officer, sessionId } = await scheduled(kx);
    const other = await learner(kx, {});
    const mine = must(await start(me.user, sessionId, device())).startAttempt;
    const theirs = must(await start(other.user, sessionId, device())).startAttempt;
    const send = (body: string, attemptId: string | null) =>
      officer.gql('mutation ($i: SendExamMessageInput!) { sendExamMessage(input: $i) }', {
        i: { sessionId, attemptId, body },
      });
    must(await send('请保持安静', null));
    kx.clock.advance(1000);
    must(await send('请出示证件', mine.attemptId));
    const read = async (u: TestUser, id: string) =>
      must(await heartbeat(u, id, 1)).attemptHeartbeat.messages.map((m) => m.body);
    expect(await read(me.user, mine.attemptId)).toEqual(['请保持安静', '请出示证件']);
    expect(await read(other.user, theirs.attemptId)).toEqual(['请保持安静']);
  });

  it('sees who began, how far answers are stored, late ones and what happened; cancels only while nobody began', async () => {
    const { officer, sessionId } = await scheduled(kx);
    const cancel = () =>
      officer.gql('mutation ($i: CancelExamInput!) { cancelExam(input: $i) { phase } }', {
        i: { sessionId, reason: '试卷更换' },
      });
    const p = must(await start(me.user, sessionId, device())).startAttempt;
    must(await record(me.user, p.attemptId, 1, [...opsFor(p, 2), ...opsFor(p, 1, 4)]));
    must(await heartbeat(me.user, p.attemptId, 1, [{ kind: 'HIDDEN' }, { kind: 'OFFLINE', seconds: 40 }]));
    const page = must(
      await officer.gql<{ examCandidates: { total: number; rows: object[] } }>(
        'query ($s: String!) { examCandidates(sessionId: $s) { total rows { personName state ackSeq maxSeq answered late hiddenCount online extraMinutes } } }',
        { s: sessionId },
      ),
    ).examCandidates;
    expect(page).toEqual({
      total: 1,
      rows: [
        {
          personName: '何静',
          state: 'STARTED',
          ackSeq: 2,
          maxSeq: 4,
          answered: 3,
          late: 0,
          hiddenCount: 1,
          online: true,
          extraMinutes: 0,
        },
      ],
    });
    expect(code(await cancel())).toBe('EXAMS_HAS_ATTEMPTS');
    const empty = await scheduled(kx, { opensInMinutes: 30, officer });
    const gone = must(
      await officer.gql<{ cancelExam: { phase: string } }>(
        'mutation ($i: CancelExamInput!) { cancelExam(input: $i) { phase } }',
        { i: { sessionId: empty.sessionId, reason: '试卷更换' } },
      ),
    );
    expect(gone.cancelExam.phase).toBe('CANCELLED');
    expect(await whyNot(empty.sessionId)).toEqual(['EXAMS_SESSION_CANCELLED']);
    const steps = must(
      await officer.gql<{ examSessionSteps: { event: string; opinion: string | null }[] }>(
        'query ($i: String!) { examSessionSteps(id: $i) { event opinion } }',
        { i: empty.sessionId },
      ),
    );
    expect(steps.examSessionSteps).toEqual([
      { event: 'exams.scheduled', opinion: null },
      { event: 'exams.cancelled', opinion: '试卷更换' },
    ]);
  });
});
