/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AbolishRegionInput = {
  code: string;
  /** First day it no longer exists */
  day: string;
  documentNo: string;
  successorCode: string;
};

export type AcceptReportInput = {
  id: string;
  opinion?: string | null | undefined;
  version: number;
};

export type AccountStateFilter =
  | 'ACTIVE'
  | 'DISABLED';

export type AddPopulationInput = {
  persons: number;
  publishedOn: string;
  referenceDate: string;
  regionCode: string;
  roundedTo: number;
  seriesCode: string;
  source: string;
};

export type AddPopulationSeriesInput = {
  code: string;
  kind: string;
  name: string;
  nameEn?: string | null | undefined;
};

export type AddRegionInput = {
  /** GB/T 2260; a statistical area gets its own */
  code?: string | null | undefined;
  documentNo: string;
  kind: string;
  name: string;
  nameEn: string;
  parentCode: string;
  validFrom: string;
};

export type AnswerOpInput = {
  /** Milliseconds since the epoch was opened, by the monotonic clock */
  atMonoMs: number;
  questionId: string;
  /** Rises by 1 per attempt and epoch, from 1 */
  seq: number;
  /** Letters as shown; empty clears the answer */
  value: string;
};

export type ApplyInput = {
  classId: string;
  statement?: string | null | undefined;
};

export type AskCorrectionInput = {
  act: PersonActInput;
  statement: string;
  uploadIds: Array<string>;
};

export type AttemptSignalInput = {
  kind: string;
  seconds?: number | null | undefined;
};

export type AttemptState =
  | 'MARKED'
  | 'STARTED'
  | 'SUBMITTED'
  | 'VOID';

export type AttestationInput = {
  enrolmentId: string;
  examinerInstitutionId?: string | null | undefined;
  /** RECORD, CORRECTION or RESIT */
  kind: string;
  onDay: string;
  reason?: string | null | undefined;
  remark?: string | null | undefined;
  requirementCode: string;
  uploadId?: string | null | undefined;
  /** Decimal text, at most two decimals */
  value: string;
};

export type AuditFilterInput = {
  action?: string | null | undefined;
  actor?: string | null | undefined;
  /** First day, Beijing time */
  from?: string | null | undefined;
  objectId?: string | null | undefined;
  objectType?: string | null | undefined;
  requestId?: string | null | undefined;
  /** Last day, inclusive */
  to?: string | null | undefined;
};

export type BaseStatusInput = {
  id: string;
  reason: string;
};

export type CallReportsInput = {
  documentNo?: string | null | undefined;
  dueOn: string;
  opensOn: string;
  reason: string;
  regionCodes: Array<string>;
  /** Headings of the parts, all mandatory */
  sections: Array<string>;
  title: string;
  titleEn?: string | null | undefined;
  withFigures: boolean;
};

export type CancelExamInput = {
  reason: string;
  sessionId: string;
};

export type CellFixInput = {
  column: string;
  value: string;
};

export type CertificateEndAction =
  | 'CANCEL'
  | 'REVOKE';

export type CertificateEndGround =
  | 'DEATH'
  | 'ERROR_BEFORE_DELIVERY'
  | 'FRAUD'
  | 'HOLDER_REQUEST'
  | 'MISCONDUCT'
  | 'WRONGFUL_ISSUE';

export type CertificateState =
  | 'CANCELLED'
  | 'EXPIRED'
  | 'ISSUED'
  | 'PENDING'
  | 'REPLACED'
  | 'REVOKED'
  | 'SUSPENDED';

export type CertificateStateFilter =
  | 'CANCELLED'
  | 'EXPIRED'
  | 'REPLACED'
  | 'REVOKED'
  | 'SUSPENDED'
  | 'VALID';

export type ChangePersonInput = {
  act: PersonActInput;
  personId: string | number;
};

export type CloseInstitutionInput = {
  /** First day closed */
  closedOn: string;
  id: string;
  reason: string;
  /** MOVE with the institution · END on that day · KEEP for an import */
  staff: string;
  successorId?: string | null | undefined;
};

export type ConfirmImportInput = {
  /** Left out: the absent are kept */
  endAbsent?: EndAbsentInput | null | undefined;
  id: string;
  policy: ImportPolicy;
};

export type CreateConsortiumInput = {
  kind: string;
  leadInstitutionId: string;
  name: string;
  regionCode: string;
  startOn: string;
};

export type DecideCertificateEndInput = {
  opinion?: string | null | undefined;
  requestId: string;
};

export type DecideCorrectionInput = {
  /** AGREE · OBJECT · APPROVE · REFUSE · WITHDRAW */
  event: string;
  opinion?: string | null | undefined;
  requestId: string;
};

export type DismissDuplicateInput = {
  personIds: Array<string>;
  reason: string;
};

export type EditInstitutionInput = {
  adminLevel: string;
  grade: string;
  id: string;
  level: string;
  medical: boolean;
  name: string;
  ownership: string;
  permitNo?: string | null | undefined;
  type: string;
  /** As the page read it: an older page does not overwrite a newer change */
  updatedAt: string;
};

/** Ends what is on record about the institutions of the list but not in it */
export type EndAbsentInput = {
  /** First day it no longer holds */
  endOn: string;
  reason: string;
  /** How many the page showed: refused when there are others by now */
  seen: number;
};

/** Ends something on its first day no longer there */
export type EndInput = {
  endOn: string;
  id: string;
  reason: string;
};

export type EndRecordInput = {
  id: string;
  reason: string;
};

export type EnrolmentReasonInput = {
  enrolmentId: string;
  reason: string;
};

export type ExamPhase =
  | 'ADMISSION_ENDED'
  | 'CANCELLED'
  | 'CLOSED'
  | 'OPEN'
  | 'UPCOMING';

export type ExemptRegionInput = {
  decidedOn: string;
  documentNo?: string | null | undefined;
  planCode: string;
  reason: string;
  regionCode: string;
  targetKey: string;
};

export type ExportFhirInput = {
  filter?: PeopleFilterInput | null | undefined;
  /** What for, 4 to 200 characters; kept in the access log of each person */
  purpose: string;
};

export type ExportListInput = {
  /** Which list, such as people or goal-board */
  code: string;
  /** The filter of the list; keys it does not know are refused */
  filter?: unknown;
  /** What for; required when the list holds persons, and kept */
  purpose?: string | null | undefined;
};

export type FailedWorkState =
  | 'FAILED'
  | 'PARKED'
  | 'REFUSED';

export type FixImportRowInput = {
  cells: Array<CellFixInput>;
  id: string;
  rowNo: number;
};

export type GrantAccreditationInput = {
  capacityPerYear: number;
  /** Number of the decision document */
  decisionNumber: string;
  decisionText: string;
  designationKind: string;
  /** Ids of my uploads */
  evidenceUploadIds: Array<string>;
  institutionId: string;
  opinion?: string | null | undefined;
  /** An existing plaque number; empty to have one made */
  plaqueNumber?: string | null | undefined;
  specialties: Array<string>;
  trainingType: string;
  /** First day in force */
  validFrom: string;
};

export type GrantDesignationInput = {
  documentNo: string;
  institutionId: string;
  kind: string;
  level?: string | null | undefined;
  regionCode?: string | null | undefined;
  startOn: string;
  unitId?: string | null | undefined;
};

export type GrantExtraTimeInput = {
  enrolmentId: string;
  minutes: number;
  reason: string;
  sessionId: string;
};

export type GrantState =
  | 'ACTIVE'
  | 'ENDED'
  | 'PROPOSED'
  | 'REFUSED';

export type HeartbeatInputType = {
  attemptId: string;
  epoch: number;
  messagesAfter: string;
  signals?: Array<AttemptSignalInput>;
};

export type HoldIssueInput = {
  enrolmentId: string;
  reason: string;
};

export type ImportKind =
  | 'DESIGNATIONS'
  | 'INSTITUTIONS'
  | 'MEMBERS'
  | 'PEOPLE'
  | 'POPULATIONS'
  | 'UNITS';

export type ImportPlanInput = {
  reason: string;
  text: string;
};

export type ImportPolicy =
  | 'ALL_OR_NOTHING'
  | 'ONLY_VALID';

export type ImportRowFilter =
  | 'FAULTY'
  | 'SAME'
  | 'TO_CREATE'
  | 'TO_UPDATE'
  | 'WRITTEN';

export type InstitutionFilterInput = {
  /** Holds this designation */
  designation?: string | null | undefined;
  level?: string | null | undefined;
  regionCode?: string | null | undefined;
  search?: string | null | undefined;
  /** OPEN (default) · CLOSED · ALL */
  standing?: string | null | undefined;
  type?: string | null | undefined;
  /** Has an open unit of this kind */
  unitKind?: string | null | undefined;
};

export type JoinConsortiumInput = {
  consortiumId: string;
  institutionId: string;
  startOn: string;
};

export type JudgeIndicatorInput = {
  asOf: string;
  count: number;
  planCode: string;
  reason: string;
  status: string;
  targetKey: string;
};

export type MergePeopleInput = {
  duplicateId: string;
  reason: string;
  survivorId: string;
};

export type MoveInstitutionInput = {
  countyCode: string;
  /** First day in the new county */
  day: string;
  id: string;
  reason: string;
};

export type MoveReportInput = {
  act: string;
  id: string;
  opinion?: string | null | undefined;
  version: number;
};

export type NewAccountInput = {
  /** Identity number of the registered person the account belongs to */
  citizenId?: string | null | undefined;
  loginName: string;
  name: string;
  phone?: string | null | undefined;
};

export type NewGrantInput = {
  accountId: string;
  /** First day it is over; null = open */
  endsOn?: string | null | undefined;
  organisationId?: string | null | undefined;
  reason: string;
  regionCode?: string | null | undefined;
  role: string;
  startsOn: string;
};

export type OpenTrainingClassInput = {
  capacity: number;
  endsOn: string;
  enrolClosesOn: string;
  enrolOpensOn: string;
  note?: string | null | undefined;
  programmeId: string;
  /** Empty: the whole programme */
  specialty?: string | null | undefined;
  startsOn: string;
  /** Empty: made from programme, year and number */
  title?: string | null | undefined;
};

export type OpenUnitInput = {
  beds?: number | null | undefined;
  institutionId: string;
  kind: string;
  name: string;
  startOn: string;
};

export type OpinionInput = {
  enrolmentId: string;
  opinion?: string | null | undefined;
};

export type PeopleFilterInput = {
  institutionId?: string | null | undefined;
  /** PHYSICIAN · REHAB_PHYSICIAN · THERAPIST */
  profession?: string | null | undefined;
  regionCode?: string | null | undefined;
  /** Name, pinyin, initials, last four of the ID, a whole ID or a phone */
  search?: string | null | undefined;
  /** EMPLOYED · LEFT */
  standing?: string | null | undefined;
};

/** One act on one record; what an act does not know is left out */
export type PersonActInput = {
  /** ADD_LICENCE · CHANGE_SCOPE · SUSPEND_LICENCE · END_SUSPENSION · END_LICENCE · ADD_TITLE · APPOINT · ADD_QUALIFICATION · ADD_RESIDENCY · ADD_EDUCATION · MOVE_SITE · ADD_FILED_SITE · END_FILED_SITE · END_EMPLOYMENT · RETIRE · RE_EMPLOY · LEAVE · END_LEAVE · DEATH · MOVE_OUT · MOVE_IN · CORRECT · VOID */
  act: string;
  appointedOn?: string | null | undefined;
  category?: string | null | undefined;
  department?: string | null | undefined;
  document?: string | null | undefined;
  educationLevel?: string | null | undefined;
  factId?: string | null | undefined;
  /** LICENCE · SCOPE · SUSPENSION · QUALIFICATION · TITLE · RESIDENCY · EDUCATION · SITE · LEAVE · MOVE · DEATH · PERSON */
  factType?: string | null | undefined;
  institutionId?: string | null | undefined;
  /** Last day it still holds, inclusive */
  lastDay?: string | null | undefined;
  leaveKind?: string | null | undefined;
  level?: string | null | undefined;
  licenceNumber?: string | null | undefined;
  major?: string | null | undefined;
  name?: string | null | undefined;
  noEnd?: boolean | null | undefined;
  note?: string | null | undefined;
  phone?: string | null | undefined;
  post?: string | null | undefined;
  province?: string | null | undefined;
  rank?: string | null | undefined;
  reason?: string | null | undefined;
  school?: string | null | undefined;
  scopes?: Array<string> | null | undefined;
  specialty?: string | null | undefined;
  startOn?: string | null | undefined;
  subject?: string | null | undefined;
  title?: string | null | undefined;
};

export type PlanEvidenceInput = {
  documentNo: string;
  issuedOn: string;
  planCode: string;
  subject: string;
  targetKey: string;
};

export type PublishFiguresInput = {
  reason: string;
  snapshotId: string;
};

export type RecordAnswersInput = {
  attemptId: string;
  epoch: number;
  ops: Array<AnswerOpInput>;
};

export type RecordPaperReportInput = {
  complete: boolean;
  id: string;
  note?: string | null | undefined;
  signer?: string | null | undefined;
  /** The day it was handed in, as the papers show */
  submittedOn: string;
  uploadId: string;
  version: number;
};

export type RefuseCertificateEndInput = {
  opinion: string;
  requestId: string;
};

export type RemindReportsInput = {
  /** These reports only; all that are missing when empty */
  dutyIds?: Array<string> | null | undefined;
  obligationId: string;
  year: number;
};

export type RemoveBaseInput = {
  /** When and how the base was heard */
  hearing: string;
  id: string;
  reason: string;
};

export type RenameRegionInput = {
  code: string;
  /** First day of the new name */
  day: string;
  documentNo: string;
  name: string;
  nameEn: string;
};

export type ReportFileInput = {
  id: string;
  kind: string;
  uploadId: string;
};

export type ReportSectionInput = {
  code: string;
  id: string;
  text: string;
  /** As it was read */
  version: number;
};

export type ReportValueInput = {
  id: string;
  key: string;
  reason?: string | null | undefined;
  /** Empty: takes it back */
  value?: string | null | undefined;
};

export type RequestCancellationInput = {
  certificateId: string;
  reason: string;
};

export type RequestCertificateEndInput = {
  action: CertificateEndAction;
  certificateId: string;
  /** First day it no longer holds; may lie in the past */
  effectiveOn: string;
  ground: CertificateEndGround;
  holderAnswer?: string | null | undefined;
  holderNotifiedOn?: string | null | undefined;
  reason: string;
};

export type ResubmitInput = {
  enrolmentId: string;
  statement?: string | null | undefined;
};

export type ReturnReportInput = {
  id: string;
  opinion: string;
  /** Last day of the resubmission; default by the rule */
  resubmitBy?: string | null | undefined;
  version: number;
};

export type SaveScenarioInput = {
  category: string;
  dueOn?: string | null | undefined;
  inputs: TrainingNeedsInput;
  name: string;
  regionCode: string;
};

export type SaveSubgoalsInput = {
  planCode: string;
  tasks: Array<SubgoalTaskInput>;
};

export type ScheduleExamInput = {
  closesAt: string;
  /** Absent: the paper’s own limit; null: admission during the whole window */
  lateLimitMinutes?: number | null | undefined;
  maxAttempts?: number;
  opensAt: string;
  paperVersionId: string;
  title: string;
};

export type SendExamMessageInput = {
  attemptId?: string | null | undefined;
  body: string;
  sessionId: string;
};

export type StartImportInput = {
  kind: ImportKind;
  /** Id given by POST /upload */
  uploadId: string;
};

export type SubgoalTaskInput = {
  /** Key of the plan’s target, or OWN-<n> with a label and a unit */
  key: string;
  label?: string | null | undefined;
  unit?: string | null | undefined;
  years: Array<SubgoalYearInput>;
};

export type SubgoalYearInput = {
  goal?: string | null | undefined;
  result?: string | null | undefined;
  resultNote?: string | null | undefined;
  year: number;
};

export type SubmitAttemptInput = {
  attemptId: string;
  /** Hand in although some changes have not arrived */
  confirmed?: boolean;
  epoch: number;
  expectedSeq: number;
  ops: Array<AnswerOpInput>;
};

export type TakeTallySnapshotInput = {
  asOf: string;
  populationMode?: string | null | undefined;
  /** Default the own region */
  regionCode?: string | null | undefined;
  title: string;
};

export type TaskList =
  | 'DONE'
  | 'OPEN'
  | 'STARTED_BY_ME';

/** Own assumptions instead of the defaults, as decimal text; blank or absent = default */
export type TrainingNeedsInput = {
  completionPercent?: string | null | undefined;
  count?: string | null | undefined;
  inTraining?: string | null | undefined;
  inflow?: string | null | undefined;
  intakes?: string | null | undefined;
  otherLosses?: string | null | undefined;
  passPercent?: string | null | undefined;
  /** Heads required, e.g. by a population forecast of your own */
  required?: string | null | undefined;
  retentionPercent?: string | null | undefined;
  retirements?: string | null | undefined;
};

export type UndoMergeInput = {
  mergeId: string;
  reason: string;
};

export type VoidAttemptInput = {
  attemptId: string;
  reason: string;
};

export type MySecurityQueryVariables = Exact<{ [key: string]: never; }>;


export type MySecurityQuery = { myAccount: { loginName: string, name: string, phoneMasked: string | null, passwordChangedAt: string | null, passwordExpiresAt: string | null, passwordExpiresSoon: boolean, secondFactorSince: string | null, secondFactorRequired: boolean }, mySessions: Array<{ id: string, createdAt: string, lastSeenAt: string, ip: string | null, userAgent: string | null, current: boolean }>, mySignIns: Array<{ id: string, createdAt: string, ip: string | null, userAgent: string | null, open: boolean, current: boolean }> };

export type CreateAccountMutationVariables = Exact<{
  input: NewAccountInput;
}>;


export type CreateAccountMutation = { createAccount: { id: string, passwordLink: { link: string, expiresAt: string } } };

export type StartPasswordResetMutationVariables = Exact<{
  id: string;
}>;


export type StartPasswordResetMutation = { startPasswordReset: { link: string, expiresAt: string } };

export type DisableAccountMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type DisableAccountMutation = { disableAccount: boolean };

export type EnableAccountMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type EnableAccountMutation = { enableAccount: boolean };

export type UnlockSignInMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type UnlockSignInMutation = { unlockSignIn: boolean };

export type ResetSecondFactorMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type ResetSecondFactorMutation = { resetSecondFactor: boolean };

export type EndGrantMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type EndGrantMutation = { endGrant: boolean };

export type ProposeGrantMutationVariables = Exact<{
  input: NewGrantInput;
}>;


export type ProposeGrantMutation = { proposeGrant: string };

export type DecideGrantMutationVariables = Exact<{
  id: string;
  approve: boolean;
  opinion: string;
}>;


export type DecideGrantMutation = { decideGrant: boolean };

export type GrantHistoryQueryVariables = Exact<{
  id: string;
}>;


export type GrantHistoryQuery = { roleGrantTimeline: Array<{ id: string, at: string, actorName: string, role: string, event: string, opinion: string | null }> };

export type RoleReachQueryVariables = Exact<{
  role: string;
  search?: string | null | undefined;
}>;


export type RoleReachQuery = { roleReachOptions: Array<{ id: string, name: string, under: string | null }> };

export type CheckAuditChainMutationVariables = Exact<{ [key: string]: never; }>;


export type CheckAuditChainMutation = { checkAuditChain: string };

export type ExportAuditEntriesMutationVariables = Exact<{
  filter?: AuditFilterInput | null | undefined;
}>;


export type ExportAuditEntriesMutation = { exportAuditEntries: string };

export type WatchWorkJobQueryVariables = Exact<{
  id: string;
}>;


export type WatchWorkJobQuery = { workJob: { state: string, result: unknown, error: string | null } };

export type CancelJobMutationVariables = Exact<{
  id: string;
}>;


export type CancelJobMutation = { cancelJob: boolean };

export type RedriveJobMutationVariables = Exact<{
  outboxId: string;
  handler?: string | null | undefined;
}>;


export type RedriveJobMutation = { redriveJob: boolean };

export type RedriveAllJobsMutationVariables = Exact<{ [key: string]: never; }>;


export type RedriveAllJobsMutation = { redriveAllJobs: number };

export type DismissJobMutationVariables = Exact<{
  outboxId: string;
  handler?: string | null | undefined;
  reason: string;
}>;


export type DismissJobMutation = { dismissJob: boolean };

export type AccountListQueryVariables = Exact<{
  offset: number;
  limit: number;
  search?: string | null | undefined;
  state?: AccountStateFilter | null | undefined;
  role?: string | null | undefined;
}>;


export type AccountListQuery = { accounts: { total: number, rows: Array<{ id: string, loginName: string, name: string, phoneMasked: string | null, hasPassword: boolean, secondFactor: boolean, disabledAt: string | null, lastSignInAt: string | null, lockedUntil: string | null, grants: Array<{ id: string, role: string, scopeName: string | null, state: GrantState }> }> } };

export type AccountDetailQueryVariables = Exact<{
  id: string;
}>;


export type AccountDetailQuery = { account: { id: string, loginName: string, name: string, phoneMasked: string | null, linkedToPerson: boolean, hasPassword: boolean, secondFactor: boolean, disabledAt: string | null, createdAt: string, lastSignInAt: string | null, lockedUntil: string | null, grants: Array<{ id: string, role: string, scopeName: string | null, state: GrantState, startsOn: string, endsOn: string | null, reason: string | null, createdAt: string }>, timeline: Array<{ id: string, at: string, actorName: string, role: string, event: string, opinion: string | null }> } };

export type GrantListQueryVariables = Exact<{
  offset: number;
  limit: number;
  search?: string | null | undefined;
  state?: GrantState | null | undefined;
}>;


export type GrantListQuery = { roleGrants: { total: number, rows: Array<{ id: string, accountId: string, accountName: string, loginName: string, role: string, scopeName: string | null, state: GrantState, startsOn: string, endsOn: string | null, reason: string | null, proposedBy: string | null, proposedByName: string | null, decidedByName: string | null, decidedAt: string | null, createdAt: string }> } };

export type AuditListQueryVariables = Exact<{
  offset: number;
  limit: number;
  filter?: AuditFilterInput | null | undefined;
}>;


export type AuditListQuery = { auditEntries: { total: number, capped: boolean, rows: Array<{ id: string, at: string, actorName: string, role: string, action: string, objectType: string, objectId: string, reason: string | null, details: unknown, ip: string | null, requestId: string, seq: string | null }> } };

export type MyWorkJobsQueryVariables = Exact<{
  offset: number;
  limit: number;
}>;


export type MyWorkJobsQuery = { workJobs: { total: number, rows: Array<{ id: string, kind: string, title: string, state: string, total: number, done: number, failed: number, skipped: number, percent: number | null, cancelRequested: boolean, cancellable: boolean, result: unknown, resultLink: string | null, resultName: string | null, error: string | null, createdAt: string, startedAt: string | null, finishedAt: string | null }> } };

export type FailedWorkListQueryVariables = Exact<{
  offset: number;
  limit: number;
  state?: FailedWorkState | null | undefined;
}>;


export type FailedWorkListQuery = { failedJobs: { total: number, rows: Array<{ outboxId: string, handler: string | null, name: string, state: FailedWorkState, attempts: number, error: string | null, requestId: string, updatedAt: string }> }, systemStatus: { at: string, waiting: number, oldestWaitingSeconds: number | null, parked: number, auditUnchained: number, deliveries: Array<{ state: string, count: number }>, schedules: Array<{ name: string, lastRunAt: string | null }> } };

export type MyCertificatesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyCertificatesQuery = { myCertificates: Array<{ id: string, number: string, kind: string, state: CertificateState, issuedOn: string, validTo: string | null, specimen: boolean, baseName: string, title: { zh: string, en: string }, programmeTitle: { zh: string, en: string } }> };

export type CertificateDetailQueryVariables = Exact<{
  id: string;
}>;


export type CertificateDetailQuery = { certificate: { id: string, number: string, state: CertificateState, kind: string, holderName: string, issuedOn: string, validTo: string | null, endedOn: string | null, specimen: boolean, verifyUrl: string, qrSvg: string, citizenIdMasked: string, baseName: string, employerName: string, classTitle: string, classStartOn: string, classEndOn: string, signedByName: string, issuedAt: string, ruleVersion: string, replacedByNumber: string | null, title: { zh: string, en: string }, issuer: { zh: string, en: string }, programmeTitle: { zh: string, en: string }, statement: { zh: string, en: string }, pdf: { state: string, size: number | null, renderedAt: string | null, error: string | null }, history: Array<{ id: string, at: string, actorName: string, role: string, organisationName: string | null, event: string, fromState: string | null, toState: string | null, opinion: string | null }>, requests: Array<{ id: string, state: string, action: CertificateEndAction, ground: CertificateEndGround, effectiveOn: string, reason: string, holderNotifiedOn: string | null, holderAnswer: string | null, requestedByName: string, requestedAt: string, mine: boolean, decidedByName: string | null, decidedAt: string | null, opinion: string | null }> } };

export type CertificatePdfLinkQueryVariables = Exact<{
  id: string;
}>;


export type CertificatePdfLinkQuery = { certificatePdfLink: string };

export type EligibleForCertificateQueryVariables = Exact<{
  offset: number;
  limit: number;
  search?: string | null | undefined;
}>;


export type EligibleForCertificateQuery = { eligibleForCertificate: { total: number, rows: Array<{ enrolmentId: string, personName: string, citizenIdTail: string, employerName: string, baseName: string, classTitle: string, decidedAt: string, ruleVersion: string, programmeTitle: { zh: string, en: string }, conflict: { code: string, message: string } | null, checks: Array<{ code: string, passed: boolean, label: { zh: string, en: string }, found: { zh: string, en: string }, needed: { zh: string, en: string } }> }> } };

export type EligibleIdsQueryVariables = Exact<{
  offset: number;
  limit: number;
  search?: string | null | undefined;
}>;


export type EligibleIdsQuery = { eligibleForCertificate: { total: number, rows: Array<{ enrolmentId: string, conflict: { code: string } | null }> } };

export type IssuedCertificatesQueryVariables = Exact<{
  offset: number;
  limit: number;
  search?: string | null | undefined;
  state?: CertificateStateFilter | null | undefined;
}>;


export type IssuedCertificatesQuery = { certificates: { total: number, rows: Array<{ id: string, number: string, holderName: string, state: CertificateState, issuedOn: string, baseName: string, employerName: string, programmeTitle: { zh: string, en: string } }> } };

export type SignIssuingMutationVariables = Exact<{
  enrolmentIds: Array<string> | string;
}>;


