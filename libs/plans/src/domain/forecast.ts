import { type Day, mul, parseDecimal, type Ratio, ratio, roundHalfUp } from '@app/kernel';
import { expectedHeads } from './needs';

export interface ForecastInput {
  /** heads counted on the first day */
  count: number;
  /** reaching retirement age by then */
  retiring: number;
  /** counting by a certificate alone that ends by then, taken as not renewed */
  expiring: number;
  /** in training whose class ends by then */
  inTraining: number;
  /** of those who began, how many ended with a certificate; decimal 0 to 1 */
  yield: string;
  /** of the certified, how many come to count; decimal 0 to 1 */
  retention: string;
}

export interface ForecastPoint extends ForecastInput {
  day: Day;
  gained: number;
  expected: number;
}

/** Heads to be expected: those who stay, and of those in training the part that passes and counts, rounded down. */
export function forecast(day: Day, input: ForecastInput): ForecastPoint {
  const gained = expectedHeads(input.inTraining, input.yield, input.retention);
  const staying = Math.max(0, input.count - input.retiring - input.expiring);
  return { ...input, day, gained, expected: staying + gained };
}

export interface PastYield {
  value: string;
  cases: number;
  /** RECORD: from so many ended trainings; RULE: too few, so the rule's own rates */
  source: 'RECORD' | 'RULE';
}

/**
 * Which share of those who began training ends with a certificate: the record of the last years when it has enough
 * cases, else completion × pass rate of the rule.
 * @param completion, pass decimals 0 to 1
 */
export function pastYield(
  ended: { completed: number; failed: number; withdrawn: number },
  least: number,
  completion: string,
  pass: string,
): PastYield {
  const cases = ended.completed + ended.failed + ended.withdrawn;
  const of = (r: Ratio) => roundHalfUp(r.num, r.den, 4);
  if (cases >= Math.max(1, least)) return { value: of(ratio(ended.completed, cases)), cases, source: 'RECORD' };
  return { value: of(mul(parseDecimal(completion), parseDecimal(pass))), cases, source: 'RULE' };
}

/** How far a forecast was off: expected − actual, and that in percent of the actual with one decimal; null for nothing. */
export function forecastError(expected: number, actual: number): { off: number; percent: string | null } {
  const off = expected - actual;
  return { off, percent: actual === 0 ? null : roundHalfUp(BigInt(off) * 100n, BigInt(actual), 1) };
}
