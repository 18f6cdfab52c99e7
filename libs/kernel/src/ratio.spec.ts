import fc from 'fast-check';
import {
  add,
  ceilDiv,
  compare,
  div,
  floorDiv,
  formatExact,
  isDecimal,
  mul,
  parseDecimal,
  ratio,
  roundDown,
  roundHalfUp,
  sub,
} from './ratio';

const big = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const nonZero = big.filter((n) => n !== 0n);
const decimals = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.stringMatching(/^\d{0,8}$/))
  .map(([minus, whole, part]) => `${minus ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`);

it.each([
  ['7.5', 15n, 2n],
  ['8', 8n, 1n],
  ['0.50', 1n, 2n],
  ['-0.25', -1n, 4n],
  ['007', 7n, 1n],
  ['0', 0n, 1n],
])('parseDecimal(%p) = %s/%s', (text, num, den) => expect(parseDecimal(text)).toEqual({ num, den }));

it.each([
  '',
  '.5',
  '5.',
  '1e3',
  '+1',
  ' 1',
  '1,000',
  'NaN',
  '１',
  '1.2.3',
  '--1',
  '1'.repeat(19),
  `0.${'1'.repeat(13)}`,
])('refuses %p', (text) => {
  expect(isDecimal(text)).toBe(false);
  expect(() => parseDecimal(text)).toThrow('KERNEL_BAD_DECIMAL');
});

it('0.1 + 0.2 is 0.3, which floats deny', () => {
  expect(formatExact(add(parseDecimal('0.1'), parseDecimal('0.2')))).toBe('0.3');
});

it('decimals read, written and read again are the same value; the text is the shortest', () => {
  fc.assert(
    fc.property(decimals, (text) => {
      const value = parseDecimal(text);
      const shown = formatExact(value);
      expect(parseDecimal(shown)).toEqual(value);
      expect(shown).not.toMatch(/\.\d*0$|^-0$/);
    }),
  );
});

it('a third has no exact decimal', () => expect(() => formatExact(ratio(1, 3))).toThrow('KERNEL_BAD_DECIMAL'));

it('ratios obey the laws of a field and of order', () => {
  fc.assert(
    fc.property(big, nonZero, big, nonZero, (a, b, c, d) => {
      const [x, y] = [ratio(a, b), ratio(c, d)];
      expect(add(x, y)).toEqual(add(y, x));
      expect(sub(add(x, y), y)).toEqual(x);
      if (y.num !== 0n) expect(mul(div(x, y), y)).toEqual(x);
      expect(compare(x, y) + compare(y, x)).toBe(0);
      expect(compare(sub(x, y), ratio(0))).toBe(compare(x, y));
      expect(x.den > 0n).toBe(true);
    }),
  );
});

it('ceilDiv and floorDiv bound the quotient on both sides of zero', () => {
  expect([ceilDiv(7n, 2n), ceilDiv(-7n, 2n), ceilDiv(7n, -2n), ceilDiv(6n, 2n), ceilDiv(0n, 5n)]).toEqual([
    4n,
    -3n,
    -3n,
    3n,
    0n,
  ]);
  fc.assert(
    fc.property(big, nonZero, (n, d) => {
      const [up, down] = [ceilDiv(n, d), floorDiv(n, d)];
      expect(up - down).toBe(n % d === 0n ? 0n : 1n);
      expect(compare(ratio(down), ratio(n, d)) <= 0 && compare(ratio(n, d), ratio(up)) <= 0).toBe(true);
    }),
  );
});

it.each([
  [1n, 2n, 0, '1'],
  [-1n, 2n, 0, '-1'],
  [1n, 3n, 2, '0.33'],
  [2n, 3n, 2, '0.67'],
  [-1n, 1000n, 2, '0.00'],
  [1005n, 1000n, 2, '1.01'],
  [79996n, 1000n, 2, '80.00'],
  [5n, -2n, 0, '-3'],
  [0n, 7n, 1, '0.0'],
])('roundHalfUp(%s, %s, %i) = %s', (num, den, digits, shown) => expect(roundHalfUp(num, den, digits)).toBe(shown));

it('rounding is within half a step; cutting never grows the value', () => {
  fc.assert(
    fc.property(big, nonZero, fc.integer({ min: 0, max: 8 }), (n, d, digits) => {
      const exact = ratio(n, d);
      const off = sub(parseDecimal(roundHalfUp(n, d, digits)), exact);
      const size = off.num < 0n ? ratio(-off.num, off.den) : off;
      expect(compare(size, ratio(1n, 2n * 10n ** BigInt(digits)))).toBeLessThanOrEqual(0);
      const cut = parseDecimal(roundDown(n, d, digits));
      expect(compare(mul(cut, cut), mul(exact, exact))).toBeLessThanOrEqual(0);
    }),
  );
});

it.each([
  ['ratio', () => ratio(1, 0)],
  ['div', () => div(ratio(1), ratio(0))],
  ['ceilDiv', () => ceilDiv(1n, 0n)],
  ['roundHalfUp', () => roundHalfUp(1n, 0n, 2)],
  ['roundDown', () => roundDown(1n, 0n, 2)],
])('%s by zero is refused', (_name, run) => expect(run).toThrow('KERNEL_DIVISION_BY_ZERO'));