export type SignIssuingMutation = { signIssuing: { jobId: string, count: number } };

export type IssuingQueryVariables = Exact<{
  jobId: string;
}>;


export type IssuingQuery = { issuing: { state: string, total: number, issued: number, refused: number, waiting: number, already: number, cancelled: number, cancellable: boolean, createdAt: string, finishedAt: string | null, passedOver: Array<{ enrolmentId: string, personName: string, state: string, reasons: Array<{ message: string }> }> } };

export type RequestCertificateEndMutationVariables = Exact<{
  input: RequestCertificateEndInput;
}>;


export type RequestCertificateEndMutation = { requestCertificateEnd: { id: string } };

export type ConfirmCertificateEndMutationVariables = Exact<{
  input: DecideCertificateEndInput;
}>;


export type ConfirmCertificateEndMutation = { confirmCertificateEnd: { id: string } };

export type RefuseCertificateEndMutationVariables = Exact<{
  input: RefuseCertificateEndInput;
}>;


export type RefuseCertificateEndMutation = { refuseCertificateEnd: { id: string } };

export type WithdrawCertificateEndMutationVariables = Exact<{
  requestId: string;
}>;


export type WithdrawCertificateEndMutation = { withdrawCertificateEnd: { id: string } };

export type RequestCertificateCancellationMutationVariables = Exact<{
  input: RequestCancellationInput;
}>;


export type RequestCertificateCancellationMutation = { requestCertificateCancellation: { id: string } };

export type OpenCertificateCasesQueryVariables = Exact<{ [key: string]: never; }>;


export type OpenCertificateCasesQuery = { openCertificateEndRequests: Array<{ id: string, certificateId: string, number: string, holderName: string, action: CertificateEndAction, ground: CertificateEndGround, effectiveOn: string, reason: string, requestedByName: string, requestedAt: string, mine: boolean }>, openIssueHolds: Array<{ id: string, enrolmentId: string, personName: string, classTitle: string, baseName: string, reason: string, openedOn: string, openedByName: string }> };

export type HoldCertificateIssueMutationVariables = Exact<{
  input: HoldIssueInput;
}>;


export type HoldCertificateIssueMutation = { holdCertificateIssue: { enrolmentId: string } };

export type LiftCertificateHoldMutationVariables = Exact<{
  input: HoldIssueInput;
}>;


export type LiftCertificateHoldMutation = { liftCertificateHold: { enrolmentId: string } };

export type CancelIssuingMutationVariables = Exact<{
  id: string;
}>;


export type CancelIssuingMutation = { cancelJob: boolean };

export type RecordAttestationMutationVariables = Exact<{
  input: AttestationInput;
}>;


export type RecordAttestationMutation = { recordAttestation: { id: string, value: string, met: boolean } };

export type ExaminerOrganisationsQueryVariables = Exact<{
  search: string;
}>;


export type ExaminerOrganisationsQuery = { examinerOrganisations: Array<{ id: string, name: string, regionName: string | null }> };

export type EnrolmentForOfficeQueryVariables = Exact<{
  id: string;
}>;


export type EnrolmentForOfficeQuery = { enrolment: { id: string, personName: string, sex: string, citizenIdMasked: string, state: string, reason: string | null, statement: string | null, ruleVersion: string, appliedAt: string, confirmedAt: string | null, admittedAt: string | null, classId: string, classCode: string, classTitle: string, startsOn: string, endsOn: string, baseName: string, employerName: string | null, department: string | null, preferred: boolean, acts: Array<string>, ownApplication: boolean, programmeTitle: { zh: string, en: string }, eligibility: { eligible: boolean, day: string, checks: Array<{ code: string, passed: boolean, advisory: boolean, label: { zh: string, en: string }, found: { zh: string, en: string }, needed: { zh: string, en: string } }> }, requirements: Array<{ code: string, kind: string, labelZh: string, labelEn: string, noteZh: string | null, noteEn: string | null, unit: string | null, minimum: string | null, maximum: string | null, maxAttempts: number | null, externalExaminer: boolean | null, source: string | null, value: string | null, onDay: string | null, met: boolean | null, attempts: number | null, entries: Array<{ id: string, seq: number, kind: string, value: string, onDay: string, examinerName: string | null, fileName: string | null, fileUrl: string | null, remark: string | null, reason: string | null, recordedByName: string, recordedAt: string }> }>, timeline: Array<{ id: string, at: string, actorName: string, role: string, organisationName: string | null, event: string, opinion: string | null, details: unknown }> } };

export type EnrolmentDecisionQueryVariables = Exact<{
  id: string;
}>;


export type EnrolmentDecisionQuery = { completionDecision: { checks: Array<{ requirementCode: string | null, passed: boolean, found: { zh: string, en: string }, needed: { zh: string, en: string }, details: Array<{ zh: string, en: string }> }> } | null };

export type CountingExplanationQueryVariables = Exact<{
  personId: string;
  day: string;
  known?: string | null | undefined;
}>;


export type CountingExplanationQuery = { countingExplanation: { counted: boolean, category: string | null, bases: Array<string>, startOn: string | null, endOn: string | null, ruleVersion: string, site: { institutionName: string | null, regionCode: string, medical: boolean, startOn: string } | null, againstPhysician: Array<{ code: string }>, againstTherapist: Array<{ code: string }>, basesHeld: Array<{ basis: string, startOn: string, endOn: string | null }> } };

export type TallySnapshotsQueryVariables = Exact<{
  offset: number;
  limit: number;
}>;


export type TallySnapshotsQuery = { tallySnapshots: { total: number, rows: Array<{ id: string, title: string, regionCode: string, regionName: string | null, regionNameEn: string | null, asOf: string, knownAt: string, ruleVersion: string, hash: string, members: number, takenByName: string, takenAt: string }> }, countingCheck: { state: string, finishedAt: string | null, persons: number, counties: number, differences: number } | null };

export type TallySnapshotQueryVariables = Exact<{
  id: string;
}>;


export type TallySnapshotQuery = { tallySnapshot: { id: string, title: string, regionCode: string, regionName: string | null, regionNameEn: string | null, asOf: string, knownAt: string, ruleVersion: string, ruleSource: string, populationPolicyVersion: string | null, hash: string, members: number, takenByName: string, takenAt: string, ruleName: { zh: string, en: string }, ruleSummary: { zh: string, en: string }, figures: Array<{ regionCode: string, regionName: string | null, regionNameEn: string | null, category: string, registered: number, certified: number, union: number, population: number | null, populationReferenceDate: string | null }>, restatements: Array<{ id: string, knownAt: string, figures: number, people: number, madeByName: string, madeAt: string }> } };

export type TallySnapshotMembersQueryVariables = Exact<{
  id: string;
  regionCode: string;
  category: string;
  column: string;
  search?: string | null | undefined;
  offset: number;
  limit: number;
}>;


export type TallySnapshotMembersQuery = { tallySnapshotMembers: { total: number, rows: Array<{ personId: string, name: string, sex: string, countyCode: string, regionName: string | null, bases: Array<string> }> }, tallySnapshot: { title: string, asOf: string, figures: Array<{ regionCode: string, regionName: string | null, regionNameEn: string | null }> } };

export type TallyRestatementQueryVariables = Exact<{
  id: string;
  offset: number;
  limit: number;
}>;


export type TallyRestatementQuery = { tallyRestatement: { id: string, snapshotId: string, snapshotTitle: string, asOf: string, knownAt: string, figures: number, people: number, madeByName: string, madeAt: string, lines: Array<{ regionCode: string, regionName: string | null, regionNameEn: string | null, category: string, change: number, before: { registered: number, certified: number, union: number }, after: { registered: number, certified: number, union: number } }>, persons: { total: number, rows: Array<{ personId: string, name: string, oldCategory: string | null, newCategory: string | null, oldPlace: { code: string, regionName: string | null, regionNameEn: string | null } | null, newPlace: { code: string, regionName: string | null, regionNameEn: string | null } | null, reasons: Array<{ fact: string, what: string, day: string | null, recordedAt: string | null }> }> } } };

export type TakeTallySnapshotMutationVariables = Exact<{
  input: TakeTallySnapshotInput;
}>;


export type TakeTallySnapshotMutation = { takeTallySnapshot: { id: string, hash: string } };

export type RestateTallySnapshotMutationVariables = Exact<{
  id: string;
}>;


export type RestateTallySnapshotMutation = { restateTallySnapshot: { id: string, figures: number, people: number } };

export type MyExamsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyExamsQuery = { myExams: Array<{ sessionId: string, title: string, phase: ExamPhase, opensAt: string, closesAt: string, admissionUntil: string, durationMinutes: number, graceSeconds: number, passPercent: number, questionCount: number, totalPoints: string, attemptsUsed: number, attemptsAllowed: number | null, openAttemptId: string | null, canStart: boolean, serverNow: string, enrolmentId: string | null, lateLimitMinutes: number | null, paperTitle: { zh: string, en: string }, programmeTitle: { zh: string, en: string } | null, reasons: Array<{ code: string, message: string }>, ruleSources: Array<{ path: string, source: string }>, attempts: Array<{ id: string, number: number, state: AttemptState, submittedAt: string | null, score: string | null, passed: boolean | null }> }> };

export type MyExamPartsFragment = { sessionId: string, title: string, phase: ExamPhase, opensAt: string, closesAt: string, admissionUntil: string, durationMinutes: number, graceSeconds: number, passPercent: number, questionCount: number, totalPoints: string, attemptsUsed: number, attemptsAllowed: number | null, openAttemptId: string | null, canStart: boolean, serverNow: string, enrolmentId: string | null, lateLimitMinutes: number | null, paperTitle: { zh: string, en: string }, programmeTitle: { zh: string, en: string } | null, reasons: Array<{ code: string, message: string }>, ruleSources: Array<{ path: string, source: string }>, attempts: Array<{ id: string, number: number, state: AttemptState, submittedAt: string | null, score: string | null, passed: boolean | null }> };

export type MyExamQueryVariables = Exact<{
  sessionId: string;
}>;


export type MyExamQuery = { myExam: { sessionId: string, title: string, phase: ExamPhase, opensAt: string, closesAt: string, admissionUntil: string, durationMinutes: number, graceSeconds: number, passPercent: number, questionCount: number, totalPoints: string, attemptsUsed: number, attemptsAllowed: number | null, openAttemptId: string | null, canStart: boolean, serverNow: string, enrolmentId: string | null, lateLimitMinutes: number | null, paperTitle: { zh: string, en: string }, programmeTitle: { zh: string, en: string } | null, reasons: Array<{ code: string, message: string }>, ruleSources: Array<{ path: string, source: string }>, attempts: Array<{ id: string, number: number, state: AttemptState, submittedAt: string | null, score: string | null, passed: boolean | null }> } };

export type ExamServerTimeQueryVariables = Exact<{
  sessionId: string;
}>;


export type ExamServerTimeQuery = { myExam: { sessionId: string, serverNow: string } };

export type MyExamResultsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyExamResultsQuery = { myExamResults: Array<{ attemptId: string, title: string, number: number, state: AttemptState, submittedAt: string | null, score: string | null, maxScore: string | null, percent: string | null, passPercent: number | null, passed: boolean | null, gradedAt: string | null, paperTitle: { zh: string, en: string }, areas: Array<{ code: string, score: string, max: string, label: { zh: string, en: string } }> }> };

export type StartAttemptMutationVariables = Exact<{
  sessionId: string;
  device: string;
  takeOver: boolean;
}>;


export type StartAttemptMutation = { startAttempt: { attemptId: string } };

export type ResumeAttemptMutationVariables = Exact<{
  attemptId: string;
  device: string;
  takeOver: boolean;
}>;


export type ResumeAttemptMutation = { resumeAttempt: { attemptId: string, sessionId: string, title: string, epoch: number, epochOpenedAt: string, ackSeq: number, maxSeq: number, late: number, takenOver: boolean, state: AttemptState, serverNow: string, deadline: string, graceSeconds: number, questionCount: number, totalPoints: string, notice: { zh: string, en: string }, sections: Array<{ code: string, type: string, title: { zh: string, en: string }, instruction: { zh: string, en: string }, blocks: Array<{ groupId: string | null, stem: string | null, questions: Array<{ id: string, number: number, stem: string, options: Array<string>, multiple: boolean, points: string }> }> }>, answers: Array<{ questionId: string, value: string }>, messages: Array<{ id: string, body: string, sentByName: string, sentAt: string }> } };

export type RecordAnswersMutationVariables = Exact<{
  input: RecordAnswersInput;
}>;


export type RecordAnswersMutation = { recordAnswers: { ackSeq: number, firstMissing: number | null, serverNow: string, deadline: string, state: AttemptState, late: number, takenOver: boolean } };

export type SavePartsFragment = { ackSeq: number, firstMissing: number | null, serverNow: string, deadline: string, state: AttemptState, late: number, takenOver: boolean };

export type AttemptHeartbeatMutationVariables = Exact<{
  input: HeartbeatInputType;
}>;


export type AttemptHeartbeatMutation = { attemptHeartbeat: { ackSeq: number, firstMissing: number | null, serverNow: string, deadline: string, state: AttemptState, late: number, takenOver: boolean, extraMinutes: number, messages: Array<{ id: string, body: string, sentByName: string, sentAt: string }> } };

export type SubmitAttemptMutationVariables = Exact<{
  input: SubmitAttemptInput;
}>;


export type SubmitAttemptMutation = { submitAttempt: { submitted: boolean, missing: Array<number>, receipt: { attemptId: string, answersHash: string, count: number, submittedAt: string, mac: string } | null, save: { ackSeq: number, firstMissing: number | null, serverNow: string, deadline: string, state: AttemptState, late: number, takenOver: boolean } } };

export type AttemptReceiptQueryVariables = Exact<{
  attemptId: string;
}>;


export type AttemptReceiptQuery = { attemptReceipt: { attemptId: string, title: string, state: AttemptState, handedInBy: string, incomplete: boolean, questionCount: number, late: number, startedAt: string, receipt: { answersHash: string, count: number, submittedAt: string, mac: string }, sheet: Array<{ number: number, questionId: string, value: string }> } };

export type ExamSessionsQueryVariables = Exact<{
  offset: number;
  limit: number;
  search?: string | null | undefined;
}>;


export type ExamSessionsQuery = { examSessions: { total: number, rows: Array<{ id: string, title: string, phase: ExamPhase, opensAt: string, closesAt: string, started: number, open: number, marked: number, passed: number, paperTitle: { zh: string, en: string } }> }, examPapers: Array<{ id: string, paperCode: string, questionCount: number, totalPoints: string, durationMinutes: number, passPercent: number, lateLimitMinutes: number | null, graceSeconds: number, version: number, source: string, title: { zh: string, en: string } }> };

export type ScheduleExamMutationVariables = Exact<{
  input: ScheduleExamInput;
}>;


export type ScheduleExamMutation = { scheduleExam: { id: string } };

export type ExamSessionQueryVariables = Exact<{
  id: string;
  offset: number;
  limit: number;
}>;


export type ExamSessionQuery = { examSession: { id: string, title: string, phase: ExamPhase, paperCode: string, paperVersion: number, opensAt: string, closesAt: string, durationMinutes: number, lateLimitMinutes: number | null, graceSeconds: number, maxAttempts: number, passPercent: number, questionCount: number, totalPoints: string, started: number, open: number, marked: number, passed: number, paperTitle: { zh: string, en: string }, ruleSources: Array<{ path: string, source: string }> }, examSessionSteps: Array<{ id: string, at: string, actorName: string, role: string, event: string, opinion: string | null }>, examCandidates: { total: number, rows: Array<{ attemptId: string, enrolmentId: string, personName: string | null, number: number, state: AttemptState, startedAt: string, deadline: string, extraMinutes: number, submittedAt: string | null, epoch: number, ackSeq: number, maxSeq: number, late: number, answered: number, hiddenCount: number, lastSeenAt: string, online: boolean, score: string | null, passed: boolean | null }> } };

export type AttemptTrailQueryVariables = Exact<{
  attemptId: string;
}>;


export type AttemptTrailQuery = { attemptTrail: { attemptId: string, personName: string | null, state: AttemptState, steps: Array<{ id: string, at: string, actorName: string, role: string, event: string, opinion: string | null, details: unknown }>, epochs: Array<{ epoch: number, openedAt: string, lastSeenAt: string, ackSeq: number, maxSeq: number, uncounted: number, userAgent: string | null }>, signals: Array<{ id: string, epoch: number, kind: string, at: string, seconds: number | null }> } };

export type CancelExamMutationVariables = Exact<{
  input: CancelExamInput;
}>;


export type CancelExamMutation = { cancelExam: { id: string } };

export type GrantExtraTimeMutationVariables = Exact<{
  input: GrantExtraTimeInput;
}>;


export type GrantExtraTimeMutation = { grantExtraTime: { extraMinutes: number, deadline: string | null } };

export type SendExamMessageMutationVariables = Exact<{
  input: SendExamMessageInput;
}>;


export type SendExamMessageMutation = { sendExamMessage: boolean };

export type VoidAttemptMutationVariables = Exact<{
  input: VoidAttemptInput;
}>;


export type VoidAttemptMutation = { voidAttempt: boolean };

export type ExportListMutationVariables = Exact<{
  input: ExportListInput;
}>;


export type ExportListMutation = { exportList: string };

export type ExportJobQueryVariables = Exact<{
  id: string;
}>;


export type ExportJobQuery = { workJob: { state: string, total: number, done: number, error: string | null, resultLink: string | null } };

export type CancelExportMutationVariables = Exact<{
  id: string;
}>;


export type CancelExportMutation = { cancelJob: boolean };

export type PublicProvincesQueryVariables = Exact<{ [key: string]: never; }>;


export type PublicProvincesQuery = { publicProvinces: Array<{ code: string, name: { zh: string, en: string } }> };

export type PublicFiguresQueryVariables = Exact<{
  province: string;
}>;


export type PublicFiguresQuery = { publicFigures: { provinceCode: string, title: string, asOf: string, publishedAt: string, ruleVersion: string, ruleSource: string, suppressBelow: number, hash: string, ruleName: { zh: string, en: string }, ruleSummary: { zh: string, en: string }, planTitle: { zh: string, en: string } | null, goals: Array<{ category: string, value: string, dueOn: string, quote: string }>, regions: Array<{ code: string, kind: string, parentCode: string | null, population: number | null, populationDate: string | null, name: { zh: string, en: string }, counts: Array<{ category: string, count: number | null, rateShown: string | null }> }> } | null };

export type SnapshotPublicationsQueryVariables = Exact<{
  snapshotId: string;
}>;


export type SnapshotPublicationsQuery = { snapshotPublications: Array<{ id: string, suppressBelow: number, reason: string, publishedByName: string, publishedAt: string, withdrawnAt: string | null, withdrawReason: string | null }> };

export type PublishFiguresMutationVariables = Exact<{
  input: PublishFiguresInput;
}>;


export type PublishFiguresMutation = { publishFigures: { id: string } };

export type WithdrawFiguresMutationVariables = Exact<{
  input: EndRecordInput;
}>;


export type WithdrawFiguresMutation = { withdrawFigures: { id: string } };

export type GoalBoardQueryVariables = Exact<{
  regionCode?: string | null | undefined;
  asOf?: string | null | undefined;
  populationMode?: string | null | undefined;
}>;


export type GoalBoardQuery = { goalBoard: { asOf: string, referenceOnly: boolean, managementFigures: boolean, ruleVersion: string, ruleSource: string, populationSource: string | null, populationMode: string | null, planTitle: { zh: string, en: string } | null, targets: Array<{ key: string, value: string, dueOn: string, clause: string, quote: string, category: string, label: { zh: string, en: string } }>, ruleName: { zh: string, en: string }, ruleSummary: { zh: string, en: string }, populationSummary: { zh: string, en: string } | null, populationModes: Array<{ code: string, label: { zh: string, en: string } }>, total: { code: string, name: string, nameEn: string, kind: string, population: { status: string, persons: number | null, kind: string | null, referenceDate: string | null, publishedOn: string | null, precision: number | null }, physicians: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string }, therapists: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string } }, rows: Array<{ code: string, name: string, nameEn: string, kind: string, population: { status: string, persons: number | null, kind: string | null, referenceDate: string | null, publishedOn: string | null, precision: number | null }, physicians: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string }, therapists: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string } }> } };

export type GoalRowPartsFragment = { code: string, name: string, nameEn: string, kind: string, population: { status: string, persons: number | null, kind: string | null, referenceDate: string | null, publishedOn: string | null, precision: number | null }, physicians: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string }, therapists: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string } };

export type GoalFigurePartsFragment = { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string };

export type GoalForecastQueryVariables = Exact<{
  regionCode?: string | null | undefined;
  category: string;
  dueOn?: string | null | undefined;
}>;


export type GoalForecastQuery = { goalForecast: { regionCode: string, category: string, today: string, due: string, required: number | null, yield: string, yieldCases: number, yieldSource: string, retention: string, points: Array<{ day: string, count: number, retiring: number, expiring: number, inTraining: number, gained: number, expected: number, required: number | null, gap: number | null }>, checks: Array<{ from: string, day: string, expected: number, actual: number, off: number, percent: string | null }> } };

export type NeedsScenariosQueryVariables = Exact<{
  regionCode: string;
  category: string;
}>;


export type NeedsScenariosQuery = { needsScenarios: Array<{ id: string, name: string, savedBy: string, savedAt: string, mine: boolean, setDueOn: string | null, asOf: string, dueOn: string | null, status: string, required: number | null, count: number, losses: number | null, inflow: number | null, net: number | null, places: number | null, perIntake: Array<number>, capacityPerYear: number, missingPerYear: number | null, ruleVersion: string, inputs: Array<{ key: string, value: string }> }> };

export type SaveNeedsScenarioMutationVariables = Exact<{
  input: SaveScenarioInput;
}>;


export type SaveNeedsScenarioMutation = { saveNeedsScenario: { id: string } };

export type RemoveNeedsScenarioMutationVariables = Exact<{
  id: string;
}>;


export type RemoveNeedsScenarioMutation = { removeNeedsScenario: { id: string } };

export type TrainingNeedsQueryVariables = Exact<{
  regionCode?: string | null | undefined;
  category: string;
  dueOn?: string | null | undefined;
  inputs?: TrainingNeedsInput | null | undefined;
}>;


export type TrainingNeedsQuery = { trainingNeeds: { regionCode: string, regionName: string, regionNameEn: string, asOf: string, dueOn: string | null, dueChosen: boolean, suggestedDueOn: string, status: string, managementFigures: boolean, populationSource: string | null, countingVersion: string, ruleVersion: string, ruleSource: string, planned: number | null, counted: number, required: number | null, count: number, requiredGiven: boolean, countGiven: boolean, losses: number | null, expected: number | null, inflow: number | null, net: number | null, places: number | null, perIntake: Array<number>, bases: number, capacityPerYear: number, missingPerYear: number | null, target: { value: string, dueOn: string, clause: string, quote: string } | null, planTitle: { zh: string, en: string } | null, population: { status: string, persons: number | null, kind: string | null, referenceDate: string | null }, populationSummary: { zh: string, en: string } | null, countingName: { zh: string, en: string }, ruleName: { zh: string, en: string }, ruleSummary: { zh: string, en: string }, assumptions: Array<{ key: string, unit: string, default: string | null, value: string | null, label: { zh: string, en: string }, source: { zh: string, en: string } }>, trainingTypeLabel: { zh: string, en: string }, specialties: Array<{ specialty: string, bases: number, perYear: number, label: { zh: string, en: string } }> } };

export type GoalTrendQueryVariables = Exact<{
  regionCode?: string | null | undefined;
  category: string;
  asOf?: string | null | undefined;
}>;


export type GoalTrendQuery = { goalTrend: { regionCode: string, category: string, asOf: string, referenceOnly: boolean, points: Array<{ day: string, registered: number, certified: number, union: number, required: number | null, rateShown: string | null }> } };

