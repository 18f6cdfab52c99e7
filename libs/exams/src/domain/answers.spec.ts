import fc from 'fast-check';
import {
  acceptAnswers,
  type AnswerOp,
  type AttemptGate,
  type EpochJournal,
  type JournalLine,
  mayOverlap,
  missingSeqs,
  replay,
} from './answers';

const T0 = Date.UTC(2026, 0, 1);
const at = (s: number) => new Date(T0 + s * 1000);
const gate: AttemptGate = { state: 'STARTED', currentEpoch: 1, deadline: at(3600), graceSeconds: 120 };
const empty: EpochJournal = { epoch: 1, ackSeq: 0, maxSeq: 0, stored: [], uncounted: 0, openedAt: at(0) };
const op = (seq: number, questionId = `Q${seq}`, value = 'A', madeAt = 1): AnswerOp => ({
  seq,
  questionId,
  value,
  atMonoMs: madeAt * 1000,
});

describe('acceptAnswers', () => {
  it('numbers without a gap are acknowledged up to the last', () => {
    const a = acceptAnswers(gate, empty, [op(2), op(1), op(3)], at(10));
    expect(a).toMatchObject({ ackSeq: 3, maxSeq: 3, firstMissing: null, uncounted: 0, conflict: null });
    expect(a.fresh.map((o) => o.seq)).toEqual([1, 2, 3]);
  });

  it('a gap stops the acknowledgement and is named; filling it jumps over what is stored', () => {
    const a = acceptAnswers(gate, empty, [op(1), op(3), op(4)], at(10));
    expect(a).toMatchObject({ ackSeq: 1, maxSeq: 4, firstMissing: 2 });
    const b = acceptAnswers(gate, { ...empty, ackSeq: 1, maxSeq: 4, stored: [op(3), op(4)] }, [op(2)], at(11));
    expect(b).toMatchObject({ ackSeq: 4, firstMissing: null });
  });

  it('a batch in which one question changes twice leaves the later', () =>
    expect(acceptAnswers(gate, empty, [op(2, 'Q', 'C'), op(1, 'Q', 'A')], at(1)).current).toEqual([op(2, 'Q', 'C')]));

  it.each([
    ['in time', 'STARTED', 1, 3600, 10, 'COUNTED'],
    ['in the grace time, made in time', 'STARTED', 1, 3720, 3600, 'COUNTED'],
    ['in the grace time, made after the deadline', 'STARTED', 1, 3700, 3601, 'LATE'],
    ['a millisecond after the grace time', 'STARTED', 1, 3720.001, 10, 'LATE'],
    ['after hand-in', 'SUBMITTED', 1, 10, 1, 'LATE'],
    ['of a voided attempt', 'VOID', 1, 10, 1, 'LATE'],
    ['from a device that was taken over', 'STARTED', 2, 10, 1, 'EVIDENCE'],
  ] as const)('%s → %s', (_, state, currentEpoch, received, made, flag) => {
    const a = acceptAnswers({ ...gate, state, currentEpoch }, empty, [op(1, 'Q', 'A', made)], at(received));
    expect(a.fresh[0]!.flag).toBe(flag);
    expect(a.current).toHaveLength(flag === 'COUNTED' ? 1 : 0);
    // Stored all the same, so it is acknowledged; the count tells the page that it is not part of the answers.
    expect(a).toMatchObject({ ackSeq: 1, uncounted: flag === 'COUNTED' ? 0 : 1 });
  });

  it('a number with another content is a conflict, the same content a repeat', () => {
    const journal = { ...empty, ackSeq: 2, maxSeq: 2, stored: [op(1), op(2)] };
    expect(acceptAnswers(gate, journal, [op(1), op(2)], at(1))).toMatchObject({ conflict: null, fresh: [], ackSeq: 2 });
    expect(acceptAnswers(gate, journal, [op(2, 'Q2', 'B')], at(1)).conflict).toBe(2);
    expect(acceptAnswers(gate, journal, [op(2, 'Q9', 'A')], at(1)).conflict).toBe(2);
    expect(acceptAnswers(gate, empty, [op(1, 'Q', 'A'), op(1, 'Q', 'B')], at(1)).conflict).toBe(1);
    expect([
      mayOverlap(journal, [op(3)]),
      mayOverlap(journal, [op(2)]),
      mayOverlap({ ackSeq: 1, maxSeq: 3 }, [op(4)]),
    ]).toEqual([false, true, true]);
  });

  it('any order, any repeats, any batches: journal, acknowledgement and answers come out the same', () => {
    const batches = fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }), {
      maxLength: 15,
    });
    fc.assert(
      fc.property(batches, (plan) => {
        let j = { ...empty };
        const stored = new Map<number, AnswerOp>();
        const lines: JournalLine[] = [];
        for (const seqs of plan) {
          const ops = seqs.map((s) => op(s, `Q${s % 3}`, 'ABCDE'[s % 5]!));
          const a = acceptAnswers(gate, { ...j, stored: [...stored.values()] }, ops, at(5));
          for (const o of a.fresh) {
            expect(stored.has(o.seq)).toBe(false);
            stored.set(o.seq, o);
            lines.push({ epoch: 1, seq: o.seq, questionId: o.questionId, value: o.value, flag: o.flag });
          }
          j = { ...j, ackSeq: a.ackSeq, maxSeq: a.maxSeq };
        }
        const all = new Set(plan.flat());
        let ack = 0;
        while (all.has(ack + 1)) ack++;
        expect([j.ackSeq, j.maxSeq]).toEqual([ack, Math.max(0, ...all)]);
        const expected: Record<string, string> = {};
        for (const s of [...all].sort((x, y) => x - y)) expected[`Q${s % 3}`] = 'ABCDE'[s % 5]!;
        expect(replay(lines)).toEqual(expected);
        expect(missingSeqs(ack, [...all], 12)).toEqual(
          Array.from({ length: 12 }, (_, i) => i + 1).filter((s) => s > ack && !all.has(s)),
        );
      }),
    );
  });
});

describe('replay', () => {
  const line = (epoch: number, seq: number, value: string, flag: JournalLine['flag'] = 'COUNTED'): JournalLine => ({
    epoch,
    seq,
    questionId: 'Q',
    value,
    flag,
  });
  it.each([
    ['a later device wins over higher numbers of an earlier one', [line(2, 1, 'B'), line(1, 9, 'A')], { Q: 'B' }],
    [
      'what is not counted changes nothing',
      [line(1, 1, 'A'), line(1, 2, 'B', 'LATE'), line(1, 3, 'C', 'EVIDENCE')],
      { Q: 'A' },
    ],
    ['a cleared answer is left out', [line(1, 1, 'A'), line(1, 2, '')], {}],
    ['nothing answered', [], {}],
  ])('%s', (_, lines, expected) => expect(replay(lines)).toEqual(expected));
});
