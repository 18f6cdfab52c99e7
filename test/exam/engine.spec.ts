import { fullJitter, MAX_MS } from '../../apps/web/src/lib/exam/backoff';
import { carryOver } from '../../apps/web/src/lib/exam/carry-over';
import { ExamEngine } from '../../apps/web/src/lib/exam/engine';
import { MemoryJournal } from '../../apps/web/src/lib/exam/memory-journal';
import { saveStatus, type SaveFacts } from '../../apps/web/src/lib/exam/save-status';
import { markPassed, ServerTime } from '../../apps/web/src/lib/exam/server-time';
import { JournalConflict, type Op, Refusal, type Transport } from '../../apps/web/src/lib/exam/types';
import { PureServer } from './server';
import { World } from './world';

const MINUTE = 60_000;

/** One engine on a quiet line, with every call noted and the line under the test's hand. */
async function page(f: { minutes?: number; journal?: MemoryJournal; world?: World; server?: PureServer } = {}) {
  const world = f.world ?? new World(7);
  const server = f.server ?? new PureServer(() => world.serverNow, world.epoch0 + (f.minutes ?? 60) * MINUTE);
  const calls: { at: number; kind: string; ops: Op[] }[] = [];
  const line = { up: true, refuse: null as Refusal | null, hang: '' as '' | 'all' | 'record', running: 0, most: 0 };
  const call = async <T>(kind: string, ops: Op[], fn: () => Promise<T>): Promise<T> => {
    calls.push({ at: world.now, kind, ops });
    if (kind === 'record') line.most = Math.max(line.most, ++line.running);
    try {
      await world.sleep(20);
      if (line.hang === 'all' || line.hang === kind) await new Promise(() => undefined);
      if (!line.up) throw new TypeError('Failed to fetch');
      if (line.refuse) throw line.refuse;
      return await fn();
    } finally {
      if (kind === 'record') line.running--;
    }
  };
  const transport: Transport = {
    record: (epoch, ops, o) => call(o.keepalive ? 'keepalive' : 'record', ops, () => server.record(epoch, ops)),
    heartbeat: (epoch, signals) =>
      call(`heartbeat ${signals.map((s) => s.kind).join()}`, [], () => server.heartbeat(epoch)),
    submit: (epoch, expected, ops, confirmed) =>
      call('submit', ops, () => server.submit(epoch, expected, ops, confirmed)),
  };
  const journal = f.journal ?? new MemoryJournal();
  const opened = await server.open('pc');
  const engine = new ExamEngine({ opened, journal, transport, timers: world.timers(), onChange: () => undefined });
  expect(await engine.restore()).toBeNull();
  engine.start();
  return { world, server, engine, calls, line, journal, records: () => calls.filter((c) => c.kind === 'record') };
}

describe('sending', () => {
  it('a choice goes out after 800 ms of quiet, and is never held longer than 1 s', async () => {
    const p = await page();
    p.engine.answer('Q1', 'A');
    await p.world.run(799);
    expect(p.records()).toHaveLength(0);
    await p.world.run(801);
    expect(p.records().map((c) => c.at)).toEqual([800]);
    await p.world.run(2000);
    for (let t = 2000; t < 4000; t += 300) {
      p.engine.answer('Q1', (t / 300) % 2 < 1 ? 'B' : 'C');
      await p.world.run(t + 300);
    }
    const [, second] = p.records();
    expect(second!.at).toBe(3000);
  });

  it('at most 50 at once, one call at a time, all in order', async () => {
    const p = await page();
    for (let i = 0; i < 120; i++) p.engine.answer(`Q${i}`, 'A');
    await p.world.run(3000);
    expect(p.records().map((c) => [c.ops[0]!.seq, c.ops.length])).toEqual([
      [1, 50],
      [51, 50],
      [101, 20],
    ]);
    expect(p.line.most).toBe(1);
    expect(p.engine.status).toBe('saved');
  });

  it('the same answer chosen again is no change', async () => {
    const p = await page();
    p.engine.answer('Q1', 'A');
    p.engine.answer('Q1', 'A');
    await p.world.run(2000);
    expect(p.records().map((c) => c.ops.length)).toEqual([1]);
  });

  it('a call without answer is given up after 15 s and made again', async () => {
    const p = await page();
    p.line.hang = 'all';
    p.engine.answer('Q1', 'A');
    await p.world.run(15_000);
    p.line.hang = '';
    expect(p.records()).toHaveLength(1);
    await p.world.run(17_500);
    expect(p.engine.status).toBe('saved');
    expect(p.records()[1]!.at).toBeGreaterThanOrEqual(15_800);
  });

  it('waits with full jitter, 1 s to 30 s', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map((n) => fullJitter(n, () => 0.999999))).toEqual([
      1000,
      2000,
      4000,
      8000,
      16_000,
      MAX_MS,
      MAX_MS,
    ]);
    expect(fullJitter(9, () => 0)).toBe(0);
  });

  it('leaving the page sends what is left at once', async () => {
    const p = await page();
    p.engine.answer('Q1', 'A');
    await p.world.run(50);
    p.engine.hide();
    expect(p.calls.map((c) => [c.kind, c.at])).toEqual([['keepalive', 50]]);
    await p.world.run(100);
    expect(p.engine.status).toBe('saved');
    await p.world.run(5000);
    expect(p.records()).toHaveLength(0);
  });
});

