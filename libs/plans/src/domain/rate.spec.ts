import { compare, parseDecimal, ratio, roundHalfUp } from '@app/kernel';
import fc from 'fast-check';
import { type PlacesInput, isBehind, places, rate, requiredCount, share } from './rate';

describe('rate (§4.4)', () => {
  it.each([
    ['沈阳', 725, 9_070_093, '8', 726, '7.99', false, 1, 0],
    ['沈阳', 726, 9_070_093, '8', 726, '8.00', true, 0, 0],
    ['本溪', 106, 1_326_018, '8', 107, '7.99', false, 1, 0],
    ['本溪', 107, 1_326_018, '8', 107, '8.07', true, 0, 0],
    ['辽宁 2022, year-end 2022', 4197, 41_970_000, '10', 4197, '10.00', true, 0, 0],
    ['辽宁 2022 (DEC-19)', 4196, 41_970_000, '10', 4197, '9.998', false, 1, 0],
    ['surplus', 5000, 41_970_000, '10', 4197, '11.91', true, 0, 803],
  ])('§4.4 oracle %s: %i of %i against %s', (_n, count, population, target, required, rateShown, met, gap, surplus) => {
    expect(rate(count, population, target)).toEqual({
      required,
      met,
      gap,
      surplus,
      rateShown,
      status: met ? 'MET' : 'NOT_MET',
    });
  });

  it.each([
    ['辽宁 2025, year-end 2023', 41_820_000, '8', 3346],
    ['辽宁 2025, year-end 2023', 41_820_000, '12', 5019],
    ['沈阳 year-end 2021', 9_118_000, '8', 730],
    ['沈阳 year-end 2022', 9_147_000, '8', 732],
    ['沈阳 year-end 2023', 9_204_000, '8', 737],
    ['山西 (reference line only)', 34_915_616, '8', 2794],
    ['山西 (reference line only)', 34_915_616, '12', 4190],
    ['§4.5 辽宁 year-end 2021', 42_294_000, '6', 2538],
    ['§4.5 辽宁 year-end 2021', 42_294_000, '10', 4230],
    ['§4.5 辽宁 year-end 2022', 41_970_000, '6', 2519],
    ['§4.5 辽宁 year-end 2022', 41_970_000, '10', 4197],
    ['§4.5 辽宁 census', 42_591_407, '6', 2556],
    ['§4.5 辽宁 census', 42_591_407, '10', 4260],
  ])('§4.4, §4.5 requirement of %s: %i at %s → %i', (_n, population, target, required) =>
    expect(requiredCount(population, target)).toBe(required),
  );

  const cities: [string, number, number, number, number, number][] = [
    ['沈阳市', 9_070_093, 545, 908, 726, 1089],
    ['大连市', 7_450_785, 448, 746, 597, 895],
    ['鞍山市', 3_325_372, 200, 333, 267, 400],
    ['抚顺市', 1_861_372, 112, 187, 149, 224],
    ['本溪市', 1_326_018, 80, 133, 107, 160],
    ['丹东市', 2_188_436, 132, 219, 176, 263],
    ['锦州市', 2_703_853, 163, 271, 217, 325],
    ['营口市', 2_328_582, 140, 233, 187, 280],
    ['阜新市', 1_647_280, 99, 165, 132, 198],
    ['辽阳市', 1_604_580, 97, 161, 129, 193],
    ['盘锦市', 1_389_691, 84, 139, 112, 167],
    ['铁岭市', 2_388_294, 144, 239, 192, 287],
    ['朝阳市', 2_872_857, 173, 288, 230, 345],
    ['葫芦岛市', 2_434_194, 147, 244, 195, 293],
  ];
  it.each(cities)('§3.1 census needs of %s', (_name, population, ...needs) => {
    expect(['6', '10', '8', '12'].map((t) => requiredCount(population, t))).toEqual(needs);
  });

  it('§3.1: the provincial need is of the provincial population, below the sum of the cities', () => {
    const total = cities.reduce((s, c) => s + c[1], 0);
    expect(total).toBe(42_591_407);
    expect(['6', '10', '8', '12'].map((t) => requiredCount(total, t))).toEqual([2556, 4260, 3408, 5111]);
    expect([2, 3, 4, 5].map((i) => cities.reduce((s, c) => s + (c[i] as number), 0))).toEqual([2564, 4266, 3416, 5119]);
  });

  it.each([null, 0])('§4.4: population %p is NO_POPULATION, never 0 and never met', (population) => {
    expect(rate(5, population, '8')).toEqual({
      required: null,
      met: null,
      gap: null,
      surplus: null,
      rateShown: null,
      status: 'NO_POPULATION',
    });
  });

  it('DEC-19: digits are added until the figure shown no longer says the goal is met', () => {
    expect(rate(7_999_999, 100_000_000_000, '8').rateShown).toBe('7.999999');
    expect(rate(7995, 100_000_000, '8.00').rateShown).toBe('7.995');
    expect(rate(79_961, 1_000_000_000, '7.996').rateShown).toBe('8.00');
  });

  it.each([
    [-1, 1, '8'],
    [1.5, 1, '8'],
    [NaN, 1, '8'],
    [1, -1, '8'],
    [1, 1, '-8'],
    [1, 1, '8/3'],
    [1, 1, ''],
  ])('refuses count %p, population %p, target %p', (count, population, target) =>
    expect(() => rate(count, population, target)).toThrow('PLANS_BAD_NUMBER'),
  );

  const n = fc.nat(100_000);
  const p = fc.integer({ min: 1, max: 2_000_000_000 });
  const t = fc.tuple(fc.nat(200), fc.nat(99)).map(([w, d]) => `${w}.${String(d).padStart(2, '0')}`);

  it('§4.4 identity: met ⇔ n ≥ required; gap and surplus are never both; the figure shown agrees with the status', () => {
    fc.assert(
      fc.property(n, p, t, fc.integer({ min: -1, max: 1 }), fc.boolean(), (count, population, target, off, near) => {
        const heads = near ? Math.max(0, requiredCount(population, target)! + off) : count;
        const r = rate(heads, population, target);
        expect(r.met).toBe(heads >= r.required!);
        expect(r.gap! - r.surplus!).toBe(r.required! - heads);
        expect(Math.min(r.gap!, r.surplus!)).toBe(0);
        expect(compare(parseDecimal(r.rateShown!), parseDecimal(target)) >= 0).toBe(r.met);
      }),
      { numRuns: 1000 },
    );
  });

  it('the requirement is the least head count that meets the goal', () => {
    fc.assert(
      fc.property(p, t, (population, target) => {
        const required = requiredCount(population, target)!;
        expect(rate(required, population, target).met).toBe(true);
        if (required > 0) expect(rate(required - 1, population, target).met).toBe(false);
      }),
    );
  });

  it('a met goal shows two decimals, as does a plain miss', () => {
    fc.assert(
      fc.property(n, p, t, (count, population, target) => {
        const r = rate(count, population, target);
        const plain = roundHalfUp(BigInt(count) * 100_000n, BigInt(population), 2);
        if (compare(parseDecimal(plain), parseDecimal(target)) >= 0 === r.met) expect(r.rateShown).toBe(plain);
      }),
    );
  });
});