export type PlanIndicatorsQueryVariables = Exact<{
  planCode?: string | null | undefined;
  regionCode?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type PlanIndicatorsQuery = { planIndicators: { asOf: string, regionCode: string, regionName: string, regionNameEn: string, plan: { code: string, periodStart: string, periodEnd: string, title: { zh: string, en: string } }, plans: Array<{ code: string, periodStart: string, periodEnd: string, title: { zh: string, en: string } }>, rows: Array<{ key: string, clause: string, quote: string, strength: string, op: string, value: string | null, valueMax: string | null, unit: string, level: string, each: boolean, dueOn: string, dueSource: string | null, num: number | null, den: number | null, shown: string | null, need: number | null, gap: number | null, status: string, interim: boolean, reference: boolean, late: number, unknown: number, exempted: number, label: { zh: string, en: string }, atDue: { status: string, shown: string | null, gap: number | null } | null, warning: { baseOn: string, base: number, behind: boolean } | null }> } };

export type PlanPartsFragment = { code: string, periodStart: string, periodEnd: string, title: { zh: string, en: string } };

export type IndicatorPartsFragment = { key: string, clause: string, quote: string, strength: string, op: string, value: string | null, valueMax: string | null, unit: string, level: string, each: boolean, dueOn: string, dueSource: string | null, num: number | null, den: number | null, shown: string | null, need: number | null, gap: number | null, status: string, interim: boolean, reference: boolean, late: number, unknown: number, exempted: number, label: { zh: string, en: string }, atDue: { status: string, shown: string | null, gap: number | null } | null, warning: { baseOn: string, base: number, behind: boolean } | null };

export type IndicatorQueryVariables = Exact<{
  key: string;
  planCode?: string | null | undefined;
  regionCode?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type IndicatorQuery = { indicator: { asOf: string, today: string, regionCode: string, regionName: string, regionNameEn: string, ruleVersion: string, ruleSource: string, countingVersion: string, noteSource: string | null, plan: { code: string, periodStart: string, periodEnd: string, title: { zh: string, en: string } }, ruleSummary: { zh: string, en: string }, countingSummary: { zh: string, en: string }, population: { status: string, persons: number | null, kind: string | null, referenceDate: string | null }, note: { zh: string, en: string } | null, timeline: Array<{ id: string, at: string, actorName: string, role: string, organisationName: string | null, event: string, opinion: string | null }>, row: { key: string, clause: string, quote: string, strength: string, op: string, value: string | null, valueMax: string | null, unit: string, level: string, each: boolean, dueOn: string, dueSource: string | null, num: number | null, den: number | null, shown: string | null, need: number | null, gap: number | null, status: string, interim: boolean, reference: boolean, late: number, unknown: number, exempted: number, appointed: number | null, exemptible: boolean, judged: boolean, recorded: boolean, label: { zh: string, en: string }, atDue: { status: string, shown: string | null, gap: number | null } | null, warning: { baseOn: string, base: number, behind: boolean } | null, regions: Array<{ regionCode: string, regionName: string, regionNameEn: string, bound: boolean | null, population: number | null, count: number | null, on: string | null, daysLate: number, status: string }>, counted: Array<{ institutionId: string, name: string, regionName: string, regionNameEn: string, since: string | null }>, missing: Array<{ institutionId: string, name: string, regionName: string, regionNameEn: string, since: string | null }>, departments: Array<{ institutionId: string, name: string, num: number, den: number }>, exemptions: Array<{ id: string, regionCode: string, regionName: string, regionNameEn: string, reason: string, documentNo: string | null, decidedOn: string, decidedBy: string }>, evidence: Array<{ id: string, subject: string, documentNo: string, issuedOn: string, recordedBy: string }>, verdict: { status: string, count: number, asOf: string, reason: string, decidedBy: string } | null } } };

export type ExemptRegionMutationVariables = Exact<{
  input: ExemptRegionInput;
}>;


export type ExemptRegionMutation = { exemptRegion: { id: string } };

export type EndExemptionMutationVariables = Exact<{
  input: EndRecordInput;
}>;


export type EndExemptionMutation = { endExemption: { id: string } };

export type JudgeIndicatorMutationVariables = Exact<{
  input: JudgeIndicatorInput;
}>;


export type JudgeIndicatorMutation = { judgeIndicator: { id: string } };

export type AddPlanEvidenceMutationVariables = Exact<{
  input: PlanEvidenceInput;
}>;


export type AddPlanEvidenceMutation = { addPlanEvidence: { id: string } };

export type WithdrawPlanEvidenceMutationVariables = Exact<{
  input: EndRecordInput;
}>;


export type WithdrawPlanEvidenceMutation = { withdrawPlanEvidence: { id: string } };

export type PolicyPlansQueryVariables = Exact<{ [key: string]: never; }>;


export type PolicyPlansQuery = { policyPlans: Array<{ code: string, periodStart: string, periodEnd: string, title: { zh: string, en: string } }> };

export type PolicyPlanQueryVariables = Exact<{
  code: string;
}>;


export type PolicyPlanQuery = { policyPlan: { code: string, periodStart: string, periodEnd: string, content: unknown, title: { zh: string, en: string }, versions: Array<{ version: number, hash: string, reason: string, importedBy: string, importedAt: string }> } };

export type CheckPlanFileQueryVariables = Exact<{
  text: string;
}>;


export type CheckPlanFileQuery = { checkPlanFile: { isNew: boolean, plan: { code: string, periodStart: string, periodEnd: string, title: { zh: string, en: string } } | null, faults: Array<{ path: string, message: string }>, targets: Array<{ id: string, kind: string, label: { zh: string, en: string } }>, obligations: Array<{ id: string, kind: string, label: { zh: string, en: string } }>, overlaps: Array<{ code: string, title: { zh: string, en: string } }> } };

export type ImportPolicyPlanMutationVariables = Exact<{
  input: ImportPlanInput;
}>;


export type ImportPolicyPlanMutation = { importPolicyPlan: { code: string, version: number | null } };

export type ChangePersonMutationVariables = Exact<{
  input: ChangePersonInput;
}>;


export type ChangePersonMutation = { changePerson: { id: string, changes: number } };

export type PlacesToChooseQueryVariables = Exact<{
  search: string;
}>;


export type PlacesToChooseQuery = { institutions: { rows: Array<{ id: string, name: string, regionName: string }> } };

export type DecideCorrectionMutationVariables = Exact<{
  input: DecideCorrectionInput;
}>;


export type DecideCorrectionMutation = { decideCorrection: { id: string, state: string } };

export type ExportPeopleFhirMutationVariables = Exact<{
  input: ExportFhirInput;
}>;


export type ExportPeopleFhirMutation = { exportPeopleFhir: string };

export type UndoMergeMutationVariables = Exact<{
  input: UndoMergeInput;
}>;


export type UndoMergeMutation = { undoMerge: { id: string } };

export type CorrectionsQueryVariables = Exact<{
  offset: number;
  limit: number;
  open?: boolean | null | undefined;
}>;


export type CorrectionsQuery = { corrections: { total: number, rows: Array<{ id: string, personName: string, state: string, factType: string, act: string, institutionName: string | null, regionName: string, createdAt: string, decidedAt: string | null }> } };

export type CorrectionQueryVariables = Exact<{
  id: string;
  purpose: string;
}>;


export type CorrectionQuery = { correction: { id: string, personId: string, personName: string, state: string, factType: string, act: string, institutionName: string | null, regionName: string, createdAt: string, statement: string, employerOpinion: string | null, decision: string | null, wanted: unknown, events: Array<string>, before: { set: string | null, label: string, startOn: string | null, endOn: string | null } | null, evidence: Array<{ id: string, name: string, link: string }>, steps: Array<{ id: string, at: string, actorName: string, role: string, organisationName: string | null, event: string, opinion: string | null, details: unknown }> } };

export type ImportAbsentListQueryVariables = Exact<{
  id: string;
  offset: number;
  limit: number;
}>;


export type ImportAbsentListQuery = { registryImportAbsent: { total: number, rows: Array<{ id: string, name: string, note: string | null, place: string, startOn: string }> } };

export type AreaRegionsQueryVariables = Exact<{
  province?: string | null | undefined;
}>;


export type AreaRegionsQuery = { regions: Array<{ code: string, name: string, nameEn: string, kind: string, parentCode: string | null }> };

export type CreateConsortiumMutationVariables = Exact<{
  input: CreateConsortiumInput;
}>;


export type CreateConsortiumMutation = { createConsortium: string };

export type JoinConsortiumMutationVariables = Exact<{
  input: JoinConsortiumInput;
}>;


export type JoinConsortiumMutation = { joinConsortium: string };

export type LeaveConsortiumMutationVariables = Exact<{
  input: EndInput;
}>;


export type LeaveConsortiumMutation = { leaveConsortium: string };

export type EndConsortiumMutationVariables = Exact<{
  input: EndInput;
}>;


export type EndConsortiumMutation = { endConsortium: string };

export type EditInstitutionMutationVariables = Exact<{
  input: EditInstitutionInput;
}>;


export type EditInstitutionMutation = { editInstitution: string };

export type MoveInstitutionMutationVariables = Exact<{
  input: MoveInstitutionInput;
}>;


export type MoveInstitutionMutation = { moveInstitution: string };

export type CloseInstitutionMutationVariables = Exact<{
  input: CloseInstitutionInput;
}>;


export type CloseInstitutionMutation = { closeInstitution: string };

export type OpenUnitMutationVariables = Exact<{
  input: OpenUnitInput;
}>;


export type OpenUnitMutation = { openUnit: string };

export type CloseUnitMutationVariables = Exact<{
  input: EndInput;
}>;


export type CloseUnitMutation = { closeUnit: string };

export type GrantDesignationMutationVariables = Exact<{
  input: GrantDesignationInput;
}>;


export type GrantDesignationMutation = { grantDesignation: string };

export type EndDesignationMutationVariables = Exact<{
  input: EndInput;
}>;


export type EndDesignationMutation = { endDesignation: string };

export type FindInstitutionQueryVariables = Exact<{
  search: string;
}>;


export type FindInstitutionQuery = { institutions: { rows: Array<{ id: string, name: string, regionName: string, type: string, level: string, grade: string }> } };

export type AddPopulationMutationVariables = Exact<{
  input: AddPopulationInput;
}>;


export type AddPopulationMutation = { addPopulation: boolean };

export type AddPopulationSeriesMutationVariables = Exact<{
  input: AddPopulationSeriesInput;
}>;


export type AddPopulationSeriesMutation = { addPopulationSeries: string };

export type RenameRegionMutationVariables = Exact<{
  input: RenameRegionInput;
}>;


export type RenameRegionMutation = { renameRegion: string };

export type AbolishRegionMutationVariables = Exact<{
  input: AbolishRegionInput;
}>;


export type AbolishRegionMutation = { abolishRegion: string };

export type AddRegionMutationVariables = Exact<{
  input: AddRegionInput;
}>;


export type AddRegionMutation = { addRegion: string };

export type RegionEffectQueryVariables = Exact<{
  code: string;
}>;


export type RegionEffectQuery = { regionEffect: { institutions: number, people: number } };

export type ConfirmRegistryImportMutationVariables = Exact<{
  input: ConfirmImportInput;
}>;


export type ConfirmRegistryImportMutation = { confirmImport: boolean };

export type FixRowMutationVariables = Exact<{
  input: FixImportRowInput;
}>;


export type FixRowMutation = { fixImportRow: boolean };

export type PersonPageQueryVariables = Exact<{
  id: string;
  purpose: string;
}>;


export type PersonPageQuery = { person: { id: string, name: string, sex: string, birthDate: string, citizenIdMasked: string, phoneMasked: string | null, diedOn: string | null, mergedIntoId: string | null, updatedAt: string, asOf: string, acts: Array<string>, mayMerge: boolean, licences: Array<{ id: string, recordedAt: string, level: string, category: string, numberMasked: string | null, startOn: string, endOn: string | null, current: boolean, scopes: Array<{ id: string, recordedAt: string, scope: string, startOn: string, endOn: string | null, current: boolean }>, suspensions: Array<{ id: string, recordedAt: string, startOn: string, endOn: string | null, reason: string | null, current: boolean }> }>, qualifications: Array<{ id: string, recordedAt: string, subject: string, rank: string, obtainedOn: string }>, titles: Array<{ id: string, recordedAt: string, title: string, rank: string, qualifiedOn: string, appointedOn: string | null }>, residencies: Array<{ id: string, recordedAt: string, specialty: string, completedOn: string | null }>, certificates: Array<{ kind: string, number: string, issuedOn: string, validTo: string | null, revokedOn: string | null, cancelledOn: string | null, source: string }>, sites: Array<{ id: string, institutionId: string, institutionName: string, medical: boolean, role: string, department: string | null, post: string | null, startOn: string, endOn: string | null, endReason: string | null, recordedAt: string, current: boolean }>, educations: Array<{ id: string, recordedAt: string, level: string, school: string, major: string, graduatedOn: string }>, leaves: Array<{ id: string, recordedAt: string, kind: string, startOn: string, endOn: string | null, note: string | null, current: boolean }>, moves: Array<{ id: string, recordedAt: string, direction: string, provinceCode: string, movedOn: string, document: string | null }>, death: { id: string, diedOn: string } | null, withdrawn: Array<{ id: string, factType: string, set: string | null, label: string, startOn: string | null, endOn: string | null, recordedAt: string, voidedAt: string }>, steps: Array<{ id: string, at: string, actorName: string, role: string, organisationName: string | null, event: string, opinion: string | null, details: unknown }>, merges: Array<{ id: string, duplicateId: string, duplicateName: string, duplicateTail: string, survivorId: string, survivorName: string, mergedAt: string, mergedByName: string, reason: string, undoneAt: string | null, undoneByName: string | null, undoReason: string | null }> } };

export type StaffFileFragment = { acts: Array<string>, mayMerge: boolean, steps: Array<{ id: string, at: string, actorName: string, role: string, organisationName: string | null, event: string, opinion: string | null, details: unknown }>, merges: Array<{ id: string, duplicateId: string, duplicateName: string, duplicateTail: string, survivorId: string, survivorName: string, mergedAt: string, mergedByName: string, reason: string, undoneAt: string | null, undoneByName: string | null, undoReason: string | null }> };

export type MyRecordQueryVariables = Exact<{
  offset: number;
}>;


export type MyRecordQuery = { myRecord: { id: string, name: string, sex: string, birthDate: string, citizenIdMasked: string, phoneMasked: string | null, diedOn: string | null, mergedIntoId: string | null, updatedAt: string, asOf: string, licences: Array<{ id: string, recordedAt: string, level: string, category: string, numberMasked: string | null, startOn: string, endOn: string | null, current: boolean, scopes: Array<{ id: string, recordedAt: string, scope: string, startOn: string, endOn: string | null, current: boolean }>, suspensions: Array<{ id: string, recordedAt: string, startOn: string, endOn: string | null, reason: string | null, current: boolean }> }>, qualifications: Array<{ id: string, recordedAt: string, subject: string, rank: string, obtainedOn: string }>, titles: Array<{ id: string, recordedAt: string, title: string, rank: string, qualifiedOn: string, appointedOn: string | null }>, residencies: Array<{ id: string, recordedAt: string, specialty: string, completedOn: string | null }>, certificates: Array<{ kind: string, number: string, issuedOn: string, validTo: string | null, revokedOn: string | null, cancelledOn: string | null, source: string }>, sites: Array<{ id: string, institutionId: string, institutionName: string, medical: boolean, role: string, department: string | null, post: string | null, startOn: string, endOn: string | null, endReason: string | null, recordedAt: string, current: boolean }>, educations: Array<{ id: string, recordedAt: string, level: string, school: string, major: string, graduatedOn: string }>, leaves: Array<{ id: string, recordedAt: string, kind: string, startOn: string, endOn: string | null, note: string | null, current: boolean }>, moves: Array<{ id: string, recordedAt: string, direction: string, provinceCode: string, movedOn: string, document: string | null }>, death: { id: string, diedOn: string } | null, withdrawn: Array<{ id: string, factType: string, set: string | null, label: string, startOn: string | null, endOn: string | null, recordedAt: string, voidedAt: string }> }, myRecordAccess: { total: number, rows: Array<{ id: string, at: string, role: string, organisationName: string | null, act: string, purpose: string }> } };

export type RecordFactsFragment = { id: string, name: string, sex: string, birthDate: string, citizenIdMasked: string, phoneMasked: string | null, diedOn: string | null, mergedIntoId: string | null, updatedAt: string, asOf: string, licences: Array<{ id: string, recordedAt: string, level: string, category: string, numberMasked: string | null, startOn: string, endOn: string | null, current: boolean, scopes: Array<{ id: string, recordedAt: string, scope: string, startOn: string, endOn: string | null, current: boolean }>, suspensions: Array<{ id: string, recordedAt: string, startOn: string, endOn: string | null, reason: string | null, current: boolean }> }>, qualifications: Array<{ id: string, recordedAt: string, subject: string, rank: string, obtainedOn: string }>, titles: Array<{ id: string, recordedAt: string, title: string, rank: string, qualifiedOn: string, appointedOn: string | null }>, residencies: Array<{ id: string, recordedAt: string, specialty: string, completedOn: string | null }>, certificates: Array<{ kind: string, number: string, issuedOn: string, validTo: string | null, revokedOn: string | null, cancelledOn: string | null, source: string }>, sites: Array<{ id: string, institutionId: string, institutionName: string, medical: boolean, role: string, department: string | null, post: string | null, startOn: string, endOn: string | null, endReason: string | null, recordedAt: string, current: boolean }>, educations: Array<{ id: string, recordedAt: string, level: string, school: string, major: string, graduatedOn: string }>, leaves: Array<{ id: string, recordedAt: string, kind: string, startOn: string, endOn: string | null, note: string | null, current: boolean }>, moves: Array<{ id: string, recordedAt: string, direction: string, provinceCode: string, movedOn: string, document: string | null }>, death: { id: string, diedOn: string } | null, withdrawn: Array<{ id: string, factType: string, set: string | null, label: string, startOn: string | null, endOn: string | null, recordedAt: string, voidedAt: string }> };

export type RegionsBelowQueryVariables = Exact<{
  province?: string | null | undefined;
}>;


export type RegionsBelowQuery = { regions: Array<{ code: string, name: string, nameEn: string, kind: string, parentCode: string | null }> };

export type SaveSubgoalsMutationVariables = Exact<{
  input: SaveSubgoalsInput;
}>;


export type SaveSubgoalsMutation = { saveSubgoals: number };

export type SaveReportSectionMutationVariables = Exact<{
  input: ReportSectionInput;
}>;


export type SaveReportSectionMutation = { saveReportSection: { version: number, reportVersion: number, updatedAt: string } };

export type PullReportFiguresMutationVariables = Exact<{
  id: string;
  asOf: string;
}>;


export type PullReportFiguresMutation = { pullReportFigures: number };

export type SetReportValueMutationVariables = Exact<{
  input: ReportValueInput;
}>;


export type SetReportValueMutation = { setReportValue: number };

export type AddReportFileMutationVariables = Exact<{
  input: ReportFileInput;
}>;


export type AddReportFileMutation = { addReportFile: number };

export type RemoveReportFileMutationVariables = Exact<{
  id: string;
  fileId: string;
}>;


export type RemoveReportFileMutation = { removeReportFile: number };

export type MoveReportMutationVariables = Exact<{
  input: MoveReportInput;
}>;


export type MoveReportMutation = { moveReport: { state: string, version: number } };

export type AcceptReportMutationVariables = Exact<{
  input: AcceptReportInput;
}>;


export type AcceptReportMutation = { acceptReport: { state: string, version: number } };

export type ReturnReportMutationVariables = Exact<{
  input: ReturnReportInput;
}>;


export type ReturnReportMutation = { returnReport: { state: string, version: number } };

export type RecordPaperReportMutationVariables = Exact<{
  input: RecordPaperReportInput;
}>;


export type RecordPaperReportMutation = { recordPaperReport: { state: string, version: number } };

export type CallReportsMutationVariables = Exact<{
  input: CallReportsInput;
}>;


export type CallReportsMutation = { callReports: { obligationId: string, year: number } };

export type RemindReportsMutationVariables = Exact<{
  input: RemindReportsInput;
}>;


export type RemindReportsMutation = { remindReports: number };

export type PrintReportMutationVariables = Exact<{
  id: string;
}>;


export type PrintReportMutation = { printReport: string };

export type PrintReportRollupMutationVariables = Exact<{
  obligationId: string;
  year: number;
}>;


export type PrintReportRollupMutation = { printReportRollup: string };

export type ReportDutiesQueryVariables = Exact<{
  group?: string | null | undefined;
  offset: number;
  limit: number;
}>;


export type ReportDutiesQuery = { reportDuties: { total: number, rows: Array<{ id: string, year: number, regionCode: string, regionName: string, regionNameEn: string, source: string, filed: boolean, clause: string, opensOn: string, dueOn: string, state: string, firstCompleteAt: string | null, daysLate: number | null, recordedAfterwards: boolean, reminders: number, label: { zh: string, en: string }, clock: { flag: string, daysLeft: number } }> } };

export type ReportObligationsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportObligationsQuery = { reportObligations: Array<{ obligationId: string, year: number, source: string, author: string, filed: boolean, clause: string, documentNo: string | null, opensOn: string, dueOn: string, expected: number, received: number, waiting: number, returned: number, notRecorded: number, label: { zh: string, en: string } }> };

export type ReportDetailQueryVariables = Exact<{
  id: string;
}>;


export type ReportDetailQuery = { report: { id: string, year: number, regionCode: string, regionName: string, regionNameEn: string, source: string, author: string, filed: boolean, clause: string, quote: string | null, documentNo: string | null, callReason: string | null, recipients: Array<string>, opensOn: string, dueOn: string, state: string, version: number, side: string | null, acts: Array<string>, firstCompleteAt: string | null, daysLate: number | null, recordedAfterwards: boolean, resubmitDueOn: string | null, returnOpinion: string | null, draftedByName: string | null, signedByName: string | null, signedAt: string | null, sameHand: boolean, otherSigners: number, needsFigures: boolean, label: { zh: string, en: string }, toNote: { zh: string, en: string } | null, clock: { flag: string, daysLeft: number }, parts: Array<{ code: string, required: boolean, text: string, version: number, updatedByName: string | null, updatedAt: string | null, label: { zh: string, en: string } }>, figures: Array<{ key: string, kind: string, computed: string | null, reported: string | null, reason: string | null, label: { zh: string, en: string }, unit: { zh: string, en: string } }> | null, basis: { asOf: string, from: string, pulledAt: string, pulledByName: string, snapshotHash: string | null, countingVersion: string, countingSource: string, populationDate: string | null, populationPublishedOn: string | null, countingName: { zh: string, en: string }, policySummary: { zh: string, en: string } | null } | null, files: Array<{ id: string, kind: string, name: string, size: number, url: string }>, submissions: Array<{ seq: number, submittedAt: string, complete: boolean, recordedAfterwards: boolean, submittedByName: string }>, signing: Array<{ code: string, message: string }>, submitting: Array<{ code: string, message: string }>, timeline: Array<{ id: string, at: string, actorName: string, role: string, organisationName: string | null, event: string, opinion: string | null }>, rule: { version: string, resubmissionDays: number, name: { zh: string, en: string }, summary: { zh: string, en: string }, resubmissionSource: { zh: string, en: string } } } };

export type ReportRollupQueryVariables = Exact<{
  obligationId: string;
  year: number;
}>;


export type ReportRollupQuery = { reportRollup: { obligationId: string, year: number, source: string, clause: string, documentNo: string | null, callReason: string | null, filed: boolean, opensOn: string, dueOn: string, received: number, expected: number, missing: Array<string>, withoutFigures: Array<string>, label: { zh: string, en: string }, note: { zh: string, en: string }, cities: Array<{ dutyId: string, code: string, name: string, nameEn: string, state: string, received: boolean, firstCompleteAt: string | null, daysLate: number | null, recordedAfterwards: boolean, resubmissions: number, reminders: number, remindedAt: string | null, clock: { flag: string, daysLeft: number }, figures: Array<{ key: string, computed: string | null, reported: string | null, reason: string | null, label: { zh: string, en: string } }> | null }>, sums: Array<{ key: string, computed: string | null, reported: string | null, cities: number, label: { zh: string, en: string }, unit: { zh: string, en: string } }>, rule: { version: string, name: { zh: string, en: string }, summary: { zh: string, en: string } } } };

export type ReportSubgoalsQueryVariables = Exact<{
  regionCode?: string | null | undefined;
  planCode?: string | null | undefined;
}>;


export type ReportSubgoalsQuery = { reportSubgoals: { years: Array<number>, regionCode: string | null, plan: { code: string, title: { zh: string, en: string } } | null, plans: Array<{ code: string, title: { zh: string, en: string } }>, cities: Array<{ code: string, name: string, nameEn: string, has: boolean }>, tasks: Array<{ key: string, unit: string, quote: string | null, label: { zh: string, en: string }, years: Array<{ year: number, goal: string | null, result: string | null, counted: boolean, note: string | null }> }> } };

export type HomeSystemQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeSystemQuery = { systemStatus: { waiting: number, parked: number, oldestWaitingSeconds: number | null, auditUnchained: number }, failedJobs: { total: number }, roleGrants: { total: number } };

export type HomeProposalsQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeProposalsQuery = { roleGrants: { total: number, rows: Array<{ createdAt: string }> } };

export type HomeAuditQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeAuditQuery = { auditEntries: { total: number, capped: boolean, rows: Array<{ at: string, seq: string | null }> } };

export type HomeBaseQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeBaseQuery = { baseOverview: { openClasses: number, runningClasses: number, toAdmit: number, waitlisted: number, inTraining: number, reasons: Array<{ code: string, message: string }>, standings: Array<{ accreditationId: string, state: string, validTo: string, trainingTypeLabel: { zh: string, en: string }, years: Array<{ year: number, capacity: number, taken: number, toPlan: number }> }> } };

export type HomeClassesQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeClassesQuery = { trainingClasses: { total: number, rows: Array<{ id: string, title: string, state: string, startsOn: string, endsOn: string, capacity: number, taken: number, waiting: number, toConfirm: number }> } };

export type HomeGapQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeGapQuery = { goalBoard: { asOf: string, ruleName: { zh: string, en: string }, total: { name: string, nameEn: string, physicians: { target: string, union: number, required: number | null, gap: number | null, rateShown: string | null, status: string }, therapists: { target: string, union: number, required: number | null, gap: number | null, rateShown: string | null, status: string } }, rows: Array<{ code: string, name: string, nameEn: string, physicians: { gap: number | null }, therapists: { gap: number | null } }> } };

export type HomeFigureFragment = { target: string, union: number, required: number | null, gap: number | null, rateShown: string | null, status: string };

export type HomeBasesQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeBasesQuery = { accreditations: { live: number, suspended: number, endingSoon: number } };

export type HomeIssuingQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeIssuingQuery = { eligibleForCertificate: { total: number }, openCertificateEndRequests: Array<{ id: string }> };

export type HomeSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeSessionsQuery = { examSessions: { total: number, rows: Array<{ id: string, title: string, phase: ExamPhase, opensAt: string, closesAt: string, started: number, open: number, marked: number }> } };

export type HomeConfirmationsQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeConfirmationsQuery = { confirmations: { total: number, rows: Array<{ id: string, personName: string, classTitle: string, appliedAt: string }> } };

export type HomeStaffQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeStaffQuery = { people: { total: number }, training: { total: number } };

export type HomeCertifiedQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeCertifiedQuery = { certificates: { total: number } };

export type HomeEnrolmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeEnrolmentsQuery = { myEnrolments: Array<{ id: string, state: string, reason: string | null, classTitle: string, startsOn: string, baseName: string, employerName: string | null }> };

export type HomeExamsQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeExamsQuery = { myExams: Array<{ sessionId: string, title: string, phase: ExamPhase, opensAt: string, admissionUntil: string, durationMinutes: number, passPercent: number, openAttemptId: string | null, canStart: boolean, paperTitle: { zh: string, en: string } }> };

export type HomeCertificatesQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeCertificatesQuery = { myCertificates: Array<{ id: string, number: string, state: CertificateState, issuedOn: string, title: { zh: string, en: string } }> };

export type HomeDecisionQueryVariables = Exact<{
  enrolmentId: string;
}>;


export type HomeDecisionQuery = { completionDecision: { eligible: boolean, checks: Array<{ code: string, requirementCode: string | null, passed: boolean, label: { zh: string, en: string }, found: { zh: string, en: string }, needed: { zh: string, en: string } }> } | null };

export type HomeDeskQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeDeskQuery = { myTasks: { total: number, rows: Array<{ id: string, code: string, params: unknown, link: string, dueOn: string | null, overdue: boolean, openedAt: string, closedAt: string | null, outcome: string | null, closedByName: string | null, role: string | null, nextName: string | null }> }, taskCounts: { overdue: number }, myNotifications: { rows: Array<{ id: string, code: string, params: unknown, link: string, createdAt: string, readAt: string | null }> } };

export type MyTasksQueryVariables = Exact<{
  state: TaskList;
  offset: number;
  limit: number;
}>;


export type MyTasksQuery = { myTasks: { total: number, rows: Array<{ id: string, code: string, params: unknown, link: string, dueOn: string | null, overdue: boolean, openedAt: string, closedAt: string | null, outcome: string | null, closedByName: string | null, role: string | null, nextName: string | null }> }, taskCounts: { open: number, overdue: number, done: number, startedByMe: number } };

export type MyNotificationsQueryVariables = Exact<{
  unreadOnly: boolean;
  offset: number;
  limit: number;
}>;


export type MyNotificationsQuery = { myNotifications: { total: number, unread: number, rows: Array<{ id: string, code: string, params: unknown, link: string, createdAt: string, readAt: string | null }> } };

export type MarkReadMutationVariables = Exact<{
  ids?: Array<string> | string | null | undefined;
}>;


export type MarkReadMutation = { markRead: number };

export type VerifyCertificateQueryVariables = Exact<{
  code: string;
}>;


export type VerifyCertificateQuery = { verifyCertificate: { state: CertificateState, number: string, holderMasked: string, issuedOn: string, validTo: string | null, endedOn: string | null, replacedByNumber: string | null, specimen: boolean, checkedAt: string, title: { zh: string, en: string }, issuer: { zh: string, en: string }, statement: { zh: string, en: string }, signature: { signer: string, signedAt: string, fingerprint: string, fileHash: string } | null } };

export type VerifiedFragment = { state: CertificateState, number: string, holderMasked: string, issuedOn: string, validTo: string | null, endedOn: string | null, replacedByNumber: string | null, specimen: boolean, checkedAt: string, title: { zh: string, en: string }, issuer: { zh: string, en: string }, statement: { zh: string, en: string }, signature: { signer: string, signedAt: string, fingerprint: string, fileHash: string } | null };

export type VerifyByNumberQueryVariables = Exact<{
  number: string;
  name: string;
}>;


export type VerifyByNumberQuery = { verifyByNumber: { verifyCode: string } };

export type AccreditationListQueryVariables = Exact<{
  offset: number;
  limit: number;
  search?: string | null | undefined;
  state?: string | null | undefined;
  trainingType?: string | null | undefined;
}>;


export type AccreditationListQuery = { accreditations: { total: number, live: number, suspended: number, endingSoon: number, rows: Array<{ id: string, institutionName: string, regionName: string | null, cityName: string | null, capacityPerYear: number, plaqueNumber: string, validTo: string, daysLeft: number | null, state: string, trainingTypeLabel: { zh: string, en: string } }> }, baseRule: { trainingTypes: Array<{ code: string, label: { zh: string, en: string } }> } };

export type AccreditationDetailQueryVariables = Exact<{
  id: string;
}>;


export type AccreditationDetailQuery = { accreditation: { id: string, institutionName: string, level: string, grade: string, cityName: string | null, regionName: string | null, capacityPerYear: number, plaqueNumber: string, validFrom: string, validTo: string, daysLeft: number | null, state: string, stateSince: string, decisionNumber: string, decisionText: string, opinion: string | null, ruleVersion: string, acts: Array<string>, barredUntil: string | null, trainingTypeLabel: { zh: string, en: string }, designationKindLabel: { zh: string, en: string }, specialtyLabels: Array<{ zh: string, en: string }>, validitySource: { zh: string, en: string }, ruleTitle: { zh: string, en: string }, evidence: Array<{ name: string, size: number, url: string }>, timeline: Array<{ id: string, at: string, actorName: string, role: string, organisationName: string | null, event: string, opinion: string | null, details: unknown }> }, baseRule: { barMonthsAfterRemoval: { value: number } } };

export type SuspendBaseMutationVariables = Exact<{
  input: BaseStatusInput;
}>;


export type SuspendBaseMutation = { suspendAccreditation: { id: string, state: string } };

export type RestoreBaseMutationVariables = Exact<{
  input: BaseStatusInput;
}>;


export type RestoreBaseMutation = { restoreAccreditation: { id: string, state: string } };

export type RemoveBaseMutationVariables = Exact<{
  input: RemoveBaseInput;
}>;


export type RemoveBaseMutation = { removeAccreditation: { id: string, state: string } };

export type GrantRuleQueryVariables = Exact<{
  province?: string | null | undefined;
}>;


export type GrantRuleQuery = { baseRule: { version: string, plaqueExample: string, validityYears: { value: number, source: { zh: string, en: string } }, maxCapacityPerYear: { value: number }, trainingTypes: Array<{ code: string, label: { zh: string, en: string } }>, designationKinds: Array<{ code: string, label: { zh: string, en: string } }>, specialties: Array<{ code: string, label: { zh: string, en: string } }> } };

export type GrantCandidatesQueryVariables = Exact<{
  search: string;
}>;


export type GrantCandidatesQuery = { accreditationCandidates: Array<{ id: string, name: string, regionName: string | null, heldTypes: Array<string> }> };

export type GrantAccreditationMutationVariables = Exact<{
  input: GrantAccreditationInput;
}>;


export type GrantAccreditationMutation = { grantAccreditation: { id: string, plaqueNumber: string } };

export type AccessLogQueryVariables = Exact<{
  offset: number;
  limit: number;
  person?: string | null | undefined;
  actor?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type AccessLogQuery = { accessLog: { total: number, rows: Array<{ id: string, at: string, actorName: string, role: string, organisationName: string | null, person: string, citizenIdTail: string, act: string, purpose: string }> } };

export type BaseOverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type BaseOverviewQuery = { baseOverview: { institutionName: string, openClasses: number, runningClasses: number, toAdmit: number, waitlisted: number, inTraining: number, reasons: Array<{ code: string, message: string }>, standings: Array<{ accreditationId: string, state: string, plaqueNumber: string, validFrom: string, validTo: string, capacityPerYear: number, trainingTypeLabel: { zh: string, en: string }, specialtyLabels: Array<{ zh: string, en: string }>, years: Array<{ year: number, capacity: number, planned: number, taken: number, left: number, toPlan: number }> }> } };

export type BaseClassesQueryVariables = Exact<{
  offset: number;
  limit: number;
  search?: string | null | undefined;
  state?: string | null | undefined;
}>;


export type BaseClassesQuery = { trainingClasses: { total: number, rows: Array<{ id: string, code: string, title: string, state: string, takenOver: boolean, startsOn: string, endsOn: string, capacity: number, taken: number, waiting: number, programmeTitle: { zh: string, en: string } }> } };

export type BaseClassQueryVariables = Exact<{
  id: string;
  offset: number;
  limit: number;
  search?: string | null | undefined;
  state?: string | null | undefined;
}>;


export type BaseClassQuery = { trainingClass: { id: string, code: string, title: string, state: string, takenOver: boolean, baseName: string, regionName: string | null, ruleVersion: string, startsOn: string, endsOn: string, enrolOpensOn: string, enrolClosesOn: string, capacity: number, taken: number, waiting: number, toConfirm: number, note: string | null, mayCloseEnrolment: boolean, programmeTitle: { zh: string, en: string }, specialtyLabel: { zh: string, en: string } | null, yearCapacity: { year: number, capacity: number, taken: number, left: number }, capacitySource: { zh: string, en: string } | null, timeline: Array<{ id: string, at: string, actorName: string, role: string, organisationName: string | null, event: string, opinion: string | null }> }, classRoster: { total: number, counts: Array<{ state: string, count: number }>, rows: Array<{ id: string, personName: string, employerName: string | null, department: string | null, state: string, appliedAt: string, preferred: boolean }> } };

export type CloseClassEnrolmentMutationVariables = Exact<{
  id: string;
}>;


export type CloseClassEnrolmentMutation = { closeClassEnrolment: { id: string, state: string } };

export type AdmitEnrolmentMutationVariables = Exact<{
  input: OpinionInput;
}>;


export type AdmitEnrolmentMutation = { admitEnrolment: { id: string, state: string } };

export type AdmitOneMutationVariables = Exact<{
  input: OpinionInput;
}>;


export type AdmitOneMutation = { admitEnrolment: { id: string, state: string } };

export type RefuseEnrolmentMutationVariables = Exact<{
  input: EnrolmentReasonInput;
}>;


export type RefuseEnrolmentMutation = { refuseEnrolment: { id: string, state: string } };

export type ReturnByBaseMutationVariables = Exact<{
  input: EnrolmentReasonInput;
}>;


export type ReturnByBaseMutation = { returnEnrolment: { id: string, state: string } };

export type WaitlistEnrolmentMutationVariables = Exact<{
  input: EnrolmentReasonInput;
}>;


export type WaitlistEnrolmentMutation = { waitlistEnrolment: { id: string, state: string } };

export type OpenClassFormQueryVariables = Exact<{ [key: string]: never; }>;


export type OpenClassFormQuery = { baseOverview: { provinceCode: string, standings: Array<{ trainingType: string, specialties: Array<string>, capacityPerYear: number, validTo: string, specialtyLabels: Array<{ zh: string, en: string }>, years: Array<{ year: number, toPlan: number }> }> }, classRule: { takenOverMonths: number }, programmes: Array<{ id: string, provinceCode: string, trainingType: string, ruleVersion: string, source: string, title: { zh: string, en: string }, summary: { zh: string, en: string }, plan: { durationMonths: number, theoryHours: number, rotationWeeks: number, rotations: Array<{ code: string }> } }> };

export type OpenTrainingClassMutationVariables = Exact<{
  input: OpenTrainingClassInput;
}>;


export type OpenTrainingClassMutation = { openTrainingClass: { id: string, code: string } };

export type OpenClassesQueryVariables = Exact<{
  offset: number;
  limit: number;
}>;


export type OpenClassesQuery = { openClasses: { total: number, linked: boolean, rows: Array<{ eligible: boolean | null, preferred: boolean, class: { id: string, title: string, baseName: string, regionName: string | null, startsOn: string, endsOn: string, enrolClosesOn: string, capacity: number, taken: number, takenOver: boolean, programmeTitle: { zh: string, en: string } }, failed: Array<{ code: string, label: { zh: string, en: string } }>, enrolment: { id: string, state: string } | null }> } };

export type OpenClassQueryVariables = Exact<{
  id: string;
}>;


export type OpenClassQuery = { openClass: { employerName: string | null, class: { id: string, code: string, title: string, state: string, takenOver: boolean, baseName: string, regionName: string | null, ruleVersion: string, startsOn: string, endsOn: string, enrolOpensOn: string, enrolClosesOn: string, capacity: number, taken: number, note: string | null, programmeTitle: { zh: string, en: string }, specialtyLabel: { zh: string, en: string } | null }, eligibility: { eligible: boolean, day: string, checks: Array<{ code: string, passed: boolean, advisory: boolean, label: { zh: string, en: string }, found: { zh: string, en: string }, needed: { zh: string, en: string } }> } | null, obstacles: Array<{ code: string, message: string }>, enrolment: { id: string, state: string } | null, plan: { durationMonths: number, durationSource: string | null, theoryHours: number, theorySource: string | null, attendancePercent: number, rotationWeeks: number, rotationSource: string | null, areas: Array<{ code: string, hours: number, label: { zh: string, en: string } }>, rotations: Array<{ code: string, weeks: number, minLogbookCases: number | null, minDops: number | null, exitPassPercent: number, mustSee: Array<string>, mustDo: Array<string>, label: { zh: string, en: string } }> }, requirements: Array<{ code: string, kind: string, labelZh: string, labelEn: string, noteZh: string | null, noteEn: string | null, unit: string | null, minimum: string | null, source: string | null }> } };

export type ApplyToClassMutationVariables = Exact<{
  input: ApplyInput;
}>;


export type ApplyToClassMutation = { applyToClass: { id: string, state: string } };

export type ConfirmationsQueryVariables = Exact<{
  offset: number;
  limit: number;
  search?: string | null | undefined;
  state?: string | null | undefined;
}>;


export type ConfirmationsQuery = { confirmations: { total: number, pending: number, rows: Array<{ id: string, personName: string, department: string | null, state: string, appliedAt: string, classTitle: string, baseName: string, preferred: boolean }> } };

export type ConfirmEnrolmentMutationVariables = Exact<{
  input: OpinionInput;
}>;


export type ConfirmEnrolmentMutation = { confirmEnrolment: { id: string, state: string } };

export type ReturnEnrolmentMutationVariables = Exact<{
  input: EnrolmentReasonInput;
}>;


export type ReturnEnrolmentMutation = { returnEnrolment: { id: string, state: string } };

export type ConsortiaPageQueryVariables = Exact<{
  offset: number;
  limit: number;
}>;


export type ConsortiaPageQuery = { consortiaOfArea: { total: number, rows: Array<{ id: string, name: string, kind: string, regionName: string | null, leadName: string, members: number, startOn: string, endOn: string | null }> } };

export type ConsortiumPageQueryVariables = Exact<{
  id: string;
}>;


export type ConsortiumPageQuery = { consortium: { id: string, name: string, kind: string, regionName: string | null, leadInstitutionId: string, leadName: string, members: number, startOn: string, endOn: string | null, list: Array<{ id: string, institutionId: string, name: string, type: string, level: string, grade: string, startOn: string, endOn: string | null, endReason: string | null }>, steps: Array<{ id: string, at: string, actorName: string, role: string, event: string, opinion: string | null, details: unknown }> } };

export type WorkforceMembersQueryVariables = Exact<{
  regionCode: string;
  asOf: string;
  known?: string | null | undefined;
  category: string;
  column: string;
  search?: string | null | undefined;
  offset: number;
  limit: number;
}>;


export type WorkforceMembersQuery = { workforceMembers: { total: number, ruleVersion: string, rows: Array<{ personId: string, name: string, sex: string, regionCode: string, regionName: string | null, institutionName: string | null, bases: Array<string>, startOn: string, endOn: string | null, licenceLevel: number | null }> } };

export type MyImportsQueryVariables = Exact<{
  offset: number;
  limit: number;
}>;


export type MyImportsQuery = { registryImports: { total: number, rows: Array<{ id: string, kind: ImportKind, fileName: string, state: string, createdAt: string, absentEnded: number, counts: { total: number, faulty: number, toCreate: number, toUpdate: number, same: number, created: number, updated: number, unchanged: number, refused: number } }> } };

export type ImportCentreTemplateQueryVariables = Exact<{
  kind: ImportKind;
}>;


export type ImportCentreTemplateQuery = { importTemplate: string };

export type ImportPageQueryVariables = Exact<{
  id: string;
  offset: number;
  limit: number;
  filter?: ImportRowFilter | null | undefined;
}>;


export type ImportPageQuery = { registryImport: { id: string, kind: ImportKind, fileName: string, state: string, policy: ImportPolicy | null, createdAt: string, finishedAt: string | null, unknownColumns: Array<string>, fault: string | null, absentKnown: boolean, absentPolicy: string | null, absentOn: string | null, absentReason: string | null, absentEnded: number, stage: { state: string, total: number, done: number, failed: number, skipped: number } | null, write: { state: string, total: number, done: number, failed: number, skipped: number } | null, counts: { total: number, staged: number, faulty: number, toCreate: number, toUpdate: number, same: number, created: number, updated: number, unchanged: number, refused: number } }, registryImportAbsent: { total: number }, registryImportRows: { total: number, rows: Array<{ rowNo: number, state: string, effect: string | null, objectId: string | null, faults: Array<{ column: string | null, code: string, message: string }>, cells: Array<{ column: string, label: string, value: string, wrong: boolean, words: Array<string>, day: boolean }> }> } };

export type CancelRegistryImportMutationVariables = Exact<{
  id: string;
}>;


export type CancelRegistryImportMutation = { cancelImport: boolean };

export type OrderReturnedMutationVariables = Exact<{
  id: string;
}>;


export type OrderReturnedMutation = { orderReturnedList: string };

export type ImportOriginalLinkQueryVariables = Exact<{
  id: string;
}>;


export type ImportOriginalLinkQuery = { importOriginal: string };

export type ImportTemplateLinkQueryVariables = Exact<{
  kind: ImportKind;
}>;


export type ImportTemplateLinkQuery = { importTemplate: string };

export type StartRegistryImportMutationVariables = Exact<{
  input: StartImportInput;
}>;


export type StartRegistryImportMutation = { startImport: string };

export type InstitutionListQueryVariables = Exact<{
  offset: number;
  limit: number;
  filter?: InstitutionFilterInput | null | undefined;
}>;


export type InstitutionListQuery = { institutions: { total: number, rows: Array<{ id: string, name: string, regionName: string, type: string, level: string, grade: string, ownership: string, medical: boolean, closed: boolean, closedOn: string | null, staff: number, rehabPhysicians: number, therapists: number, units: Array<string>, designations: Array<string> }> } };

export type InstitutionPageQueryVariables = Exact<{
  id: string;
}>;


export type InstitutionPageQuery = { institution: { id: string, name: string, uscc: string | null, usccOverrideReason: string | null, type: string, level: string, grade: string, ownership: string, adminLevel: string, countyCode: string, regionName: string, medical: boolean, permitNo: string | null, openedOn: string, closedOn: string | null, closeReason: string | null, successorId: string | null, successorName: string | null, closed: boolean, staff: number, physicians: number, rehabPhysicians: number, therapists: number, filed: number, updatedAt: string, departments: Array<{ name: string | null, staff: number }> }, institutionPlaces: { mayEdit: boolean, mayKeepUnits: boolean, units: Array<{ id: string, kind: string, name: string, beds: number | null, startOn: string, endOn: string | null, endReason: string | null, current: boolean }>, designations: Array<{ id: string, kind: string, level: string | null, regionName: string | null, unitName: string | null, documentNo: string | null, startOn: string, endOn: string | null, endReason: string | null, current: boolean, mayEnd: boolean }>, consortia: Array<{ id: string, consortiumId: string, name: string, kind: string, lead: boolean, startOn: string, endOn: string | null, current: boolean }>, counties: Array<{ countyCode: string, countyName: string | null, startOn: string, endOn: string, reason: string }>, predecessors: Array<{ id: string, name: string, closedOn: string | null }>, steps: Array<{ id: string, at: string, actorName: string, role: string, event: string, opinion: string | null, details: unknown }> } };

export type MyEnrolmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyEnrolmentsQuery = { myEnrolments: Array<{ id: string, state: string, reason: string | null, appliedAt: string, classTitle: string, startsOn: string, endsOn: string, baseName: string, employerName: string | null, programmeTitle: { zh: string, en: string } }> };

export type MyEnrolmentQueryVariables = Exact<{
  id: string;
}>;


export type MyEnrolmentQuery = { enrolment: { id: string, state: string, reason: string | null, statement: string | null, ruleVersion: string, appliedAt: string, classId: string, classCode: string, classTitle: string, startsOn: string, endsOn: string, baseName: string, employerName: string | null, acts: Array<string>, startedAt: string | null, programmeTitle: { zh: string, en: string }, eligibility: { eligible: boolean, day: string, checks: Array<{ code: string, passed: boolean, advisory: boolean, label: { zh: string, en: string }, found: { zh: string, en: string }, needed: { zh: string, en: string } }> }, plan: { durationMonths: number, durationSource: string | null, theoryHours: number, theorySource: string | null, attendancePercent: number, rotationWeeks: number, rotationSource: string | null, areas: Array<{ code: string, hours: number, label: { zh: string, en: string } }>, rotations: Array<{ code: string, weeks: number, minLogbookCases: number | null, minDops: number | null, exitPassPercent: number, mustSee: Array<string>, mustDo: Array<string>, label: { zh: string, en: string } }> }, requirements: Array<{ code: string, kind: string, labelZh: string, labelEn: string, noteZh: string | null, noteEn: string | null, courseCode: string | null, paperCode: string | null, unit: string | null, minimum: string | null, maximum: string | null, maxAttempts: number | null, externalExaminer: boolean | null, source: string | null, value: string | null, onDay: string | null, met: boolean | null, attempts: number | null }>, timeline: Array<{ id: string, at: string, actorName: string, role: string, organisationName: string | null, event: string, opinion: string | null, details: unknown }> } };

export type WithdrawEnrolmentMutationVariables = Exact<{
  input: EnrolmentReasonInput;
}>;


export type WithdrawEnrolmentMutation = { withdrawEnrolment: { id: string, state: string } };

export type ResubmitEnrolmentMutationVariables = Exact<{
  input: ResubmitInput;
}>;


export type ResubmitEnrolmentMutation = { resubmitEnrolment: { id: string, state: string } };

export type PeopleListQueryVariables = Exact<{
  offset: number;
  limit: number;
  filter?: PeopleFilterInput | null | undefined;
  sort?: string | null | undefined;
  descending: boolean;
}>;


export type PeopleListQuery = { people: { total: number, rows: Array<{ id: string, name: string, citizenIdMasked: string, standing: string, institutionName: string | null, regionName: string, department: string | null, licenceLevel: string | null, category: string | null, scopes: Array<string>, suspended: boolean, title: string | null, therapist: boolean }> } };

export type DuplicateCandidatesQueryVariables = Exact<{
  offset: number;
  limit: number;
}>;


export type DuplicateCandidatesQuery = { duplicateCandidates: { total: number, rows: Array<{ id: string, rules: Array<string>, a: { id: string, name: string, sex: string, birthDate: string, citizenIdTail: string, institutionName: string | null, regionName: string }, b: { id: string, name: string, sex: string, birthDate: string, citizenIdTail: string, institutionName: string | null, regionName: string } }> } };

export type ComparePeopleQueryVariables = Exact<{
  a: string;
  b: string;
  purpose: string;
}>;


export type ComparePeopleQuery = { comparePeople: Array<{ id: string, name: string, sex: string, birthDate: string, citizenIdMasked: string, phoneMasked: string | null, diedOn: string | null, mergedIntoId: string | null, updatedAt: string, asOf: string, licences: Array<{ id: string, recordedAt: string, level: string, category: string, numberMasked: string | null, startOn: string, endOn: string | null, current: boolean, scopes: Array<{ id: string, recordedAt: string, scope: string, startOn: string, endOn: string | null, current: boolean }>, suspensions: Array<{ id: string, recordedAt: string, startOn: string, endOn: string | null, reason: string | null, current: boolean }> }>, qualifications: Array<{ id: string, recordedAt: string, subject: string, rank: string, obtainedOn: string }>, titles: Array<{ id: string, recordedAt: string, title: string, rank: string, qualifiedOn: string, appointedOn: string | null }>, residencies: Array<{ id: string, recordedAt: string, specialty: string, completedOn: string | null }>, certificates: Array<{ kind: string, number: string, issuedOn: string, validTo: string | null, revokedOn: string | null, cancelledOn: string | null, source: string }>, sites: Array<{ id: string, institutionId: string, institutionName: string, medical: boolean, role: string, department: string | null, post: string | null, startOn: string, endOn: string | null, endReason: string | null, recordedAt: string, current: boolean }>, educations: Array<{ id: string, recordedAt: string, level: string, school: string, major: string, graduatedOn: string }>, leaves: Array<{ id: string, recordedAt: string, kind: string, startOn: string, endOn: string | null, note: string | null, current: boolean }>, moves: Array<{ id: string, recordedAt: string, direction: string, provinceCode: string, movedOn: string, document: string | null }>, death: { id: string, diedOn: string } | null, withdrawn: Array<{ id: string, factType: string, set: string | null, label: string, startOn: string | null, endOn: string | null, recordedAt: string, voidedAt: string }> }> };

export type MergePeopleMutationVariables = Exact<{
  input: MergePeopleInput;
}>;


export type MergePeopleMutation = { mergePeople: { id: string } };

export type DismissDuplicateMutationVariables = Exact<{
  input: DismissDuplicateInput;
}>;


export type DismissDuplicateMutation = { dismissDuplicate: boolean };

export type PopulationBoardQueryVariables = Exact<{
  level?: string | null | undefined;
}>;


export type PopulationBoardQuery = { regionPopulations: Array<{ regionCode: string, regionName: string, regionNameEn: string, kind: string, figures: number, stale: boolean, used: { series: string, kind: string, referenceDate: string, publishedOn: string, persons: number, precision: number, source: string } | null }>, populationSeries: Array<{ code: string, kind: string, name: string | null, nameEn: string | null, latest: string | null }> };

export type RegionFiguresPageQueryVariables = Exact<{
  code: string;
}>;


export type RegionFiguresPageQuery = { regionFigures: { region: { code: string, name: string, nameEn: string, kind: string }, figures: Array<{ series: string, kind: string, referenceDate: string, publishedOn: string, persons: number, precision: number, source: string, used: boolean, superseded: boolean }> }, populationSeries: Array<{ code: string, kind: string, name: string | null, nameEn: string | null, latest: string | null }> };

export type AskCorrectionMutationVariables = Exact<{
  input: AskCorrectionInput;
}>;


export type AskCorrectionMutation = { askCorrection: { id: string, state: string } };

export type RegionTreePageQueryVariables = Exact<{ [key: string]: never; }>;


export type RegionTreePageQuery = { regionTree: Array<{ code: string, name: string, nameEn: string, kind: string, parentCode: string | null, validFrom: string, validTo: string | null, autonomous: boolean, successorCode: string | null, note: string | null, institutions: number }> };

export type ReportCitiesQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportCitiesQuery = { goalBoard: { rows: Array<{ code: string, name: string, nameEn: string }> } };

export type PublicBasesQueryVariables = Exact<{
  offset: number;
  limit: number;
  search?: string | null | undefined;
  province?: string | null | undefined;
  trainingType?: string | null | undefined;
}>;


export type PublicBasesQuery = { publicBases: { total: number, rows: Array<{ id: string, institutionName: string, cityName: string | null, regionName: string | null, capacityPerYear: number, plaqueNumber: string, validFrom: string, validTo: string, trainingTypeLabel: { zh: string, en: string }, designationKindLabel: { zh: string, en: string }, specialtyLabels: Array<{ zh: string, en: string }> }> }, baseRule: { version: string, title: { zh: string, en: string }, validityYears: { value: number, source: { zh: string, en: string } }, trainingTypes: Array<{ code: string, label: { zh: string, en: string } }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const MyExamPartsFragmentDoc = new TypedDocumentString(`
    fragment MyExamParts on MyExam {
  sessionId
  title
  phase
  opensAt
  closesAt
  admissionUntil
  durationMinutes
  graceSeconds
  passPercent
  questionCount
  totalPoints
  attemptsUsed
  attemptsAllowed
  openAttemptId
  canStart
  serverNow
  enrolmentId
  lateLimitMinutes
  paperTitle {
    zh
    en
  }
  programmeTitle {
    zh
    en
  }
  reasons {
    code
    message
  }
  ruleSources {
    path
    source
  }
  attempts {
    id
    number
    state
    submittedAt
    score
    passed
  }
}
    `, {"fragmentName":"MyExamParts"}) as unknown as TypedDocumentString<MyExamPartsFragment, unknown>;
export const SavePartsFragmentDoc = new TypedDocumentString(`
    fragment SaveParts on SaveState {
  ackSeq
  firstMissing
  serverNow
  deadline
  state
  late
  takenOver
}
    `, {"fragmentName":"SaveParts"}) as unknown as TypedDocumentString<SavePartsFragment, unknown>;
export const GoalFigurePartsFragmentDoc = new TypedDocumentString(`
    fragment GoalFigureParts on GoalFigure {
  target
  registered
  certified
  union
  required
  gap
  surplus
  rateShown
  status
}
    `, {"fragmentName":"GoalFigureParts"}) as unknown as TypedDocumentString<GoalFigurePartsFragment, unknown>;
export const GoalRowPartsFragmentDoc = new TypedDocumentString(`
    fragment GoalRowParts on GoalRow {
  code
  name
  nameEn
  kind
  population {
    status
    persons
    kind
    referenceDate
    publishedOn
    precision
  }
  physicians {
    ...GoalFigureParts
  }
  therapists {
    ...GoalFigureParts
  }
}
    fragment GoalFigureParts on GoalFigure {
  target
  registered
  certified
  union
  required
  gap
  surplus
  rateShown
  status
}`, {"fragmentName":"GoalRowParts"}) as unknown as TypedDocumentString<GoalRowPartsFragment, unknown>;
export const PlanPartsFragmentDoc = new TypedDocumentString(`
    fragment PlanParts on PolicyPlanInfo {
  code
  title {
    zh
    en
  }
  periodStart
  periodEnd
}
    `, {"fragmentName":"PlanParts"}) as unknown as TypedDocumentString<PlanPartsFragment, unknown>;
export const IndicatorPartsFragmentDoc = new TypedDocumentString(`
    fragment IndicatorParts on IndicatorSummary {
  key
  label {
    zh
    en
  }
  clause
  quote
  strength
  op
  value
  valueMax
  unit
  level
  each
  dueOn
  dueSource
  num
  den
  shown
  need
  gap
  status
  interim
  reference
  late
  unknown
  atDue {
    status
    shown
    gap
  }
  exempted
  warning {
    baseOn
    base
    behind
  }
}
    `, {"fragmentName":"IndicatorParts"}) as unknown as TypedDocumentString<IndicatorPartsFragment, unknown>;
export const StaffFileFragmentDoc = new TypedDocumentString(`
    fragment StaffFile on PersonRecord {
  acts
  mayMerge
  steps {
    id
    at
    actorName
    role
    organisationName
    event
    opinion
    details
  }
  merges {
    id
    duplicateId
    duplicateName
    duplicateTail
    survivorId
    survivorName
    mergedAt
    mergedByName
    reason
    undoneAt
    undoneByName
    undoReason
  }
}
    `, {"fragmentName":"StaffFile"}) as unknown as TypedDocumentString<StaffFileFragment, unknown>;
export const RecordFactsFragmentDoc = new TypedDocumentString(`
    fragment RecordFacts on PersonRecord {
  id
  name
  sex
  birthDate
  citizenIdMasked
  phoneMasked
  diedOn
  mergedIntoId
  updatedAt
  asOf
  licences {
    id
    recordedAt
    level
    category
    numberMasked
    startOn
    endOn
    current
    scopes {
      id
      recordedAt
      scope
      startOn
      endOn
      current
    }
    suspensions {
      id
      recordedAt
      startOn
      endOn
      reason
      current
    }
  }
  qualifications {
    id
    recordedAt
    subject
    rank
    obtainedOn
  }
  titles {
    id
    recordedAt
    title
    rank
    qualifiedOn
    appointedOn
  }
  residencies {
    id
    recordedAt
    specialty
    completedOn
  }
  certificates {
    kind
    number
    issuedOn
    validTo
    revokedOn
    cancelledOn
    source
  }
  sites {
    id
    institutionId
    institutionName
    medical
    role
    department
    post
    startOn
    endOn
    endReason
    recordedAt
    current
  }
  educations {
    id
    recordedAt
    level
    school
    major
    graduatedOn
  }
  leaves {
    id
    recordedAt
    kind
    startOn
    endOn
    note
    current
  }
  moves {
    id
    recordedAt
    direction
    provinceCode
    movedOn
    document
  }
  death {
    id
    diedOn
  }
  withdrawn {
    id
    factType
    set
    label
    startOn
    endOn
    recordedAt
    voidedAt
  }
}
    `, {"fragmentName":"RecordFacts"}) as unknown as TypedDocumentString<RecordFactsFragment, unknown>;
export const HomeFigureFragmentDoc = new TypedDocumentString(`
    fragment HomeFigure on GoalFigure {
  target
  union
  required
  gap
  rateShown
  status
}
    `, {"fragmentName":"HomeFigure"}) as unknown as TypedDocumentString<HomeFigureFragment, unknown>;
export const VerifiedFragmentDoc = new TypedDocumentString(`
    fragment Verified on VerifiedCertificate {
  state
  number
  holderMasked
  issuedOn
  validTo
  endedOn
  replacedByNumber
  specimen
  checkedAt
  title {
    zh
    en
  }
  issuer {
    zh
    en
  }
  statement {
    zh
    en
  }
  signature {
    signer
    signedAt
    fingerprint
    fileHash
  }
}
    `, {"fragmentName":"Verified"}) as unknown as TypedDocumentString<VerifiedFragment, unknown>;
export const MySecurityDocument = new TypedDocumentString(`
    query MySecurity {
  myAccount {
    loginName
    name
    phoneMasked
    passwordChangedAt
    passwordExpiresAt
    passwordExpiresSoon
    secondFactorSince
    secondFactorRequired
  }
  mySessions {
    id
    createdAt
    lastSeenAt
    ip
    userAgent
    current
  }
  mySignIns {
    id
    createdAt
    ip
    userAgent
    open
    current
  }
}
    `) as unknown as TypedDocumentString<MySecurityQuery, MySecurityQueryVariables>;
export const CreateAccountDocument = new TypedDocumentString(`
    mutation CreateAccount($input: NewAccountInput!) {
  createAccount(input: $input) {
    id
    passwordLink {
      link
      expiresAt
    }
  }
}
    `) as unknown as TypedDocumentString<CreateAccountMutation, CreateAccountMutationVariables>;
export const StartPasswordResetDocument = new TypedDocumentString(`
    mutation StartPasswordReset($id: String!) {
  startPasswordReset(id: $id) {
    link
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<StartPasswordResetMutation, StartPasswordResetMutationVariables>;
export const DisableAccountDocument = new TypedDocumentString(`
    mutation DisableAccount($id: String!, $reason: String!) {
  disableAccount(id: $id, reason: $reason)
}
    `) as unknown as TypedDocumentString<DisableAccountMutation, DisableAccountMutationVariables>;
export const EnableAccountDocument = new TypedDocumentString(`
    mutation EnableAccount($id: String!, $reason: String!) {
  enableAccount(id: $id, reason: $reason)
}
    `) as unknown as TypedDocumentString<EnableAccountMutation, EnableAccountMutationVariables>;
export const UnlockSignInDocument = new TypedDocumentString(`
    mutation UnlockSignIn($id: String!, $reason: String!) {
  unlockSignIn(id: $id, reason: $reason)
}
    `) as unknown as TypedDocumentString<UnlockSignInMutation, UnlockSignInMutationVariables>;
export const ResetSecondFactorDocument = new TypedDocumentString(`
    mutation ResetSecondFactor($id: String!, $reason: String!) {
  resetSecondFactor(id: $id, reason: $reason)
}
    `) as unknown as TypedDocumentString<ResetSecondFactorMutation, ResetSecondFactorMutationVariables>;
export const EndGrantDocument = new TypedDocumentString(`
    mutation EndGrant($id: String!, $reason: String!) {
  endGrant(id: $id, reason: $reason)
}
    `) as unknown as TypedDocumentString<EndGrantMutation, EndGrantMutationVariables>;
export const ProposeGrantDocument = new TypedDocumentString(`
    mutation ProposeGrant($input: NewGrantInput!) {
  proposeGrant(input: $input)
}
    `) as unknown as TypedDocumentString<ProposeGrantMutation, ProposeGrantMutationVariables>;
export const DecideGrantDocument = new TypedDocumentString(`
    mutation DecideGrant($id: String!, $approve: Boolean!, $opinion: String!) {
  decideGrant(id: $id, approve: $approve, opinion: $opinion)
}
    `) as unknown as TypedDocumentString<DecideGrantMutation, DecideGrantMutationVariables>;
export const GrantHistoryDocument = new TypedDocumentString(`
    query GrantHistory($id: String!) {
  roleGrantTimeline(id: $id) {
    id
    at
    actorName
    role
    event
    opinion
  }
}
    `) as unknown as TypedDocumentString<GrantHistoryQuery, GrantHistoryQueryVariables>;
export const RoleReachDocument = new TypedDocumentString(`
    query RoleReach($role: String!, $search: String) {
  roleReachOptions(role: $role, search: $search) {
    id
    name
    under
  }
}
    `) as unknown as TypedDocumentString<RoleReachQuery, RoleReachQueryVariables>;
export const CheckAuditChainDocument = new TypedDocumentString(`
    mutation CheckAuditChain {
  checkAuditChain
}
    `) as unknown as TypedDocumentString<CheckAuditChainMutation, CheckAuditChainMutationVariables>;
export const ExportAuditEntriesDocument = new TypedDocumentString(`
    mutation ExportAuditEntries($filter: AuditFilterInput) {
  exportAuditEntries(filter: $filter)
}
    `) as unknown as TypedDocumentString<ExportAuditEntriesMutation, ExportAuditEntriesMutationVariables>;
export const WatchWorkJobDocument = new TypedDocumentString(`
    query WatchWorkJob($id: String!) {
  workJob(id: $id) {
    state
    result
    error
  }
}
    `) as unknown as TypedDocumentString<WatchWorkJobQuery, WatchWorkJobQueryVariables>;
export const CancelJobDocument = new TypedDocumentString(`
    mutation CancelJob($id: String!) {
  cancelJob(id: $id)
}
    `) as unknown as TypedDocumentString<CancelJobMutation, CancelJobMutationVariables>;
export const RedriveJobDocument = new TypedDocumentString(`
    mutation RedriveJob($outboxId: String!, $handler: String) {
  redriveJob(outboxId: $outboxId, handler: $handler)
}
    `) as unknown as TypedDocumentString<RedriveJobMutation, RedriveJobMutationVariables>;
export const RedriveAllJobsDocument = new TypedDocumentString(`
    mutation RedriveAllJobs {
  redriveAllJobs
}
    `) as unknown as TypedDocumentString<RedriveAllJobsMutation, RedriveAllJobsMutationVariables>;
export const DismissJobDocument = new TypedDocumentString(`
    mutation DismissJob($outboxId: String!, $handler: String, $reason: String!) {
  dismissJob(outboxId: $outboxId, handler: $handler, reason: $reason)
}
    `) as unknown as TypedDocumentString<DismissJobMutation, DismissJobMutationVariables>;
export const AccountListDocument = new TypedDocumentString(`
    query AccountList($offset: Int!, $limit: Int!, $search: String, $state: AccountStateFilter, $role: String) {
  accounts(
    offset: $offset
    limit: $limit
    search: $search
    state: $state
    role: $role
  ) {
    total
    rows {
      id
      loginName
      name
      phoneMasked
      hasPassword
      secondFactor
      disabledAt
      lastSignInAt
      lockedUntil
      grants {
        id
        role
        scopeName
        state
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AccountListQuery, AccountListQueryVariables>;
export const AccountDetailDocument = new TypedDocumentString(`
    query AccountDetail($id: String!) {
  account(id: $id) {
    id
    loginName
    name
    phoneMasked
    linkedToPerson
    hasPassword
    secondFactor
    disabledAt
    createdAt
    lastSignInAt
    lockedUntil
    grants {
      id
      role
      scopeName
      state
      startsOn
      endsOn
      reason
      createdAt
    }
    timeline {
      id
      at
      actorName
      role
      event
      opinion
    }
  }
}
    `) as unknown as TypedDocumentString<AccountDetailQuery, AccountDetailQueryVariables>;
export const GrantListDocument = new TypedDocumentString(`
    query GrantList($offset: Int!, $limit: Int!, $search: String, $state: GrantState) {
  roleGrants(offset: $offset, limit: $limit, search: $search, state: $state) {
    total
    rows {
      id
      accountId
      accountName
      loginName
      role
      scopeName
      state
      startsOn
      endsOn
      reason
      proposedBy
      proposedByName
      decidedByName
      decidedAt
      createdAt
    }
  }
}
    `) as unknown as TypedDocumentString<GrantListQuery, GrantListQueryVariables>;
export const AuditListDocument = new TypedDocumentString(`
    query AuditList($offset: Int!, $limit: Int!, $filter: AuditFilterInput) {
  auditEntries(offset: $offset, limit: $limit, filter: $filter) {
    total
    capped
    rows {
      id
      at
      actorName
      role
      action
      objectType
      objectId
      reason
      details
      ip
      requestId
      seq
    }
  }
}
    `) as unknown as TypedDocumentString<AuditListQuery, AuditListQueryVariables>;
export const MyWorkJobsDocument = new TypedDocumentString(`
    query MyWorkJobs($offset: Int!, $limit: Int!) {
  workJobs(offset: $offset, limit: $limit) {
    total
    rows {
      id
      kind
      title
      state
      total
      done
      failed
      skipped
      percent
      cancelRequested
      cancellable
      result
      resultLink
      resultName
      error
      createdAt
      startedAt
      finishedAt
    }
  }
}
    `) as unknown as TypedDocumentString<MyWorkJobsQuery, MyWorkJobsQueryVariables>;
export const FailedWorkListDocument = new TypedDocumentString(`
    query FailedWorkList($offset: Int!, $limit: Int!, $state: FailedWorkState) {
  failedJobs(offset: $offset, limit: $limit, state: $state) {
    total
    rows {
      outboxId
      handler
      name
      state
      attempts
      error
      requestId
      updatedAt
    }
  }
  systemStatus {
    at
    waiting
    oldestWaitingSeconds
    parked
    auditUnchained
    deliveries {
      state
      count
    }
    schedules {
      name
      lastRunAt
    }
  }
}
    `) as unknown as TypedDocumentString<FailedWorkListQuery, FailedWorkListQueryVariables>;
export const MyCertificatesDocument = new TypedDocumentString(`
    query MyCertificates {
  myCertificates {
    id
    number
    kind
    state
    issuedOn
    validTo
    specimen
    title {
      zh
      en
    }
    programmeTitle {
      zh
      en
    }
    baseName
  }
}
    `) as unknown as TypedDocumentString<MyCertificatesQuery, MyCertificatesQueryVariables>;
export const CertificateDetailDocument = new TypedDocumentString(`
    query CertificateDetail($id: String!) {
  certificate(id: $id) {
    id
    number
    state
    kind
    holderName
    issuedOn
    validTo
    endedOn
    specimen
    verifyUrl
    qrSvg
    citizenIdMasked
    baseName
    employerName
    classTitle
    classStartOn
    classEndOn
    signedByName
    issuedAt
    ruleVersion
    replacedByNumber
    title {
      zh
      en
    }
    issuer {
      zh
      en
    }
    programmeTitle {
      zh
      en
    }
    statement {
      zh
      en
    }
    pdf {
      state
      size
      renderedAt
      error
    }
    history {
      id
      at
      actorName
      role
      organisationName
      event
      fromState
      toState
      opinion
    }
    requests {
      id
      state
      action
      ground
      effectiveOn
      reason
      holderNotifiedOn
      holderAnswer
      requestedByName
      requestedAt
      mine
      decidedByName
      decidedAt
      opinion
    }
  }
}
    `) as unknown as TypedDocumentString<CertificateDetailQuery, CertificateDetailQueryVariables>;
export const CertificatePdfLinkDocument = new TypedDocumentString(`
    query CertificatePdfLink($id: String!) {
  certificatePdfLink(id: $id)
}
    `) as unknown as TypedDocumentString<CertificatePdfLinkQuery, CertificatePdfLinkQueryVariables>;
export const EligibleForCertificateDocument = new TypedDocumentString(`
    query EligibleForCertificate($offset: Int!, $limit: Int!, $search: String) {
  eligibleForCertificate(offset: $offset, limit: $limit, search: $search) {
    total
    rows {
      enrolmentId
      personName
      citizenIdTail
      employerName
      baseName
      classTitle
      decidedAt
      ruleVersion
      programmeTitle {
        zh
        en
      }
      conflict {
        code
        message
      }
      checks {
        code
        passed
        label {
          zh
          en
        }
        found {
          zh
          en
        }
        needed {
          zh
          en
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EligibleForCertificateQuery, EligibleForCertificateQueryVariables>;
export const EligibleIdsDocument = new TypedDocumentString(`
    query EligibleIds($offset: Int!, $limit: Int!, $search: String) {
  eligibleForCertificate(offset: $offset, limit: $limit, search: $search) {
    total
    rows {
      enrolmentId
      conflict {
        code
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EligibleIdsQuery, EligibleIdsQueryVariables>;
export const IssuedCertificatesDocument = new TypedDocumentString(`
    query IssuedCertificates($offset: Int!, $limit: Int!, $search: String, $state: CertificateStateFilter) {
  certificates(offset: $offset, limit: $limit, search: $search, state: $state) {
    total
    rows {
      id
      number
      holderName
      state
      issuedOn
      baseName
      employerName
      programmeTitle {
        zh
        en
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IssuedCertificatesQuery, IssuedCertificatesQueryVariables>;
export const SignIssuingDocument = new TypedDocumentString(`
    mutation SignIssuing($enrolmentIds: [String!]!) {
  signIssuing(enrolmentIds: $enrolmentIds) {
    jobId
    count
  }
}
    `) as unknown as TypedDocumentString<SignIssuingMutation, SignIssuingMutationVariables>;
export const IssuingDocument = new TypedDocumentString(`
    query Issuing($jobId: String!) {
  issuing(jobId: $jobId) {
    state
    total
    issued
    refused
    waiting
    already
    cancelled
    cancellable
    createdAt
    finishedAt
    passedOver {
      enrolmentId
      personName
      state
      reasons {
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IssuingQuery, IssuingQueryVariables>;
export const RequestCertificateEndDocument = new TypedDocumentString(`
    mutation RequestCertificateEnd($input: RequestCertificateEndInput!) {
  requestCertificateEnd(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<RequestCertificateEndMutation, RequestCertificateEndMutationVariables>;
export const ConfirmCertificateEndDocument = new TypedDocumentString(`
    mutation ConfirmCertificateEnd($input: DecideCertificateEndInput!) {
  confirmCertificateEnd(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<ConfirmCertificateEndMutation, ConfirmCertificateEndMutationVariables>;
export const RefuseCertificateEndDocument = new TypedDocumentString(`
    mutation RefuseCertificateEnd($input: RefuseCertificateEndInput!) {
  refuseCertificateEnd(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<RefuseCertificateEndMutation, RefuseCertificateEndMutationVariables>;
export const WithdrawCertificateEndDocument = new TypedDocumentString(`
    mutation WithdrawCertificateEnd($requestId: String!) {
  withdrawCertificateEnd(requestId: $requestId) {
    id
  }
}
    `) as unknown as TypedDocumentString<WithdrawCertificateEndMutation, WithdrawCertificateEndMutationVariables>;
export const RequestCertificateCancellationDocument = new TypedDocumentString(`
    mutation RequestCertificateCancellation($input: RequestCancellationInput!) {
  requestCertificateCancellation(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<RequestCertificateCancellationMutation, RequestCertificateCancellationMutationVariables>;
export const OpenCertificateCasesDocument = new TypedDocumentString(`
    query OpenCertificateCases {
  openCertificateEndRequests {
    id
    certificateId
    number
    holderName
    action
    ground
    effectiveOn
    reason
    requestedByName
    requestedAt
    mine
  }
  openIssueHolds {
    id
    enrolmentId
    personName
    classTitle
    baseName
    reason
    openedOn
    openedByName
  }
}
    `) as unknown as TypedDocumentString<OpenCertificateCasesQuery, OpenCertificateCasesQueryVariables>;
export const HoldCertificateIssueDocument = new TypedDocumentString(`
    mutation HoldCertificateIssue($input: HoldIssueInput!) {
  holdCertificateIssue(input: $input) {
    enrolmentId
  }
}
    `) as unknown as TypedDocumentString<HoldCertificateIssueMutation, HoldCertificateIssueMutationVariables>;
export const LiftCertificateHoldDocument = new TypedDocumentString(`
    mutation LiftCertificateHold($input: HoldIssueInput!) {
  liftCertificateHold(input: $input) {
    enrolmentId
  }
}
    `) as unknown as TypedDocumentString<LiftCertificateHoldMutation, LiftCertificateHoldMutationVariables>;
export const CancelIssuingDocument = new TypedDocumentString(`
    mutation CancelIssuing($id: String!) {
  cancelJob(id: $id)
}
    `) as unknown as TypedDocumentString<CancelIssuingMutation, CancelIssuingMutationVariables>;
export const RecordAttestationDocument = new TypedDocumentString(`
    mutation RecordAttestation($input: AttestationInput!) {
  recordAttestation(input: $input) {
    id
    value
    met
  }
}
    `) as unknown as TypedDocumentString<RecordAttestationMutation, RecordAttestationMutationVariables>;
export const ExaminerOrganisationsDocument = new TypedDocumentString(`
    query ExaminerOrganisations($search: String!) {
  examinerOrganisations(search: $search) {
    id
    name
    regionName
  }
}
    `) as unknown as TypedDocumentString<ExaminerOrganisationsQuery, ExaminerOrganisationsQueryVariables>;
export const EnrolmentForOfficeDocument = new TypedDocumentString(`
    query EnrolmentForOffice($id: String!) {
  enrolment(id: $id) {
    id
    personName
    sex
    citizenIdMasked
    state
    reason
    statement
    ruleVersion
    appliedAt
    confirmedAt
    admittedAt
    classId
    classCode
    classTitle
    startsOn
    endsOn
    baseName
    employerName
    department
    preferred
    acts
    ownApplication
    programmeTitle {
      zh
      en
    }
    eligibility {
      eligible
      day
      checks {
        code
        passed
        advisory
        label {
          zh
          en
        }
        found {
          zh
          en
        }
        needed {
          zh
          en
        }
      }
    }
    requirements {
      code
      kind
      labelZh
      labelEn
      noteZh
      noteEn
      unit
      minimum
      maximum
      maxAttempts
      externalExaminer
      source
      value
      onDay
      met
      attempts
      entries {
        id
        seq
        kind
        value
        onDay
        examinerName
        fileName
        fileUrl
        remark
        reason
        recordedByName
        recordedAt
      }
    }
    timeline {
      id
      at
      actorName
      role
      organisationName
      event
      opinion
      details
    }
  }
}
    `) as unknown as TypedDocumentString<EnrolmentForOfficeQuery, EnrolmentForOfficeQueryVariables>;
export const EnrolmentDecisionDocument = new TypedDocumentString(`
    query EnrolmentDecision($id: String!) {
  completionDecision(enrolmentId: $id) {
    checks {
      requirementCode
      passed
      found {
        zh
        en
      }
      needed {
        zh
        en
      }
      details {
        zh
        en
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EnrolmentDecisionQuery, EnrolmentDecisionQueryVariables>;
export const CountingExplanationDocument = new TypedDocumentString(`
    query CountingExplanation($personId: String!, $day: String!, $known: String) {
  countingExplanation(personId: $personId, day: $day, known: $known) {
    counted
    category
    bases
    startOn
    endOn
    site {
      institutionName
      regionCode
      medical
      startOn
    }
    againstPhysician {
      code
    }
    againstTherapist {
      code
    }
    basesHeld {
      basis
      startOn
      endOn
    }
    ruleVersion
  }
}
    `) as unknown as TypedDocumentString<CountingExplanationQuery, CountingExplanationQueryVariables>;
export const TallySnapshotsDocument = new TypedDocumentString(`
    query TallySnapshots($offset: Int!, $limit: Int!) {
  tallySnapshots(offset: $offset, limit: $limit) {
    total
    rows {
      id
      title
      regionCode
      regionName
      regionNameEn
      asOf
      knownAt
      ruleVersion
      hash
      members
      takenByName
      takenAt
    }
  }
  countingCheck {
    state
    finishedAt
    persons
    counties
    differences
  }
}
    `) as unknown as TypedDocumentString<TallySnapshotsQuery, TallySnapshotsQueryVariables>;
export const TallySnapshotDocument = new TypedDocumentString(`
    query TallySnapshot($id: String!) {
  tallySnapshot(id: $id) {
    id
    title
    regionCode
    regionName
    regionNameEn
    asOf
    knownAt
    ruleVersion
    ruleName {
      zh
      en
    }
    ruleSummary {
      zh
      en
    }
    ruleSource
    populationPolicyVersion
    hash
    members
    takenByName
    takenAt
    figures {
      regionCode
      regionName
      regionNameEn
      category
      registered
      certified
      union
      population
      populationReferenceDate
    }
    restatements {
      id
      knownAt
      figures
      people
      madeByName
      madeAt
    }
  }
}
    `) as unknown as TypedDocumentString<TallySnapshotQuery, TallySnapshotQueryVariables>;
export const TallySnapshotMembersDocument = new TypedDocumentString(`
    query TallySnapshotMembers($id: String!, $regionCode: String!, $category: String!, $column: String!, $search: String, $offset: Int!, $limit: Int!) {
  tallySnapshotMembers(
    id: $id
    regionCode: $regionCode
    category: $category
    column: $column
    search: $search
    offset: $offset
    limit: $limit
  ) {
    total
    rows {
      personId
      name
      sex
      countyCode
      regionName
      bases
    }
  }
  tallySnapshot(id: $id) {
    title
    asOf
    figures {
      regionCode
      regionName
      regionNameEn
    }
  }
}
    `) as unknown as TypedDocumentString<TallySnapshotMembersQuery, TallySnapshotMembersQueryVariables>;
export const TallyRestatementDocument = new TypedDocumentString(`
    query TallyRestatement($id: String!, $offset: Int!, $limit: Int!) {
  tallyRestatement(id: $id, offset: $offset, limit: $limit) {
    id
    snapshotId
    snapshotTitle
    asOf
    knownAt
    figures
    people
    madeByName
    madeAt
    lines {
      regionCode
      regionName
      regionNameEn
      category
      change
      before {
        registered
        certified
        union
      }
      after {
        registered
        certified
        union
      }
    }
    persons {
      total
      rows {
        personId
        name
        oldCategory
        newCategory
        oldPlace {
          code
          regionName
          regionNameEn
        }
        newPlace {
          code
          regionName
          regionNameEn
        }
        reasons {
          fact
          what
          day
          recordedAt
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TallyRestatementQuery, TallyRestatementQueryVariables>;
export const TakeTallySnapshotDocument = new TypedDocumentString(`
    mutation TakeTallySnapshot($input: TakeTallySnapshotInput!) {
  takeTallySnapshot(input: $input) {
    id
    hash
  }
}
    `) as unknown as TypedDocumentString<TakeTallySnapshotMutation, TakeTallySnapshotMutationVariables>;
export const RestateTallySnapshotDocument = new TypedDocumentString(`
    mutation RestateTallySnapshot($id: String!) {
  restateTallySnapshot(id: $id) {
    id
    figures
    people
  }
}
    `) as unknown as TypedDocumentString<RestateTallySnapshotMutation, RestateTallySnapshotMutationVariables>;
export const MyExamsDocument = new TypedDocumentString(`
    query MyExams {
  myExams {
    ...MyExamParts
  }
}
    fragment MyExamParts on MyExam {
  sessionId
  title
  phase
  opensAt
  closesAt
  admissionUntil
  durationMinutes
  graceSeconds
  passPercent
  questionCount
  totalPoints
  attemptsUsed
  attemptsAllowed
  openAttemptId
  canStart
  serverNow
  enrolmentId
  lateLimitMinutes
  paperTitle {
    zh
    en
  }
  programmeTitle {
    zh
    en
  }
  reasons {
    code
    message
  }
  ruleSources {
    path
    source
  }
  attempts {
    id
    number
    state
    submittedAt
    score
    passed
  }
}`) as unknown as TypedDocumentString<MyExamsQuery, MyExamsQueryVariables>;
export const MyExamDocument = new TypedDocumentString(`
    query MyExam($sessionId: String!) {
  myExam(sessionId: $sessionId) {
    ...MyExamParts
  }
}
    fragment MyExamParts on MyExam {
  sessionId
  title
  phase
  opensAt
  closesAt
  admissionUntil
  durationMinutes
  graceSeconds
  passPercent
  questionCount
  totalPoints
  attemptsUsed
  attemptsAllowed
  openAttemptId
  canStart
  serverNow
  enrolmentId
  lateLimitMinutes
  paperTitle {
    zh
    en
  }
  programmeTitle {
    zh
    en
  }
  reasons {
    code
    message
  }
  ruleSources {
    path
    source
  }
  attempts {
    id
    number
    state
    submittedAt
    score
    passed
  }
}`) as unknown as TypedDocumentString<MyExamQuery, MyExamQueryVariables>;
export const ExamServerTimeDocument = new TypedDocumentString(`
    query ExamServerTime($sessionId: String!) {
  myExam(sessionId: $sessionId) {
    sessionId
    serverNow
  }
}
    `) as unknown as TypedDocumentString<ExamServerTimeQuery, ExamServerTimeQueryVariables>;
export const MyExamResultsDocument = new TypedDocumentString(`
    query MyExamResults {
  myExamResults {
    attemptId
    title
    paperTitle {
      zh
      en
    }
    number
    state
    submittedAt
    score
    maxScore
    percent
    passPercent
    passed
    gradedAt
    areas {
      code
      score
      max
      label {
        zh
        en
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MyExamResultsQuery, MyExamResultsQueryVariables>;
export const StartAttemptDocument = new TypedDocumentString(`
    mutation StartAttempt($sessionId: String!, $device: String!, $takeOver: Boolean!) {
  startAttempt(sessionId: $sessionId, device: $device, takeOver: $takeOver) {
    attemptId
  }
}
    `) as unknown as TypedDocumentString<StartAttemptMutation, StartAttemptMutationVariables>;
export const ResumeAttemptDocument = new TypedDocumentString(`
    mutation ResumeAttempt($attemptId: String!, $device: String!, $takeOver: Boolean!) {
  resumeAttempt(attemptId: $attemptId, device: $device, takeOver: $takeOver) {
    attemptId
    sessionId
    title
    epoch
    epochOpenedAt
    ackSeq
    maxSeq
    late
    takenOver
    state
    serverNow
    deadline
    graceSeconds
    questionCount
    totalPoints
    notice {
      zh
      en
    }
    sections {
      code
      type
      title {
        zh
        en
      }
      instruction {
        zh
        en
      }
      blocks {
        groupId
        stem
        questions {
          id
          number
          stem
          options
          multiple
          points
        }
      }
    }
    answers {
      questionId
      value
    }
    messages {
      id
      body
      sentByName
      sentAt
    }
  }
}
    `) as unknown as TypedDocumentString<ResumeAttemptMutation, ResumeAttemptMutationVariables>;
export const RecordAnswersDocument = new TypedDocumentString(`
    mutation RecordAnswers($input: RecordAnswersInput!) {
  recordAnswers(input: $input) {
    ...SaveParts
  }
}
    fragment SaveParts on SaveState {
  ackSeq
  firstMissing
  serverNow
  deadline
  state
  late
  takenOver
}`) as unknown as TypedDocumentString<RecordAnswersMutation, RecordAnswersMutationVariables>;
export const AttemptHeartbeatDocument = new TypedDocumentString(`
    mutation AttemptHeartbeat($input: HeartbeatInputType!) {
  attemptHeartbeat(input: $input) {
    ackSeq
    firstMissing
    serverNow
    deadline
    state
    late
    takenOver
    extraMinutes
    messages {
      id
      body
      sentByName
      sentAt
    }
  }
}
    `) as unknown as TypedDocumentString<AttemptHeartbeatMutation, AttemptHeartbeatMutationVariables>;
export const SubmitAttemptDocument = new TypedDocumentString(`
    mutation SubmitAttempt($input: SubmitAttemptInput!) {
  submitAttempt(input: $input) {
    submitted
    missing
    receipt {
      attemptId
      answersHash
      count
      submittedAt
      mac
    }
    save {
      ...SaveParts
    }
  }
}
    fragment SaveParts on SaveState {
  ackSeq
  firstMissing
  serverNow
  deadline
  state
  late
  takenOver
}`) as unknown as TypedDocumentString<SubmitAttemptMutation, SubmitAttemptMutationVariables>;
export const AttemptReceiptDocument = new TypedDocumentString(`
    query AttemptReceipt($attemptId: String!) {
  attemptReceipt(attemptId: $attemptId) {
    attemptId
    title
    state
    handedInBy
    incomplete
    questionCount
    late
    startedAt
    receipt {
      answersHash
      count
      submittedAt
      mac
    }
    sheet {
      number
      questionId
      value
    }
  }
}
    `) as unknown as TypedDocumentString<AttemptReceiptQuery, AttemptReceiptQueryVariables>;
export const ExamSessionsDocument = new TypedDocumentString(`
    query ExamSessions($offset: Int!, $limit: Int!, $search: String) {
  examSessions(offset: $offset, limit: $limit, search: $search) {
    total
    rows {
      id
      title
      phase
      opensAt
      closesAt
      paperTitle {
        zh
        en
      }
      started
      open
      marked
      passed
    }
  }
  examPapers {
    id
    paperCode
    title {
      zh
      en
    }
    questionCount
    totalPoints
    durationMinutes
    passPercent
    lateLimitMinutes
    graceSeconds
    version
    source
  }
}
    `) as unknown as TypedDocumentString<ExamSessionsQuery, ExamSessionsQueryVariables>;
export const ScheduleExamDocument = new TypedDocumentString(`
    mutation ScheduleExam($input: ScheduleExamInput!) {
  scheduleExam(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<ScheduleExamMutation, ScheduleExamMutationVariables>;
export const ExamSessionDocument = new TypedDocumentString(`
    query ExamSession($id: String!, $offset: Int!, $limit: Int!) {
  examSession(id: $id) {
    id
    title
    phase
    paperCode
    paperVersion
    opensAt
    closesAt
    durationMinutes
    lateLimitMinutes
    graceSeconds
    maxAttempts
    passPercent
    questionCount
    totalPoints
    started
    open
    marked
    passed
    paperTitle {
      zh
      en
    }
    ruleSources {
      path
      source
    }
  }
  examSessionSteps(id: $id) {
    id
    at
    actorName
    role
    event
    opinion
  }
  examCandidates(sessionId: $id, offset: $offset, limit: $limit) {
    total
    rows {
      attemptId
      enrolmentId
      personName
      number
      state
      startedAt
      deadline
      extraMinutes
      submittedAt
      epoch
      ackSeq
      maxSeq
      late
      answered
      hiddenCount
      lastSeenAt
      online
      score
      passed
    }
  }
}
    `) as unknown as TypedDocumentString<ExamSessionQuery, ExamSessionQueryVariables>;
export const AttemptTrailDocument = new TypedDocumentString(`
    query AttemptTrail($attemptId: String!) {
  attemptTrail(attemptId: $attemptId) {
    attemptId
    personName
    state
    steps {
      id
      at
      actorName
      role
      event
      opinion
      details
    }
    epochs {
      epoch
      openedAt
      lastSeenAt
      ackSeq
      maxSeq
      uncounted
      userAgent
    }
    signals {
      id
      epoch
      kind
      at
      seconds
    }
  }
}
    `) as unknown as TypedDocumentString<AttemptTrailQuery, AttemptTrailQueryVariables>;
export const CancelExamDocument = new TypedDocumentString(`
    mutation CancelExam($input: CancelExamInput!) {
  cancelExam(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CancelExamMutation, CancelExamMutationVariables>;
export const GrantExtraTimeDocument = new TypedDocumentString(`
    mutation GrantExtraTime($input: GrantExtraTimeInput!) {
  grantExtraTime(input: $input) {
    extraMinutes
    deadline
  }
}
    `) as unknown as TypedDocumentString<GrantExtraTimeMutation, GrantExtraTimeMutationVariables>;
export const SendExamMessageDocument = new TypedDocumentString(`
    mutation SendExamMessage($input: SendExamMessageInput!) {
  sendExamMessage(input: $input)
}
    `) as unknown as TypedDocumentString<SendExamMessageMutation, SendExamMessageMutationVariables>;
export const VoidAttemptDocument = new TypedDocumentString(`
    mutation VoidAttempt($input: VoidAttemptInput!) {
  voidAttempt(input: $input)
}
    `) as unknown as TypedDocumentString<VoidAttemptMutation, VoidAttemptMutationVariables>;
export const ExportListDocument = new TypedDocumentString(`
    mutation ExportList($input: ExportListInput!) {
  exportList(input: $input)
}
    `) as unknown as TypedDocumentString<ExportListMutation, ExportListMutationVariables>;
export const ExportJobDocument = new TypedDocumentString(`
    query ExportJob($id: String!) {
  workJob(id: $id) {
    state
    total
    done
    error
    resultLink
  }
}
    `) as unknown as TypedDocumentString<ExportJobQuery, ExportJobQueryVariables>;
export const CancelExportDocument = new TypedDocumentString(`
    mutation CancelExport($id: String!) {
  cancelJob(id: $id)
}
    `) as unknown as TypedDocumentString<CancelExportMutation, CancelExportMutationVariables>;
export const PublicProvincesDocument = new TypedDocumentString(`
    query PublicProvinces {
  publicProvinces {
    code
    name {
      zh
      en
    }
  }
}
    `) as unknown as TypedDocumentString<PublicProvincesQuery, PublicProvincesQueryVariables>;
export const PublicFiguresDocument = new TypedDocumentString(`
    query PublicFigures($province: String!) {
  publicFigures(province: $province) {
    provinceCode
    title
    asOf
    publishedAt
    ruleVersion
    ruleName {
      zh
      en
    }
    ruleSummary {
      zh
      en
    }
    ruleSource
    suppressBelow
    hash
    planTitle {
      zh
      en
    }
    goals {
      category
      value
      dueOn
      quote
    }
    regions {
      code
      name {
        zh
        en
      }
      kind
      parentCode
      population
      populationDate
      counts {
        category
        count
        rateShown
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PublicFiguresQuery, PublicFiguresQueryVariables>;
export const SnapshotPublicationsDocument = new TypedDocumentString(`
    query SnapshotPublications($snapshotId: String!) {
  snapshotPublications(snapshotId: $snapshotId) {
    id
    suppressBelow
    reason
    publishedByName
    publishedAt
    withdrawnAt
    withdrawReason
  }
}
    `) as unknown as TypedDocumentString<SnapshotPublicationsQuery, SnapshotPublicationsQueryVariables>;
export const PublishFiguresDocument = new TypedDocumentString(`
    mutation PublishFigures($input: PublishFiguresInput!) {
  publishFigures(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<PublishFiguresMutation, PublishFiguresMutationVariables>;
export const WithdrawFiguresDocument = new TypedDocumentString(`
    mutation WithdrawFigures($input: EndRecordInput!) {
  withdrawFigures(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<WithdrawFiguresMutation, WithdrawFiguresMutationVariables>;
export const GoalBoardDocument = new TypedDocumentString(`
    query GoalBoard($regionCode: String, $asOf: String, $populationMode: String) {
  goalBoard(regionCode: $regionCode, asOf: $asOf, populationMode: $populationMode) {
    asOf
    referenceOnly
    managementFigures
    planTitle {
      zh
      en
    }
    targets {
      key
      label {
        zh
        en
      }
      value
      dueOn
      clause
      quote
      category
    }
    ruleVersion
    ruleName {
      zh
      en
    }
    ruleSummary {
      zh
      en
    }
    ruleSource
    populationSummary {
      zh
      en
    }
    populationSource
    populationMode
    populationModes {
      code
      label {
        zh
        en
      }
    }
    total {
      ...GoalRowParts
    }
    rows {
      ...GoalRowParts
    }
  }
}
    fragment GoalRowParts on GoalRow {
  code
  name
  nameEn
  kind
  population {
    status
    persons
    kind
    referenceDate
    publishedOn
    precision
  }
  physicians {
    ...GoalFigureParts
  }
  therapists {
    ...GoalFigureParts
  }
}
fragment GoalFigureParts on GoalFigure {
  target
  registered
  certified
  union
  required
  gap
  surplus
  rateShown
  status
}`) as unknown as TypedDocumentString<GoalBoardQuery, GoalBoardQueryVariables>;
export const GoalForecastDocument = new TypedDocumentString(`
    query GoalForecast($regionCode: String, $category: String!, $dueOn: String) {
  goalForecast(regionCode: $regionCode, category: $category, dueOn: $dueOn) {
    regionCode
    category
    today
    due
    required
    yield
    yieldCases
    yieldSource
    retention
    points {
      day
      count
      retiring
      expiring
      inTraining
      gained
      expected
      required
      gap
    }
    checks {
      from
      day
      expected
      actual
      off
      percent
    }
  }
}
    `) as unknown as TypedDocumentString<GoalForecastQuery, GoalForecastQueryVariables>;
export const NeedsScenariosDocument = new TypedDocumentString(`
    query NeedsScenarios($regionCode: String!, $category: String!) {
  needsScenarios(regionCode: $regionCode, category: $category) {
    id
    name
    savedBy
    savedAt
    mine
    setDueOn
    inputs {
      key
      value
    }
    asOf
    dueOn
    status
    required
    count
    losses
    inflow
    net
    places
    perIntake
    capacityPerYear
    missingPerYear
    ruleVersion
  }
}
    `) as unknown as TypedDocumentString<NeedsScenariosQuery, NeedsScenariosQueryVariables>;
export const SaveNeedsScenarioDocument = new TypedDocumentString(`
    mutation SaveNeedsScenario($input: SaveScenarioInput!) {
  saveNeedsScenario(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<SaveNeedsScenarioMutation, SaveNeedsScenarioMutationVariables>;
export const RemoveNeedsScenarioDocument = new TypedDocumentString(`
    mutation RemoveNeedsScenario($id: String!) {
  removeNeedsScenario(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<RemoveNeedsScenarioMutation, RemoveNeedsScenarioMutationVariables>;
export const TrainingNeedsDocument = new TypedDocumentString(`
    query TrainingNeeds($regionCode: String, $category: String!, $dueOn: String, $inputs: TrainingNeedsInput) {
  trainingNeeds(
    regionCode: $regionCode
    category: $category
    dueOn: $dueOn
    inputs: $inputs
  ) {
    regionCode
    regionName
    regionNameEn
    asOf
    dueOn
    dueChosen
    suggestedDueOn
    status
    managementFigures
    target {
      value
      dueOn
      clause
      quote
    }
    planTitle {
      zh
      en
    }
    population {
      status
      persons
      kind
      referenceDate
    }
    populationSummary {
      zh
      en
    }
    populationSource
    countingVersion
    countingName {
      zh
      en
    }
    ruleVersion
    ruleName {
      zh
      en
    }
    ruleSummary {
      zh
      en
    }
    ruleSource
    planned
    counted
    required
    count
    requiredGiven
    countGiven
    assumptions {
      key
      unit
      label {
        zh
        en
      }
      source {
        zh
        en
      }
      default
      value
    }
    losses
    expected
    inflow
    net
    places
    perIntake
    trainingTypeLabel {
      zh
      en
    }
    bases
    capacityPerYear
    specialties {
      specialty
      label {
        zh
        en
      }
      bases
      perYear
    }
    missingPerYear
  }
}
    `) as unknown as TypedDocumentString<TrainingNeedsQuery, TrainingNeedsQueryVariables>;
export const GoalTrendDocument = new TypedDocumentString(`
    query GoalTrend($regionCode: String, $category: String!, $asOf: String) {
  goalTrend(regionCode: $regionCode, category: $category, asOf: $asOf) {
    regionCode
    category
    asOf
    referenceOnly
    points {
      day
      registered
      certified
      union
      required
      rateShown
    }
  }
}
    `) as unknown as TypedDocumentString<GoalTrendQuery, GoalTrendQueryVariables>;
export const PlanIndicatorsDocument = new TypedDocumentString(`
    query PlanIndicators($planCode: String, $regionCode: String, $asOf: String) {
  planIndicators(planCode: $planCode, regionCode: $regionCode, asOf: $asOf) {
    asOf
    regionCode
    regionName
    regionNameEn
    plan {
      ...PlanParts
    }
    plans {
      ...PlanParts
    }
    rows {
      ...IndicatorParts
    }
  }
}
    fragment PlanParts on PolicyPlanInfo {
  code
  title {
    zh
    en
  }
  periodStart
  periodEnd
}
fragment IndicatorParts on IndicatorSummary {
  key
  label {
    zh
    en
  }
  clause
  quote
  strength
  op
  value
  valueMax
  unit
  level
  each
  dueOn
  dueSource
  num
  den
  shown
  need
  gap
  status
  interim
  reference
  late
  unknown
  atDue {
    status
    shown
    gap
  }
  exempted
  warning {
    baseOn
    base
    behind
  }
}`) as unknown as TypedDocumentString<PlanIndicatorsQuery, PlanIndicatorsQueryVariables>;
export const IndicatorDocument = new TypedDocumentString(`
    query Indicator($key: String!, $planCode: String, $regionCode: String, $asOf: String) {
  indicator(key: $key, planCode: $planCode, regionCode: $regionCode, asOf: $asOf) {
    asOf
    today
    regionCode
    regionName
    regionNameEn
    plan {
      code
      title {
        zh
        en
      }
      periodStart
      periodEnd
    }
    ruleVersion
    ruleSummary {
      zh
      en
    }
    ruleSource
    countingVersion
    countingSummary {
      zh
      en
    }
    population {
      status
      persons
      kind
      referenceDate
    }
    note {
      zh
      en
    }
    noteSource
    timeline {
      id
      at
      actorName
      role
      organisationName
      event
      opinion
    }
    row {
      key
      label {
        zh
        en
      }
      clause
      quote
      strength
      op
      value
      valueMax
      unit
      level
      each
      dueOn
      dueSource
      num
      den
      shown
      need
      gap
      status
      interim
      reference
      late
      unknown
      atDue {
        status
        shown
        gap
      }
      exempted
      warning {
        baseOn
        base
        behind
      }
      appointed
      exemptible
      judged
      recorded
      regions {
        regionCode
        regionName
        regionNameEn
        bound
        population
        count
        on
        daysLate
        status
      }
      counted {
        institutionId
        name
        regionName
        regionNameEn
        since
      }
      missing {
        institutionId
        name
        regionName
        regionNameEn
        since
      }
      departments {
        institutionId
        name
        num
        den
      }
      exemptions {
        id
        regionCode
        regionName
        regionNameEn
        reason
        documentNo
        decidedOn
        decidedBy
      }
      evidence {
        id
        subject
        documentNo
        issuedOn
        recordedBy
      }
      verdict {
        status
        count
        asOf
        reason
        decidedBy
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IndicatorQuery, IndicatorQueryVariables>;
export const ExemptRegionDocument = new TypedDocumentString(`
    mutation ExemptRegion($input: ExemptRegionInput!) {
  exemptRegion(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<ExemptRegionMutation, ExemptRegionMutationVariables>;
export const EndExemptionDocument = new TypedDocumentString(`
    mutation EndExemption($input: EndRecordInput!) {
  endExemption(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<EndExemptionMutation, EndExemptionMutationVariables>;
export const JudgeIndicatorDocument = new TypedDocumentString(`
    mutation JudgeIndicator($input: JudgeIndicatorInput!) {
  judgeIndicator(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<JudgeIndicatorMutation, JudgeIndicatorMutationVariables>;
export const AddPlanEvidenceDocument = new TypedDocumentString(`
    mutation AddPlanEvidence($input: PlanEvidenceInput!) {
  addPlanEvidence(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<AddPlanEvidenceMutation, AddPlanEvidenceMutationVariables>;
export const WithdrawPlanEvidenceDocument = new TypedDocumentString(`
    mutation WithdrawPlanEvidence($input: EndRecordInput!) {
  withdrawPlanEvidence(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<WithdrawPlanEvidenceMutation, WithdrawPlanEvidenceMutationVariables>;
export const PolicyPlansDocument = new TypedDocumentString(`
    query PolicyPlans {
  policyPlans {
    code
    title {
      zh
      en
    }
    periodStart
    periodEnd
  }
}
    `) as unknown as TypedDocumentString<PolicyPlansQuery, PolicyPlansQueryVariables>;
export const PolicyPlanDocument = new TypedDocumentString(`
    query PolicyPlan($code: String!) {
  policyPlan(code: $code) {
    code
    title {
      zh
      en
    }
    periodStart
    periodEnd
    content
    versions {
      version
      hash
      reason
      importedBy
      importedAt
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyPlanQuery, PolicyPlanQueryVariables>;
export const CheckPlanFileDocument = new TypedDocumentString(`
    query CheckPlanFile($text: String!) {
  checkPlanFile(text: $text) {
    plan {
      code
      title {
        zh
        en
      }
      periodStart
      periodEnd
    }
    faults {
      path
      message
    }
    isNew
    targets {
      id
      kind
      label {
        zh
        en
      }
    }
    obligations {
      id
      kind
      label {
        zh
        en
      }
    }
    overlaps {
      code
      title {
        zh
        en
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CheckPlanFileQuery, CheckPlanFileQueryVariables>;
export const ImportPolicyPlanDocument = new TypedDocumentString(`
    mutation ImportPolicyPlan($input: ImportPlanInput!) {
  importPolicyPlan(input: $input) {
    code
    version
  }
}
    `) as unknown as TypedDocumentString<ImportPolicyPlanMutation, ImportPolicyPlanMutationVariables>;
export const ChangePersonDocument = new TypedDocumentString(`
    mutation ChangePerson($input: ChangePersonInput!) {
  changePerson(input: $input) {
    id
    changes
  }
}
    `) as unknown as TypedDocumentString<ChangePersonMutation, ChangePersonMutationVariables>;
export const PlacesToChooseDocument = new TypedDocumentString(`
    query PlacesToChoose($search: String!) {
  institutions(offset: 0, limit: 8, filter: {search: $search}) {
    rows {
      id
      name
      regionName
    }
  }
}
    `) as unknown as TypedDocumentString<PlacesToChooseQuery, PlacesToChooseQueryVariables>;
export const DecideCorrectionDocument = new TypedDocumentString(`
    mutation DecideCorrection($input: DecideCorrectionInput!) {
  decideCorrection(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<DecideCorrectionMutation, DecideCorrectionMutationVariables>;
export const ExportPeopleFhirDocument = new TypedDocumentString(`
    mutation ExportPeopleFhir($input: ExportFhirInput!) {
  exportPeopleFhir(input: $input)
}
    `) as unknown as TypedDocumentString<ExportPeopleFhirMutation, ExportPeopleFhirMutationVariables>;
export const UndoMergeDocument = new TypedDocumentString(`
    mutation UndoMerge($input: UndoMergeInput!) {
  undoMerge(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<UndoMergeMutation, UndoMergeMutationVariables>;
export const CorrectionsDocument = new TypedDocumentString(`
    query Corrections($offset: Int!, $limit: Int!, $open: Boolean) {
  corrections(offset: $offset, limit: $limit, open: $open) {
    total
    rows {
      id
      personName
      state
      factType
      act
      institutionName
      regionName
      createdAt
      decidedAt
    }
  }
}
    `) as unknown as TypedDocumentString<CorrectionsQuery, CorrectionsQueryVariables>;
export const CorrectionDocument = new TypedDocumentString(`
    query Correction($id: String!, $purpose: String!) {
  correction(id: $id, purpose: $purpose) {
    id
    personId
    personName
    state
    factType
    act
    institutionName
    regionName
    createdAt
    statement
    employerOpinion
    decision
    before {
      set
      label
      startOn
      endOn
    }
    wanted
    evidence {
      id
      name
      link
    }
    steps {
      id
      at
      actorName
      role
      organisationName
      event
      opinion
      details
    }
    events
  }
}
    `) as unknown as TypedDocumentString<CorrectionQuery, CorrectionQueryVariables>;
export const ImportAbsentListDocument = new TypedDocumentString(`
    query ImportAbsentList($id: String!, $offset: Int!, $limit: Int!) {
  registryImportAbsent(id: $id, offset: $offset, limit: $limit) {
    total
    rows {
      id
      name
      note
      place
      startOn
    }
  }
}
    `) as unknown as TypedDocumentString<ImportAbsentListQuery, ImportAbsentListQueryVariables>;
export const AreaRegionsDocument = new TypedDocumentString(`
    query AreaRegions($province: String) {
  regions(province: $province) {
    code
    name
    nameEn
    kind
    parentCode
  }
}
    `) as unknown as TypedDocumentString<AreaRegionsQuery, AreaRegionsQueryVariables>;
export const CreateConsortiumDocument = new TypedDocumentString(`
    mutation CreateConsortium($input: CreateConsortiumInput!) {
  createConsortium(input: $input)
}
    `) as unknown as TypedDocumentString<CreateConsortiumMutation, CreateConsortiumMutationVariables>;
export const JoinConsortiumDocument = new TypedDocumentString(`
    mutation JoinConsortium($input: JoinConsortiumInput!) {
  joinConsortium(input: $input)
}
    `) as unknown as TypedDocumentString<JoinConsortiumMutation, JoinConsortiumMutationVariables>;
export const LeaveConsortiumDocument = new TypedDocumentString(`
    mutation LeaveConsortium($input: EndInput!) {
  leaveConsortium(input: $input)
}
    `) as unknown as TypedDocumentString<LeaveConsortiumMutation, LeaveConsortiumMutationVariables>;
export const EndConsortiumDocument = new TypedDocumentString(`
    mutation EndConsortium($input: EndInput!) {
  endConsortium(input: $input)
}
    `) as unknown as TypedDocumentString<EndConsortiumMutation, EndConsortiumMutationVariables>;
export const EditInstitutionDocument = new TypedDocumentString(`
    mutation EditInstitution($input: EditInstitutionInput!) {
  editInstitution(input: $input)
}
    `) as unknown as TypedDocumentString<EditInstitutionMutation, EditInstitutionMutationVariables>;
export const MoveInstitutionDocument = new TypedDocumentString(`
    mutation MoveInstitution($input: MoveInstitutionInput!) {
  moveInstitution(input: $input)
}
    `) as unknown as TypedDocumentString<MoveInstitutionMutation, MoveInstitutionMutationVariables>;
export const CloseInstitutionDocument = new TypedDocumentString(`
    mutation CloseInstitution($input: CloseInstitutionInput!) {
  closeInstitution(input: $input)
}
    `) as unknown as TypedDocumentString<CloseInstitutionMutation, CloseInstitutionMutationVariables>;
export const OpenUnitDocument = new TypedDocumentString(`
    mutation OpenUnit($input: OpenUnitInput!) {
  openUnit(input: $input)
}
    `) as unknown as TypedDocumentString<OpenUnitMutation, OpenUnitMutationVariables>;
export const CloseUnitDocument = new TypedDocumentString(`
    mutation CloseUnit($input: EndInput!) {
  closeUnit(input: $input)
}
    `) as unknown as TypedDocumentString<CloseUnitMutation, CloseUnitMutationVariables>;
export const GrantDesignationDocument = new TypedDocumentString(`
    mutation GrantDesignation($input: GrantDesignationInput!) {
  grantDesignation(input: $input)
}
    `) as unknown as TypedDocumentString<GrantDesignationMutation, GrantDesignationMutationVariables>;
export const EndDesignationDocument = new TypedDocumentString(`
    mutation EndDesignation($input: EndInput!) {
  endDesignation(input: $input)
}
    `) as unknown as TypedDocumentString<EndDesignationMutation, EndDesignationMutationVariables>;
export const FindInstitutionDocument = new TypedDocumentString(`
    query FindInstitution($search: String!) {
  institutions(filter: {search: $search}, limit: 8) {
    rows {
      id
      name
      regionName
      type
      level
      grade
    }
  }
}
    `) as unknown as TypedDocumentString<FindInstitutionQuery, FindInstitutionQueryVariables>;
export const AddPopulationDocument = new TypedDocumentString(`
    mutation AddPopulation($input: AddPopulationInput!) {
  addPopulation(input: $input)
}
    `) as unknown as TypedDocumentString<AddPopulationMutation, AddPopulationMutationVariables>;
export const AddPopulationSeriesDocument = new TypedDocumentString(`
    mutation AddPopulationSeries($input: AddPopulationSeriesInput!) {
  addPopulationSeries(input: $input)
}
    `) as unknown as TypedDocumentString<AddPopulationSeriesMutation, AddPopulationSeriesMutationVariables>;
export const RenameRegionDocument = new TypedDocumentString(`
    mutation RenameRegion($input: RenameRegionInput!) {
  renameRegion(input: $input)
}
    `) as unknown as TypedDocumentString<RenameRegionMutation, RenameRegionMutationVariables>;
export const AbolishRegionDocument = new TypedDocumentString(`
    mutation AbolishRegion($input: AbolishRegionInput!) {
  abolishRegion(input: $input)
}
    `) as unknown as TypedDocumentString<AbolishRegionMutation, AbolishRegionMutationVariables>;
export const AddRegionDocument = new TypedDocumentString(`
    mutation AddRegion($input: AddRegionInput!) {
  addRegion(input: $input)
}
    `) as unknown as TypedDocumentString<AddRegionMutation, AddRegionMutationVariables>;
export const RegionEffectDocument = new TypedDocumentString(`
    query RegionEffect($code: String!) {
  regionEffect(code: $code) {
    institutions
    people
  }
}
    `) as unknown as TypedDocumentString<RegionEffectQuery, RegionEffectQueryVariables>;
export const ConfirmRegistryImportDocument = new TypedDocumentString(`
    mutation ConfirmRegistryImport($input: ConfirmImportInput!) {
  confirmImport(input: $input)
}
    `) as unknown as TypedDocumentString<ConfirmRegistryImportMutation, ConfirmRegistryImportMutationVariables>;
export const FixRowDocument = new TypedDocumentString(`
    mutation FixRow($input: FixImportRowInput!) {
  fixImportRow(input: $input)
}
    `) as unknown as TypedDocumentString<FixRowMutation, FixRowMutationVariables>;
export const PersonPageDocument = new TypedDocumentString(`
    query PersonPage($id: String!, $purpose: String!) {
  person(id: $id, purpose: $purpose) {
    ...RecordFacts
    ...StaffFile
  }
}
    fragment StaffFile on PersonRecord {
  acts
  mayMerge
  steps {
    id
    at
    actorName
    role
    organisationName
    event
    opinion
    details
  }
  merges {
    id
    duplicateId
    duplicateName
    duplicateTail
    survivorId
    survivorName
    mergedAt
    mergedByName
    reason
    undoneAt
    undoneByName
    undoReason
  }
}
fragment RecordFacts on PersonRecord {
  id
  name
  sex
  birthDate
  citizenIdMasked
  phoneMasked
  diedOn
  mergedIntoId
  updatedAt
  asOf
  licences {
    id
    recordedAt
    level
    category
    numberMasked
    startOn
    endOn
    current
    scopes {
      id
      recordedAt
      scope
      startOn
      endOn
      current
    }
    suspensions {
      id
      recordedAt
      startOn
      endOn
      reason
      current
    }
  }
  qualifications {
    id
    recordedAt
    subject
    rank
    obtainedOn
  }
  titles {
    id
    recordedAt
    title
    rank
    qualifiedOn
    appointedOn
  }
  residencies {
    id
    recordedAt
    specialty
    completedOn
  }
  certificates {
    kind
    number
    issuedOn
    validTo
    revokedOn
    cancelledOn
    source
  }
  sites {
    id
    institutionId
    institutionName
    medical
    role
    department
    post
    startOn
    endOn
    endReason
    recordedAt
    current
  }
  educations {
    id
    recordedAt
    level
    school
    major
    graduatedOn
  }
  leaves {
    id
    recordedAt
    kind
    startOn
    endOn
    note
    current
  }
  moves {
    id
    recordedAt
    direction
    provinceCode
    movedOn
    document
  }
  death {
    id
    diedOn
  }
  withdrawn {
    id
    factType
    set
    label
    startOn
    endOn
    recordedAt
    voidedAt
  }
}`) as unknown as TypedDocumentString<PersonPageQuery, PersonPageQueryVariables>;
export const MyRecordDocument = new TypedDocumentString(`
    query MyRecord($offset: Int!) {
  myRecord {
    ...RecordFacts
  }
  myRecordAccess(offset: $offset, limit: 10) {
    total
    rows {
      id
      at
      role
      organisationName
      act
      purpose
    }
  }
}
    fragment RecordFacts on PersonRecord {
  id
  name
  sex
  birthDate
  citizenIdMasked
  phoneMasked
  diedOn
  mergedIntoId
  updatedAt
  asOf
  licences {
    id
    recordedAt
    level
    category
    numberMasked
    startOn
    endOn
    current
    scopes {
      id
      recordedAt
      scope
      startOn
      endOn
      current
    }
    suspensions {
      id
      recordedAt
      startOn
      endOn
      reason
      current
    }
  }
  qualifications {
    id
    recordedAt
    subject
    rank
    obtainedOn
  }
  titles {
    id
    recordedAt
    title
    rank
    qualifiedOn
    appointedOn
  }
  residencies {
    id
    recordedAt
    specialty
    completedOn
  }
  certificates {
    kind
    number
    issuedOn
    validTo
    revokedOn
    cancelledOn
    source
  }
  sites {
    id
    institutionId
    institutionName
    medical
    role
    department
    post
    startOn
    endOn
    endReason
    recordedAt
    current
  }
  educations {
    id
    recordedAt
    level
    school
    major
    graduatedOn
  }
  leaves {
    id
    recordedAt
    kind
    startOn
    endOn
    note
    current
  }
  moves {
    id
    recordedAt
    direction
    provinceCode
    movedOn
    document
  }
  death {
    id
    diedOn
  }
  withdrawn {
    id
    factType
    set
    label
    startOn
    endOn
    recordedAt
    voidedAt
  }
}`) as unknown as TypedDocumentString<MyRecordQuery, MyRecordQueryVariables>;
export const RegionsBelowDocument = new TypedDocumentString(`
    query RegionsBelow($province: String) {
  regions(province: $province) {
    code
    name
    nameEn
    kind
    parentCode
  }
}
    `) as unknown as TypedDocumentString<RegionsBelowQuery, RegionsBelowQueryVariables>;
export const SaveSubgoalsDocument = new TypedDocumentString(`
    mutation SaveSubgoals($input: SaveSubgoalsInput!) {
  saveSubgoals(input: $input)
}
    `) as unknown as TypedDocumentString<SaveSubgoalsMutation, SaveSubgoalsMutationVariables>;
export const SaveReportSectionDocument = new TypedDocumentString(`
    mutation SaveReportSection($input: ReportSectionInput!) {
  saveReportSection(input: $input) {
    version
    reportVersion
    updatedAt
  }
}
    `) as unknown as TypedDocumentString<SaveReportSectionMutation, SaveReportSectionMutationVariables>;
export const PullReportFiguresDocument = new TypedDocumentString(`
    mutation PullReportFigures($id: String!, $asOf: String!) {
  pullReportFigures(id: $id, asOf: $asOf)
}
    `) as unknown as TypedDocumentString<PullReportFiguresMutation, PullReportFiguresMutationVariables>;
export const SetReportValueDocument = new TypedDocumentString(`
    mutation SetReportValue($input: ReportValueInput!) {
  setReportValue(input: $input)
}
    `) as unknown as TypedDocumentString<SetReportValueMutation, SetReportValueMutationVariables>;
export const AddReportFileDocument = new TypedDocumentString(`
    mutation AddReportFile($input: ReportFileInput!) {
  addReportFile(input: $input)
}
    `) as unknown as TypedDocumentString<AddReportFileMutation, AddReportFileMutationVariables>;
export const RemoveReportFileDocument = new TypedDocumentString(`
    mutation RemoveReportFile($id: String!, $fileId: String!) {
  removeReportFile(id: $id, fileId: $fileId)
}
    `) as unknown as TypedDocumentString<RemoveReportFileMutation, RemoveReportFileMutationVariables>;
export const MoveReportDocument = new TypedDocumentString(`
    mutation MoveReport($input: MoveReportInput!) {
  moveReport(input: $input) {
    state
    version
  }
}
    `) as unknown as TypedDocumentString<MoveReportMutation, MoveReportMutationVariables>;
export const AcceptReportDocument = new TypedDocumentString(`
    mutation AcceptReport($input: AcceptReportInput!) {
  acceptReport(input: $input) {
    state
    version
  }
}
    `) as unknown as TypedDocumentString<AcceptReportMutation, AcceptReportMutationVariables>;
export const ReturnReportDocument = new TypedDocumentString(`
    mutation ReturnReport($input: ReturnReportInput!) {
  returnReport(input: $input) {
    state
    version
  }
}
    `) as unknown as TypedDocumentString<ReturnReportMutation, ReturnReportMutationVariables>;
export const RecordPaperReportDocument = new TypedDocumentString(`
    mutation RecordPaperReport($input: RecordPaperReportInput!) {
  recordPaperReport(input: $input) {
    state
    version
  }
}
    `) as unknown as TypedDocumentString<RecordPaperReportMutation, RecordPaperReportMutationVariables>;
export const CallReportsDocument = new TypedDocumentString(`
    mutation CallReports($input: CallReportsInput!) {
  callReports(input: $input) {
    obligationId
    year
  }
}
    `) as unknown as TypedDocumentString<CallReportsMutation, CallReportsMutationVariables>;
export const RemindReportsDocument = new TypedDocumentString(`
    mutation RemindReports($input: RemindReportsInput!) {
  remindReports(input: $input)
}
    `) as unknown as TypedDocumentString<RemindReportsMutation, RemindReportsMutationVariables>;
export const PrintReportDocument = new TypedDocumentString(`
    mutation PrintReport($id: String!) {
  printReport(id: $id)
}
    `) as unknown as TypedDocumentString<PrintReportMutation, PrintReportMutationVariables>;
export const PrintReportRollupDocument = new TypedDocumentString(`
    mutation PrintReportRollup($obligationId: String!, $year: Int!) {
  printReportRollup(obligationId: $obligationId, year: $year)
}
    `) as unknown as TypedDocumentString<PrintReportRollupMutation, PrintReportRollupMutationVariables>;
export const ReportDutiesDocument = new TypedDocumentString(`
    query ReportDuties($group: String, $offset: Int!, $limit: Int!) {
  reportDuties(group: $group, offset: $offset, limit: $limit) {
    total
    rows {
      id
      year
      regionCode
      regionName
      regionNameEn
      label {
        zh
        en
      }
      source
      filed
      clause
      opensOn
      dueOn
      state
      firstCompleteAt
      daysLate
      recordedAfterwards
      reminders
      clock {
        flag
        daysLeft
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReportDutiesQuery, ReportDutiesQueryVariables>;
export const ReportObligationsDocument = new TypedDocumentString(`
    query ReportObligations {
  reportObligations {
    obligationId
    year
    label {
      zh
      en
    }
    source
    author
    filed
    clause
    documentNo
    opensOn
    dueOn
    expected
    received
    waiting
    returned
    notRecorded
  }
}
    `) as unknown as TypedDocumentString<ReportObligationsQuery, ReportObligationsQueryVariables>;
export const ReportDetailDocument = new TypedDocumentString(`
    query ReportDetail($id: String!) {
  report(id: $id) {
    id
    year
    regionCode
    regionName
    regionNameEn
    label {
      zh
      en
    }
    source
    author
    filed
    clause
    quote
    documentNo
    callReason
    recipients
    toNote {
      zh
      en
    }
    opensOn
    dueOn
    state
    version
    side
    acts
    firstCompleteAt
    daysLate
    recordedAfterwards
    resubmitDueOn
    returnOpinion
    draftedByName
    signedByName
    signedAt
    sameHand
    otherSigners
    needsFigures
    clock {
      flag
      daysLeft
    }
    parts {
      code
      label {
        zh
        en
      }
      required
      text
      version
      updatedByName
      updatedAt
    }
    figures {
      key
      kind
      label {
        zh
        en
      }
      unit {
        zh
        en
      }
      computed
      reported
      reason
    }
    basis {
      asOf
      from
      pulledAt
      pulledByName
      snapshotHash
      countingVersion
      countingName {
        zh
        en
      }
      countingSource
      policySummary {
        zh
        en
      }
      populationDate
      populationPublishedOn
    }
    files {
      id
      kind
      name
      size
      url
    }
    submissions {
      seq
      submittedAt
      complete
      recordedAfterwards
      submittedByName
    }
    signing {
      code
      message
    }
    submitting {
      code
      message
    }
    timeline {
      id
      at
      actorName
      role
      organisationName
      event
      opinion
    }
    rule {
      version
      name {
        zh
        en
      }
      summary {
        zh
        en
      }
      resubmissionDays
      resubmissionSource {
        zh
        en
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReportDetailQuery, ReportDetailQueryVariables>;
export const ReportRollupDocument = new TypedDocumentString(`
    query ReportRollup($obligationId: String!, $year: Int!) {
  reportRollup(obligationId: $obligationId, year: $year) {
    obligationId
    year
    label {
      zh
      en
    }
    source
    clause
    documentNo
    callReason
    filed
    opensOn
    dueOn
    received
    expected
    note {
      zh
      en
    }
    missing
    withoutFigures
    cities {
      dutyId
      code
      name
      nameEn
      state
      received
      firstCompleteAt
      daysLate
      recordedAfterwards
      resubmissions
      reminders
      remindedAt
      clock {
        flag
        daysLeft
      }
      figures {
        key
        label {
          zh
          en
        }
        computed
        reported
        reason
      }
    }
    sums {
      key
      label {
        zh
        en
      }
      unit {
        zh
        en
      }
      computed
      reported
      cities
    }
    rule {
      version
      name {
        zh
        en
      }
      summary {
        zh
        en
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReportRollupQuery, ReportRollupQueryVariables>;
export const ReportSubgoalsDocument = new TypedDocumentString(`
    query ReportSubgoals($regionCode: String, $planCode: String) {
  reportSubgoals(regionCode: $regionCode, planCode: $planCode) {
    plan {
      code
      title {
        zh
        en
      }
    }
    plans {
      code
      title {
        zh
        en
      }
    }
    years
    regionCode
    cities {
      code
      name
      nameEn
      has
    }
    tasks {
      key
      label {
        zh
        en
      }
      unit
      quote
      years {
        year
        goal
        result
        counted
        note
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReportSubgoalsQuery, ReportSubgoalsQueryVariables>;
export const HomeSystemDocument = new TypedDocumentString(`
    query HomeSystem {
  systemStatus {
    waiting
    parked
    oldestWaitingSeconds
    auditUnchained
  }
  failedJobs(limit: 1) {
    total
  }
  roleGrants(state: PROPOSED, limit: 1) {
    total
  }
}
    `) as unknown as TypedDocumentString<HomeSystemQuery, HomeSystemQueryVariables>;
export const HomeProposalsDocument = new TypedDocumentString(`
    query HomeProposals {
  roleGrants(state: PROPOSED, limit: 1) {
    total
    rows {
      createdAt
    }
  }
}
    `) as unknown as TypedDocumentString<HomeProposalsQuery, HomeProposalsQueryVariables>;
export const HomeAuditDocument = new TypedDocumentString(`
    query HomeAudit {
  auditEntries(limit: 20) {
    total
    capped
    rows {
      at
      seq
    }
  }
}
    `) as unknown as TypedDocumentString<HomeAuditQuery, HomeAuditQueryVariables>;
export const HomeBaseDocument = new TypedDocumentString(`
    query HomeBase {
  baseOverview {
    openClasses
    runningClasses
    toAdmit
    waitlisted
    inTraining
    reasons {
      code
      message
    }
    standings {
      accreditationId
      state
      validTo
      trainingTypeLabel {
        zh
        en
      }
      years {
        year
        capacity
        taken
        toPlan
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeBaseQuery, HomeBaseQueryVariables>;
export const HomeClassesDocument = new TypedDocumentString(`
    query HomeClasses {
  trainingClasses(limit: 5) {
    total
    rows {
      id
      title
      state
      startsOn
      endsOn
      capacity
      taken
      waiting
      toConfirm
    }
  }
}
    `) as unknown as TypedDocumentString<HomeClassesQuery, HomeClassesQueryVariables>;
export const HomeGapDocument = new TypedDocumentString(`
    query HomeGap {
  goalBoard {
    asOf
    ruleName {
      zh
      en
    }
    total {
      name
      nameEn
      physicians {
        ...HomeFigure
      }
      therapists {
        ...HomeFigure
      }
    }
    rows {
      code
      name
      nameEn
      physicians {
        gap
      }
      therapists {
        gap
      }
    }
  }
}
    fragment HomeFigure on GoalFigure {
  target
  union
  required
  gap
  rateShown
  status
}`) as unknown as TypedDocumentString<HomeGapQuery, HomeGapQueryVariables>;
export const HomeBasesDocument = new TypedDocumentString(`
    query HomeBases {
  accreditations(limit: 1) {
    live
    suspended
    endingSoon
  }
}
    `) as unknown as TypedDocumentString<HomeBasesQuery, HomeBasesQueryVariables>;
export const HomeIssuingDocument = new TypedDocumentString(`
    query HomeIssuing {
  eligibleForCertificate(limit: 1) {
    total
  }
  openCertificateEndRequests {
    id
  }
}
    `) as unknown as TypedDocumentString<HomeIssuingQuery, HomeIssuingQueryVariables>;
export const HomeSessionsDocument = new TypedDocumentString(`
    query HomeSessions {
  examSessions(limit: 6) {
    total
    rows {
      id
      title
      phase
      opensAt
      closesAt
      started
      open
      marked
    }
  }
}
    `) as unknown as TypedDocumentString<HomeSessionsQuery, HomeSessionsQueryVariables>;
export const HomeConfirmationsDocument = new TypedDocumentString(`
    query HomeConfirmations {
  confirmations(state: "APPLIED", limit: 5) {
    total
    rows {
      id
      personName
      classTitle
      appliedAt
    }
  }
}
    `) as unknown as TypedDocumentString<HomeConfirmationsQuery, HomeConfirmationsQueryVariables>;
export const HomeStaffDocument = new TypedDocumentString(`
    query HomeStaff {
  people(limit: 1) {
    total
  }
  training: confirmations(state: "ACTIVE", limit: 1) {
    total
  }
}
    `) as unknown as TypedDocumentString<HomeStaffQuery, HomeStaffQueryVariables>;
export const HomeCertifiedDocument = new TypedDocumentString(`
    query HomeCertified {
  certificates(state: VALID, limit: 1) {
    total
  }
}
    `) as unknown as TypedDocumentString<HomeCertifiedQuery, HomeCertifiedQueryVariables>;
export const HomeEnrolmentsDocument = new TypedDocumentString(`
    query HomeEnrolments {
  myEnrolments {
    id
    state
    reason
    classTitle
    startsOn
    baseName
    employerName
  }
}
    `) as unknown as TypedDocumentString<HomeEnrolmentsQuery, HomeEnrolmentsQueryVariables>;
export const HomeExamsDocument = new TypedDocumentString(`
    query HomeExams {
  myExams {
    sessionId
    title
    paperTitle {
      zh
      en
    }
    phase
    opensAt
    admissionUntil
    durationMinutes
    passPercent
    openAttemptId
    canStart
  }
}
    `) as unknown as TypedDocumentString<HomeExamsQuery, HomeExamsQueryVariables>;
export const HomeCertificatesDocument = new TypedDocumentString(`
    query HomeCertificates {
  myCertificates {
    id
    number
    state
    issuedOn
    title {
      zh
      en
    }
  }
}
    `) as unknown as TypedDocumentString<HomeCertificatesQuery, HomeCertificatesQueryVariables>;
export const HomeDecisionDocument = new TypedDocumentString(`
    query HomeDecision($enrolmentId: String!) {
  completionDecision(enrolmentId: $enrolmentId) {
    eligible
    checks {
      code
      requirementCode
      passed
      label {
        zh
        en
      }
      found {
        zh
        en
      }
      needed {
        zh
        en
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeDecisionQuery, HomeDecisionQueryVariables>;
export const HomeDeskDocument = new TypedDocumentString(`
    query HomeDesk {
  myTasks(limit: 5) {
    total
    rows {
      id
      code
      params
      link
      dueOn
      overdue
      openedAt
      closedAt
      outcome
      closedByName
      role
      nextName
    }
  }
  taskCounts {
    overdue
  }
  myNotifications(unreadOnly: true, limit: 3) {
    rows {
      id
      code
      params
      link
      createdAt
      readAt
    }
  }
}
    `) as unknown as TypedDocumentString<HomeDeskQuery, HomeDeskQueryVariables>;
export const MyTasksDocument = new TypedDocumentString(`
    query MyTasks($state: TaskList!, $offset: Int!, $limit: Int!) {
  myTasks(state: $state, offset: $offset, limit: $limit) {
    total
    rows {
      id
      code
      params
      link
      dueOn
      overdue
      openedAt
      closedAt
      outcome
      closedByName
      role
      nextName
    }
  }
  taskCounts {
    open
    overdue
    done
    startedByMe
  }
}
    `) as unknown as TypedDocumentString<MyTasksQuery, MyTasksQueryVariables>;
export const MyNotificationsDocument = new TypedDocumentString(`
    query MyNotifications($unreadOnly: Boolean!, $offset: Int!, $limit: Int!) {
  myNotifications(unreadOnly: $unreadOnly, offset: $offset, limit: $limit) {
    total
    unread
    rows {
      id
      code
      params
      link
      createdAt
      readAt
    }
  }
}
    `) as unknown as TypedDocumentString<MyNotificationsQuery, MyNotificationsQueryVariables>;
export const MarkReadDocument = new TypedDocumentString(`
    mutation MarkRead($ids: [String!]) {
  markRead(ids: $ids)
}
    `) as unknown as TypedDocumentString<MarkReadMutation, MarkReadMutationVariables>;
export const VerifyCertificateDocument = new TypedDocumentString(`
    query VerifyCertificate($code: String!) {
  verifyCertificate(code: $code) {
    ...Verified
  }
}
    fragment Verified on VerifiedCertificate {
  state
  number
  holderMasked
  issuedOn
  validTo
  endedOn
  replacedByNumber
  specimen
  checkedAt
  title {
    zh
    en
  }
  issuer {
    zh
    en
  }
  statement {
    zh
    en
  }
  signature {
    signer
    signedAt
    fingerprint
    fileHash
  }
}`) as unknown as TypedDocumentString<VerifyCertificateQuery, VerifyCertificateQueryVariables>;
export const VerifyByNumberDocument = new TypedDocumentString(`
    query VerifyByNumber($number: String!, $name: String!) {
  verifyByNumber(number: $number, name: $name) {
    verifyCode
  }
}
    `) as unknown as TypedDocumentString<VerifyByNumberQuery, VerifyByNumberQueryVariables>;
export const AccreditationListDocument = new TypedDocumentString(`
    query AccreditationList($offset: Int!, $limit: Int!, $search: String, $state: String, $trainingType: String) {
  accreditations(
    offset: $offset
    limit: $limit
    search: $search
    state: $state
    trainingType: $trainingType
  ) {
    total
    live
    suspended
    endingSoon
    rows {
      id
      institutionName
      regionName
      cityName
      capacityPerYear
      plaqueNumber
      validTo
      daysLeft
      state
      trainingTypeLabel {
        zh
        en
      }
    }
  }
  baseRule {
    trainingTypes {
      code
      label {
        zh
        en
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AccreditationListQuery, AccreditationListQueryVariables>;
export const AccreditationDetailDocument = new TypedDocumentString(`
    query AccreditationDetail($id: String!) {
  accreditation(id: $id) {
    id
    institutionName
    level
    grade
    cityName
    regionName
    capacityPerYear
    plaqueNumber
    validFrom
    validTo
    daysLeft
    state
    stateSince
    trainingTypeLabel {
      zh
      en
    }
    designationKindLabel {
      zh
      en
    }
    specialtyLabels {
      zh
      en
    }
    decisionNumber
    decisionText
    opinion
    ruleVersion
    acts
    barredUntil
    validitySource {
      zh
      en
    }
    ruleTitle {
      zh
      en
    }
    evidence {
      name
      size
      url
    }
    timeline {
      id
      at
      actorName
      role
      organisationName
      event
      opinion
      details
    }
  }
  baseRule {
    barMonthsAfterRemoval {
      value
    }
  }
}
    `) as unknown as TypedDocumentString<AccreditationDetailQuery, AccreditationDetailQueryVariables>;
export const SuspendBaseDocument = new TypedDocumentString(`
    mutation SuspendBase($input: BaseStatusInput!) {
  suspendAccreditation(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<SuspendBaseMutation, SuspendBaseMutationVariables>;
export const RestoreBaseDocument = new TypedDocumentString(`
    mutation RestoreBase($input: BaseStatusInput!) {
  restoreAccreditation(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<RestoreBaseMutation, RestoreBaseMutationVariables>;
export const RemoveBaseDocument = new TypedDocumentString(`
    mutation RemoveBase($input: RemoveBaseInput!) {
  removeAccreditation(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<RemoveBaseMutation, RemoveBaseMutationVariables>;
export const GrantRuleDocument = new TypedDocumentString(`
    query GrantRule($province: String) {
  baseRule(province: $province) {
    version
    validityYears {
      value
      source {
        zh
        en
      }
    }
    maxCapacityPerYear {
      value
    }
    plaqueExample
    trainingTypes {
      code
      label {
        zh
        en
      }
    }
    designationKinds {
      code
      label {
        zh
        en
      }
    }
    specialties {
      code
      label {
        zh
        en
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GrantRuleQuery, GrantRuleQueryVariables>;
export const GrantCandidatesDocument = new TypedDocumentString(`
    query GrantCandidates($search: String!) {
  accreditationCandidates(search: $search) {
    id
    name
    regionName
    heldTypes
  }
}
    `) as unknown as TypedDocumentString<GrantCandidatesQuery, GrantCandidatesQueryVariables>;
export const GrantAccreditationDocument = new TypedDocumentString(`
    mutation GrantAccreditation($input: GrantAccreditationInput!) {
  grantAccreditation(input: $input) {
    id
    plaqueNumber
  }
}
    `) as unknown as TypedDocumentString<GrantAccreditationMutation, GrantAccreditationMutationVariables>;
export const AccessLogDocument = new TypedDocumentString(`
    query AccessLog($offset: Int!, $limit: Int!, $person: String, $actor: String, $from: String, $to: String) {
  accessLog(
    offset: $offset
    limit: $limit
    person: $person
    actor: $actor
    from: $from
    to: $to
  ) {
    total
    rows {
      id
      at
      actorName
      role
      organisationName
      person
      citizenIdTail
      act
      purpose
    }
  }
}
    `) as unknown as TypedDocumentString<AccessLogQuery, AccessLogQueryVariables>;
export const BaseOverviewDocument = new TypedDocumentString(`
    query BaseOverview {
  baseOverview {
    institutionName
    openClasses
    runningClasses
    toAdmit
    waitlisted
    inTraining
    reasons {
      code
      message
    }
    standings {
      accreditationId
      state
      plaqueNumber
      validFrom
      validTo
      capacityPerYear
      trainingTypeLabel {
        zh
        en
      }
      specialtyLabels {
        zh
        en
      }
      years {
        year
        capacity
        planned
        taken
        left
        toPlan
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BaseOverviewQuery, BaseOverviewQueryVariables>;
export const BaseClassesDocument = new TypedDocumentString(`
    query BaseClasses($offset: Int!, $limit: Int!, $search: String, $state: String) {
  trainingClasses(offset: $offset, limit: $limit, search: $search, state: $state) {
    total
    rows {
      id
      code
      title
      state
      takenOver
      startsOn
      endsOn
      capacity
      taken
      waiting
      programmeTitle {
        zh
        en
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BaseClassesQuery, BaseClassesQueryVariables>;
export const BaseClassDocument = new TypedDocumentString(`
    query BaseClass($id: String!, $offset: Int!, $limit: Int!, $search: String, $state: String) {
  trainingClass(id: $id) {
    id
    code
    title
    state
    takenOver
    baseName
    regionName
    ruleVersion
    startsOn
    endsOn
    enrolOpensOn
    enrolClosesOn
    capacity
    taken
    waiting
    toConfirm
    note
    mayCloseEnrolment
    programmeTitle {
      zh
      en
    }
    specialtyLabel {
      zh
      en
    }
    yearCapacity {
      year
      capacity
      taken
      left
    }
    capacitySource {
      zh
      en
    }
    timeline {
      id
      at
      actorName
      role
      organisationName
      event
      opinion
    }
  }
  classRoster(
    classId: $id
    offset: $offset
    limit: $limit
    search: $search
    state: $state
  ) {
    total
    counts {
      state
      count
    }
    rows {
      id
      personName
      employerName
      department
      state
      appliedAt
      preferred
    }
  }
}
    `) as unknown as TypedDocumentString<BaseClassQuery, BaseClassQueryVariables>;
export const CloseClassEnrolmentDocument = new TypedDocumentString(`
    mutation CloseClassEnrolment($id: String!) {
  closeClassEnrolment(classId: $id) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<CloseClassEnrolmentMutation, CloseClassEnrolmentMutationVariables>;
export const AdmitEnrolmentDocument = new TypedDocumentString(`
    mutation AdmitEnrolment($input: OpinionInput!) {
  admitEnrolment(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<AdmitEnrolmentMutation, AdmitEnrolmentMutationVariables>;
export const AdmitOneDocument = new TypedDocumentString(`
    mutation AdmitOne($input: OpinionInput!) {
  admitEnrolment(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<AdmitOneMutation, AdmitOneMutationVariables>;
export const RefuseEnrolmentDocument = new TypedDocumentString(`
    mutation RefuseEnrolment($input: EnrolmentReasonInput!) {
  refuseEnrolment(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<RefuseEnrolmentMutation, RefuseEnrolmentMutationVariables>;
export const ReturnByBaseDocument = new TypedDocumentString(`
    mutation ReturnByBase($input: EnrolmentReasonInput!) {
  returnEnrolment(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<ReturnByBaseMutation, ReturnByBaseMutationVariables>;
export const WaitlistEnrolmentDocument = new TypedDocumentString(`
    mutation WaitlistEnrolment($input: EnrolmentReasonInput!) {
  waitlistEnrolment(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<WaitlistEnrolmentMutation, WaitlistEnrolmentMutationVariables>;
export const OpenClassFormDocument = new TypedDocumentString(`
    query OpenClassForm {
  baseOverview {
    provinceCode
    standings {
      trainingType
      specialties
      capacityPerYear
      validTo
      specialtyLabels {
        zh
        en
      }
      years {
        year
        toPlan
      }
    }
  }
  classRule {
    takenOverMonths
  }
  programmes {
    id
    provinceCode
    trainingType
    ruleVersion
    source
    title {
      zh
      en
    }
    summary {
      zh
      en
    }
    plan {
      durationMonths
      theoryHours
      rotationWeeks
      rotations {
        code
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OpenClassFormQuery, OpenClassFormQueryVariables>;
export const OpenTrainingClassDocument = new TypedDocumentString(`
    mutation OpenTrainingClass($input: OpenTrainingClassInput!) {
  openTrainingClass(input: $input) {
    id
    code
  }
}
    `) as unknown as TypedDocumentString<OpenTrainingClassMutation, OpenTrainingClassMutationVariables>;
export const OpenClassesDocument = new TypedDocumentString(`
    query OpenClasses($offset: Int!, $limit: Int!) {
  openClasses(offset: $offset, limit: $limit) {
    total
    linked
    rows {
      class {
        id
        title
        baseName
        regionName
        startsOn
        endsOn
        enrolClosesOn
        capacity
        taken
        takenOver
        programmeTitle {
          zh
          en
        }
      }
      eligible
      failed {
        code
        label {
          zh
          en
        }
      }
      preferred
      enrolment {
        id
        state
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OpenClassesQuery, OpenClassesQueryVariables>;
export const OpenClassDocument = new TypedDocumentString(`
    query OpenClass($id: String!) {
  openClass(id: $id) {
    class {
      id
      code
      title
      state
      takenOver
      baseName
      regionName
      ruleVersion
      startsOn
      endsOn
      enrolOpensOn
      enrolClosesOn
      capacity
      taken
      note
      programmeTitle {
        zh
        en
      }
      specialtyLabel {
        zh
        en
      }
    }
    eligibility {
      eligible
      day
      checks {
        code
        passed
        advisory
        label {
          zh
          en
        }
        found {
          zh
          en
        }
        needed {
          zh
          en
        }
      }
    }
    obstacles {
      code
      message
    }
    enrolment {
      id
      state
    }
    employerName
    plan {
      durationMonths
      durationSource
      theoryHours
      theorySource
      attendancePercent
      rotationWeeks
      rotationSource
      areas {
        code
        label {
          zh
          en
        }
        hours
      }
      rotations {
        code
        label {
          zh
          en
        }
        weeks
        minLogbookCases
        minDops
        exitPassPercent
        mustSee
        mustDo
      }
    }
    requirements {
      code
      kind
      labelZh
      labelEn
      noteZh
      noteEn
      unit
      minimum
      source
    }
  }
}
    `) as unknown as TypedDocumentString<OpenClassQuery, OpenClassQueryVariables>;
export const ApplyToClassDocument = new TypedDocumentString(`
    mutation ApplyToClass($input: ApplyInput!) {
  applyToClass(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<ApplyToClassMutation, ApplyToClassMutationVariables>;
export const ConfirmationsDocument = new TypedDocumentString(`
    query Confirmations($offset: Int!, $limit: Int!, $search: String, $state: String) {
  confirmations(offset: $offset, limit: $limit, search: $search, state: $state) {
    total
    pending
    rows {
      id
      personName
      department
      state
      appliedAt
      classTitle
      baseName
      preferred
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmationsQuery, ConfirmationsQueryVariables>;
export const ConfirmEnrolmentDocument = new TypedDocumentString(`
    mutation ConfirmEnrolment($input: OpinionInput!) {
  confirmEnrolment(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<ConfirmEnrolmentMutation, ConfirmEnrolmentMutationVariables>;
export const ReturnEnrolmentDocument = new TypedDocumentString(`
    mutation ReturnEnrolment($input: EnrolmentReasonInput!) {
  returnEnrolment(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<ReturnEnrolmentMutation, ReturnEnrolmentMutationVariables>;
export const ConsortiaPageDocument = new TypedDocumentString(`
    query ConsortiaPage($offset: Int!, $limit: Int!) {
  consortiaOfArea(offset: $offset, limit: $limit) {
    total
    rows {
      id
      name
      kind
      regionName
      leadName
      members
      startOn
      endOn
    }
  }
}
    `) as unknown as TypedDocumentString<ConsortiaPageQuery, ConsortiaPageQueryVariables>;
export const ConsortiumPageDocument = new TypedDocumentString(`
    query ConsortiumPage($id: String!) {
  consortium(id: $id) {
    id
    name
    kind
    regionName
    leadInstitutionId
    leadName
    members
    startOn
    endOn
    list {
      id
      institutionId
      name
      type
      level
      grade
      startOn
      endOn
      endReason
    }
    steps {
      id
      at
      actorName
      role
      event
      opinion
      details
    }
  }
}
    `) as unknown as TypedDocumentString<ConsortiumPageQuery, ConsortiumPageQueryVariables>;
export const WorkforceMembersDocument = new TypedDocumentString(`
    query WorkforceMembers($regionCode: String!, $asOf: String!, $known: String, $category: String!, $column: String!, $search: String, $offset: Int!, $limit: Int!) {
  workforceMembers(
    regionCode: $regionCode
    asOf: $asOf
    known: $known
    category: $category
    column: $column
    search: $search
    offset: $offset
    limit: $limit
  ) {
    total
    ruleVersion
    rows {
      personId
      name
      sex
      regionCode
      regionName
      institutionName
      bases
      startOn
      endOn
      licenceLevel
    }
  }
}
    `) as unknown as TypedDocumentString<WorkforceMembersQuery, WorkforceMembersQueryVariables>;
export const MyImportsDocument = new TypedDocumentString(`
    query MyImports($offset: Int!, $limit: Int!) {
  registryImports(offset: $offset, limit: $limit) {
    total
    rows {
      id
      kind
      fileName
      state
      createdAt
      absentEnded
      counts {
        total
        faulty
        toCreate
        toUpdate
        same
        created
        updated
        unchanged
        refused
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MyImportsQuery, MyImportsQueryVariables>;
export const ImportCentreTemplateDocument = new TypedDocumentString(`
    query ImportCentreTemplate($kind: ImportKind!) {
  importTemplate(kind: $kind)
}
    `) as unknown as TypedDocumentString<ImportCentreTemplateQuery, ImportCentreTemplateQueryVariables>;
export const ImportPageDocument = new TypedDocumentString(`
    query ImportPage($id: String!, $offset: Int!, $limit: Int!, $filter: ImportRowFilter) {
  registryImport(id: $id) {
    id
    kind
    fileName
    state
    policy
    createdAt
    finishedAt
    unknownColumns
    fault
    absentKnown
    absentPolicy
    absentOn
    absentReason
    absentEnded
    stage {
      state
      total
      done
      failed
      skipped
    }
    write {
      state
      total
      done
      failed
      skipped
    }
    counts {
      total
      staged
      faulty
      toCreate
      toUpdate
      same
      created
      updated
      unchanged
      refused
    }
  }
  registryImportAbsent(id: $id, limit: 1) {
    total
  }
  registryImportRows(id: $id, offset: $offset, limit: $limit, filter: $filter) {
    total
    rows {
      rowNo
      state
      effect
      objectId
      faults {
        column
        code
        message
      }
      cells {
        column
        label
        value
        wrong
        words
        day
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImportPageQuery, ImportPageQueryVariables>;
export const CancelRegistryImportDocument = new TypedDocumentString(`
    mutation CancelRegistryImport($id: String!) {
  cancelImport(id: $id)
}
    `) as unknown as TypedDocumentString<CancelRegistryImportMutation, CancelRegistryImportMutationVariables>;
export const OrderReturnedDocument = new TypedDocumentString(`
    mutation OrderReturned($id: String!) {
  orderReturnedList(id: $id)
}
    `) as unknown as TypedDocumentString<OrderReturnedMutation, OrderReturnedMutationVariables>;
export const ImportOriginalLinkDocument = new TypedDocumentString(`
    query ImportOriginalLink($id: String!) {
  importOriginal(id: $id)
}
    `) as unknown as TypedDocumentString<ImportOriginalLinkQuery, ImportOriginalLinkQueryVariables>;
export const ImportTemplateLinkDocument = new TypedDocumentString(`
    query ImportTemplateLink($kind: ImportKind!) {
  importTemplate(kind: $kind)
}
    `) as unknown as TypedDocumentString<ImportTemplateLinkQuery, ImportTemplateLinkQueryVariables>;
export const StartRegistryImportDocument = new TypedDocumentString(`
    mutation StartRegistryImport($input: StartImportInput!) {
  startImport(input: $input)
}
    `) as unknown as TypedDocumentString<StartRegistryImportMutation, StartRegistryImportMutationVariables>;
export const InstitutionListDocument = new TypedDocumentString(`
    query InstitutionList($offset: Int!, $limit: Int!, $filter: InstitutionFilterInput) {
  institutions(offset: $offset, limit: $limit, filter: $filter) {
    total
    rows {
      id
      name
      regionName
      type
      level
      grade
      ownership
      medical
      closed
      closedOn
      staff
      rehabPhysicians
      therapists
      units
      designations
    }
  }
}
    `) as unknown as TypedDocumentString<InstitutionListQuery, InstitutionListQueryVariables>;
export const InstitutionPageDocument = new TypedDocumentString(`
    query InstitutionPage($id: String!) {
  institution(id: $id) {
    id
    name
    uscc
    usccOverrideReason
    type
    level
    grade
    ownership
    adminLevel
    countyCode
    regionName
    medical
    permitNo
    openedOn
    closedOn
    closeReason
    successorId
    successorName
    closed
    staff
    physicians
    rehabPhysicians
    therapists
    filed
    updatedAt
    departments {
      name
      staff
    }
  }
  institutionPlaces(id: $id) {
    mayEdit
    mayKeepUnits
    units {
      id
      kind
      name
      beds
      startOn
      endOn
      endReason
      current
    }
    designations {
      id
      kind
      level
      regionName
      unitName
      documentNo
      startOn
      endOn
      endReason
      current
      mayEnd
    }
    consortia {
      id
      consortiumId
      name
      kind
      lead
      startOn
      endOn
      current
    }
    counties {
      countyCode
      countyName
      startOn
      endOn
      reason
    }
    predecessors {
      id
      name
      closedOn
    }
    steps {
      id
      at
      actorName
      role
      event
      opinion
      details
    }
  }
}
    `) as unknown as TypedDocumentString<InstitutionPageQuery, InstitutionPageQueryVariables>;
export const MyEnrolmentsDocument = new TypedDocumentString(`
    query MyEnrolments {
  myEnrolments {
    id
    state
    reason
    appliedAt
    classTitle
    startsOn
    endsOn
    baseName
    employerName
    programmeTitle {
      zh
      en
    }
  }
}
    `) as unknown as TypedDocumentString<MyEnrolmentsQuery, MyEnrolmentsQueryVariables>;
export const MyEnrolmentDocument = new TypedDocumentString(`
    query MyEnrolment($id: String!) {
  enrolment(id: $id) {
    id
    state
    reason
    statement
    ruleVersion
    appliedAt
    classId
    classCode
    classTitle
    startsOn
    endsOn
    baseName
    employerName
    acts
    startedAt
    programmeTitle {
      zh
      en
    }
    eligibility {
      eligible
      day
      checks {
        code
        passed
        advisory
        label {
          zh
          en
        }
        found {
          zh
          en
        }
        needed {
          zh
          en
        }
      }
    }
    plan {
      durationMonths
      durationSource
      theoryHours
      theorySource
      attendancePercent
      rotationWeeks
      rotationSource
      areas {
        code
        label {
          zh
          en
        }
        hours
      }
      rotations {
        code
        label {
          zh
          en
        }
        weeks
        minLogbookCases
        minDops
        exitPassPercent
        mustSee
        mustDo
      }
    }
    requirements {
      code
      kind
      labelZh
      labelEn
      noteZh
      noteEn
      courseCode
      paperCode
      unit
      minimum
      maximum
      maxAttempts
      externalExaminer
      source
      value
      onDay
      met
      attempts
    }
    timeline {
      id
      at
      actorName
      role
      organisationName
      event
      opinion
      details
    }
  }
}
    `) as unknown as TypedDocumentString<MyEnrolmentQuery, MyEnrolmentQueryVariables>;
export const WithdrawEnrolmentDocument = new TypedDocumentString(`
    mutation WithdrawEnrolment($input: EnrolmentReasonInput!) {
  withdrawEnrolment(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<WithdrawEnrolmentMutation, WithdrawEnrolmentMutationVariables>;
export const ResubmitEnrolmentDocument = new TypedDocumentString(`
    mutation ResubmitEnrolment($input: ResubmitInput!) {
  resubmitEnrolment(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<ResubmitEnrolmentMutation, ResubmitEnrolmentMutationVariables>;
export const PeopleListDocument = new TypedDocumentString(`
    query PeopleList($offset: Int!, $limit: Int!, $filter: PeopleFilterInput, $sort: String, $descending: Boolean!) {
  people(
    offset: $offset
    limit: $limit
    filter: $filter
    sort: $sort
    descending: $descending
  ) {
    total
    rows {
      id
      name
      citizenIdMasked
      standing
      institutionName
      regionName
      department
      licenceLevel
      category
      scopes
      suspended
      title
      therapist
    }
  }
}
    `) as unknown as TypedDocumentString<PeopleListQuery, PeopleListQueryVariables>;
export const DuplicateCandidatesDocument = new TypedDocumentString(`
    query DuplicateCandidates($offset: Int!, $limit: Int!) {
  duplicateCandidates(offset: $offset, limit: $limit) {
    total
    rows {
      id
      rules
      a {
        id
        name
        sex
        birthDate
        citizenIdTail
        institutionName
        regionName
      }
      b {
        id
        name
        sex
        birthDate
        citizenIdTail
        institutionName
        regionName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DuplicateCandidatesQuery, DuplicateCandidatesQueryVariables>;
export const ComparePeopleDocument = new TypedDocumentString(`
    query ComparePeople($a: String!, $b: String!, $purpose: String!) {
  comparePeople(a: $a, b: $b, purpose: $purpose) {
    ...RecordFacts
  }
}
    fragment RecordFacts on PersonRecord {
  id
  name
  sex
  birthDate
  citizenIdMasked
  phoneMasked
  diedOn
  mergedIntoId
  updatedAt
  asOf
  licences {
    id
    recordedAt
    level
    category
    numberMasked
    startOn
    endOn
    current
    scopes {
      id
      recordedAt
      scope
      startOn
      endOn
      current
    }
    suspensions {
      id
      recordedAt
      startOn
      endOn
      reason
      current
    }
  }
  qualifications {
    id
    recordedAt
    subject
    rank
    obtainedOn
  }
  titles {
    id
    recordedAt
    title
    rank
    qualifiedOn
    appointedOn
  }
  residencies {
    id
    recordedAt
    specialty
    completedOn
  }
  certificates {
    kind
    number
    issuedOn
    validTo
    revokedOn
    cancelledOn
    source
  }
  sites {
    id
    institutionId
    institutionName
    medical
    role
    department
    post
    startOn
    endOn
    endReason
    recordedAt
    current
  }
  educations {
    id
    recordedAt
    level
    school
    major
    graduatedOn
  }
  leaves {
    id
    recordedAt
    kind
    startOn
    endOn
    note
    current
  }
  moves {
    id
    recordedAt
    direction
    provinceCode
    movedOn
    document
  }
  death {
    id
    diedOn
  }
  withdrawn {
    id
    factType
    set
    label
    startOn
    endOn
    recordedAt
    voidedAt
  }
}`) as unknown as TypedDocumentString<ComparePeopleQuery, ComparePeopleQueryVariables>;
export const MergePeopleDocument = new TypedDocumentString(`
    mutation MergePeople($input: MergePeopleInput!) {
  mergePeople(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<MergePeopleMutation, MergePeopleMutationVariables>;
export const DismissDuplicateDocument = new TypedDocumentString(`
    mutation DismissDuplicate($input: DismissDuplicateInput!) {
  dismissDuplicate(input: $input)
}
    `) as unknown as TypedDocumentString<DismissDuplicateMutation, DismissDuplicateMutationVariables>;
export const PopulationBoardDocument = new TypedDocumentString(`
    query PopulationBoard($level: String) {
  regionPopulations(level: $level) {
    regionCode
    regionName
    regionNameEn
    kind
    figures
    stale
    used {
      series
      kind
      referenceDate
      publishedOn
      persons
      precision
      source
    }
  }
  populationSeries {
    code
    kind
    name
    nameEn
    latest
  }
}
    `) as unknown as TypedDocumentString<PopulationBoardQuery, PopulationBoardQueryVariables>;
export const RegionFiguresPageDocument = new TypedDocumentString(`
    query RegionFiguresPage($code: String!) {
  regionFigures(code: $code) {
    region {
      code
      name
      nameEn
      kind
    }
    figures {
      series
      kind
      referenceDate
      publishedOn
      persons
      precision
      source
      used
      superseded
    }
  }
  populationSeries {
    code
    kind
    name
    nameEn
    latest
  }
}
    `) as unknown as TypedDocumentString<RegionFiguresPageQuery, RegionFiguresPageQueryVariables>;
export const AskCorrectionDocument = new TypedDocumentString(`
    mutation AskCorrection($input: AskCorrectionInput!) {
  askCorrection(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<AskCorrectionMutation, AskCorrectionMutationVariables>;
export const RegionTreePageDocument = new TypedDocumentString(`
    query RegionTreePage {
  regionTree {
    code
    name
    nameEn
    kind
    parentCode
    validFrom
    validTo
    autonomous
    successorCode
    note
    institutions
  }
}
    `) as unknown as TypedDocumentString<RegionTreePageQuery, RegionTreePageQueryVariables>;
export const ReportCitiesDocument = new TypedDocumentString(`
    query ReportCities {
  goalBoard {
    rows {
      code
      name
      nameEn
    }
  }
}
    `) as unknown as TypedDocumentString<ReportCitiesQuery, ReportCitiesQueryVariables>;
export const PublicBasesDocument = new TypedDocumentString(`
    query PublicBases($offset: Int!, $limit: Int!, $search: String, $province: String, $trainingType: String) {
  publicBases(
    offset: $offset
    limit: $limit
    search: $search
    province: $province
    trainingType: $trainingType
  ) {
    total
    rows {
      id
      institutionName
      cityName
      regionName
      capacityPerYear
      plaqueNumber
      validFrom
      validTo
      trainingTypeLabel {
        zh
        en
      }
      designationKindLabel {
        zh
        en
      }
      specialtyLabels {
        zh
        en
      }
    }
  }
  baseRule {
    version
    title {
      zh
      en
    }
    validityYears {
      value
      source {
        zh
        en
      }
    }
    trainingTypes {
      code
      label {
        zh
        en
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PublicBasesQuery, PublicBasesQueryVariables>;