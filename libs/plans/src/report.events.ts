import { defineEvent, defineJob } from '@app/platform';

/** A report came into being, moved on, was asked for, or its clock passed a mark: its to-dos are looked at anew. */
export const ReportChanged = defineEvent<{ dutyId: string }>('plans.report-changed');
export const PrintReport = defineJob<{ jobId: string }>('plans.print-report');
