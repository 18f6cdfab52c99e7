import { defineJob } from '@app/platform';

export const StageImport = defineJob<{ importId: string }>('registry.stage-import');
export const WriteImport = defineJob<{ importId: string }>('registry.write-import');
export const WriteFhir = defineJob<{ jobId: string }>('registry.write-fhir');
export const ReturnImport = defineJob<{ importId: string; jobId: string }>('registry.return-import');

const HOUR = 3_600_000;
/** Somebody waits for it: it goes before the thousands of changes a large import has just announced. */
export const aheadOfNews = (now: Date): Date => new Date(now.getTime() - HOUR);
