// Steps 5 and 6: the course, whose time the server counts, and the exam with acknowledged answers.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Person, pause, today, until } from './client.mjs';

const OPEN = `mutation($i: OpenPlayerInput!) { openPlayer(input: $i) { sessionId idleSeconds } }`;
const STANDING = `acceptedSeq courseCompleted standing { done creditedMs neededMs readMs missing { code } }`;

async function read(learner, enrolmentId, lesson, tell) {
  const { openPlayer: player } = await learner.act(OPEN, { i: { enrolmentId, lessonId: lesson.id } });
  const pages = Array.from({ length: lesson.pages ?? 0 }, (_, i) => i + 1);
  for (let seq = 1; ; seq++) {
    await pause(4000);
    const { recordReading: r } = await learner.act(
      `mutation($i: ReadingInput!) { recordReading(input: $i) { ${STANDING} } }`,
      {
        i: {
          sessionId: player.sessionId,
          seq,
          activeMs: 4000,
          pages: pages.slice(0, seq),
          position: pages.length ? Math.min(seq, pages.length) : 1000,
          reachedEnd: true,
        },
      },
    );
    if (r.standing.done) return r.courseCompleted;
    if (seq > 40)
      throw new Error(`lesson ${lesson.title.zh} is not done after ${seq * 4} s: ${JSON.stringify(r.standing)}`);
    tell(`${Math.round(r.standing.readMs / 1000)} s`);
  }
}

async function watch(learner, enrolmentId, lesson, tell) {
  const { openPlayer: player } = await learner.act(OPEN, { i: { enrolmentId, lessonId: lesson.id } });
  const record = (seq, from, to, rate) =>
    learner.act(`mutation($i: WatchedInput!) { recordWatched(input: $i) { ${STANDING} } }`, {
      i: { sessionId: player.sessionId, seq, positionMs: to, intervals: [{ fromMs: from, toMs: to, rate }] },
    });
  // A claim of the whole film in the first second is worth that second, no more.
  await pause(1000);
  const forged = (await record(1, 0, lesson.durationMs, 1)).recordWatched.standing;
  if (forged.creditedMs > 2500)
    throw new Error(`the server believed a forged claim: ${forged.creditedMs} ms for one second`);
  let at = forged.creditedMs;
  for (let seq = 2; ; seq++) {
    await pause(4000);
    const to = Math.min(lesson.durationMs, at + 4000);
    const { recordWatched: r } = await record(seq, at, to, 1);
    at = to;
    if (r.standing.done) return r.courseCompleted;
    if (seq > 40) throw new Error(`the film is not done: ${JSON.stringify(r.standing)}`);
    if (at >= lesson.durationMs) at = 0;
    tell(`${Math.round(r.standing.creditedMs / 1000)} s`);
  }
}

export async function takeCourse(learner, enrolmentId, courseCode, tell) {
  const outline = () =>
    learner.ask(
      `query($e: String!, $c: String!) { myCourse(enrolmentId: $e, courseCode: $c) { state completedAt lessons { id kind title { zh } durationMs pages standing { done } } } }`,
      { e: enrolmentId, c: courseCode },
    );
  for (const lesson of (await outline()).myCourse.lessons) {
    if (lesson.standing.done) continue;
    await (lesson.kind === 'VIDEO' ? watch : read)(learner, enrolmentId, lesson, (s) =>
      tell(`${lesson.title.zh} ${s}`),
    );
  }
  const { myCourse } = await until('the completed course', 10, outline, (a) => a.myCourse.completedAt);
  return `${myCourse.lessons.length} lessons, completed`;
}

/** Keys of the starter items by stem: what the candidate has learnt. */
function keysByStem(root) {
  const bank = JSON.parse(fs.readFileSync(path.join(root, 'content/items/transfer-post-theory.json'), 'utf8'));
  const keys = new Map();
  const plain = (s) => s.replace(/\s+/g, '');
  const take = (q, shared = '') => keys.set(plain(shared + q.stem), q.key);
  for (const item of bank.items ?? []) take(item);
  for (const group of bank.groups ?? [])
    for (const q of group.questions) take(q, group.type === 'B1' ? '' : (group.stem ?? ''));
  return (block, q) => keys.get(plain((block.stem ?? '') + q.stem)) ?? keys.get(plain(q.stem));
}

