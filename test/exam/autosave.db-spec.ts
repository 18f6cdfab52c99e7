import { VerifyAttempts } from '../../libs/exams/src/use/verify-attempts';
import { testApp, type TestApp } from '../support/app';
import { learner } from '../support/learner';
import { DbServer } from './db-server';
import { type Outcome, sit } from './schedule';
import { must, device, questionsOf, scheduled, shuffledPaper, start } from './sitting';
import { World } from './world';

const RUNS = 25;
const GRACE_MS = 120_000;

/** C1 once more, against the real use cases on the real database: fewer schedules, the same oracle. */
describe('C1 on MariaDB', () => {
  let kx: TestApp;
  beforeAll(async () => {
    kx = await testApp({ seed: 'starter' });
    await shuffledPaper(kx);
  });
  afterAll(() => kx.close());

  it(`${RUNS} schedules hold`, async () => {
    const faults: string[] = [];
    const sum = { acts: 0, ops: 0, reloads: 0, takeovers: 0, late: 0, evidence: 0, saidSaved: 0, handedIn: 0 };
    for (let seed = 1; seed <= RUNS; seed++) {
      const begin = Date.UTC(2026, 2, 2, 1) + seed * 7_200_000;
      kx.clock.set(begin);
      const world = new World(seed, begin, (now) => kx.clock.set(now));
      const minutes = seed % 3 === 0 ? 1 + (seed % 4) : 60;
      const me = await learner(kx, {});
      // The window ends early for those who shall run into the deadline.
      const { sessionId } = await scheduled(kx, { hours: 1.2, lateLimitMinutes: null });
      const back = (72 - minutes) * 60_000;
      await kx.db.dataSource.query('UPDATE exam_session SET opens_at = ?, closes_at = ? WHERE id = ?', [
        new Date(begin - back),
        new Date(begin + minutes * 60_000),
        sessionId,
      ]);
      const paper = must(await start(me.user, sessionId, device())).startAttempt;
      const server = new DbServer(kx, me, paper.attemptId);
      const questions = questionsOf(paper)
        .filter((q) => !q.multiple)
        .slice(0, 8)
        .map((q) => q.id);
      const deadline = Date.parse(paper.deadline);
      const o: Outcome = await sit(world, {
        server,
        deadline,
        graceMs: GRACE_MS,
        questions,
        acts: 25,
        blackout: seed % 6 === 0,
      });
      for (const k of Object.keys(sum) as (keyof typeof sum)[]) sum[k] += Number(o[k]);
      faults.push(...o.faults.map((f) => `seed ${seed}: ${f}`));
      kx.clock.set(world.serverNow);
      await kx.drain();
      const v = await kx.get(VerifyAttempts).run(sessionId);
      faults.push(...v.faults.map((f) => `seed ${seed}: ${f.what}`));
    }
    expect(faults).toEqual([]);
    expect(sum.acts).toBeGreaterThan(RUNS * 10);
    expect(sum.takeovers).toBeGreaterThan(5);
    expect(sum.evidence).toBeGreaterThan(5);
    expect(sum.saidSaved).toBeGreaterThan(RUNS);
    if (process.env.KX_SHOW) console.log(JSON.stringify(sum));
  }, 120_000);
});
