import { addDays, type Day, dayOf } from '@app/kernel';
import type { TaskCode } from './duty';

/** How long a to-do may wait. Data, with version and source: a province may want other terms. */
export interface TaskTerms {
  version: string;
  effectiveFrom: Day;
  source: { zh: string; en: string };
  /** calendar days from the day a to-do opens to the last day to do it */
  days: Partial<Record<TaskCode, { value: number; source: string }>>;
  /** days before the last day of an accreditation at which its renewal is due to begin */
  renewalReminderDays: { value: number; source: string };
}

/** The last day to do it: the term, and never after `latest` unless that is already past when it opens. */
export function dueDay(terms: TaskTerms, code: TaskCode, opensAt: Date, latest: Day | null = null): Day | null {
  const opened = dayOf(opensAt);
  const term = terms.days[code];
  const byTerm = term ? addDays(opened, term.value) : null;
  const cap = latest !== null && latest >= opened ? latest : null;
  if (byTerm === null) return cap;
  return cap !== null && cap < byTerm ? cap : byTerm;
}
