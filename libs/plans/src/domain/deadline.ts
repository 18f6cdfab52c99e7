import { type Day, addDays, addMonths, dayOf, diffDays, dueExclusive } from '@app/kernel';

/** One hand-in of a report. Complete = every mandatory section filled and signed at that time. */
export interface Submission {
  at: Date;
  complete: boolean;
}

export interface Timeliness {
  onTime: boolean;
  /** Calendar days after the due day, Asia/Shanghai; 0 when on time. */
  daysLate: number;
  /** The submission that counts. */
  countedAt: Date;
}

/**
 * Whether a report came in time (§1.9, §5.8): the first *complete* submission counts, and a later return keeps it.
 * DEC-3: the due day is included, so 00:00+08:00 of the next day is one day late.
 * @param submissions in any order. @returns null when none is complete.
 */
export function timeliness(due: Day, submissions: readonly Submission[]): Timeliness | null {
  const complete = submissions.filter((s) => s.complete).map((s) => s.at.getTime());
  if (complete.length === 0) return null;
  const countedAt = new Date(complete.reduce((a, b) => Math.min(a, b)));
  return { onTime: countedAt < dueExclusive(due), daysLate: daysLate(due, dayOf(countedAt)), countedAt };
}

/** Days a thing done on `day` is late for `due`; 0 when on time. */
export function daysLate(due: Day, day: Day): number {
  return Math.max(0, diffDays(due, day));
}

export type DueFlag = 'NONE' | 'DUE_SOON' | 'OVERDUE';

/** §5.8 clock flag of something not yet handed in, on day `on`. @param warnDays data of the obligation. */
export function dueFlag(due: Day, on: Day, warnDays: readonly number[] = [30, 7]): { flag: DueFlag; daysLeft: number } {
  const daysLeft = diffDays(on, due);
  if (daysLeft < 0) return { flag: 'OVERDUE', daysLeft };
  return { flag: daysLeft <= Math.max(...warnDays, -1) ? 'DUE_SOON' : 'NONE', daysLeft };
}

/** DEC-3: `YYYY-MM-DD` as it is, `YYYY-MM` its last day, `YYYY` (年底前) 31 December. @throws DomainError KERNEL_BAD_DAY */
export function dueDay(text: string): Day {
  if (/^\d{4}$/.test(text)) return `${text}-12-31`;
  if (/^\d{4}-\d{2}$/.test(text)) return addDays(addMonths(`${text}-01`, 1), -1);
  return addDays(text, 0);
}

/** §4.6: an intake counts only when its certificates fall on or before the target date. @param examLagDays days from the end of the programme to the certificate. */
export function intakeCounts(startOn: Day, programmeMonths: number, examLagDays: number, targetDate: Day): boolean {
  return addDays(addMonths(startOn, programmeMonths), examLagDays) <= targetDate;
}
