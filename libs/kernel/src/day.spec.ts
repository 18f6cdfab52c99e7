import fc from 'fast-check';
import { FixedClock } from './clock';
import {
  type DayInterval,
  addDays,
  addMonths,
  contains,
  dayOf,
  diffDays,
  dueExclusive,
  intersect,
  isDay,
  startOfDay,
  subtractIntervals,
  today,
  unionIntervals,
} from './day';

const days = fc.integer({ min: -40_000, max: 40_000 }).map((n) => addDays('2024-02-29', n));
const interval = fc
  .record({ start: fc.integer({ min: 0, max: 30 }), length: fc.option(fc.integer({ min: 0, max: 12 })) })
  .map(({ start, length }): DayInterval => ({
    start: addDays('2024-01-01', start),
    end: length === null ? null : addDays('2024-01-01', start + length),
  }));
const lists = fc.array(interval, { maxLength: 6 });
const probe = fc.integer({ min: -1, max: 50 }).map((n) => addDays('2024-01-01', n));
const inAny = (list: readonly DayInterval[], day: string) => list.some((i) => contains(i, day));

it.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['0001-01-01', true],
  ['0000-01-01', false],
  ['2024-13-01', false],
  ['2024-00-01', false],
  ['2024-1-1', false],
  ['2024-01-01T00:00:00Z', false],
  ['２０２４-01-01', false],
  [20240101, false],
])('isDay(%p) is %p', (value, expected) => expect(isDay(value)).toBe(expected));

describe('days of Asia/Shanghai', () => {
  it.each([
    ['2025-11-20T23:59:59+08:00', '2025-11-20'],
    ['2025-11-21T00:00:00+08:00', '2025-11-21'],
    ['2024-12-31T16:00:00Z', '2025-01-01'],
    ['2024-12-31T15:59:59.999Z', '2024-12-31'],
    ['1969-12-31T15:59:59.999Z', '1969-12-31'],
  ])('%s falls on %s', (instant, day) => expect(dayOf(new Date(instant))).toBe(day));

  it('today follows the clock over midnight', () => {
    const clock = new FixedClock('2025-12-31T15:59:59.999Z');
    expect(today(clock)).toBe('2025-12-31');
    clock.advance(1);
    expect(today(clock)).toBe('2026-01-01');
    clock.set('2024-02-28T16:00:00Z');
    expect(today(clock)).toBe('2024-02-29');
  });

  it('a day starts at 00:00+08:00 and is due at the next start (DEC-3)', () => {
    expect(startOfDay('2025-11-20').toISOString()).toBe('2025-11-19T16:00:00.000Z');
    expect(dueExclusive('2025-11-20').toISOString()).toBe('2025-11-20T16:00:00.000Z');
    expect(dueExclusive('2024-02-28')).toEqual(startOfDay('2024-02-29'));
  });

  it('the start of a day falls on it and the millisecond before on the day before', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayOf(startOfDay(day))).toBe(day);
        expect(dayOf(new Date(startOfDay(day).getTime() - 1))).toBe(addDays(day, -1));
      }),
    );
  });

  it.each(['2023-02-29', '', '2024-1-1'])('refuses the day %p with a code', (day) => {
    for (const run of [
      () => addDays(day, 1),
      () => addMonths(day, 1),
      () => startOfDay(day),
      () => diffDays(day, day),
    ]) {
      expect(run).toThrow('KERNEL_BAD_DAY');
    }
  });

  it('refuses an invalid Date and years outside 1..9999', () => {
    expect(() => dayOf(new Date(NaN))).toThrow('KERNEL_BAD_DAY');
    expect(() => addDays('9999-12-31', 1)).toThrow('KERNEL_BAD_DAY');
    expect(() => addMonths('9999-12-01', 1)).toThrow('KERNEL_BAD_DAY');
  });
});

describe('adding', () => {
  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2021-12-31', 18, '2023-06-30'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -13, '2022-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-11-30', 0, '2024-11-30'],
  ])('%s + %i months = %s', (day, n, expected) => expect(addMonths(day, n)).toBe(expected));

  it('diffDays counts from the first to the second', () => {
    expect(diffDays('2024-01-01', '2024-12-31')).toBe(365);
    expect(diffDays('2023-12-01', '2023-11-30')).toBe(-1);
    fc.assert(fc.property(days, fc.integer({ min: -5000, max: 5000 }), (d, n) => diffDays(d, addDays(d, n)) === n));
  });

  it('days compare as text in time order', () => {
    fc.assert(fc.property(days, days, (a, b) => a < b === diffDays(a, b) > 0));
  });
});

describe('half-open intervals (§4.2)', () => {
  it('contains the start and not the end', () => {
    const i = { start: '2024-10-01', end: '2025-04-01' };
    expect(['2024-09-30', '2024-10-01', '2025-03-31', '2025-04-01'].map((d) => contains(i, d))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(contains({ start: '2024-10-01', end: null }, '9999-12-31')).toBe(true);
  });

  it('a renewal that adjoins leaves no gap, a late one keeps it', () => {
    expect(
      unionIntervals([
        { start: '2024-01-01', end: '2025-01-01' },
        { start: '2022-01-01', end: '2024-01-01' },
        { start: '2025-01-02', end: null },
      ]),
    ).toEqual([
      { start: '2022-01-01', end: '2025-01-01' },
      { start: '2025-01-02', end: null },
    ]);
  });

  it('union, intersection and difference agree with asking each day, and never touch their input', () => {
    fc.assert(
      fc.property(lists, lists, interval, interval, probe, (a, b, i, j, day) => {
        const frozen = JSON.stringify([a, b]);
        expect(inAny(unionIntervals([...a, ...b]), day)).toBe(inAny(a, day) || inAny(b, day));
        expect(inAny(subtractIntervals(a, b), day)).toBe(inAny(a, day) && !inAny(b, day));
        const both = intersect(i, j);
        expect(both !== null && contains(both, day)).toBe(contains(i, day) && contains(j, day));
        expect(JSON.stringify([a, b])).toBe(frozen);
      }),
      { numRuns: 500 },
    );
  });

  it('a union is sorted, without empties, and its parts never touch', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const u = unionIntervals(list);
        u.forEach((part, n) => {
          expect(part.end === null || part.start < part.end).toBe(true);
          if (n > 0) expect(u[n - 1]!.end! < part.start).toBe(true);
        });
        expect(unionIntervals(u)).toEqual(u);
      }),
    );
  });
});