describe('offline', () => {
  it('bar at 20 s, dialog at 60 s, never 已保存 on the way; C2: after 10 minutes everything is there within 10 s', async () => {
    const p = await page();
    p.line.up = false;
    p.engine.answer('Q1', 'A');
    await p.world.run(19_000);
    expect(p.engine.view).toMatchObject({ offline: 'none', status: 'retrying', unsent: ['Q1'] });
    await p.world.run(21_500);
    expect(p.engine.view.offline).toBe('bar');
    await p.world.run(62_000);
    expect(p.engine.view.offline).toBe('dialog');
    for (let i = 0; i < 80; i++) p.engine.answer(`Q${i}`, 'C');
    await p.world.run(10 * MINUTE);
    expect(p.engine.view).toMatchObject({ status: 'retrying', editable: true });
    p.line.up = true;
    p.engine.line(true);
    await p.world.run(10 * MINUTE + 10_000);
    expect(p.engine.view).toMatchObject({ status: 'saved', offline: 'none', unsent: [] });
    await p.world.run(11 * MINUTE);
    expect(p.calls.map((c) => c.kind)).toContain('heartbeat ONLINE');
  });

  it('signed out: says so, keeps everything, and goes on after signing in', async () => {
    const p = await page();
    p.line.refuse = new Refusal('PLATFORM_SIGN_IN_REQUIRED', '请先登录');
    p.engine.answer('Q1', 'A');
    await p.world.run(5000);
    expect(p.engine.status).toBe('signedOut');
    p.line.refuse = null;
    await p.world.run(60_000);
    expect(p.engine.status).toBe('saved');
  });

  it('a refusal is shown with its words and never called saved', async () => {
    const p = await page();
    p.line.refuse = new Refusal('EXAMS_BAD_ANSWER', '不在选项之内');
    p.engine.answer('Q1', 'Z');
    await p.world.run(5000);
    expect(p.engine.view).toMatchObject({ status: 'refused', refusal: { message: '不在选项之内' } });
  });
});

