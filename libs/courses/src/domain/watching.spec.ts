import fc from 'fast-check';
import { addStretch, covered, type Stretch } from './intervals';
import { carryOver, wallBudget, type WatchRule } from './watch-rule';
import { type Claim, judgeWatched, seenByJournal, type Watched } from './watching';

const rule: WatchRule = {
  version: 'T',
  heartbeatSeconds: 15,
  tolerancePercent: 105,
  carryMs: 60_000,
  windowMs: 300_000,
  slackMs: 2000,
  suspectMs: 15_000,
  idleSeconds: 120,
  pageMs: 1000,
};
const video = { durationMs: 40_000, maxRateMilli: 1500 };
const fresh: Watched = { seen: [], furthestMs: 0 };
const play = (fromMs: number, toMs: number, rate = 1): Claim => ({ fromMs, toMs, rateMilli: rate * 1000 });

describe('addStretch', () => {
  it.each([
    ['first', [], [0, 5], [[0, 5]]],
    ['touching neighbours join', [[0, 5]], [5, 9], [[0, 9]]],
    ['inside changes nothing', [[0, 9]], [2, 4], [[0, 9]]],
    [
      'apart stays apart',
      [[0, 5]],
      [6, 9],
      [
        [0, 5],
        [6, 9],
      ],
    ],
    [
      'bridges a gap',
      [
        [0, 5],
        [6, 9],
      ],
      [4, 7],
      [[0, 9]],
    ],
    [
      'before all',
      [[6, 9]],
      [0, 2],
      [
        [0, 2],
        [6, 9],
      ],
    ],
    ['nothing', [[0, 5]], [7, 7], [[0, 5]]],
    ['turned round', [[0, 5]], [9, 7], [[0, 5]]],
  ] as [string, Stretch[], Stretch, Stretch[]][])('%s', (_, union, [from, to], expected) => {
    expect(addStretch(union, from, to)).toEqual(expected);
  });

  it('is the set of milliseconds, in whatever order it was put together', () => {
    const stretch = fc.tuple(fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 20 }), (list) => {
        const set = new Set<number>();
        for (const [a, b] of list) for (let i = a; i < b; i++) set.add(i);
        const union = list.reduce<Stretch[]>((u, [a, b]) => addStretch(u, a, b), []);
        expect(covered(union)).toBe(set.size);
        const turned = [...list].reverse().reduce<Stretch[]>((u, [a, b]) => addStretch(u, a, b), []);
        expect(turned).toEqual(union);
        for (let i = 1; i < union.length; i++) expect(union[i]![0]).toBeGreaterThan(union[i - 1]![1]);
      }),
    );
  });
});

describe('judgeWatched', () => {
  it.each([
    // what, claims, wall ms, credited in all, verdicts
    ['honest 15 s at 1×', [play(0, 15_000)], 15_000, 15_000, ['CREDITED']],
    ['honest 15 s at 1.5×', [play(0, 22_500, 1.5)], 15_000, 22_500, ['CREDITED']],
    ['a network that jitters by 5 %', [play(0, 15_000)], 14_300, 15_000, ['CREDITED']],
    ['forged burst in 0 ms', [play(0, 40_000)], 0, 0, ['NO_TIME']],
    ['forged burst in 3 s', [play(0, 40_000)], 3000, 3150, ['PARTIAL']],
    ['forged burst in 3 s at the cap', [play(0, 40_000, 1.5)], 3000, 4725, ['PARTIAL']],
    ['over the speed limit', [play(0, 30_000, 2)], 15_000, 0, ['TOO_FAST']],
    ['skips ahead', [play(20_000, 30_000)], 15_000, 0, ['SKIPPED']],
    ['within the slack, the gap uncredited', [play(2000, 10_000)], 15_000, 8000, ['CREDITED']],
    ['the same stretch twice', [play(0, 7000), play(0, 7000)], 15_000, 7000, ['CREDITED', 'CREDITED']],
    ['past the end', [play(0, 1000), play(900, 99_000)], 60_000, 40_000, ['CREDITED', 'CREDITED']],
    ['turned round', [play(9000, 8000)], 15_000, 0, ['EMPTY']],
    ['speed 0', [play(0, 8000, 0)], 15_000, 0, ['EMPTY']],
    // 10,500 less 1: every rounding goes against the claim
    ['two stretches share the time', [play(0, 10_000), play(10_000, 20_000)], 10_000, 10_499, ['CREDITED', 'PARTIAL']],
    ['a forged start opens no door', [play(0, 40_000), play(39_000, 40_000)], 1000, 1050, ['PARTIAL', 'SKIPPED']],
  ] as [string, Claim[], number, number, string[]][])('%s', (_, claims, wall, credited, verdicts) => {
    const out = judgeWatched(fresh, claims, wall, video, rule);
    expect(covered(out.seen)).toBe(credited);
    expect(out.judged.map((j) => j.verdict)).toEqual(verdicts);
  });

  it('marks what cannot have happened, and not an uneven network', () => {
    expect(judgeWatched(fresh, [play(0, 40_000)], 1000, video, rule).suspect).toBe(true);
    expect(judgeWatched(fresh, [play(0, 30_000, 2)], 15_000, video, rule).suspect).toBe(true);
    expect(judgeWatched(fresh, [play(0, 15_000)], 12_000, video, rule).suspect).toBe(false);
    expect(judgeWatched(fresh, [play(20_000, 30_000)], 15_000, video, rule).suspect).toBe(false);
  });

  it('lets a second look at what was seen start anywhere in it', () => {
    const state: Watched = { seen: [[0, 20_000]], furthestMs: 20_000 };
    const out = judgeWatched(state, [play(4000, 9000), play(19_500, 24_500)], 10_000, video, rule);
    expect(out.judged.map((j) => j.verdict)).toEqual(['CREDITED', 'CREDITED']);
    expect(out.seen).toEqual([[0, 24_500]]);
    expect(out.furthestMs).toBe(24_500);
  });
});

