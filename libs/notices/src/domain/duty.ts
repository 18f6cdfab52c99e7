import type { Day } from '@app/kernel';

export const TASK_CODES = [
  'CONFIRM_APPLICATION',
  'ADMIT_APPLICANT',
  'DECIDE_WAITLISTED',
  'CORRECT_APPLICATION',
  'START_LEARNING',
  'SIT_EXAM',
  'RECORD_ATTESTATION',
  'ISSUE_CERTIFICATE',
  'CONFIRM_CERTIFICATE_END',
  'OPEN_CLASS',
  'RENEW_ACCREDITATION',
  'DECIDE_GRANT',
  'CONFIRM_IMPORT',
  'OPINE_CORRECTION',
  'DECIDE_CORRECTION',
  'REVIEW_FAILED_JOBS',
  'WRITE_REPORT',
  'SIGN_REPORT',
  'SUBMIT_REPORT',
  'ACCEPT_REPORT',
  'CORRECT_REPORT',
] as const;
export type TaskCode = (typeof TASK_CODES)[number];

export const MESSAGE_CODES = [
  'APPLICATION_CONFIRMED',
  'APPLICATION_RETURNED',
  'APPLICATION_REFUSED',
  'APPLICATION_WAITLISTED',
  'ADMITTED',
  'TRAINING_FAILED',
  'EXAM_SCHEDULED',
  'EXAM_CANCELLED',
  'EXAM_PASSED',
  'EXAM_NOT_PASSED',
  'EXAM_VOIDED',
  'CERTIFICATE_ISSUED',
  'CERTIFICATE_READY',
  'CERTIFICATE_ENDED',
  'END_REQUEST_CONFIRMED',
  'END_REQUEST_REFUSED',
  'BASE_ACCREDITED',
  'BASE_SUSPENDED',
  'BASE_RESTORED',
  'BASE_REMOVED',
  'BASE_EXPIRED',
  'ROLE_GRANTED',
  'ROLE_ENDED',
  'GRANT_APPROVED',
  'GRANT_REFUSED',
  'PASSWORD_LINK_STARTED',
  'CORRECTION_APPROVED',
  'CORRECTION_REFUSED',
  'TASK_OVERDUE',
  'REPORT_DUE_SOON',
  'REPORT_REMINDED',
  'REPORT_RETURNED',
  'REPORT_ACCEPTED',
] as const;
export type MessageCode = (typeof MESSAGE_CODES)[number];

/** What ended a to-do. OBSOLETE: the matter went another way; it may come back, every other outcome is final. */
export const OUTCOMES = [
  'CONFIRMED',
  'ADMITTED',
  'WAITLISTED',
  'REFUSED',
  'RETURNED',
  'WITHDRAWN',
  'RESUBMITTED',
  'STARTED',
  'PASSED',
  'NOT_PASSED',
  'VOIDED',
  'RECORDED',
  'ISSUED',
  'OPENED',
  'DECIDED',
  'HANDED_ON',
  'SIGNED',
  'SUBMITTED',
  'KEPT',
  'ACCEPTED',
  'LAPSED',
  'OBSOLETE',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type AddresseeRole =
  | 'TRAINEE'
  | 'INSTITUTION_ADMIN'
  | 'BASE_ADMIN'
  | 'CITY_OFFICER'
  | 'PROVINCE_OFFICER'
  | 'SECURITY_ADMIN'
  | 'SYSTEM_ADMIN';

/** Whose to-do: one account, or everybody who holds a role for an organisation, a region or the platform. */
export interface Addressee {
  role: AddresseeRole | null;
  organisationId?: string;
  regionCode?: string;
  accountId?: string;
  /** accounts that must not do it: the applicant, the one who decided the step before (§5.0) */
  except?: string[];
}

export type Params = Record<string, string | number | null>;
export type SubjectType =
  'enrolment' | 'base' | 'grant' | 'certificate' | 'work-job' | 'correction' | 'report' | 'platform';

export interface Ending {
  at: Date;
  /** null: the system */
  by: string | null;
  outcome: Outcome;
}

/**
 * One piece of work that is somebody's, or was. Derived from the facts of its subject, again and again; the same facts
 * give the same duties, so neither order nor repetition of the news that caused the look can matter.
 */
export interface Duty {
  code: TaskCode;
  /** tells duties of one code apart: the requirement, the training type */
  slot: string;
  /** tells turns apart: the step that opened it, the number of the attempt */
  occasion: string;
  to: Addressee;
  startedBy: string | null;
  params: Params;
  link: string;
  dueOn: Day | null;
  /** from when it is shown; null while it waits */
  opensAt: Date | null;
  /** until when it can be done; null = open */
  endsAt: Date | null;
  /** what a waiting duty waits for */
  waitsFor: 'COURSES' | 'EXAM_WINDOW' | null;
  /** `paper@province` of the exam windows that open it */
  windowKey: string | null;
  windowId: string | null;
  done: Ending | null;
}

export interface Message {
  code: MessageCode;
  /** the fact it tells of: told once per account */
  fact: string;
  to: Addressee;
  params: Params;
  link: string;
  at: Date;
}

export interface Wanted {
  duties: Duty[];
  messages: Message[];
}

/** A step in the append-only history of the subject. */
export interface Step {
  id: string;
  event: string;
  at: Date;
  accountId: string;
  actorName: string;
  toState: string | null;
  opinion: string | null;
}

export const duty = (
  d: Pick<Duty, 'code' | 'to' | 'link' | 'opensAt'> & Partial<Omit<Duty, 'code' | 'to' | 'link' | 'opensAt'>>,
): Duty => ({
  slot: '',
  occasion: '',
  startedBy: null,
  params: {},
  dueOn: null,
  endsAt: null,
  waitsFor: null,
  windowKey: null,
  windowId: null,
  done: null,
  ...d,
});

/** Who did a step; `system` acts are nobody's. */
export const ending = (s: Step, outcome: Outcome): Ending => ({
  at: s.at,
  by: s.accountId === 'system' ? null : s.accountId,
  outcome,
});
