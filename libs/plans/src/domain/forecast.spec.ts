import { forecast, forecastError, pastYield } from './forecast';

const input = { count: 480, retiring: 30, expiring: 12, inTraining: 100, yield: '0.855', retention: '0.97' };

test('those who stay, and of those in training the part that passes and counts, rounded down once', () => {
  // 100 × 0.855 × 0.97 = 82.935
  expect(forecast('2025-12-31', input)).toMatchObject({ gained: 82, expected: 480 - 30 - 12 + 82 });
});

test('nobody is counted less than not at all', () => {
  expect(forecast('2025-12-31', { ...input, count: 5, inTraining: 0 }).expected).toBe(0);
});

test.each([
  ['enough cases', { completed: 17, failed: 2, withdrawn: 1 }, 20, '0.8500', 'RECORD', 20],
  ['one too few', { completed: 17, failed: 1, withdrawn: 1 }, 20, '0.8550', 'RULE', 19],
  ['none, and none asked for', { completed: 0, failed: 0, withdrawn: 0 }, 0, '0.8550', 'RULE', 0],
  ['all failed', { completed: 0, failed: 20, withdrawn: 0 }, 20, '0.0000', 'RECORD', 20],
] as const)('yield: %s', (_, ended, least, value, source, cases) => {
  expect(pastYield(ended, least, '0.95', '0.90')).toEqual({ value, source, cases });
});

test.each([
  [1010, 1000, 10, '1.0'],
  [990, 1000, -10, '-1.0'],
  [1000, 1000, 0, '0.0'],
  [3, 0, 3, null],
])('expected %i, actual %i: off by %i', (expected, actual, off, percent) => {
  expect(forecastError(expected, actual)).toEqual({ off, percent });
});
