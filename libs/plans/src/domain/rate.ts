import {
  DomainError,
  type Ratio,
  ceilDiv,
  compare,
  defineErrors,
  div,
  isDecimal,
  mul,
  parseDecimal,
  ratio,
  roundHalfUp,
} from '@app/kernel';

export const ratePlanErrors = defineErrors({
  PLANS_BAD_NUMBER: { zh: '“{name}”的值无效：{value}。', en: '{name} has an unusable value: {value}.', http: 400 },
});

export type RateStatus = 'MET' | 'NOT_MET' | 'NO_POPULATION';
export type ShareStatus = 'MET' | 'NOT_MET' | 'NOT_APPLICABLE';

/** Without a population everything is null and the status says why: never 0, never met (§4.4). */
export interface RateResult {
  required: number | null;
  met: boolean | null;
  gap: number | null;
  surplus: number | null;
  rateShown: string | null;
  status: RateStatus;
}

export interface ShareResult {
  met: boolean | null;
  shown: string | null;
  need: number | null;
  status: ShareStatus;
}

const PER = 100_000n;
const RATE_DECIMALS = 2;
const SHARE_DECIMALS = 1;

/**
 * People per 100,000 of population against a goal (§4.4). The status rests on integers, never on the rounded rate.
 * @param count heads, integer ≥ 0. @param population resident persons, integer ≥ 0, or null when unknown.
 * @param target heads per 100,000, decimal string ≥ 0.
 * @throws DomainError PLANS_BAD_NUMBER {name, value}
 */
export function rate(count: number, population: number | null, target: string): RateResult {
  const n = whole('count', count);
  const t = positive('target', target);
  const p = population === null ? 0n : whole('population', population);
  if (p === 0n) {
    return { required: null, met: null, gap: null, surplus: null, rateShown: null, status: 'NO_POPULATION' };
  }
  const required = ceilDiv(t.num * p, PER * t.den);
  const met = n * PER * t.den >= t.num * p;
  return {
    required: safe('required', required),
    met,
    gap: Number(n < required ? required - n : 0n),
    surplus: Number(n > required ? n - required : 0n),
    rateShown: show(ratio(n * PER, p), t, met, RATE_DECIMALS),
    status: met ? 'MET' : 'NOT_MET',
  };
}

/** Heads needed for the goal: ceil(target × population ÷ 100,000); null without a population. @throws DomainError PLANS_BAD_NUMBER */
export function requiredCount(population: number | null, target: string): number | null {
  return rate(0, population, target).required;
}

/**
 * A part of a whole against a goal in percent (§4.7); equality meets it (「以上」 includes the number).
 * @param num integer, 0 to den. @param den integer ≥ 0; 0 gives NOT_APPLICABLE. @param percent decimal string ≥ 0.
 * @throws DomainError PLANS_BAD_NUMBER {name, value}
 */
export function share(num: number, den: number, percent: string): ShareResult {
  const n = whole('num', num);
  const d = whole('den', den);
  const pct = positive('percent', percent);
  if (n > d) throw new DomainError('PLANS_BAD_NUMBER', { name: 'num', value: num });
  if (d === 0n) return { met: null, shown: null, need: null, status: 'NOT_APPLICABLE' };
  const met = n * 100n * pct.den >= pct.num * d;
  return {
    met,
    shown: show(ratio(n * 100n, d), pct, met, SHARE_DECIMALS),
    need: safe('need', ceilDiv(pct.num * d, 100n * pct.den)),
    status: met ? 'MET' : 'NOT_MET',
  };
}

export interface PlacesInput {
  /** R: heads required at the target date. */
  required: number;
  /** C: heads counted at the base date. */
  count: number;
  /** L: expected losses until the target date. */
  losses: number;
  /** I: other inflow until the target date. */
  inflow: number;
  /** c, p, r: decimal strings, 0 to 1. */
  completion: string;
  pass: string;
  retention: string;
  /** k: intakes whose certificates fall on or before the target date, 0 to 1,000. */
  intakes: number;
}

export interface PlacesResult {
  net: number;
  /** Null when no number of places can reach the goal. */
  places: number | null;
  /** Earlier intakes take the remainder; empty when unreachable. */
  perIntake: number[];
  status: 'OK' | 'NONE_NEEDED' | 'UNREACHABLE_BY_TARGET';
}

/**
 * Training places needed to close the gap (§4.6): exact rationals, one ceiling at the end.
 * @throws DomainError PLANS_BAD_NUMBER {name, value}
 */
export function places(input: PlacesInput): PlacesResult {
  const k = whole('intakes', input.intakes);
  if (k > 1000n) throw new DomainError('PLANS_BAD_NUMBER', { name: 'intakes', value: input.intakes });
  const yields = (['completion', 'pass', 'retention'] as const).map((name) => fraction(name, input[name]));
  const standing = whole('count', input.count) - whole('losses', input.losses) + whole('inflow', input.inflow);
  const short = whole('required', input.required) - standing;
  const net = safe('net', short > 0n ? short : 0n);
  if (net === 0) return { net, places: 0, perIntake: new Array<number>(Number(k)).fill(0), status: 'NONE_NEEDED' };
  const yieldAll = yields.reduce(mul, ratio(1));
  if (k === 0n || yieldAll.num === 0n) return { net, places: null, perIntake: [], status: 'UNREACHABLE_BY_TARGET' };
  const exact = div(ratio(net), yieldAll);
  const needed = ceilDiv(exact.num, exact.den);
  const perIntake = Array.from({ length: Number(k) }, (_, i) => Number(needed / k) + (BigInt(i) < needed % k ? 1 : 0));
  return { net, places: safe('places', needed), perIntake, status: 'OK' };
}

/** §4.7 early warning: behind the straight line from `base` to `required` after `elapsed` of `total` days. Total 0: behind when not reached. */
export function isBehind(count: number, base: number, required: number, elapsed: number, total: number): boolean {
  if (elapsed >= total) return count < required;
  const [n, b, r] = [whole('count', count), whole('base', base), whole('required', required)];
  const [e, t] = [whole('elapsed', elapsed), whole('total', total)];
  return (n - b) * t < (r - b) * e;
}

/** DEC-19: digits are added until the figure shown says the same as the status. */
function show(value: Ratio, goal: Ratio, met: boolean, decimals: number): string {
  for (let digits = decimals; ; digits++) {
    const shown = roundHalfUp(value.num, value.den, digits);
    const scaled = ratio(BigInt(shown.replace('.', '')), 10n ** BigInt(digits));
    if (compare(scaled, goal) >= 0 === met) return shown;
  }
}

function whole(name: string, value: number): bigint {
  if (!Number.isSafeInteger(value) || value < 0) throw new DomainError('PLANS_BAD_NUMBER', { name, value });
  return BigInt(value);
}

function positive(name: string, value: string): Ratio {
  const r = isDecimal(value) ? parseDecimal(value) : undefined;
  if (!r || r.num < 0n) throw new DomainError('PLANS_BAD_NUMBER', { name, value });
  return r;
}

function fraction(name: string, value: string): Ratio {
  const r = positive(name, value);
  if (r.num > r.den) throw new DomainError('PLANS_BAD_NUMBER', { name, value });
  return r;
}

function safe(name: string, value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER))
    throw new DomainError('PLANS_BAD_NUMBER', { name, value: String(value) });
  return Number(value);
}
