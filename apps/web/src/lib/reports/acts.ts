import { mutate } from '$lib/api';
import { graphql } from '$lib/document';

const SAVE = graphql(`
  mutation SaveReportSection($input: ReportSectionInput!) {
    saveReportSection(input: $input) {
      version
      reportVersion
      updatedAt
    }
  }
`);
export const saveSection = async (
  input: { id: string; code: string; text: string; version: number },
  idempotencyKey: string,
) => (await mutate(SAVE, { input }, { idempotencyKey })).saveReportSection;

const PULL = graphql(`
  mutation PullReportFigures($id: String!, $asOf: String!) {
    pullReportFigures(id: $id, asOf: $asOf)
  }
`);
export const pullFigures = (id: string, asOf: string, key: { idempotencyKey: string }) =>
  mutate(PULL, { id, asOf }, key);

const VALUE = graphql(`
  mutation SetReportValue($input: ReportValueInput!) {
    setReportValue(input: $input)
  }
`);
export const setValue = (
  input: { id: string; key: string; value: string | null; reason: string | null },
  key: { idempotencyKey: string },
) => mutate(VALUE, { input }, key);

const ADD_FILE = graphql(`
  mutation AddReportFile($input: ReportFileInput!) {
    addReportFile(input: $input)
  }
`);
export const addFile = (id: string, kind: 'SEAL' | 'ATTACHMENT', uploadId: string) =>
  mutate(ADD_FILE, { input: { id, kind, uploadId } });

const REMOVE_FILE = graphql(`
  mutation RemoveReportFile($id: String!, $fileId: String!) {
    removeReportFile(id: $id, fileId: $fileId)
  }
`);
export const removeFile = (id: string, fileId: string) => mutate(REMOVE_FILE, { id, fileId });

const MOVE = graphql(`
  mutation MoveReport($input: MoveReportInput!) {
    moveReport(input: $input) {
      state
      version
    }
  }
`);
const ACCEPT = graphql(`
  mutation AcceptReport($input: AcceptReportInput!) {
    acceptReport(input: $input) {
      state
      version
    }
  }
`);
const RETURN = graphql(`
  mutation ReturnReport($input: ReturnReportInput!) {
    returnReport(input: $input) {
      state
      version
    }
  }
`);
export interface Act {
  id: string;
  version: number;
  opinion: string | null;
}
export const move = (act: string, a: Act, key: { idempotencyKey: string }): Promise<unknown> =>
  mutate(MOVE, { input: { ...a, act } }, key);
export const accept = (a: Act, key: { idempotencyKey: string }): Promise<unknown> => mutate(ACCEPT, { input: a }, key);
export const giveBack = (
  a: { id: string; version: number; opinion: string; resubmitBy: string | null },
  key: { idempotencyKey: string },
): Promise<unknown> => mutate(RETURN, { input: a }, key);

const PAPER = graphql(`
  mutation RecordPaperReport($input: RecordPaperReportInput!) {
    recordPaperReport(input: $input) {
      state
      version
    }
  }
`);
export const recordPaper = (
  input: {
    id: string;
    version: number;
    submittedOn: string;
    complete: boolean;
    signer: string | null;
    note: string | null;
    uploadId: string;
  },
  key: { idempotencyKey: string },
) => mutate(PAPER, { input }, key);

const CALL = graphql(`
  mutation CallReports($input: CallReportsInput!) {
    callReports(input: $input) {
      obligationId
      year
    }
  }
`);
export const callReports = (
  input: {
    title: string;
    sections: string[];
    opensOn: string;
    dueOn: string;
    regionCodes: string[];
    withFigures: boolean;
    reason: string;
    documentNo: string | null;
  },
  key: { idempotencyKey: string },
) => mutate(CALL, { input }, key);

const REMIND = graphql(`
  mutation RemindReports($input: RemindReportsInput!) {
    remindReports(input: $input)
  }
`);
export const remind = async (input: { obligationId: string; year: number; dutyIds: string[] | null }) =>
  (await mutate(REMIND, { input })).remindReports;

const PRINT = graphql(`
  mutation PrintReport($id: String!) {
    printReport(id: $id)
  }
`);
export const printReport = async (id: string) => (await mutate(PRINT, { id })).printReport;

const PRINT_ROLLUP = graphql(`
  mutation PrintReportRollup($obligationId: String!, $year: Int!) {
    printReportRollup(obligationId: $obligationId, year: $year)
  }
`);
export const printRollup = async (obligationId: string, year: number) =>
  (await mutate(PRINT_ROLLUP, { obligationId, year })).printReportRollup;
