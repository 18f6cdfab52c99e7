import type { TaskTerms } from '../domain/terms';

const START = '起步默认值（方案未规定），省级可另发版本调整';

/** The shipped terms, as version 1. A province that wants others puts a newer row beside it. */
export const SHIPPED_TERMS: TaskTerms = {
  version: 'TASK-TERMS-1',
  effectiveFrom: '2020-01-01',
  source: { zh: START, en: 'Starting default (the plans set none); the province may put a newer version beside it' },
  days: {
    CONFIRM_APPLICATION: { value: 5, source: START },
    ADMIT_APPLICANT: { value: 5, source: START },
    CORRECT_APPLICATION: { value: 7, source: START },
    DECIDE_WAITLISTED: { value: 30, source: START },
    START_LEARNING: { value: 7, source: START },
    ISSUE_CERTIFICATE: { value: 20, source: START },
    CONFIRM_CERTIFICATE_END: { value: 5, source: START },
    OPEN_CLASS: { value: 30, source: START },
    DECIDE_GRANT: { value: 3, source: START },
    CONFIRM_IMPORT: { value: 3, source: START },
    OPINE_CORRECTION: { value: 5, source: START },
    DECIDE_CORRECTION: { value: 15, source: START },
    ACCEPT_REPORT: { value: 10, source: START },
  },
  renewalReminderDays: { value: 90, source: START },
};
