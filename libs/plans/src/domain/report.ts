import { addDays, type Day, type Reason, transitions } from '@app/kernel';
import { dueFlag } from './deadline';

/** §5.8. KEPT ends a report that the plan sends to nobody (DEC-31): signed, kept by its author, never "filed". */
export const REPORT_STATES = [
  'NOT_STARTED',
  'DRAFT',
  'CITY_REVIEW',
  'SIGNED',
  'SUBMITTED',
  'ACCEPTED',
  'RETURNED',
  'RESUBMITTED',
  'KEPT',
] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export type ReportEvent =
  | 'START'
  | 'SEND_FOR_REVIEW'
  | 'SEND_BACK'
  | 'SIGN'
  | 'REOPEN'
  | 'SUBMIT'
  | 'KEEP'
  | 'RETURN'
  | 'RESUBMIT'
  | 'ACCEPT'
  | 'RECORD_PAPER'
  | 'RECORD_KEPT';
/** AUTHOR: the office the report is due from. RECEIVER: the province it goes to. */
export type ReportSide = 'AUTHOR' | 'RECEIVER';

const author = ['AUTHOR'] as const;
const receiver = ['RECEIVER'] as const;
const either = ['AUTHOR', 'RECEIVER'] as const;
const before: readonly ReportState[] = ['NOT_STARTED', 'DRAFT', 'CITY_REVIEW', 'SIGNED'];

export const reportLifecycle = transitions<ReportState, ReportEvent, ReportSide>(
  [
    { from: 'NOT_STARTED', event: 'START', to: 'DRAFT', who: author },
    { from: 'DRAFT', event: 'SEND_FOR_REVIEW', to: 'CITY_REVIEW', who: author },
    { from: 'CITY_REVIEW', event: 'SEND_BACK', to: 'DRAFT', who: author },
    { from: 'CITY_REVIEW', event: 'SIGN', to: 'SIGNED', who: author },
    { from: 'SIGNED', event: 'REOPEN', to: 'DRAFT', who: author },
    { from: 'SIGNED', event: 'SUBMIT', to: 'SUBMITTED', who: author },
    { from: 'SIGNED', event: 'KEEP', to: 'KEPT', who: author },
    { from: 'SUBMITTED', event: 'ACCEPT', to: 'ACCEPTED', who: receiver },
    { from: 'SUBMITTED', event: 'RETURN', to: 'RETURNED', who: receiver },
    { from: 'RETURNED', event: 'RESUBMIT', to: 'RESUBMITTED', who: author },
    { from: 'RESUBMITTED', event: 'ACCEPT', to: 'ACCEPTED', who: receiver },
    { from: 'RESUBMITTED', event: 'RETURN', to: 'RETURNED', who: receiver },
    // A paper report of the time before the system: entered with its day and scan, and marked so for good.
    ...before.map((from) => ({ from, event: 'RECORD_PAPER' as const, to: 'SUBMITTED' as const, who: either })),
    ...before.map((from) => ({ from, event: 'RECORD_KEPT' as const, to: 'KEPT' as const, who: author })),
  ],
  ['ACCEPTED', 'KEPT'],
);

/** States in which the author may change text, figures and files. */
export const isEditable = (s: ReportState): boolean => s === 'NOT_STARTED' || s === 'DRAFT' || s === 'RETURNED';
/** In the hands of the receiver, or done. */
export const isReceived = (s: ReportState): boolean =>
  ['SUBMITTED', 'ACCEPTED', 'RETURNED', 'RESUBMITTED', 'KEPT'].includes(s);

export interface Section {
  code: string;
  label: { zh: string; en: string };
  required: boolean;
}

/** A figure of a report: computed from the snapshot, and what the office reports when it says otherwise. */
export interface ReportedValue {
  key: string;
  computed: string | null;
  reported: string | null;
  reason: string | null;
}

export interface ReportContent {
  sections: readonly Section[];
  texts: ReadonlyMap<string, string>;
  needsFigures: boolean;
  figures: readonly ReportedValue[] | null;
  seal: boolean;
  filed: boolean;
  opensOn: Day;
}

const filled = (text: string | undefined): boolean => (text ?? '').trim() !== '';

/** Everything that keeps a report from being signed, each once. */
export function againstSigning(r: ReportContent): Reason[] {
  const empty = r.sections.filter((s) => s.required && !filled(r.texts.get(s.code)));
  return [
    ...empty.map((s) => ({
      code: 'PLANS_REPORT_SECTION_EMPTY',
      params: { section: s.label.zh, sectionEn: s.label.en },
    })),
    ...(r.needsFigures && r.figures === null ? [{ code: 'PLANS_REPORT_NO_FIGURES' }] : []),
    ...(r.figures ?? [])
      .filter((f) => f.reported !== null && !filled(f.reason ?? ''))
      .map((f) => ({ code: 'PLANS_REPORT_NO_REASON', params: { figure: f.key } })),
  ];
}

/** Everything that keeps a signed report from being handed in on `today`. */
export function againstSubmitting(r: ReportContent, today: Day): Reason[] {
  return [
    ...againstSigning(r),
    ...(r.seal ? [] : [{ code: 'PLANS_REPORT_NO_SEAL' }]),
    ...(r.filed ? [] : [{ code: 'PLANS_REPORT_NOBODY' }]),
    ...(r.filed && today < r.opensOn ? [{ code: 'PLANS_REPORT_NOT_OPEN', params: { day: r.opensOn } }] : []),
  ];
}

export interface ReportClock {
  /** NOT_RECORDED: due before the duty was known here; the system cannot say whether it was handed in. */
  flag: 'NONE' | 'UPCOMING' | 'DUE_SOON' | 'OVERDUE' | 'NOT_RECORDED';
  daysLeft: number;
}

/** The clock of a report that is not handed in; nothing runs once it is, except for a return with its own day. */
export function reportClock(
  r: {
    state: ReportState;
    opensOn: Day;
    dueOn: Day;
    resubmitDueOn: Day | null;
    retrospective: boolean;
    filed: boolean;
  },
  on: Day,
  daysSoon: readonly number[],
): ReportClock {
  const due = r.state === 'RETURNED' && r.resubmitDueOn ? r.resubmitDueOn : r.dueOn;
  const { flag, daysLeft } = dueFlag(due, on, daysSoon);
  if (isReceived(r.state) && r.state !== 'RETURNED') return { flag: 'NONE', daysLeft };
  if (r.retrospective && r.state !== 'RETURNED') return { flag: 'NOT_RECORDED', daysLeft };
  if (flag === 'NONE' && on < r.opensOn) return { flag: 'UPCOMING', daysLeft };
  return { flag, daysLeft };
}

/** The threshold a reminder belongs to: the smallest not below the days left; null when none is reached or it is over. */
export function reminderOf(daysLeft: number, daysSoon: readonly number[]): number | null {
  if (daysLeft < 0) return null;
  const reached = daysSoon.filter((d) => daysLeft <= d);
  return reached.length ? Math.min(...reached) : null;
}

/** The last day of a resubmission when the receiver names none. */
export const resubmissionDue = (returnedOn: Day, days: number): Day => addDays(returnedOn, days);
