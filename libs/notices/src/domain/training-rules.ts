import { compare, dayOf, isDecimal, parseDecimal, startOfDay } from '@app/kernel';
import { duty, type Duty, ending, type Message, type Params, type Step } from './duty';
import {
  type EnrolmentView,
  inTraining,
  type RequirementView,
  type SittingView,
  type WindowView,
} from './enrolment-view';
import { links } from './links';
import { dueDay, type TaskTerms } from './terms';
import type { TurnRule } from './turn-rules';

const later = (a: Date, b: Date): Date => (a > b ? a : b);
const admission = (e: EnrolmentView): Step | undefined => e.history.filter((s) => s.event === 'ADMIT').at(-1);
const common = (e: EnrolmentView): Params => ({
  programmeZh: e.programmeZh,
  programmeEn: e.programmeEn,
  classTitle: e.classTitle,
});
const named = (e: EnrolmentView, r: RequirementView): Params => ({
  ...common(e),
  itemZh: r.labelZh,
  itemEn: r.labelEn,
});
const toLearner = (e: EnrolmentView) => ({ role: 'TRAINEE' as const, accountId: e.accountId });
const byLearner = (e: EnrolmentView, at: Date, outcome: 'STARTED' | 'PASSED' | 'NOT_PASSED' | 'VOIDED') => ({
  at,
  by: e.accountId,
  outcome,
});

/** Everything that is to be done between admission and certificate. @param now used where a fact has no time of its own */
export function trainingDuties(e: EnrolmentView, terms: TaskTerms, now: Date): Duty[] {
  const admitted = admission(e);
  if (!admitted) return [];
  return [
    ...e.requirements.filter((r) => r.kind === 'COURSE').map((r) => courseDuty(e, r, admitted, terms, now)),
    ...e.requirements.filter((r) => r.kind === 'EXAM').flatMap((r) => examDuties(e, r, admitted, now)),
    ...attestationDuty(e, admitted, terms),
  ].filter((d) => d.done || inTraining(e.state));
}

function courseDuty(e: EnrolmentView, r: RequirementView, admitted: Step, terms: TaskTerms, now: Date): Duty {
  const c = e.courses[r.courseCode ?? ''];
  const begun = c?.startedAt ?? (c?.completed ? (c.completedAt ?? now) : null);
  return duty({
    code: 'START_LEARNING',
    slot: r.code,
    to: toLearner(e),
    link: links.course(e.id, r.courseCode ?? ''),
    params: { ...common(e), itemZh: c?.titleZh ?? r.labelZh, itemEn: c?.titleEn ?? r.labelEn },
    startedBy: admitted.accountId,
    opensAt: admitted.at,
    dueOn: dueDay(terms, 'START_LEARNING', admitted.at, e.classEndOn),
    done: begun ? byLearner(e, begun, 'STARTED') : null,
  });
}

const coursesDone = (e: EnrolmentView): boolean =>
  e.requirements.every((r) => r.kind !== 'COURSE' || e.courses[r.courseCode ?? '']?.completed);

const readySince = (e: EnrolmentView, admitted: Step): Date =>
  Object.values(e.courses).reduce((at, c) => (c.completedAt ? later(at, c.completedAt) : at), admitted.at);