describe('one journal, one page', () => {
  it('a second tab of the same browser is told when it takes a number that is taken', async () => {
    const shared = new MemoryJournal();
    const a = await page({ journal: shared });
    const b = await page({ journal: shared, world: a.world, server: a.server });
    a.engine.answer('Q1', 'A');
    await a.world.run(10);
    b.engine.answer('Q2', 'B');
    await a.world.run(3000);
    expect([a.engine.status, b.engine.status]).toEqual(['saved', 'otherTab']);
    expect(b.engine.answer('Q3', 'C')).toBe(false);
    expect(b.records()).toHaveLength(0);
  });

  it('numbers used twice without a common journal are refused by the server, and nothing is lost silently', async () => {
    const a = await page();
    const b = await page({ world: a.world, server: a.server });
    a.engine.answer('Q1', 'A');
    await a.world.run(2000);
    b.engine.answer('Q2', 'B');
    await a.world.run(4000);
    expect(b.engine.view).toMatchObject({ collided: true, status: 'refused' });
    expect(b.engine.pending.map((o) => o.questionId)).toEqual(['Q2']);
  });

  it('an acknowledgement counts for what its own call carried, not for what a heartbeat says', async () => {
    const a = await page();
    const b = await page({ world: a.world, server: a.server });
    a.engine.answer('Q1', 'A');
    await a.world.run(14_500);
    b.engine.answer('Q2', 'B');
    b.line.hang = 'record';
    // The heartbeat of 15 s says that number 1 is stored: it is, with the other page's content.
    await a.world.run(15_100);
    expect(b.calls.some((c) => c.kind.startsWith('heartbeat'))).toBe(true);
    expect(b.engine.view).toMatchObject({ status: 'sending', unsent: ['Q2'] });
  });

  it('taken over: nothing can be changed, the rest is brought as evidence', async () => {
    const p = await page();
    p.engine.answer('Q1', 'A');
    await p.world.run(2000);
    await p.server.open('phone');
    p.engine.answer('Q2', 'B');
    await p.world.run(4000);
    expect(p.engine.view).toMatchObject({ status: 'takenOver', editable: false, unsent: [], late: 1 });
    expect(await p.server.current()).toEqual({ Q1: 'A' });
  });

  it('a hole in the journal after a load: the ops come back for a new epoch', async () => {
    const world = new World(1);
    const server = new PureServer(() => world.serverNow, world.epoch0 + 60 * MINUTE);
    const opened = await server.open('pc');
    const op = (seq: number): Op => ({ epoch: 1, seq, questionId: `Q${seq}`, value: 'A', atMonoMs: seq });
    const load = async (seqs: number[], maxSeq = 0) => {
      const journal = new MemoryJournal();
      for (const s of seqs) await journal.append(op(s));
      const parts = {
        opened: { ...opened, maxSeq },
        journal,
        transport: {} as Transport,
        timers: world.timers(),
        onChange: () => undefined,
      };
      return (await new ExamEngine(parts).restore())?.map((o) => o.seq) ?? null;
    };
    expect(await load([1, 2, 3])).toBeNull();
    expect(await load([1, 3])).toEqual([1, 3]);
    expect(await load([2, 3])).toEqual([2, 3]);
    expect(await load([], 4)).toEqual([]);
  });

  it('a disk that failed before: the next load opens a new epoch, even when the journal looks whole', async () => {
    const p = await page();
    const journal = Object.assign(new MemoryJournal(), { broken: true });
    const parts = {
      opened: await p.server.open('pc'),
      journal,
      transport: {} as Transport,
      timers: p.world.timers(),
      onChange: () => undefined,
    };
    expect(await new ExamEngine(parts).restore()).toEqual([]);
    expect(await new ExamEngine(parts).restore(true)).toBeNull();
  });

  it('carried over in one step, with the instant at which they were made', async () => {
    const j = new MemoryJournal();
    const op = (epoch: number, seq: number, atMonoMs: number): Op => ({
      epoch,
      seq,
      questionId: `Q${seq}`,
      value: 'A',
      atMonoMs,
    });
    for (const o of [op(1, 4, 5000), op(1, 6, 9000)]) await j.append(o);
    expect(await carryOver(await j.load(), { from: 1_000_000, to: 1_060_000, epoch: 2 }, 'new-name', j)).toEqual([]);
    expect(await j.load()).toEqual([
      { ...op(2, 1, -55_000), questionId: 'Q4' },
      { ...op(2, 2, -51_000), questionId: 'Q6' },
    ]);
    const full = Object.assign(new MemoryJournal(), {
      renumber: () => Promise.reject(new Error('QuotaExceededError')),
    });
    expect(await carryOver([op(1, 4, 5000)], { from: 0, to: 10_000, epoch: 2 }, 'x', full)).toEqual([
      { ...op(2, 1, -5000), questionId: 'Q4' },
    ]);
  });

  it('a change is not sent before the journal has it', async () => {
    const journal = new MemoryJournal();
    const p = await page({ journal });
    const append = journal.append.bind(journal);
    journal.append = async (o) => {
      await p.world.sleep(3000);
      return append(o);
    };
    p.engine.answer('Q1', 'A');
    p.engine.hide();
    await p.world.run(2900);
    expect(p.calls).toEqual([]);
    await p.world.run(5000);
    expect(p.engine.status).toBe('saved');
  });

  it('an answer that was overtaken does not take back what a newer one said', async () => {
    const p = await page();
    const record = p.server.record.bind(p.server);
    p.server.record = async (...a) => ({ ...(await record(...a)), late: 1 });
    p.engine.answer('Q1', 'A');
    await p.world.run(20_000);
    expect(p.calls.some((c) => c.kind.startsWith('heartbeat'))).toBe(true);
    expect(p.engine.status).toBe('late');
  });

  it('the journal takes a number once', async () => {
    const j = new MemoryJournal();
    const op = { epoch: 1, seq: 1, questionId: 'Q', value: 'A', atMonoMs: 0 };
    await j.append(op);
    await expect(j.append(op)).rejects.toBeInstanceOf(JournalConflict);
  });
});

