import { APPLICATION_RULES, applicationNews } from './application-rules';
import type { SubjectType, Wanted } from './duty';
import type { EnrolmentView } from './enrolment-view';
import type { TaskTerms } from './terms';
import { examNews, ISSUE_RULE, trainingDuties } from './training-rules';
import { turns } from './turn-rules';

/** All to-dos and messages of one enrolment, from its facts. */
export function enrolmentWork(e: EnrolmentView, terms: TaskTerms, now: Date): Wanted {
  return {
    duties: [
      ...[...APPLICATION_RULES, ISSUE_RULE].flatMap((rule) => turns(rule, e.history, e, terms)),
      ...trainingDuties(e, terms, now),
    ],
    messages: [...applicationNews(e), ...examNews(e, now)],
  };
}

type EventRule =
  /** look at the subject again: its to-dos follow from its facts */
  | { look: SubjectType; id: string; says?: string }
  /** handled by a rule of its own */
  | { own: string }
  | { silent: string };

/**
 * What each piece of news means for the to-do box. An event that is not here fails the tests: somebody has to say whether
 * it is anybody's work. `id` names the payload's key of the subject; `says` is a fact that only the news carries.
 */
export const EVENT_RULES: Readonly<Record<string, EventRule>> = {
  'programmes.class-opened': { own: 'closes OPEN_CLASS of the base' },
  'programmes.enrolment-applied': { look: 'enrolment', id: 'enrolmentId' },
  'programmes.enrolment-confirmed': { look: 'enrolment', id: 'enrolmentId' },
  'programmes.enrolment-returned': { look: 'enrolment', id: 'enrolmentId' },
  'programmes.enrolment-waitlisted': { look: 'enrolment', id: 'enrolmentId' },
  'programmes.enrolment-admitted': { look: 'enrolment', id: 'enrolmentId' },
  'programmes.enrolment-refused': { look: 'enrolment', id: 'enrolmentId' },
  'programmes.enrolment-started': { look: 'enrolment', id: 'enrolmentId' },
  'programmes.enrolment-withdrawn': { look: 'enrolment', id: 'enrolmentId' },
  'programmes.enrolment-completed': { look: 'enrolment', id: 'enrolmentId' },
  'programmes.enrolment-failed': { look: 'enrolment', id: 'enrolmentId' },
  'programmes.attestation-recorded': { look: 'enrolment', id: 'enrolmentId' },
  'courses.course-started': { look: 'enrolment', id: 'enrolmentId' },
  'courses.course-completed': { look: 'enrolment', id: 'enrolmentId' },
  'exams.exam-scheduled': { own: 'opens every SIT_EXAM that waits for the paper, in one statement' },
  'exams.exam-cancelled': { own: 'puts every SIT_EXAM of the window back to waiting' },
  'exams.attempt-started': { look: 'enrolment', id: 'enrolmentId' },
  'exams.attempt-submitted': { silent: 'the result follows in seconds and closes the to-do' },
  'exams.attempt-graded': { look: 'enrolment', id: 'enrolmentId' },
  'exams.attempt-voided': { look: 'enrolment', id: 'enrolmentId' },
  'credentials.completion-decided': { look: 'enrolment', id: 'enrolmentId' },
  'credentials.certificate-issued': { look: 'certificate', id: 'certificateId' },
  'credentials.certificate-rendered': { look: 'certificate', id: 'certificateId', says: 'rendered' },
  'credentials.certificate-revoked': { look: 'certificate', id: 'certificateId' },
  'credentials.certificate-cancelled': { look: 'certificate', id: 'certificateId' },
  'credentials.certificate-end-requested': { look: 'certificate', id: 'certificateId' },
  'credentials.certificate-end-decided': { look: 'certificate', id: 'certificateId' },
  'accreditation.base-status-changed': { look: 'base', id: 'institutionId' },
  'identity.account-created': { silent: 'whoever made the account hands over its password link' },
  'identity.account-disabled': { silent: 'the account can read nothing any more' },
  'identity.password-link-started': { own: 'tells the owner of the account' },
  'identity.grant-proposed': { look: 'grant', id: 'grantId' },
  'identity.grant-decided': { look: 'grant', id: 'grantId' },
  'identity.grant-ended': { look: 'grant', id: 'grantId' },
  'registry.person-changed': { silent: 'shown in the record; what follows for training comes as its own news' },
  'registry.people-changed': { silent: 'as registry.person-changed, for the people of a list' },
  'registry.institution-changed': { silent: 'shown in the record' },
  'registry.facilities-changed': { silent: 'shown in the record and by the indicators' },
  'registry.correction-changed': { look: 'correction', id: 'requestId' },
  'plans.report-changed': { look: 'report', id: 'dutyId' },
  'plans.plan-imported': { silent: 'shown with the plan; its report duties come as their own news' },
  'workforce.membership-changed': { silent: 'shown on the goal board' },
};
