import { ask, mutate } from '$lib/api';
import { graphql } from '$lib/document';
import { t } from '$lib/i18n';

/** Lists that can be taken out; the server knows the same codes. */
export const EXPORTS = [
  'accreditations',
  'certificates',
  'class-roster',
  'exam-candidates',
  'goal-board',
  'goal-forecast',
  'goal-members',
  'goal-trend',
  'indicator-detail',
  'institutions',
  'people',
  'plan-indicators',
  'tally-snapshot',
  'tally-snapshot-members',
  'report-figures',
  'report-rollup',
] as const;
export type ExportCode = (typeof EXPORTS)[number];
/** With persons in it: a purpose is asked for. */
export const PERSONAL: readonly ExportCode[] = [
  'certificates',
  'class-roster',
  'exam-candidates',
  'goal-members',
  'people',
  'tally-snapshot-members',
];

export const exportTitle = (code: ExportCode): string => t(`admin.exports.${code}`);

const EXPORT = graphql(`
  mutation ExportList($input: ExportListInput!) {
    exportList(input: $input)
  }
`);
export const exportList = async (
  code: ExportCode,
  filter: Record<string, unknown>,
  purpose: string,
  idempotencyKey: string,
) => (await mutate(EXPORT, { input: { code, filter, purpose } }, { idempotencyKey })).exportList;

const JOB = graphql(`
  query ExportJob($id: String!) {
    workJob(id: $id) {
      state
      total
      done
      error
      resultLink
    }
  }
`);
export const exportJob = async (id: string) => (await ask(JOB, { id })).workJob;
export type ExportJob = Awaited<ReturnType<typeof exportJob>>;

const CANCEL = graphql(`
  mutation CancelExport($id: String!) {
    cancelJob(id: $id)
  }
`);
export const cancelExport = (id: string) => mutate(CANCEL, { id });
