import { defineEvent } from '@app/platform';

export const ExamScheduled = defineEvent<{ sessionId: string }>('exams.exam-scheduled');
export const ExamCancelled = defineEvent<{ sessionId: string }>('exams.exam-cancelled');
export const AttemptStarted = defineEvent<{ attemptId: string; enrolmentId: string }>('exams.attempt-started');
export const AttemptSubmitted = defineEvent<{ attemptId: string; enrolmentId: string }>('exams.attempt-submitted');
export const AttemptGraded = defineEvent<{ attemptId: string; enrolmentId: string; paperCode: string }>(
  'exams.attempt-graded',
);
export const AttemptVoided = defineEvent<{ attemptId: string; enrolmentId: string; paperCode: string }>(
  'exams.attempt-voided',
);
