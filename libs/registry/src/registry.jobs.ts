import { defineJob } from '@app/platform';

export const StageImport = defineJob<{ importId: string }>('registry.stage-import');
export const WriteImport = defineJob<{ importId: string }>('registry.write-import');
export const ReturnImport = defineJob<{ importId: string; jobId: string }>('registry.return-import');
export const ExportPeople = defineJob<{ jobId: string }>('registry.export-people');
export const ExportInstitutions = defineJob<{ jobId: string }>('registry.export-institutions');