export async function scheduleExam(base, title) {
  const officer = await Person.signedIn(base, 'ln-exam');
  const { examPapers } = await officer.ask('{ examPapers { id paperCode } }');
  const paper = examPapers.find((p) => p.paperCode === 'TP-FINAL-A');
  if (!paper) throw new Error(`no paper TP-FINAL-A among ${examPapers.map((p) => p.paperCode)}`);
  const { scheduleExam: s } = await officer.act(`mutation($i: ScheduleExamInput!) { scheduleExam(input: $i) { id } }`, {
    i: {
      paperVersionId: paper.id,
      title,
      opensAt: new Date(Date.now() + 1500).toISOString(),
      closesAt: new Date(Date.now() + 3 * 3_600_000).toISOString(),
      maxAttempts: 1,
    },
  });
  return s.id;
}

export async function sitExam(root, learner, sessionId) {
  const device = crypto.randomBytes(12).toString('hex');
  await until(
    'the open exam',
    20,
    () =>
      learner.ask(`query($s: String!) { myExam(sessionId: $s) { canStart reasons { message } } }`, { s: sessionId }),
    (a) => a.myExam.canStart,
  );
  const { startAttempt: paper } = await learner.act(
    `mutation($s: String!, $d: String!) { startAttempt(sessionId: $s, device: $d) { attemptId epoch deadline paperHash sections { type blocks { stem questions { id stem options multiple } } } } }`,
    { s: sessionId, d: device },
  );
  const keyOf = keysByStem(root);
  const questions = paper.sections.flatMap((s) =>
    s.blocks.flatMap((b) => b.questions.map((q) => ({ ...q, key: keyOf(b, q), type: s.type }))),
  );
  const unknown = questions.filter((q) => !q.key);
  if (unknown.length) throw new Error(`no key known for: ${unknown[0].stem}`);
  let seq = 0;
  let acknowledged = 0;
  const save = `mutation($i: RecordAnswersInput!) { recordAnswers(input: $i) { ackSeq firstMissing remainingMs state } }`;
  for (let i = 0; i < questions.length; i += 5) {
    const ops = questions
      .slice(i, i + 5)
      .map((q) => ({ seq: ++seq, questionId: q.id, value: q.key, atMonoMs: seq * 100 }));
    const input = { attemptId: paper.attemptId, epoch: paper.epoch, ops };
    const { recordAnswers: a } = await learner.act(save, { i: input });
    await learner.act(save, { i: input }); // a doubled batch changes nothing
    acknowledged = a.ackSeq;
  }
  if (acknowledged !== seq) throw new Error(`acknowledged ${acknowledged} of ${seq}`);
  const submit = () =>
    learner.act(
      `mutation($i: SubmitAttemptInput!) { submitAttempt(input: $i) { submitted missing receipt { answersHash count submittedAt mac } } }`,
      {
        i: { attemptId: paper.attemptId, epoch: paper.epoch, ops: [], expectedSeq: seq, confirmed: false },
      },
    );
  const { submitAttempt: first } = await submit();
  const { submitAttempt: again } = await submit();
  if (!first.submitted || first.receipt.mac !== again.receipt.mac) throw new Error('two submits gave two receipts');
  const { myExamResults } = await until(
    'the graded attempt',
    30,
    () => learner.ask('{ myExamResults { attemptId score maxScore passed state } }'),
    (a) => a.myExamResults.some((r) => r.attemptId === paper.attemptId && r.state === 'MARKED'),
  );
  const mine = myExamResults.find((r) => r.attemptId === paper.attemptId);
  return {
    count: questions.length,
    types: [...new Set(questions.map((q) => q.type))].join(' '),
    score: `${Number(mine.score)}/${Number(mine.maxScore)}`,
    passed: mine.passed,
    receipt: first.receipt.answersHash.slice(0, 12),
    day: today(),
  };
}
