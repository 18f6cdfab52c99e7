import { requestContext } from '@app/platform';
import {
  device,
  must,
  code,
  heartbeat,
  opsFor,
  type Paper,
  questionsOf,
  record,
  type Receipt,
  resume,
  scheduled,
  shuffledPaper,
  start,
  submit,
} from '../../../test/exam/sitting';
import { testApp, type TestApp } from '../../../test/support/app';
import { learner, type Learner } from '../../../test/support/learner';
import { answersHash, receiptText } from './domain/receipt';
import { CloseOverdue } from './jobs/close-overdue.schedule';
import { Exams } from './use/exams';
import { RecordAnswers } from './use/record-answers';
import { VerifyAttempts } from './use/verify-attempts';

describe('a sitting', () => {
  let kx: TestApp;
  let me: Learner;
  let sessionId: string;
  let paper: Paper;
  const pc = device();

  beforeAll(async () => {
    kx = await testApp({ seed: 'starter' });
    await shuffledPaper(kx);
  });
  afterAll(() => kx.close());

  beforeEach(async () => {
    ({ sessionId } = await scheduled(kx));
    me = await learner(kx, { name: '林晓雨' });
    paper = must(await start(me.user, sessionId, pc)).startAttempt;
  });

  const grade = () => kx.drain();

  it('starts with the whole paper and without any key', async () => {
    expect(questionsOf(paper)).toHaveLength(40);
    expect(questionsOf(paper).map((q) => q.number)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(paper.sections.map((s) => s.type)).toEqual(['A1', 'A2', 'A3', 'X']);
    const groups = paper.sections.flatMap((s) => s.blocks.filter((b) => b.groupId));
    expect(groups.every((b) => b.stem && b.questions.length >= 2)).toBe(true);
    // 60 minutes on the server's clock
    expect(Date.parse(paper.deadline) - Date.parse(paper.serverNow)).toBe(3_600_000);
  });

  it('starting twice, and twenty times at once, gives the same attempt', async () => {
    const again = must(await start(me.user, sessionId, pc)).startAttempt;
    expect([again.attemptId, again.epoch]).toEqual([paper.attemptId, 1]);
    const other = await learner(kx, {});
    const d = device();
    const many = await Promise.all(Array.from({ length: 20 }, () => start(other.user, sessionId, d)));
    expect(new Set(many.map((a) => must(a).startAttempt.attemptId)).size).toBe(1);
    expect(
      await kx.db.count('SELECT COUNT(*) AS n FROM exam_attempt WHERE enrolment_id = ?', [other.enrolmentId]),
    ).toBe(1);
  });

  it('acknowledges what is durable, ignores repeats, names the first gap', async () => {
    const a = must(await record(me.user, paper.attemptId, 1, opsFor(paper, 3))).recordAnswers;
    expect(a).toMatchObject({ ackSeq: 3, firstMissing: null, accepted: 3, late: 0, state: 'STARTED' });
    const b = must(await record(me.user, paper.attemptId, 1, opsFor(paper, 3))).recordAnswers;
    expect(b).toMatchObject({ ackSeq: 3, accepted: 0 });
    const c = must(await record(me.user, paper.attemptId, 1, opsFor(paper, 2, 5))).recordAnswers;
    expect(c).toMatchObject({ ackSeq: 3, firstMissing: 4, accepted: 2 });
    const d = must(await record(me.user, paper.attemptId, 1, opsFor(paper, 1, 4))).recordAnswers;
    expect(d).toMatchObject({ ackSeq: 6, firstMissing: null, accepted: 1 });
    expect((await kx.get(VerifyAttempts).run(sessionId)).faults).toEqual([]);
  });

  it('a late repeat of an older change does not bring the older answer back', async () => {
    const q = questionsOf(paper)[0]!.id;
    const op = (seq: number, value: string) => ({ seq, questionId: q, value, atMonoMs: seq });
    must(await record(me.user, paper.attemptId, 1, [op(2, 'B')]));
    must(await record(me.user, paper.attemptId, 1, [op(1, 'A')]));
    must(await record(me.user, paper.attemptId, 1, [op(1, 'A'), op(2, 'B')]));
    const now = must(await resume(me.user, paper.attemptId, pc)).resumeAttempt;
    expect(now.answers).toEqual([{ questionId: q, value: 'B' }]);
    expect(now.ackSeq).toBe(2);
  });

  it('the same number with another content is refused, not taken for a repeat', async () => {
    must(await record(me.user, paper.attemptId, 1, opsFor(paper, 2)));
    const a = await record(me.user, paper.attemptId, 1, opsFor(paper, 2, 1, 'C'));
    expect(code(a)).toBe('EXAMS_JOURNAL_CONFLICT');
  });

  it('stored letters are the item’s own: the key is reached through the shuffle', async () => {
    const keys = await kx.db.query<{ code: string; answerKey: string; options: string; stem: string }>(
      'SELECT i.code, k.answer_key, v.options, v.stem FROM item_key k JOIN item_version v ON v.id = k.item_version_id JOIN item i ON i.id = v.item_id',
    );
    const right = questionsOf(paper).map((q, i) => {
      const own = keys.find((k) => k.code === q.id)!;
      const options = typeof own.options === 'string' ? (JSON.parse(own.options) as string[]) : own.options;
      const value = [...own.answerKey]
        .map((l) => 'ABCDE'[q.options.indexOf(options['ABCDE'.indexOf(l)]!)]!)
        .sort()
        .join('');
      return { seq: i + 1, questionId: q.id, value, atMonoMs: i };
    });
    must(await record(me.user, paper.attemptId, 1, right));
    const moved = right.filter((o) => keys.find((k) => k.code === o.questionId)!.answerKey !== o.value);
    expect(moved.length).toBeGreaterThan(10);
    const done = must(await submit(me.user, paper.attemptId, { expectedSeq: 40 })).submitAttempt;
    expect(done).toMatchObject({ submitted: true, receipt: { count: 40 } });
    await grade();
    const best = await kx.get(Exams).bestResult(me.enrolmentId, 'TP-FINAL-A');
    expect(best).toMatchObject({
      attempts: 1,
      openAttempt: false,
      best: { score: '100', percent: '100.00', passed: true },
    });
    const [mine] = must(
      await me.user.gql<{ myExamResults: { score: string; areas: { score: string; max: string }[] }[] }>(
        '{ myExamResults { score passed areas { code score max label { zh } } } }',
      ),
    ).myExamResults;
    expect(mine!.areas.every((x) => x.score === x.max)).toBe(true);
  });

  it('refuses letters the question has not, two letters for one best, and questions not on the paper', async () => {
    const single = questionsOf(paper).find((q) => !q.multiple)!.id;
    const bad = (questionId: string, value: string) =>
      record(me.user, paper.attemptId, 1, [{ seq: 1, questionId, value, atMonoMs: 0 }]);
    expect(code(await bad(single, 'F'))).toBe('EXAMS_BAD_ANSWER');
    expect(code(await bad(single, 'AB'))).toBe('EXAMS_BAD_ANSWER');
    expect(code(await bad('X-999', 'A'))).toBe('EXAMS_BAD_ANSWER');
    expect(code(await bad(single, 'a'))).toBe('PLATFORM_INVALID_INPUT');
    expect(await kx.db.count('SELECT COUNT(*) AS n FROM answer_event WHERE attempt_id = ?', [paper.attemptId])).toBe(0);
  });

  it('another candidate finds nothing, by every way in', async () => {
    const other = await learner(kx, {});
    const missing = await Promise.all([
      record(other.user, paper.attemptId, 1, opsFor(paper, 1)),
      submit(other.user, paper.attemptId, {}),
      resume(other.user, paper.attemptId, device(), true),
      heartbeat(other.user, paper.attemptId, 1),
      other.user.gql('query ($a: String!) { attemptReceipt(attemptId: $a) { attemptId } }', { a: paper.attemptId }),
    ]);
    expect(missing.map(code)).toEqual(Array(5).fill('PLATFORM_NOT_FOUND'));
    const absent = await record(other.user, '00000000-0000-7000-8000-000000000000', 1, []);
    expect(absent.errors).toEqual(
      missing[0]!.errors!.map((e) => ({ ...e, extensions: { ...e.extensions, requestId: expect.anything() } })),
    );
  });

  it('a save is at most 6 statements, one of 10 ops as one of 1', async () => {
    const run = async (n: number, from: number) => {
      let statements = 0;
      await requestContext.run({ requestId: 'r', lang: 'zh-CN' }, async () => {
        await kx
          .get(RecordAnswers)
          .run(me.user.actor, { attemptId: paper.attemptId, epoch: 1, ops: opsFor(paper, n, from) });
        statements = requestContext.get()!.statements;
      });
      return statements;
    };
    const one = await run(1, 1);
    const ten = await run(10, 2);
    const repeat = await run(10, 2);
    expect({ one, ten }).toEqual({ one: 4, ten: 4 });
    expect(repeat).toBeLessThanOrEqual(6);
  });

  it('F12: handing in twenty times at once gives one receipt, and again a day later', async () => {
    must(await record(me.user, paper.attemptId, 1, opsFor(paper, 5)));
    const many = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        submit(me.user, paper.attemptId, { expectedSeq: 5 }, i % 2 ? {} : { 'idempotency-key': 'the-same-key' }),
      ),
    );
    const receipts = many.map((a) => must(a).submitAttempt.receipt);
    expect(new Set(receipts.map((r) => JSON.stringify(r))).size).toBe(1);
    expect(await kx.db.count('SELECT COUNT(*) AS n FROM exam_submission WHERE attempt_id = ?', [paper.attemptId])).toBe(
      1,
    );
    expect(
      await kx.db.count("SELECT COUNT(*) AS n FROM outbox WHERE name = 'exams.attempt-submitted' AND payload LIKE ?", [
        `%${paper.attemptId}%`,
      ]),
    ).toBe(1);
    await grade();
    kx.clock.advance(86_400_000);
    await kx.db.dataSource.query('UPDATE session SET last_seen_at = ?', [kx.clock.now()]);
    expect(must(await submit(me.user, paper.attemptId, { expectedSeq: 5 })).submitAttempt.receipt).toEqual(receipts[0]);
    kx.clock.advance(-86_400_000);
  });

  it('is not handed in short without the candidate’s word; the list names what is missing', async () => {
    const a = must(await submit(me.user, paper.attemptId, { ops: opsFor(paper, 2), expectedSeq: 4 })).submitAttempt;
    expect(a).toMatchObject({
      submitted: false,
      missing: [3, 4],
      receipt: null,
      save: { ackSeq: 2, state: 'STARTED' },
    });
    const b = must(await submit(me.user, paper.attemptId, { expectedSeq: 4, confirmed: true })).submitAttempt;
    expect(b).toMatchObject({ submitted: true, missing: [3, 4], receipt: { count: 2 } });
    const r = must(
      await me.user.gql<{ attemptReceipt: { incomplete: boolean } }>(
        'query ($a: String!) { attemptReceipt(attemptId: $a) { incomplete } }',
        { a: paper.attemptId },
      ),
    );
    expect(r.attemptReceipt.incomplete).toBe(true);
  });

  it('C7: the receipt can be made again from the tables', async () => {
    must(await record(me.user, paper.attemptId, 1, opsFor(paper, 7)));
    const { receipt } = must(await submit(me.user, paper.attemptId, { expectedSeq: 7 })).submitAttempt as {
      receipt: Receipt;
    };
    const rows = await kx.db.query<{ questionId: string; value: string }>(
      'SELECT question_id, value FROM answer_current WHERE attempt_id = ?',
      [paper.attemptId],
    );
    const hash = answersHash(Object.fromEntries(rows.map((r) => [r.questionId, r.value])));
    const text = receiptText({
      attemptId: paper.attemptId,
      answersHash: hash,
      count: 7,
      submittedAt: new Date(receipt.submittedAt),
    });
    expect(receipt).toMatchObject({ answersHash: hash, count: 7, mac: kx.crypto.receiptMac(text) });
  });

  it('the server’s clock rules: in the grace time what was made in time counts, later ones are kept with a flag', async () => {
    const minute = 60_000;
    must(await record(me.user, paper.attemptId, 1, opsFor(paper, 1)));
    kx.clock.advance(61 * minute);
    const q = questionsOf(paper)[5]!.id;
    const inGrace = must(
      await record(me.user, paper.attemptId, 1, [{ seq: 2, questionId: q, value: 'B', atMonoMs: 59 * minute }]),
    ).recordAnswers;
    expect(inGrace).toMatchObject({ ackSeq: 2, late: 0, remainingMs: 0 });
    const after = must(
      await record(me.user, paper.attemptId, 1, [{ seq: 3, questionId: q, value: 'C', atMonoMs: 60 * minute + 1 }]),
    ).recordAnswers;
    expect(after).toMatchObject({ ackSeq: 3, late: 1 });
    kx.clock.advance(1.5 * minute);
    const late = must(
      await record(me.user, paper.attemptId, 1, [{ seq: 4, questionId: q, value: 'D', atMonoMs: 1000 }]),
    ).recordAnswers;
    expect(late).toMatchObject({ ackSeq: 4, late: 2 });
    // The lost reply of a late save says late again, so that no page takes it for saved.
    expect(
      must(await record(me.user, paper.attemptId, 1, [{ seq: 4, questionId: q, value: 'D', atMonoMs: 1000 }]))
        .recordAnswers,
    ).toMatchObject({ accepted: 0, late: 2 });
    await kx.get(CloseOverdue).tick();
    const flags = await kx.db.query<{ flag: string }>(
      'SELECT flag FROM answer_event WHERE attempt_id = ? ORDER BY seq',
      [paper.attemptId],
    );
    expect(flags.map((f) => f.flag)).toEqual(['COUNTED', 'COUNTED', 'LATE', 'LATE']);
    const { attemptReceipt } = must(
      await me.user.gql<{
        attemptReceipt: {
          handedInBy: string;
          late: number;
          receipt: Receipt;
          sheet: { questionId: string; value: string }[];
        };
      }>(
        'query ($a: String!) { attemptReceipt(attemptId: $a) { handedInBy late receipt { count } sheet { number questionId value } } }',
        { a: paper.attemptId },
      ),
    );
    expect(attemptReceipt).toMatchObject({ handedInBy: 'SYSTEM', late: 2, receipt: { count: 2 } });
    expect(attemptReceipt.sheet.find((s) => s.questionId === q)!.value).toBe('B');
    kx.clock.advance(-62.5 * minute);
  });

  it('a dead client’s attempt is closed from the journal and graded', async () => {
    must(await record(me.user, paper.attemptId, 1, opsFor(paper, 12)));
    kx.clock.advance(62 * 60_000);
    await kx.get(CloseOverdue).tick();
    expect(
      (await kx.db.one<{ state: string }>('SELECT state FROM exam_attempt WHERE id = ?', [paper.attemptId]))!.state,
    ).toBe('STARTED');
    kx.clock.advance(1);
    await kx.get(CloseOverdue).tick();
    await grade();
    const row = await kx.db.one(
      'SELECT a.state, s.handed_in_by, s.answered_count FROM exam_attempt a JOIN exam_submission s ON s.attempt_id = a.id WHERE a.id = ?',
      [paper.attemptId],
    );
    expect(row).toEqual({ state: 'MARKED', handedInBy: 'SYSTEM', answeredCount: 12 });
    expect(code(await resume(me.user, paper.attemptId, pc))).toBe('EXAMS_ATTEMPT_CLOSED');
    kx.clock.advance(-62 * 60_000 - 1);
  });

  it('a second device takes over with the person’s word; the first may still bring its journal as evidence', async () => {
    const phone = device();
    must(await record(me.user, paper.attemptId, 1, opsFor(paper, 2)));
    expect(code(await resume(me.user, paper.attemptId, phone))).toBe('EXAMS_OPEN_ELSEWHERE');
    const second = must(await resume(me.user, paper.attemptId, phone, true)).resumeAttempt;
    expect(second).toMatchObject({ epoch: 2, ackSeq: 0 });
    expect(second.answers).toHaveLength(2);
    const old = must(await record(me.user, paper.attemptId, 1, opsFor(paper, 2, 3))).recordAnswers;
    expect(old).toMatchObject({ takenOver: true, ackSeq: 4, late: 2 });
    expect(code(await submit(me.user, paper.attemptId, { epoch: 1, expectedSeq: 4 }))).toBe('EXAMS_SESSION_TAKEN_OVER');
    expect(must(await heartbeat(me.user, paper.attemptId, 1)).attemptHeartbeat.takenOver).toBe(true);
    const done = must(
      await submit(me.user, paper.attemptId, { epoch: 2, ops: opsFor(paper, 1, 1, 'E'), expectedSeq: 1 }),
    ).submitAttempt;
    expect(done.receipt!.count).toBe(2);
    expect((await kx.get(VerifyAttempts).run(sessionId)).faults).toEqual([]);
  });

  it('grades once, whatever runs at the same time; grading again gives the same; an edited score is found', async () => {
    must(await record(me.user, paper.attemptId, 1, opsFor(paper, 30)));
    must(await submit(me.user, paper.attemptId, { expectedSeq: 30 }));
    await Promise.all([grade(), grade(), grade()]);
    expect(await kx.db.count('SELECT COUNT(*) AS n FROM exam_result WHERE attempt_id = ?', [paper.attemptId])).toBe(1);
    const verify = kx.get(VerifyAttempts);
    expect(await verify.run(sessionId)).toMatchObject({ checked: 1, faults: [] });
    await kx.db.dataSource.query("UPDATE exam_result SET score = '99' WHERE attempt_id = ?", [paper.attemptId]);
    expect((await verify.run(sessionId)).faults).toHaveLength(1);
    await kx.db.dataSource.query(
      "UPDATE answer_current SET value = IF(value = 'E', 'D', 'E') WHERE attempt_id = ? LIMIT 1",
      [paper.attemptId],
    );
    expect((await verify.run(sessionId)).faults.map((f) => f.what)).toContain(
      'the current answers differ from the journal',
    );
  });

  it('F02, F16: the reply is lost after commit; the same call again has the same answer and no second effect', async () => {
    const lost = await record(me.user, paper.attemptId, 1, opsFor(paper, 4));
    expect(must(lost).recordAnswers.ackSeq).toBe(4);
    expect(must(await record(me.user, paper.attemptId, 1, opsFor(paper, 4))).recordAnswers).toMatchObject({
      ackSeq: 4,
      accepted: 0,
    });
    const first = must(await submit(me.user, paper.attemptId, { expectedSeq: 4 })).submitAttempt;
    const again = must(await submit(me.user, paper.attemptId, { expectedSeq: 4 })).submitAttempt;
    expect(again.receipt).toEqual(first.receipt);
    expect(
      await kx.db.count(
        "SELECT COUNT(*) AS n FROM audit_entry WHERE action = 'exams.submit-attempt' AND object_id = ?",
        [paper.attemptId],
      ),
    ).toBe(1);
  });

  it('no key and no rationale in anything a candidate can read', async () => {
    must(await record(me.user, paper.attemptId, 1, opsFor(paper, 3)));
    must(await submit(me.user, paper.attemptId, { expectedSeq: 3 }));
    await grade();
    const everything = JSON.stringify([
      paper,
      await me.user.gql('{ myExams { sessionId title reasons { code message } attempts { id state score passed } } }'),
      await me.user.gql('{ myExamResults { attemptId score maxScore percent areas { code score max } } }'),
      await me.user.gql('query ($a: String!) { attemptReceipt(attemptId: $a) { sheet { number questionId value } } }', {
        a: paper.attemptId,
      }),
    ]);
    const rationales = await kx.db.query<{ rationale: string }>(
      'SELECT rationale FROM item_key WHERE rationale IS NOT NULL',
    );
    expect(rationales.length).toBeGreaterThan(50);
    expect(rationales.filter((r) => everything.includes(r.rationale))).toEqual([]);
    const schema = JSON.stringify(await kx.gql('{ __schema { types { name kind fields { name } } } }'));
    const types = (
      JSON.parse(schema) as { data: { __schema: { types: { name: string; fields: { name: string }[] | null }[] } } }
    ).data.__schema.types;
    const exam = types.filter((t) => /Exam|Attempt|Sheet|Save|Submit/.test(t.name));
    expect(
      exam
        .flatMap((t) => (t.fields ?? []).map((f) => f.name))
        .filter((n) => /key|rationale|correct|answerKey/i.test(n)),
    ).toEqual([]);
  });
});
