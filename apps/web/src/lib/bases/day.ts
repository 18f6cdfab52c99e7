/** Today in Beijing as YYYY-MM-DD: only to prefill a field; the server decides. */
export const todayInBeijing = (now = new Date()): string =>
  new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

const valid = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day);

/** Same day `months` later, the end of the month where there is no such day. */
export function plusMonths(day: string, months: number): string {
  if (!valid(day)) return '';
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(y, m - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(y, m - 1 + months, Math.min(d, last))).toISOString().slice(0, 10);
}

export function plusDays(day: string, days: number): string {
  if (!valid(day)) return '';
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Last day of a validity of whole years that begins on `from`. */
export const lastDayAfterYears = (from: string, years: number): string => plusDays(plusMonths(from, years * 12), -1);

/** Last day of a class of whole months that begins on `from`. */
export const lastDayAfterMonths = (from: string, months: number): string => plusDays(plusMonths(from, months), -1);

/** Whole days from one day to another, 0 on the same day. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
