import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedHeads, intakesUntil, lastWorkingDay, type NeedsRule, readNeedsInput, shareOf } from './needs';

const rule = JSON.parse(
  readFileSync(join(__dirname, '../../../../content/rules/training-needs-v1.json'), 'utf8'),
) as NeedsRule;

test.each([
  ['95', '0.95'],
  ['97.5', '0.975'],
  ['0', '0.00'],
  ['100', '1.00'],
  ['5.25', '0.0525'],
])('%s %% is %s', (percent, share) => expect(shareOf(percent)).toBe(share));

test('trainees are expected by completion, pass and retention, nobody in part', () => {
  expect(expectedHeads(100, '0.95', '0.90', '0.97')).toBe(82);
  expect(expectedHeads(1, '1', '1', '1')).toBe(1);
  expect(expectedHeads(0, '0.95')).toBe(0);
});

test('three yearly intakes of twelve months from the end of 2022 are in time for the end of 2025', () => {
  expect(intakesUntil('2022-12-31', '2025-12-31', 12)).toBe(3);
  expect(intakesUntil('2022-12-31', '2025-12-30', 12)).toBe(2);
  expect(intakesUntil('2025-12-31', '2026-06-30', 12)).toBe(0);
});

test.each([
  ['M', '1964-12', '2024-12-31'],
  ['M', '1965-01', '2025-02-28'],
  ['M', '1965-04', '2025-05-31'],
  ['M', '1965-05', '2025-07-31'],
  ['M', '1976-09', '2039-09-30'],
  ['M', '1990-03', '2053-03-31'],
  ['F', '1969-12', '2024-12-31'],
  ['F', '1970-01', '2025-02-28'],
  ['F', '1990-03', '2048-03-31'],
])('%s born %s works until %s', (sex, birth, last) => expect(lastWorkingDay(sex, birth, rule.retirement)).toBe(last));

test('every fault of the input is named, blanks are not set', () => {
  const { values, faults } = readNeedsInput(
    { required: '', inflow: ' 54 ', completionPercent: '101', passPercent: 'x', intakes: '31', count: '-1' },
    '2025-02-30',
    '2026-03-02',
  );
  expect(values).toEqual({ inflow: '54' });
  expect(faults.map((f) => `${f.path} ${f.code}`).sort()).toEqual([
    'dueOn PLANS_NEEDS_DAY',
    'inputs.completionPercent PLANS_NEEDS_PERCENT',
    'inputs.count PLANS_NEEDS_WHOLE',
    'inputs.intakes PLANS_NEEDS_WHOLE',
    'inputs.passPercent PLANS_NEEDS_PERCENT',
  ]);
  expect(readNeedsInput({}, '2026-03-02', '2026-03-02').faults[0]!.code).toBe('PLANS_NEEDS_DAY_PAST');
  expect(readNeedsInput({}, '2056-03-03', '2026-03-02').faults[0]!.code).toBe('PLANS_NEEDS_DAY_FAR');
});
