import type { Clock } from './clock';
import { DomainError } from './errors';

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`, 0001-01-01 to 9999-12-31. Compares correctly as text. */
export type Day = string;

/** Half-open `[start, end)`; `end` null means no end. Empty when `end <= start`. */
export interface DayInterval {
  start: Day;
  end: Day | null;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
/** China has kept +08:00 without summer time since 1991; the fixed offset makes older days reproducible too. */
const SHANGHAI_MS = 8 * 3_600_000;

/** True for an existing calendar day; `2023-02-29` is none. */
export function isDay(s: unknown): s is Day {
  return typeof s === 'string' && epochDay(s) !== undefined;
}

/** The Shanghai day an instant falls on. @throws DomainError KERNEL_BAD_DAY for an invalid Date or a year outside 1..9999. */
export function dayOf(instant: Date): Day {
  return fromEpochDay(Math.floor((instant.getTime() + SHANGHAI_MS) / DAY_MS));
}

/** The present Shanghai day of the clock. */
export function today(clock: Clock): Day {
  return dayOf(clock.now());
}

/** @param n whole days, may be negative. @throws DomainError KERNEL_BAD_DAY */
export function addDays(day: Day, n: number): Day {
  return fromEpochDay(toEpochDay(day) + n);
}

/** @param n whole months, may be negative. The day is clamped to the end of the month: 01-31 + 1 = 02-28. @throws DomainError KERNEL_BAD_DAY */
export function addMonths(day: Day, n: number): Day {
  toEpochDay(day);
  const [year, month, dom] = day.split('-').map(Number) as [number, number, number];
  const months = year * 12 + (month - 1) + n;
  const first = text(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1);
  const last = daysInMonth(first);
  return first.slice(0, 8) + String(Math.min(dom, last)).padStart(2, '0');
}

/** Days from `a` to `b`: positive when `b` is later (`diffDays('2025-01-01', '2025-01-31')` = 30). @throws DomainError KERNEL_BAD_DAY */
export function diffDays(a: Day, b: Day): number {
  return toEpochDay(b) - toEpochDay(a);
}

/** The instant 00:00+08:00 of the day. @throws DomainError KERNEL_BAD_DAY */
export function startOfDay(day: Day): Date {
  return new Date(toEpochDay(day) * DAY_MS - SHANGHAI_MS);
}

/** DEC-3: 「…前」 includes the day, so a thing is late from this instant on (00:00+08:00 of the next day). @throws DomainError KERNEL_BAD_DAY */
export function dueExclusive(day: Day): Date {
  return startOfDay(addDays(day, 1));
}

/** §4.2: `start <= day < end`. */
export function contains(interval: DayInterval, day: Day): boolean {
  return interval.start <= day && (interval.end === null || day < interval.end);
}

/** True when the interval holds no day. */
export function isEmptyInterval(interval: DayInterval): boolean {
  return interval.end !== null && interval.end <= interval.start;
}

/** The days in both, or null when there are none. */
export function intersect(a: DayInterval, b: DayInterval): DayInterval | null {
  const both = { start: a.start > b.start ? a.start : b.start, end: earlierEnd(a.end, b.end) };
  return isEmptyInterval(both) ? null : both;
}

/** The days in any of them, as few intervals as possible in time order; adjoining ones are joined, empty ones dropped. */
export function unionIntervals(list: readonly DayInterval[]): DayInterval[] {
  const sorted = list
    .filter((i) => !isEmptyInterval(i))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const out: DayInterval[] = [];
  for (const next of sorted) {
    const last = out.at(-1);
    if (last && (last.end === null || next.start <= last.end)) {
      if (last.end !== null && (next.end === null || next.end > last.end)) last.end = next.end;
    } else {
      out.push({ start: next.start, end: next.end });
    }
  }
  return out;
}

/** The days of `list` that are in none of `holes`, joined as by `unionIntervals`. */
export function subtractIntervals(list: readonly DayInterval[], holes: readonly DayInterval[]): DayInterval[] {
  let left = unionIntervals(list);
  for (const hole of unionIntervals(holes)) {
    left = left.flatMap((i) => {
      const before: DayInterval = { start: i.start, end: earlierEnd(i.end, hole.start) };
      const after: DayInterval[] =
        hole.end === null ? [] : [{ start: i.start > hole.end ? i.start : hole.end, end: i.end }];
      return [before, ...after].filter((part) => !isEmptyInterval(part));
    });
  }
  return left;
}

function earlierEnd(a: Day | null, b: Day | null): Day | null {
  if (a === null) return b;
  if (b === null) return a;
  return a < b ? a : b;
}

function epochDay(day: string): number | undefined {
  const m = DAY.exec(day);
  if (!m || m[1] === '0000') return undefined;
  const ms = new Date(0).setUTCFullYear(Number(m[1]), Number(m[2]) - 1, Number(m[3]));
  return new Date(ms).toISOString().slice(0, 10) === day ? ms / DAY_MS : undefined;
}

function toEpochDay(day: Day): number {
  const n = epochDay(day);
  if (n === undefined) throw new DomainError('KERNEL_BAD_DAY', { value: day });
  return n;
}

function fromEpochDay(n: number): Day {
  const date = new Date(n * DAY_MS);
  const year = date.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new DomainError('KERNEL_BAD_DAY', { value: String(n) });
  return date.toISOString().slice(0, 10);
}

function text(year: number, month: number, dom: number): Day {
  if (!(year >= 1 && year <= 9999)) throw new DomainError('KERNEL_BAD_DAY', { value: String(year) });
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dom).padStart(2, '0')}`;
}

function daysInMonth(first: Day): number {
  const [year, month] = first.split('-').map(Number) as [number, number];
  return new Date(new Date(0).setUTCFullYear(year, month, 0)).getUTCDate();
}
