// The load generator, a process of its own: candidates over HTTP, or the bare floor on mysql2. Orders come by IPC.
import http from 'node:http';
import mysql from 'mysql2/promise';

const SAVE = `mutation R($i: RecordAnswersInput!) { recordAnswers(input: $i) { ackSeq firstMissing serverNow deadline remainingMs state late takenOver } }`;
const BEAT = `mutation H($i: HeartbeatInputType!) { attemptHeartbeat(input: $i) { ackSeq serverNow deadline state late takenOver messages { id body } } }`;
const START = `mutation S($s: String!, $d: String!) { startAttempt(sessionId: $s, device: $d) { attemptId epoch paperHash deadline sections { code type blocks { stem questions { id number stem options multiple points } } } answers { questionId value } } }`;
const SUBMIT = `mutation F($i: SubmitAttemptInput!) { submitAttempt(input: $i) { submitted receipt { attemptId answersHash count submittedAt mac } } }`;

let agent = new http.Agent({ keepAlive: true, maxSockets: 400 });

/** One GraphQL call. @returns {Promise<{data: object, bytes: number}>} */
function call(base, cookie, query, variables) {
  const body = JSON.stringify({ query, variables });
  return new Promise((resolve, reject) => {
    const req = http.request(
      `${base}/graphql`,
      {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie },
      },
      (res) => {
        const parts = [];
        res.on('data', (d) => parts.push(d));
        res.on('end', () => {
          const text = Buffer.concat(parts).toString();
          try {
            const answer = JSON.parse(text);
            if (answer.errors) return reject(new Error(JSON.stringify(answer.errors[0])));
            resolve({ data: answer.data, bytes: body.length + text.length, status: res.statusCode });
          } catch (e) {
            reject(e);
          }
        });
      },
    );
    req.on('error', reject);
    req.end(body);
  });
}

const LETTERS = 'ABCDE';
/** The next ten changes of a taker: ten questions on, another letter each round. */
function nextOps(t, n) {
  return Array.from({ length: n }, () => {
    const seq = ++t.seq;
    return {
      seq,
      questionId: t.questions[seq % t.questions.length],
      value: LETTERS[Math.floor(seq / t.questions.length) % 5],
      atMonoMs: seq * 800,
    };
  });
}

async function save(base, t, n) {
  const ops = nextOps(t, n);
  const from = performance.now();
  const { data, bytes } = await call(base, t.cookie, SAVE, { i: { attemptId: t.attemptId, epoch: 1, ops } });
  const a = data.recordAnswers;
  const wrong = a.ackSeq !== t.seq || a.firstMissing !== null || a.late !== 0 || a.state !== 'STARTED';
  return { ms: performance.now() - from, bytes, wrong };
}

