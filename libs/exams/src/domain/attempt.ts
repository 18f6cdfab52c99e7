import { type Reason, transitions } from '@app/kernel';

/**
 * A sitting (§5.5), from the moment the candidate opens the paper. REGISTERED, CHECKED_IN, ABSENT and DEFERRED lie before
 * it and belong to on-site exams.
 */
export type AttemptState = 'STARTED' | 'SUBMITTED' | 'MARKED' | 'VOID';
export type AttemptStep = 'submit' | 'close' | 'mark' | 'void';

/** `close` is the server's own act when the time is over; `void` keeps the attempt and takes away its effect. */
export const attemptLife = transitions<AttemptState, AttemptStep, 'TRAINEE' | 'SYSTEM' | 'EXAM_OFFICER'>(
  [
    { from: 'STARTED', event: 'submit', to: 'SUBMITTED', who: ['TRAINEE'] },
    { from: 'STARTED', event: 'close', to: 'SUBMITTED', who: ['SYSTEM'] },
    { from: 'STARTED', event: 'void', to: 'VOID', who: ['EXAM_OFFICER'] },
    { from: 'SUBMITTED', event: 'mark', to: 'MARKED', who: ['SYSTEM'] },
    { from: 'SUBMITTED', event: 'void', to: 'VOID', who: ['EXAM_OFFICER'] },
    { from: 'MARKED', event: 'void', to: 'VOID', who: ['EXAM_OFFICER'] },
  ],
  ['VOID'],
);

export type SessionState = 'SCHEDULED' | 'CANCELLED';
export const sessionLife = transitions<SessionState, 'cancel', 'EXAM_OFFICER'>(
  [{ from: 'SCHEDULED', event: 'cancel', to: 'CANCELLED', who: ['EXAM_OFFICER'] }],
  ['CANCELLED'],
);

/** The rules of one exam window, copied from the paper when it was scheduled. */
export interface SessionRules {
  state: SessionState;
  opensAt: Date;
  closesAt: Date;
  durationMinutes: number;
  /** Admission ends so many minutes after opening (DEC-28); null: admission during the whole window. */
  lateLimitMinutes: number | null;
  graceSeconds: number;
  maxAttempts: number;
  passPercent: number;
}

export type SessionPhase = 'UPCOMING' | 'OPEN' | 'ADMISSION_ENDED' | 'CLOSED' | 'CANCELLED';

const MINUTE = 60_000;

/** The instant from which nobody is admitted any more. */
export function admissionEnd(s: Pick<SessionRules, 'opensAt' | 'closesAt' | 'lateLimitMinutes'>): Date {
  if (s.lateLimitMinutes === null) return s.closesAt;
  // DEC-28 refuses who is *more* than the limit late, so the last minute itself still admits.
  return new Date(Math.min(s.closesAt.getTime(), s.opensAt.getTime() + s.lateLimitMinutes * MINUTE + 1));
}

export function phaseOf(s: SessionRules, now: Date): SessionPhase {
  if (s.state === 'CANCELLED') return 'CANCELLED';
  if (now < s.opensAt) return 'UPCOMING';
  if (now >= s.closesAt) return 'CLOSED';
  return now < admissionEnd(s) ? 'OPEN' : 'ADMISSION_ENDED';
}

/**
 * The server's deadline: the allotted time, never past the end of the window. Extra time moves both, so that an
 * accommodation is not eaten by the window (C9).
 */
export function deadlineOf(s: SessionRules, startedAt: Date, extraMinutes: number): Date {
  const extra = extraMinutes * MINUTE;
  const full = startedAt.getTime() + s.durationMinutes * MINUTE + extra;
  return new Date(Math.min(full, s.closesAt.getTime() + extra));
}

/** The instant after which the server closes the attempt by itself. */
export const closeTime = (deadline: Date, graceSeconds: number): Date =>
  new Date(deadline.getTime() + graceSeconds * 1000);

export interface CandidateFacts {
  /** holds an active enrolment of this province that asks for this paper */
  enrolled: boolean;
  /** attempts begun in this session, and in all sessions of the paper */
  usedHere: number;
  usedInAll: number;
  /** limit of the programme's requirement; null when it names none */
  limitInAll: number | null;
  passed: boolean;
  /** an attempt is handed in and not graded yet */
  waiting: boolean;
}

/** Every reason why the candidate may not begin now, not only the first; empty: may begin. */
export function whyNotStart(s: SessionRules, c: CandidateFacts, now: Date): Reason[] {
  const reasons: Reason[] = [];
  const phase = phaseOf(s, now);
  const at = (d: Date) => ({ at: d.toISOString() });
  if (!c.enrolled) reasons.push({ code: 'EXAMS_NOT_ENROLLED' });
  if (phase === 'CANCELLED') reasons.push({ code: 'EXAMS_SESSION_CANCELLED' });
  if (phase === 'UPCOMING') reasons.push({ code: 'EXAMS_NOT_OPEN_YET', params: at(s.opensAt) });
  if (phase === 'CLOSED') reasons.push({ code: 'EXAMS_WINDOW_CLOSED', params: at(s.closesAt) });
  if (phase === 'ADMISSION_ENDED') reasons.push({ code: 'EXAMS_TOO_LATE', params: { minutes: s.lateLimitMinutes } });
  if (c.passed) reasons.push({ code: 'EXAMS_ALREADY_PASSED' });
  if (c.waiting) reasons.push({ code: 'EXAMS_RESULT_PENDING' });
  if (c.usedHere >= s.maxAttempts)
    reasons.push({ code: 'EXAMS_NO_ATTEMPT_LEFT_HERE', params: { limit: s.maxAttempts } });
  if (c.limitInAll !== null && c.usedInAll >= c.limitInAll) {
    reasons.push({ code: 'EXAMS_NO_ATTEMPT_LEFT', params: { limit: c.limitInAll } });
  }
  return reasons;
}
