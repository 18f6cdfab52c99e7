import { ReadingTracker } from '../../apps/web/src/lib/course/reading-tracker';
import { WatchTracker } from '../../apps/web/src/lib/course/watch-tracker';

describe('what the video page says it played', () => {
  const played = (w: WatchTracker) => w.take().map((p) => [p.fromMs, p.toMs, p.rate]);
  const run = (w: WatchTracker, from: number, to: number) => {
    for (let t = from + 250; t <= to; t += 250) w.tick(t);
  };

  it('joins what was played on, and cuts at speed changes', () => {
    const w = new WatchTracker(0);
    w.start(0, 1);
    run(w, 0, 5000);
    w.setRate(1.5);
    run(w, 5000, 8000);
    w.stop(8100);
    expect(w.furthest).toBe(8100);
    expect(played(w)).toEqual([
      [0, 5000, 1],
      [5000, 8100, 1.5],
    ]);
    expect(played(w)).toEqual([]);
  });

  it('hands over the running stretch without losing or doubling a millisecond', () => {
    const w = new WatchTracker(0);
    w.start(0, 1);
    run(w, 0, 3000);
    expect(w.waitingMs).toBe(3000);
    expect(played(w)).toEqual([[0, 3000, 1]]);
    run(w, 3000, 4000);
    w.stop(4000);
    expect(played(w)).toEqual([[3000, 4000, 1]]);
  });

  it('does not take a jump for play', () => {
    const w = new WatchTracker(0);
    w.start(0, 1);
    run(w, 0, 2000);
    w.tick(30_000);
    run(w, 30_000, 31_000);
    w.tick(10_000);
    run(w, 10_000, 11_000);
    w.stop(40_000);
    expect(played(w)).toEqual([
      [0, 2000, 1],
      [30_000, 31_000, 1],
      [10_000, 11_000, 1],
    ]);
  });

  it('a stretch of a throttled tab is one stretch', () => {
    const w = new WatchTracker(0);
    w.start(0, 1);
    for (let t = 1000; t <= 5000; t += 1000) w.tick(t);
    w.stop(5000);
    expect(played(w)).toEqual([[0, 5000, 1]]);
  });

  it('says nothing while it waits for the network', () => {
    const w = new WatchTracker(0);
    w.start(0, 1);
    run(w, 0, 1000);
    w.stop();
    w.tick(1000);
    expect(w.playing).toBe(false);
    w.start(1000, 1);
    run(w, 1000, 2000);
    w.stop(2000);
    expect(played(w)).toEqual([[0, 2000, 1]]);
  });
});

describe('what the reading page says', () => {
  const make = (seen: number[] = []) => new ReadingTracker(120_000, 1000, 0, seen);
  const run = (r: ReadingTracker, from: number, to: number, visible = true) => {
    for (let t = from; t <= to; t += 1000) r.tick(t, visible);
  };

  it('counts visible time only, and only while somebody is there', () => {
    const r = make();
    run(r, 0, 10_000);
    run(r, 11_000, 20_000, false);
    run(r, 21_000, 30_000);
    expect(r.take().activeMs).toBe(20_000);
    run(r, 31_000, 200_000);
    expect(r.idle(200_000)).toBe(true);
    expect(r.take().activeMs).toBe(90_000);
    r.sign(200_000);
    run(r, 201_000, 202_000);
    expect(r.take().activeMs).toBe(2000);
  });

  it('does not count a sleeping device', () => {
    const r = make();
    run(r, 0, 2000);
    r.sign(3_600_000);
    r.tick(3_600_000, true);
    expect(r.take().activeMs).toBe(2000);
  });

  it('takes a page as seen after its time in view, and says it once', () => {
    const r = make([1]);
    r.tick(0, true);
    r.page(1, true, 0);
    r.page(2, true, 500);
    r.tick(1000, true);
    expect(r.take().pages).toEqual([]);
    r.tick(2000, true);
    r.page(3, true, 2000);
    r.page(3, false, 2500);
    r.tick(3000, true);
    expect(r.take().pages).toEqual([2]);
    expect(r.take().pages).toEqual([]);
    expect(r.pagesSeen).toBe(2);
  });

  it('looks again at a page the server did not take', () => {
    const r = make();
    r.tick(0, true);
    r.page(1, true, 0);
    r.tick(1000, true);
    expect(r.take().pages).toEqual([1]);
    r.settle([]);
    r.tick(2000, true);
    expect(r.take().pages).toEqual([1]);
    r.settle([1]);
    r.tick(3000, true);
    expect(r.take().pages).toEqual([]);
  });

  it('says the end until the server has it', () => {
    const r = make();
    r.end();
    expect(r.take().reachedEnd).toBe(true);
    expect(r.take().reachedEnd).toBe(true);
  });
});