describe('share (§4.7)', () => {
  it.each([
    ['III', 37, 74, '50', '50.0', true],
    ['III (DEC-19)', 1499, 3000, '50', '49.97', false],
    ['II', 29, 97, '30', '29.9', false],
    ['II', 30, 100, '30', '30.0', true],
    ['pooled', 10, 20, '50', '50.0', true],
    ['coverage', 17, 20, '85', '85.0', true],
    ['coverage', 33, 39, '85', '84.6', false],
    ['coverage', 34, 39, '85', '87.2', true],
    ['coverage', 34, 40, '85', '85.0', true],
    ['all', 12, 12, '100', '100.0', true],
    ['all but one of 10,000 (DEC-19)', 9999, 10_000, '100', '99.99', false],
  ])('§4.7 %s: %i/%i against %s %% → %s', (_n, num, den, percent, shown, met) => {
    expect(share(num, den, percent)).toMatchObject({ shown, met, status: met ? 'MET' : 'NOT_MET' });
  });

  it('§4.7: 0/0 is not applicable', () => {
    expect(share(0, 0, '30')).toEqual({ met: null, shown: null, need: null, status: 'NOT_APPLICABLE' });
  });

  it.each([
    [10, 9, 7],
    [20, 17, 14],
    [39, 34, 28],
    [40, 34, 28],
  ])('§4.7 of %i hospitals 85 %% needs %i and 70 %% needs %i', (den, at85, at70) => {
    expect([share(0, den, '85').need, share(0, den, '70').need]).toEqual([at85, at70]);
  });

  it('met ⇔ num ≥ need', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), fc.integer({ min: 0, max: 100 }), (a, b, pct) => {
        const [num, den] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(den > 0);
        const s = share(num, den, String(pct));
        expect(s.met).toBe(num >= s.need!);
      }),
    );
  });

  it('refuses a part greater than the whole', () => expect(() => share(2, 1, '50')).toThrow('PLANS_BAD_NUMBER'));
});

