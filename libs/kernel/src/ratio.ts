import { DomainError } from './errors';

/** An exact rational in lowest terms, `den > 0`. Numbers that decide are kept so; rounding happens once, for display. */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

const DECIMAL = /^(-?)(\d{1,18})(?:\.(\d{1,12}))?$/;

/**
 * `'7.5'` → 15/2. At most 18 digits before and 12 after the point; no exponent, sign `-` only.
 * @throws DomainError KERNEL_BAD_DECIMAL
 */
export function parseDecimal(text: string): Ratio {
  const m = DECIMAL.exec(text);
  if (!m) throw new DomainError('KERNEL_BAD_DECIMAL', { value: text });
  const decimals = m[3] ?? '';
  const num = BigInt(m[2]! + decimals);
  return ratio(m[1] === '-' ? -num : num, 10n ** BigInt(decimals.length));
}

/** True when `parseDecimal` accepts the text. */
export function isDecimal(text: unknown): text is string {
  return typeof text === 'string' && DECIMAL.test(text);
}

/** `num/den` in lowest terms. @throws DomainError KERNEL_DIVISION_BY_ZERO */
export function ratio(num: bigint | number, den: bigint | number = 1n): Ratio {
  let n = BigInt(num);
  let d = BigInt(den);
  if (d === 0n) throw new DomainError('KERNEL_DIVISION_BY_ZERO');
  if (d < 0n) [n, d] = [-n, -d];
  const g = gcd(n < 0n ? -n : n, d);
  return { num: n / g, den: d / g };
}

/** -1, 0 or 1. */
export function compare(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function add(a: Ratio, b: Ratio): Ratio {
  return ratio(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function sub(a: Ratio, b: Ratio): Ratio {
  return ratio(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function mul(a: Ratio, b: Ratio): Ratio {
  return ratio(a.num * b.num, a.den * b.den);
}

/** @throws DomainError KERNEL_DIVISION_BY_ZERO */
export function div(a: Ratio, b: Ratio): Ratio {
  return ratio(a.num * b.den, a.den * b.num);
}

/** The smallest integer not below `num/den`; both signs. @throws DomainError KERNEL_DIVISION_BY_ZERO */
export function ceilDiv(num: bigint, den: bigint): bigint {
  return -floorDiv(-num, den);
}

/** The greatest integer not above `num/den`; both signs. @throws DomainError KERNEL_DIVISION_BY_ZERO */
export function floorDiv(num: bigint, den: bigint): bigint {
  if (den === 0n) throw new DomainError('KERNEL_DIVISION_BY_ZERO');
  const q = num / den;
  return num % den !== 0n && num < 0n !== den < 0n ? q - 1n : q;
}

/**
 * `num/den` with exactly `decimals` digits after the point, 四舍五入: a half goes away from zero.
 * @param decimals 0 to 18. @throws DomainError KERNEL_DIVISION_BY_ZERO
 */
export function roundHalfUp(num: bigint, den: bigint, decimals: number): string {
  if (den === 0n) throw new DomainError('KERNEL_DIVISION_BY_ZERO');
  const negative = num < 0n !== den < 0n;
  const n = num < 0n ? -num : num;
  const d = den < 0n ? -den : den;
  const scaled = (n * 10n ** BigInt(decimals) * 2n + d) / (d * 2n);
  return place(scaled, decimals, negative);
}

/** `num/den` with exactly `decimals` digits after the point, the rest cut off (towards zero). */
export function roundDown(num: bigint, den: bigint, decimals: number): string {
  if (den === 0n) throw new DomainError('KERNEL_DIVISION_BY_ZERO');
  const negative = num < 0n !== den < 0n;
  const n = num < 0n ? -num : num;
  const d = den < 0n ? -den : den;
  return place((n * 10n ** BigInt(decimals)) / d, decimals, negative);
}

/**
 * The value as the shortest exact decimal (`'7.5'`, `'0'`, `'-0.25'`).
 * @throws DomainError KERNEL_BAD_DECIMAL when it has no finite decimal (1/3): round it first, knowingly.
 */
export function formatExact(value: Ratio): string {
  let den = value.den;
  let twos = 0;
  let fives = 0;
  for (; den % 2n === 0n; twos++) den /= 2n;
  for (; den % 5n === 0n; fives++) den /= 5n;
  if (den !== 1n) throw new DomainError('KERNEL_BAD_DECIMAL', { value: `${value.num}/${value.den}` });
  return roundHalfUp(value.num, value.den, Math.max(twos, fives));
}

function place(scaled: bigint, decimals: number, negative: boolean): string {
  const digits = scaled.toString().padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const shown = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return negative && scaled !== 0n ? `-${shown}` : shown;
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
