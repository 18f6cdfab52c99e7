import { type Day, startOfDay } from '@app/kernel';
import {
  type Addressee,
  duty,
  type Duty,
  ending,
  type Message,
  type Outcome,
  type Step,
  type TaskCode,
  type Wanted,
} from './duty';
import { links } from './links';
import { dueDay, type TaskTerms } from './terms';

/** A report due from an office, with what was done with it. */
export interface ReportView {
  id: string;
  year: number;
  labelZh: string;
  labelEn: string;
  regionCode: string;
  regionName: string;
  regionNameEn: string;
  provinceCode: string;
  author: 'CITY' | 'PROVINCE';
  filed: boolean;
  state: string;
  opensOn: Day;
  dueOn: Day;
  resubmitDueOn: Day | null;
  /** due before the system knew of it: nobody is told to write it now */
  retrospective: boolean;
  /** days before the due day whose reminder is on; null when none is */
  reminder: number | null;
  clock: { flag: string; daysLeft: number };
  history: Step[];
}

/** What a step ends, and whose turn it is after it. */
const ROAD: Readonly<Record<string, { outcome: Outcome; next: TaskCode | null }>> = {
  'report.sent-for-review': { outcome: 'HANDED_ON', next: 'SIGN_REPORT' },
  'report.sent-back': { outcome: 'RETURNED', next: 'WRITE_REPORT' },
  'report.signed': { outcome: 'SIGNED', next: 'SUBMIT_REPORT' },
  'report.reopened': { outcome: 'WITHDRAWN', next: 'WRITE_REPORT' },
  'report.submitted': { outcome: 'SUBMITTED', next: 'ACCEPT_REPORT' },
  'report.resubmitted': { outcome: 'RESUBMITTED', next: 'ACCEPT_REPORT' },
  'report.returned': { outcome: 'RETURNED', next: 'CORRECT_REPORT' },
  'report.accepted': { outcome: 'ACCEPTED', next: null },
  'report.kept': { outcome: 'KEPT', next: null },
  'report.recorded': { outcome: 'RECORDED', next: 'ACCEPT_REPORT' },
};

/** Whose turn a report is: one to-do at a time, each ended by the step that passes it on. */
export function reportWork(r: ReportView, terms: TaskTerms, now: Date): Wanted {
  const duties: Duty[] = [];
  if (!r.retrospective) duties.push(task(r, 'WRITE_REPORT', 'start', startOfDay(r.opensOn), null, terms));
  for (const step of r.history) {
    const turn = ROAD[step.event];
    if (!turn) continue;
    const open = duties.at(-1);
    if (open && !open.done) open.done = ending(step, turn.outcome);
    // Kept reports go to nobody: recording one ends the matter.
    if (turn.next && !(turn.next === 'ACCEPT_REPORT' && !r.filed))
      duties.push(task(r, turn.next, step.id, step.at, step, terms));
  }
  return { duties, messages: messagesOf(r, now) };
}

const officeOf = (r: ReportView): Addressee =>
  r.author === 'CITY'
    ? { role: 'CITY_OFFICER', regionCode: r.regionCode }
    : { role: 'PROVINCE_OFFICER', regionCode: r.provinceCode };

const paramsOf = (r: ReportView) => ({
  labelZh: r.labelZh,
  labelEn: r.labelEn,
  regionZh: r.regionName,
  regionEn: r.regionNameEn,
  year: String(r.year),
});

function task(r: ReportView, code: TaskCode, occasion: string, opensAt: Date, by: Step | null, terms: TaskTerms): Duty {
  const accepts = code === 'ACCEPT_REPORT';
  // Whoever entered a report from paper does not accept it.
  const except = accepts && by?.event === 'report.recorded' ? { except: [by.accountId] } : {};
  const own = code === 'CORRECT_REPORT' ? r.resubmitDueOn : r.retrospective ? null : r.dueOn;
  return duty({
    code,
    occasion,
    to: accepts ? { role: 'PROVINCE_OFFICER', regionCode: r.provinceCode, ...except } : officeOf(r),
    link: links.report(r.id),
    params: { ...paramsOf(r), reason: code === 'CORRECT_REPORT' ? (by?.opinion ?? '') : '' },
    startedBy: by && by.accountId !== 'system' ? by.accountId : null,
    opensAt,
    dueOn: accepts ? dueDay(terms, 'ACCEPT_REPORT', opensAt) : own,
  });
}

const TOLD: Readonly<Record<string, Message['code']>> = {
  'report.reminded': 'REPORT_REMINDED',
  'report.returned': 'REPORT_RETURNED',
  'report.accepted': 'REPORT_ACCEPTED',
};

function messagesOf(r: ReportView, now: Date): Message[] {
  const to = officeOf(r);
  const link = links.report(r.id);
  const due = r.state === 'RETURNED' && r.resubmitDueOn ? r.resubmitDueOn : r.dueOn;
  const told = r.history.flatMap((s): Message[] => {
    const code = TOLD[s.event];
    return code
      ? [{ code, fact: s.id, to, params: { ...paramsOf(r), reason: s.opinion ?? '', dueOn: due }, link, at: s.at }]
      : [];
  });
  if (r.reminder === null || r.retrospective) return told;
  const soon: Message = {
    code: 'REPORT_DUE_SOON',
    fact: `${r.id}:${due}:${r.reminder}`,
    to,
    params: { ...paramsOf(r), dueOn: due, days: Math.max(0, r.clock.daysLeft) },
    link,
    at: now,
  };
  return [...told, soon];
}