/** The window to sit in: still admitting, an attempt left in it, the one that ends first. */
export function nextWindow(
  windows: readonly WindowView[],
  sittings: readonly SittingView[],
  now: Date,
): WindowView | null {
  const left = windows.filter(
    (w) => w.admissionUntil > now && sittings.filter((s) => s.sessionId === w.id).length < w.maxAttempts,
  );
  const end = (w: WindowView) => w.admissionUntil.getTime();
  return left.sort((a, b) => end(a) - end(b) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

/** What the sentence about an exam window says; also written when a window finds its candidates. */
export const windowParams = (w: WindowView | null): Params => ({
  windowTitle: w?.title ?? null,
  opensAt: w?.opensAt.toISOString() ?? null,
  until: w?.admissionUntil.toISOString() ?? null,
});

/** One duty per sitting: those marked or voided are done; the running or next one is open, or waits for what it needs. */
function examDuties(e: EnrolmentView, r: RequirementView, admitted: Step, now: Date): Duty[] {
  const paper = r.paperCode ?? '';
  const sittings = e.sittings[paper] ?? [];
  const windows = e.windows[paper] ?? [];
  const base = {
    code: 'SIT_EXAM' as const,
    slot: r.code,
    to: toLearner(e),
    startedBy: admitted.accountId,
    params: named(e, r),
    link: links.exams,
    windowKey: `${paper}@${e.provinceCode}`,
  };
  const taken = sittings.map((s) =>
    duty({
      ...base,
      occasion: String(s.ordinal),
      link: links.exam(s.sessionId),
      params: { ...base.params, ...windowParams(windows.find((w) => w.id === s.sessionId) ?? null) },
      opensAt: s.startedAt,
      windowId: s.sessionId,
      done:
        s.state === 'MARKED'
          ? byLearner(e, s.gradedAt ?? now, s.passed ? 'PASSED' : 'NOT_PASSED')
          : s.state === 'VOID'
            ? byLearner(e, now, 'VOIDED')
            : null,
    }),
  );
  const over = sittings.some((s) => s.passed || s.state === 'STARTED' || s.state === 'SUBMITTED');
  if (over || (r.maxAttempts !== undefined && sittings.length >= r.maxAttempts)) return taken;
  const window = nextWindow(windows, sittings, now);
  const ready = coursesDone(e);
  const set = ready ? window : null;
  const next = duty({
    ...base,
    occasion: String((sittings.at(-1)?.ordinal ?? 0) + 1),
    link: set ? links.exam(set.id) : links.exams,
    params: { ...base.params, ...windowParams(set) },
    // An appointment: shown from the day it is made, not only while the door is open.
    opensAt: set ? readySince(e, admitted) : null,
    endsAt: set?.admissionUntil ?? null,
    dueOn: set ? dayOf(set.admissionUntil) : null,
    waitsFor: !ready ? 'COURSES' : set ? null : 'EXAM_WINDOW',
    windowId: set?.id ?? null,
  });
  return [...taken, next];
}

const enough = (minimum: string | undefined, value: string): boolean =>
  minimum === undefined || (isDecimal(value) && compare(parseDecimal(value), parseDecimal(minimum)) >= 0);

/** One duty for all that the base must attest, from the first day of the class until every minimum is reached. */
function attestationDuty(e: EnrolmentView, admitted: Step, terms: TaskTerms): Duty[] {
  const wanted = e.requirements.filter((r) => r.kind === 'ATTESTATION');
  if (!wanted.length) return [];
  const met = wanted.filter((r) => e.attested.some((a) => a.requirementCode === r.code && enough(r.minimum, a.value)));
  const last = e.history.filter((s) => s.event === 'ATTEST' || s.event === 'CORRECT_ATTESTATION').at(-1);
  const opensAt = later(admitted.at, startOfDay(e.classStartOn));
  return [
    duty({
      code: 'RECORD_ATTESTATION',
      to: { role: 'BASE_ADMIN', organisationId: e.baseInstitutionId, except: [e.accountId] },
      link: links.admit(e.classId, e.id),
      params: { ...common(e), name: e.personName, done: met.length, total: wanted.length },
      startedBy: admitted.accountId,
      opensAt,
      dueOn: dueDay(terms, 'RECORD_ATTESTATION', opensAt, e.classEndOn),
      done: met.length === wanted.length && last ? ending(last, 'RECORDED') : null,
    }),
  ];
}

/** Open from the decision that says eligible until the step that completes the training. */
export const ISSUE_RULE: TurnRule<EnrolmentView> = {
  code: 'ISSUE_CERTIFICATE',
  opens: ['credentials.eligible'],
  closes: { COMPLETE: 'ISSUED', 'credentials.no-longer-eligible': 'LAPSED', FAIL: 'LAPSED', WITHDRAW: 'LAPSED' },
  to: (e) => ({ role: 'PROVINCE_OFFICER', regionCode: e.provinceCode, except: [e.accountId] }),
  link: () => links.issue,
  params: (e) => ({ ...common(e), name: e.personName }),
  startedBy: (e) => e.accountId,
};

/** Results, told once per sitting. */
export function examNews(e: EnrolmentView, now: Date): Message[] {
  return e.requirements.flatMap((r) => {
    const sittings = r.kind === 'EXAM' ? (e.sittings[r.paperCode ?? ''] ?? []) : [];
    const left = r.maxAttempts === undefined ? null : Math.max(0, r.maxAttempts - sittings.length);
    return sittings
      .filter((s) => s.state === 'MARKED' || s.state === 'VOID')
      .map((s) => ({
        code:
          s.state === 'VOID'
            ? ('EXAM_VOIDED' as const)
            : s.passed
              ? ('EXAM_PASSED' as const)
              : ('EXAM_NOT_PASSED' as const),
        fact: s.id,
        to: toLearner(e),
        params: { ...named(e, r), score: s.score, left },
        link: links.exam(s.sessionId),
        at: s.gradedAt ?? now,
      }));
  });
}
