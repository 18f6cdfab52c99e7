import { quarterEnds } from './goal-trend';

test.each([
  ['2026-03-02', '2020-03-31', '2025-12-31'],
  ['2026-11-22', '2020-12-31', '2026-09-30'],
  ['2026-12-31', '2020-12-31', '2026-09-30'],
  ['2026-01-01', '2020-03-31', '2025-12-31'],
])('up to %s: from %s, the last whole quarter ends on %s', (asOf, first, last) => {
  const days = quarterEnds(asOf);
  expect([days[0], days.at(-2), days.at(-1)]).toEqual([first, last, asOf]);
  expect(days).toHaveLength(25);
  expect(new Set(days).size).toBe(25);
});
