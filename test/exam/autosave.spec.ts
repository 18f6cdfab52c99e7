import { PureServer } from './server';
import { type Outcome, sit } from './schedule';
import { World } from './world';

const QUESTIONS = Array.from({ length: 8 }, (_, i) => `Q${i + 1}`);
const RUNS = 1000;
const GRACE_S = 120;

async function run(seed: number): Promise<Outcome> {
  const world = new World(seed);
  // A third of the schedules run into the deadline, some into the grace time, some past it.
  const minutes = seed % 3 === 0 ? 1 + (seed % 4) : 60;
  const deadline = world.epoch0 + minutes * 60_000;
  const server = new PureServer(() => world.serverNow, deadline, GRACE_S);
  return sit(world, {
    server,
    deadline,
    graceMs: GRACE_S * 1000,
    questions: QUESTIONS,
    acts: 40,
    blackout: seed % 6 === 0,
  });
}

describe('C1: random schedules of the client engine against the accept function', () => {
  const sum = {
    acts: 0,
    ops: 0,
    reloads: 0,
    takeovers: 0,
    recovered: 0,
    late: 0,
    evidence: 0,
    saidSaved: 0,
    handedIn: 0,
  };
  const faults: string[] = [];

  beforeAll(async () => {
    for (let seed = 1; seed <= RUNS; seed++) {
      const o = await run(seed);
      for (const k of Object.keys(sum) as (keyof typeof sum)[]) sum[k] += Number(o[k]);
      faults.push(...o.faults.map((f) => `seed ${seed}: ${f}`));
    }
    if (process.env.KX_SHOW) console.log(JSON.stringify(sum));
  }, 120_000);

  it(`${RUNS} schedules: I1, final answers = what the page shows, 0 false 已保存, one submission, receipts recomputed`, () => {
    expect(faults).toEqual([]);
  });

  it('the schedules did meet what they are for', () => {
    expect(sum.acts).toBeGreaterThan(RUNS * 15);
    expect(sum.reloads).toBeGreaterThan(RUNS);
    expect(sum.takeovers).toBeGreaterThan(RUNS / 4);
    expect(sum.late).toBeGreaterThan(50);
    expect(sum.evidence).toBeGreaterThan(50);
    expect(sum.saidSaved).toBeGreaterThan(RUNS);
    expect(sum.handedIn).toBeGreaterThan(RUNS / 2);
  });
});
