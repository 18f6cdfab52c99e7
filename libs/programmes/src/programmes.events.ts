import { defineEvent } from '@app/platform';

type Enrolment = { enrolmentId: string };

export const ClassOpened = defineEvent<{ classId: string }>('programmes.class-opened');
/** Applied for the first time, or again after a return or withdrawal. */
export const EnrolmentApplied = defineEvent<Enrolment>('programmes.enrolment-applied');
export const EnrolmentConfirmed = defineEvent<Enrolment>('programmes.enrolment-confirmed');
export const EnrolmentReturned = defineEvent<Enrolment>('programmes.enrolment-returned');
export const EnrolmentWaitlisted = defineEvent<Enrolment>('programmes.enrolment-waitlisted');
export const EnrolmentAdmitted = defineEvent<Enrolment>('programmes.enrolment-admitted');
export const EnrolmentRefused = defineEvent<Enrolment>('programmes.enrolment-refused');
/** The class began: training is on. Comes with EnrolmentAdmitted when the class had begun before. */
export const EnrolmentStarted = defineEvent<Enrolment>('programmes.enrolment-started');
export const EnrolmentWithdrawn = defineEvent<Enrolment>('programmes.enrolment-withdrawn');
export const EnrolmentCompleted = defineEvent<Enrolment>('programmes.enrolment-completed');
export const EnrolmentFailed = defineEvent<Enrolment>('programmes.enrolment-failed');
export const AttestationRecorded = defineEvent<Enrolment>('programmes.attestation-recorded');