describe('training places (§4.6)', () => {
  const A: PlacesInput = {
    required: 726,
    count: 480,
    losses: 30,
    inflow: 54,
    completion: '0.95',
    pass: '0.90',
    retention: '0.97',
    intakes: 3,
  };

  it('§4.6 oracle A, 沈阳 physicians: net 222 → 268 places → 90, 89, 89 (not 3 × 90)', () => {
    expect(places(A)).toEqual({ net: 222, places: 268, perIntake: [90, 89, 89], status: 'OK' });
  });

  it('§4.6 oracle C: C − L + I ≥ R needs none, without dividing by anything', () => {
    const none = { net: 0, places: 0, perIntake: [0, 0, 0], status: 'NONE_NEEDED' };
    expect(places({ ...A, count: 702 })).toEqual(none);
    expect(places({ ...A, count: 702, completion: '0' })).toEqual(none);
    expect(places({ ...A, count: 702, intakes: 0 })).toEqual({ ...none, perIntake: [] });
  });

  it('§4.6 oracle D: no intake left, or nobody finishing, is UNREACHABLE_BY_TARGET without a number', () => {
    const unreachable = { net: 222, places: null, perIntake: [], status: 'UNREACHABLE_BY_TARGET' };
    expect(places({ ...A, intakes: 0 })).toEqual(unreachable);
    expect(places({ ...A, pass: '0.00' })).toEqual(unreachable);
  });

  it('losses greater than the count are still counted', () => {
    expect(places({ ...A, count: 10, inflow: 0, completion: '1', pass: '1', retention: '1' }).net).toBe(746);
  });

  it.each([
    ['completion', '1.01'],
    ['pass', '-0.1'],
    ['retention', 'x'],
    ['intakes', 1.5],
    ['intakes', 1001],
    ['count', -1],
  ])('refuses %s = %p', (name, value) => {
    expect(() => places({ ...A, [name]: value })).toThrow('PLANS_BAD_NUMBER');
  });

  it('the places are the fewest that yield the net, spread by at most one, the larger intakes first', () => {
    const part = fc.integer({ min: 1, max: 100 }).map((x) => (x === 100 ? '1' : `0.${String(x).padStart(2, '0')}`));
    fc.assert(
      fc.property(fc.nat(5000), part, part, part, fc.integer({ min: 1, max: 12 }), (required, c, q, r, intakes) => {
        const zero = { count: 0, losses: 0, inflow: 0 };
        const result = places({ required, ...zero, completion: c, pass: q, retention: r, intakes });
        const yieldOf = (seats: number) =>
          [c, q, r].map(parseDecimal).reduce((s, x) => ratio(s.num * x.num, s.den * x.den), ratio(seats));
        expect(compare(yieldOf(result.places!), ratio(required))).toBeGreaterThanOrEqual(0);
        if (result.places! > 0) expect(compare(yieldOf(result.places! - 1), ratio(required))).toBe(-1);
        expect(result.perIntake.reduce((a, b) => a + b, 0)).toBe(result.places);
        expect([...result.perIntake].sort((a, b) => b - a)).toEqual(result.perIntake);
        expect(result.perIntake[0]! - result.perIntake.at(-1)!).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it.each([
  [549, 480, 726, 300, 1000, true],
  [554, 480, 726, 300, 1000, false],
  [553, 480, 726, 300, 1000, true],
  [726, 480, 726, 1000, 1000, false],
  [725, 480, 726, 1200, 1000, true],
  [480, 480, 726, 0, 1000, false],
])('§4.7 early warning: %i, from %i to %i, day %i of %i → %p', (n, base, required, elapsed, total, behind) =>
  expect(isBehind(n, base, required, elapsed, total)).toBe(behind),
);