describe('wallBudget', () => {
  const at = (s: number) => new Date(s * 1000);
  it.each([
    ['15 s', 15, 0, 15_000],
    ['with what was left over', 15, 2000, 17_000],
    ['a silence past the window', 1000, 0, 300_000],
    ['a clock that went back', -5, 1000, 1000],
  ])('%s', (_, seconds, carryMs, expected) => {
    expect(wallBudget(rule, { lastBeatAt: at(0), carryMs }, at(seconds))).toBe(expected);
  });
  it('hands on at most the carry', () => {
    expect(carryOver(rule, 61_000)).toBe(60_000);
    expect(carryOver(rule, -3)).toBe(0);
  });
});

/** A session as the server keeps it: heartbeats in their turn, everything else changes nothing. */
function session(beats: { seq: number; atMs: number; claims: Claim[] }[]) {
  const player = { lastBeatAt: new Date(0), carryMs: 0, lastSeq: 0 };
  let state: Watched = fresh;
  const journal: { fromMs: number; creditedMs: number }[] = [];
  for (const b of beats) {
    if (b.seq !== player.lastSeq + 1) continue;
    const now = new Date(b.atMs);
    const out = judgeWatched(state, b.claims, wallBudget(rule, player, now), video, rule);
    state = out;
    journal.push(...out.judged);
    player.lastSeq = b.seq;
    player.carryMs = carryOver(rule, out.leftMs);
    if (now > player.lastBeatAt) player.lastBeatAt = now;
  }
  return { ...state, journal };
}

const anyClaim = fc.record({
  fromMs: fc.integer({ min: 0, max: 45_000 }),
  toMs: fc.integer({ min: 0, max: 45_000 }),
  rateMilli: fc.integer({ min: 1, max: 4000 }),
});
const anyBeats = fc
  .array(fc.record({ gap: fc.nat(40_000), claims: fc.array(anyClaim, { maxLength: 6 }) }), { maxLength: 15 })
  .map((list) => {
    let atMs = 0;
    return list.map((b, i) => ({ seq: i + 1, atMs: (atMs += b.gap), claims: b.claims }));
  });

describe('a session, whatever is claimed', () => {
  it('never credits more than wall time × speed limit × 1.05', () => {
    fc.assert(
      fc.property(anyBeats, (beats) => {
        const wall = beats.at(-1)?.atMs ?? 0;
        const out = session(beats);
        const credited = out.journal.reduce((n, j) => n + j.creditedMs, 0);
        expect(covered(out.seen)).toBeLessThanOrEqual(credited);
        expect(credited).toBeLessThanOrEqual(wall * 1.5 * 1.05);
      }),
      { numRuns: 500 },
    );
  });

  it('can be recounted from its journal', () => {
    fc.assert(
      fc.property(anyBeats, (beats) => {
        const out = session(beats);
        expect(seenByJournal(out.journal)).toEqual(out.seen);
      }),
    );
  });

  it('is not changed by repeats and heartbeats out of turn', () => {
    fc.assert(
      fc.property(anyBeats, fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { maxLength: 20 }), (beats, noise) => {
        // Copies of any heartbeat, earlier and later ones, arrive before, between and after the right ones.
        const disturbed = beats.flatMap((b, i) => [
          ...noise.flatMap(([at, which]) => (at === i && beats[which] ? [beats[which]] : [])),
          b,
          b,
        ]);
        expect(session(disturbed)).toEqual(session(beats));
      }),
    );
  });

  it('never shows a point that no credited stretch reached, on the first view', () => {
    fc.assert(
      fc.property(anyBeats, (beats) => {
        const out = session(beats);
        expect(out.furthestMs).toBe(out.seen.at(-1)?.[1] ?? 0);
        // every gap is at most what the slack allows
        for (let i = 1; i < out.seen.length; i++)
          expect(out.seen[i]![0] - out.seen[i - 1]![1]).toBeLessThanOrEqual(rule.slackMs);
      }),
    );
  });

  it('loses nothing when the heartbeat that was cut off goes up late and the rest right after it', () => {
    const out = session([
      { seq: 1, atMs: 37_000, claims: [play(0, 15_000)] },
      { seq: 2, atMs: 37_100, claims: [play(15_000, 37_000)] },
    ]);
    expect(covered(out.seen)).toBe(37_000);
  });

  it('loses nothing of an honest 30 s network cut, and at most 15 s when the page is lost', () => {
    const whole = session([
      { seq: 1, atMs: 15_000, claims: [play(0, 15_000)] },
      { seq: 2, atMs: 40_000, claims: [play(15_000, 40_000)] },
    ]);
    expect(covered(whole.seen)).toBe(40_000);
    const lost = session([{ seq: 1, atMs: 15_000, claims: [play(0, 15_000)] }]);
    expect(covered(lost.seen)).toBe(15_000);
  });
});
