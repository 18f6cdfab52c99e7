import { type Submission, daysLate, dueDay, dueFlag, intakeCounts, timeliness } from './deadline';

const handIn = (at: string, complete = true): Submission => ({ at: new Date(at), complete });
const judge = (due: string, ...list: Submission[]) => {
  const t = timeliness(due, list);
  return t && { onTime: t.onTime, daysLate: t.daysLate };
};

it.each([
  ['§1.9', '2025-11-20', '2025-11-20T23:59:59+08:00', true, 0],
  ['§1.9', '2025-11-20', '2025-11-21T00:00:00+08:00', false, 1],
  ['§5.8', '2023-11-30', '2023-11-30T23:59:00+08:00', true, 0],
  ['§5.8', '2023-11-30', '2023-12-01T00:00:00+08:00', false, 1],
  ['UTC', '2023-11-30', '2023-11-30T15:59:59.999Z', true, 0],
  ['UTC', '2023-11-30', '2023-11-30T16:00:00Z', false, 1],
  ['last moment of the first late day', '2023-11-30', '2023-12-01T23:59:59+08:00', false, 1],
  ['over a leap day', '2024-02-28', '2024-03-01T08:00:00+08:00', false, 2],
])('%s: due %s, handed in %s → on time %p, %i days late', (_n, due, at, onTime, late) =>
  expect(judge(due, handIn(at))).toEqual({ onTime, daysLate: late }),
);

describe('§5.8: the first complete submission counts', () => {
  it('complete 2023-11-29, returned, resubmitted 2023-12-10 → on time', () => {
    const list = [handIn('2023-12-10T10:00:00+08:00'), handIn('2023-11-29T10:00:00+08:00')];
    expect(judge('2023-11-30', ...list)).toEqual({ onTime: true, daysLate: 0 });
    expect(timeliness('2023-11-30', list)!.countedAt).toEqual(list[1]!.at);
  });

  it('an incomplete one in time does not save a late complete one', () => {
    const list = [handIn('2023-11-29T10:00:00+08:00', false), handIn('2023-12-10T10:00:00+08:00')];
    expect(judge('2023-11-30', ...list)).toEqual({ onTime: false, daysLate: 10 });
  });

  it('nothing complete is not judged', () => {
    expect(judge('2023-11-30')).toBeNull();
    expect(judge('2023-11-30', handIn('2023-11-01T00:00:00Z', false))).toBeNull();
  });
});

it('§4.7: a city QC centre set up 2023-01-05 for 2022-12-31 is 5 days late', () => {
  expect(daysLate('2022-12-31', '2023-01-05')).toBe(5);
  expect(daysLate('2022-12-31', '2022-12-31')).toBe(0);
});

it.each([
  ['2025-10-20', 'NONE', 31],
  ['2025-10-21', 'DUE_SOON', 30],
  ['2025-11-20', 'DUE_SOON', 0],
  ['2025-11-21', 'OVERDUE', -1],
])('§5.8 clock flag of 2025-11-20 on %s: %s', (on, flag, daysLeft) =>
  expect(dueFlag('2025-11-20', on)).toEqual({ flag, daysLeft }),
);

it.each([
  ['2021-04', '2021-04-30'],
  ['2022-08', '2022-08-31'],
  ['2024-02', '2024-02-29'],
  ['2022', '2022-12-31'],
  ['2025-11-20', '2025-11-20'],
])('DEC-3: %s is due on %s', (text, day) => expect(dueDay(text)).toBe(day));

it.each(['2021-13', '20', '2023-02-29', ''])('dueDay refuses %p', (text) =>
  expect(() => dueDay(text)).toThrow('KERNEL_BAD_DAY'),
);

it.each([
  ['2025-01-01', 11, 30, true],
  ['2025-01-01', 11, 31, false],
  ['2025-08-31', 6, 0, false],
])('§4.6: an intake starting %s, %i months and %i days, counts by 2025-12-31: %p', (start, months, lag, counts) =>
  expect(intakeCounts(start, months, lag, '2025-12-31')).toBe(counts),
);
