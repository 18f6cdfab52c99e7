import { defineJob } from '@app/platform';

export const StageImport = defineJob<{ importId: string }>('registry.stage-import');
export const WriteImport = defineJob<{ importId: string }>('registry.write-import');
export const WriteFhir = defineJob<{ jobId: string }>('registry.write-fhir');
export const ReturnImport = defineJob<{ importId: string; jobId: string }>('registry.return-import');