describe('time', () => {
  it('the page hands in by itself at the deadline', async () => {
    const p = await page({ minutes: 2 });
    p.engine.answer('Q1', 'A');
    await p.world.run(2 * MINUTE - 1);
    expect(p.engine.view).toMatchObject({ editable: true, handIn: 'no' });
    p.engine.answer('Q2', 'B');
    await p.world.run(2 * MINUTE + 500);
    expect(p.engine.view).toMatchObject({ editable: false, handIn: 'done', late: 0, receipt: { count: 2 } });
    expect(p.engine.answer('Q3', 'C')).toBe(false);
  });

  it('offline at the deadline: keeps trying, and in the grace time everything counts', async () => {
    const p = await page({ minutes: 1 });
    p.line.up = false;
    p.engine.answer('Q1', 'A');
    await p.world.run(100_000);
    p.line.up = true;
    await p.world.run(135_000);
    expect(p.engine.view).toMatchObject({ handIn: 'done', late: 0, receipt: { count: 1 } });
  });

  it('offline past the grace time: the receipt is the server’s, and the page says that a change was not counted', async () => {
    const p = await page({ minutes: 1 });
    p.line.up = false;
    p.engine.answer('Q1', 'A');
    await p.world.run(181_000);
    await p.server.sweep();
    p.line.up = true;
    await p.world.run(220_000);
    expect(p.engine.view).toMatchObject({ handIn: 'done', status: 'late', late: 1, receipt: { count: 0 } });
  });

  it('the server closed the attempt: the page learns it from a heartbeat and fetches the receipt', async () => {
    const p = await page();
    await p.server.submit(1, 0, [], true);
    await p.world.run(16_000);
    expect(p.engine.view).toMatchObject({
      handIn: 'done',
      state: 'SUBMITTED',
      status: 'closed',
      receipt: { count: 0 },
    });
  });

  it('the device’s clock plays no part; the picture of the server’s time lags, never leads', () => {
    let mono = 5;
    const t = new ServerTime({ now: () => mono }, 1000);
    mono = 105;
    expect(t.now()).toBe(1100);
    t.sync(2000);
    mono = 205;
    expect(t.now()).toBe(2100);
  });

  it.each([
    [31, 29, 30],
    [30, 29.9, null],
    [10.01, 10, 10],
    [12, 4, 5],
    [5, 4.99, null],
    [1.02, 1, 1],
    [0.5, 0, null],
  ])('announced between %p and %p minutes: %p', (before, now, mark) =>
    expect(markPassed(before * MINUTE, now * MINUTE)).toBe(mark),
  );
});

describe('handing in', () => {
  it('is short when numbers are missing; goes through with the candidate’s word', async () => {
    const p = await page();
    p.server.submit = async (epoch, expected, ops, confirmed) =>
      PureServer.prototype.submit.call(p.server, epoch, expected + 1, ops, confirmed);
    p.engine.answer('Q1', 'A');
    await p.world.run(5);
    void p.engine.submit();
    await p.world.run(200);
    expect(p.engine.view).toMatchObject({ handIn: 'short', missing: 1, editable: true });
    void p.engine.submit(true);
    await p.world.run(400);
    expect(p.engine.view).toMatchObject({ handIn: 'done', receipt: { count: 1 } });
  });

  it('lost reply: tries again and gets the same receipt (F02)', async () => {
    const p = await page();
    const real = p.server.submit.bind(p.server);
    let lost = 0;
    p.server.submit = async (...a) => {
      const r = await real(...a);
      if (lost++ < 2) throw new TypeError('connection reset');
      return r;
    };
    p.engine.answer('Q1', 'A');
    await p.world.run(100);
    void p.engine.submit();
    await p.world.run(10_000);
    expect(lost).toBe(3);
    expect(p.engine.view).toMatchObject({ handIn: 'done', receipt: { count: 1 } });
    expect(await p.server.submissions()).toBe(1);
  });
});

describe('what the bar says', () => {
  const facts: SaveFacts = {
    lastSeq: 3,
    ackSeq: 3,
    late: 0,
    state: 'STARTED',
    takenOver: false,
    otherTab: false,
    failing: false,
    signedOut: false,
    refused: false,
  };
  it.each<[Partial<SaveFacts>, string]>([
    [{}, 'saved'],
    [{ lastSeq: 0, ackSeq: 0 }, 'untouched'],
    [{ ackSeq: 2 }, 'sending'],
    [{ ackSeq: 2, failing: true }, 'retrying'],
    [{ ackSeq: 2, signedOut: true, failing: true }, 'signedOut'],
    [{ ackSeq: 2, refused: true }, 'refused'],
    [{ late: 1 }, 'late'],
    [{ late: 1, takenOver: true }, 'takenOver'],
    [{ otherTab: true }, 'otherTab'],
    [{ state: 'SUBMITTED' }, 'closed'],
    [{ state: 'SUBMITTED', ackSeq: 2 }, 'sending'],
  ])('%p → %s', (f, status) => expect(saveStatus({ ...facts, ...f })).toBe(status));
});