const orders = {
  async start({ base, sessionId, candidates }) {
    const takers = [];
    const ms = [];
    for (let i = 0; i < candidates.length; i += 10)
      await Promise.all(
        candidates.slice(i, i + 10).map(async (c) => {
          const from = performance.now();
          const { data } = await call(base, c.cookie, START, { s: sessionId, d: `bench-${c.accountId.slice(-20)}` });
          ms.push(performance.now() - from);
          const p = data.startAttempt;
          // One-best questions only: any letter is a lawful answer there.
          const questions = p.sections.flatMap((s) =>
            s.blocks.flatMap((b) => b.questions.filter((q) => !q.multiple).map((q) => q.id)),
          );
          takers.push({ cookie: c.cookie, attemptId: p.attemptId, questions, seq: 0 });
        }),
      );
    return { takers, ms };
  },

  /** Closed loop: `concurrency` takers, each saving ten changes after the other. */
  async saves({ base, takers, concurrency, count }) {
    let left = count;
    let errors = 0;
    let bytes = 0;
    const ms = [];
    const from = performance.now();
    await Promise.all(
      takers.slice(0, concurrency).map(async (t) => {
        while (left-- > 0) {
          const r = await save(base, t, 10);
          ms.push(r.ms);
          bytes = r.bytes;
          if (r.wrong) errors++;
        }
      }),
    );
    return { takers, ms, errors, bytes, seconds: (performance.now() - from) / 1000 };
  },

  /** As a hall works: everybody saves a change or two every few seconds, and beats every 15 s. */
  async hall({ base, takers, seconds, everyMs }) {
    const until = performance.now() + seconds * 1000;
    const ms = [];
    let errors = 0;
    const sleep = (n) => new Promise((r) => setTimeout(r, n));
    await Promise.all(
      takers.map(async (t, i) => {
        await sleep((i / takers.length) * everyMs);
        let beat = performance.now() + Math.random() * 15_000;
        while (performance.now() < until) {
          const r = await save(base, t, 1 + (t.seq % 3)).catch(() => ({ ms: NaN, wrong: true }));
          ms.push(r.ms);
          if (r.wrong) errors++;
          if (performance.now() > beat) {
            beat += 15_000;
            await call(base, t.cookie, BEAT, {
              i: { attemptId: t.attemptId, epoch: 1, signals: [], messagesAfter: '2026-01-01T00:00:00Z' },
            });
          }
          await sleep(everyMs * (0.5 + Math.random()));
        }
      }),
    );
    return { takers, ms, errors, seconds };
  },

  async submit({ base, takers, concurrency }) {
    const ms = [];
    let errors = 0;
    const queue = [...takers];
    await Promise.all(
      Array.from({ length: concurrency }, async () => {
        for (let t = queue.shift(); t; t = queue.shift()) {
          const from = performance.now();
          const { data } = await call(base, t.cookie, SUBMIT, {
            i: { attemptId: t.attemptId, epoch: 1, ops: [], expectedSeq: t.seq, confirmed: false },
          });
          ms.push(performance.now() - from);
          if (!data.submitAttempt.submitted || !data.submitAttempt.receipt.mac) errors++;
        }
      }),
    );
    return { ms, errors };
  },

  /** The same work done bare: one transaction of lock, journal, upsert, epoch, on the same tables. */
  async floor({ db, takers, concurrency, count }) {
    const pool = await Promise.all(
      Array.from({ length: concurrency }, () => mysql.createConnection({ ...db, timezone: 'Z' })),
    );
    let left = count;
    const ms = [];
    const from = performance.now();
    await Promise.all(
      pool.map(async (c, i) => {
        const t = takers[i];
        while (left-- > 0) {
          const at = performance.now();
          const ops = nextOps(t, 10);
          const now = new Date();
          await c.query('SET TRANSACTION ISOLATION LEVEL READ COMMITTED');
          await c.query('START TRANSACTION');
          await c.query(
            'SELECT a.id, a.state, a.epoch, a.deadline, e.ack_seq, e.max_seq FROM exam_attempt a JOIN attempt_epoch e ON e.attempt_id = a.id AND e.epoch = 1 WHERE a.id = ? FOR UPDATE',
            [t.attemptId],
          );
          await c.query(
            'INSERT INTO answer_event (attempt_id, epoch, seq, question_id, value, at_mono_ms, received_at, flag) VALUES ?',
            [ops.map((o) => [t.attemptId, 1, o.seq, o.questionId, o.value, o.atMonoMs, now, 'COUNTED'])],
          );
          await c.query(
            'INSERT INTO answer_current (attempt_id, question_id, value, epoch, seq) VALUES ? ON DUPLICATE KEY UPDATE value = VALUES(value), seq = VALUES(seq), epoch = VALUES(epoch)',
            [ops.map((o) => [t.attemptId, o.questionId, o.value, 1, o.seq])],
          );
          await c.query(
            'UPDATE attempt_epoch SET ack_seq = ?, max_seq = ?, last_seen_at = ? WHERE attempt_id = ? AND epoch = 1',
            [t.seq, t.seq, now, t.attemptId],
          );
          await c.query('COMMIT');
          ms.push(performance.now() - at);
        }
      }),
    );
    const seconds = (performance.now() - from) / 1000;
    await Promise.all(pool.map((c) => c.end()));
    return { takers, ms, seconds };
  },
};

process.on('message', async ({ id, order, args }) => {
  try {
    process.send({ id, result: await orders[order](args) });
  } catch (e) {
    process.send({ id, error: String(e.stack ?? e) });
  }
});
process.on('disconnect', () => process.exit(0));
