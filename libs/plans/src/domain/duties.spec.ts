import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Subject, countAgainst, establishedBy, isSubject } from './duties';
import { share } from './rate';

interface Target {
  id: string;
  value: string;
  valueMax?: string;
  by: string;
  scope: { subject?: Subject };
}
const plan = JSON.parse(readFileSync(join(__dirname, '../../../../content/plans/liaoning-2022-2025.json'), 'utf8')) as {
  targets: Target[];
};
const target = (id: string): Target => plan.targets.find((t) => t.id === id)!;
const subject = (id: string): Subject => target(id).scope.subject!;

describe('§4.7 city rule (IND-L5): 超过 leaves the number out', () => {
  const subjectOf = (population: number | null, capital = false) =>
    isSubject(subject('IND-L5'), { kind: 'PREFECTURE_CITY', capital, population });

  it.each([
    ['沈阳', 9_070_093, true, true],
    ['大连', 7_450_785, false, true],
    ['鞍山', 3_325_372, false, true],
    ['朝阳', 2_872_857, false, false],
    ['test', 3_000_000, false, false],
    ['test', 3_000_001, false, true],
    ['capital', 2_500_000, true, true],
  ])('%s, %i persons, capital %p → subject %p', (_name, population, capital, expected) =>
    expect(subjectOf(population, capital)).toBe(expected),
  );

  it('three of the 14 cities on the census', () => {
    const census = [
      9_070_093, 7_450_785, 3_325_372, 1_861_372, 1_326_018, 2_188_436, 2_703_853, 2_328_582, 1_647_280, 1_604_580,
      1_389_691, 2_388_294, 2_872_857, 2_434_194,
    ];
    expect(census.filter((p, i) => subjectOf(p, i === 0))).toHaveLength(3);
  });

  it('an unknown population is no answer, unless the city is the capital', () => {
    expect(subjectOf(null)).toBeNull();
    expect(subjectOf(null, true)).toBe(true);
  });
});

describe('§4.7 county rule (IND-L6, IND-L7): 以下 takes the number in', () => {
  const duty = (population: number | null, kind = 'COUNTY') =>
    ['IND-L6', 'IND-L7'].map((id) => isSubject(subject(id), { kind, capital: false, population }));

  it.each([
    ['康平县', 278_384, 'COUNTY', 'clinic'],
    ['台安县', 300_764, 'COUNTY', 'department'],
    ['岫岩', 413_007, 'COUNTY', 'department'],
    ['海城市', 1_067_905, 'COUNTY_CITY', 'department'],
    ['test', 300_000, 'COUNTY', 'clinic'],
    ['test', 300_001, 'COUNTY', 'department'],
  ])('%s, %i persons (%s) → %s', (_name, population, kind, expected) =>
    expect(duty(population, kind)).toEqual(expected === 'department' ? [true, false] : [false, true]),
  );

  it('a district has no county duty, whatever its population; an unknown population is no answer', () => {
    expect(duty(1_335_935, 'DISTRICT')).toEqual([false, false]);
    expect(duty(null, 'DISTRICT')).toEqual([false, false]);
    expect(duty(null)).toEqual([null, null]);
  });

  it('every county has exactly one of the two duties', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(2_000_000), fc.integer({ min: 299_990, max: 300_010 })), (population) => {
        expect(duty(population).filter(Boolean)).toHaveLength(1);
      }),
    );
  });

  it.each([-1, 1.5, NaN])('refuses the population %p', (population) =>
    expect(() => duty(population)).toThrow('PLANS_BAD_NUMBER'),
  );
});

describe('§4.7 counts', () => {
  const l10 = target('IND-L10');
  it.each([
    [1, 'NOT_MET', false, 1],
    [2, 'MET', true, 0],
    [3, 'MET', true, 0],
    [4, 'ABOVE_RANGE', true, 0],
  ])('IND-L10 「2-3个」: %i → %s', (count, status, met, gap) =>
    expect(countAgainst(count, Number(l10.value), Number(l10.valueMax))).toEqual({ status, met, gap }),
  );

  it.each([
    [9, 10, { status: 'NOT_MET', met: false, gap: 1 }],
    [10, 10, { status: 'MET', met: true, gap: 0 }],
    [1000, 10, { status: 'MET', met: true, gap: 0 }],
    [0, 0, { status: 'MET', met: true, gap: 0 }],
  ])('%i of at least %i', (count, least, expected) => expect(countAgainst(count, least)).toEqual(expected));

  it.each([
    [-1, 1, null],
    [1, 0.5, null],
    [1, 3, 2],
  ])('refuses %p against [%p, %p]', (count, least, most) =>
    expect(() => countAgainst(count, least, most)).toThrow('PLANS_BAD_NUMBER'),
  );
});

describe('§4.7 QC centres (IND-L14)', () => {
  const due = target('IND-L14').by;
  it.each([
    ['2022-12-30', 'MET', 0],
    ['2022-12-31', 'MET', 0],
    ['2023-01-01', 'LATE', 1],
    ['2023-01-05', 'LATE', 5],
    [null, 'NOT_MET', 0],
  ])('set up on %p → %s, %i days', (on, status, daysLate) =>
    expect(establishedBy(due, on)).toEqual({ status, daysLate }),
  );

  it('14 of 14 is all, 13 is not; a coverage of nothing is not applicable (X3, X4)', () => {
    expect(share(14, 14, '100')).toEqual({ met: true, shown: '100.0', need: 14, status: 'MET' });
    expect(share(13, 14, '100')).toEqual({ met: false, shown: '92.9', need: 14, status: 'NOT_MET' });
    expect(share(0, 0, '100').status).toBe('NOT_APPLICABLE');
  });
});
