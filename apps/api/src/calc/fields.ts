import { dueExclusive, isDay, isDecimal, startOfDay } from '@app/kernel';
import { z } from 'zod';

const MAX_CASES = 100_000;

/** A head count: numbers that decide are integers, never floats. */
export const count = z.int().min(0);

export const decimal = z
  .string()
  .refine(isDecimal, 'a decimal string such as "7.5"')
  .refine((s) => !s.startsWith('-'), 'not below 0');

export const fraction = decimal.refine((s) => /^0*(?:0(?:\.\d+)?|1(?:\.0+)?)$/.test(s), 'a decimal string from 0 to 1');

export const day = z.string().refine(isDay, 'a calendar day YYYY-MM-DD');

/** RFC 3339 with an offset: without one the Shanghai day of the instant would be a guess. */
export const instant = z.iso.datetime({ offset: true }).transform((s) => new Date(s));

const MOMENT = 'a calendar day YYYY-MM-DD, or an instant with its offset such as 2025-11-20T23:59:59+08:00';

/** Recorded on a day: from its first moment. */
export const recordedAt = z.union([day.transform(startOfDay), instant], MOMENT);

/** Known at a day: to its last moment. */
export const knownAt = z.union([day.refine((d) => d < '9999-12-31').transform(lastMoment), instant], MOMENT);

function lastMoment(d: string): Date {
  return new Date(dueExclusive(d).getTime() - 1);
}

export function cases<T extends z.ZodType>(item: T) {
  return z.strictObject({ cases: z.array(item).max(MAX_CASES) });
}
