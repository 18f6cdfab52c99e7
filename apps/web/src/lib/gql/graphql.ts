/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type ApplyInput = {
  classId: string;
  statement?: string | null | undefined;
};

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

export type BaseStatusInput = {
  id: string;
  reason: string;
};

export type CellFixInput = {
  column: string;
  value: string;
};

export type ConfirmImportInput = {
  id: string;
  policy: ImportPolicy;
};

export type EnrolmentReasonInput = {
  enrolmentId: string;
  reason: string;
};

export type ExportPeopleInput = {
  filter?: PeopleFilterInput | null | undefined;
  purpose: string;
};

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

export type ImportKind =
  | 'INSTITUTIONS'
  | 'PEOPLE';

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
  level?: string | null | undefined;
  regionCode?: string | null | undefined;
  search?: string | null | undefined;
  /** OPEN (default) · CLOSED · ALL */
  standing?: string | null | undefined;
  type?: string | null | undefined;
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

export type RemoveBaseInput = {
  /** When and how the base was heard */
  hearing: string;
  id: string;
  reason: string;
};

export type ResubmitInput = {
  enrolmentId: string;
  statement?: string | null | undefined;
};

export type StartImportInput = {
  kind: ImportKind;
  /** Id given by POST /upload */
  uploadId: string;
};

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

export type GoalBoardQueryVariables = Exact<{
  regionCode?: string | null | undefined;
  asOf?: string | null | undefined;
  populationMode?: string | null | undefined;
}>;


export type GoalBoardQuery = { goalBoard: { asOf: string, referenceOnly: boolean, managementFigures: boolean, ruleVersion: string, ruleSource: string, populationSource: string | null, populationMode: string | null, planTitle: { zh: string, en: string } | null, targets: Array<{ key: string, value: string, dueOn: string, clause: string, quote: string, category: string, label: { zh: string, en: string } }>, ruleName: { zh: string, en: string }, ruleSummary: { zh: string, en: string }, populationSummary: { zh: string, en: string } | null, populationModes: Array<{ code: string, label: { zh: string, en: string } }>, total: { code: string, name: string, nameEn: string, kind: string, population: { status: string, persons: number | null, series: string | null, referenceDate: string | null, publishedOn: string | null, precision: number | null }, physicians: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string }, therapists: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string } }, rows: Array<{ code: string, name: string, nameEn: string, kind: string, population: { status: string, persons: number | null, series: string | null, referenceDate: string | null, publishedOn: string | null, precision: number | null }, physicians: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string }, therapists: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string } }> } };

export type GoalRowPartsFragment = { code: string, name: string, nameEn: string, kind: string, population: { status: string, persons: number | null, series: string | null, referenceDate: string | null, publishedOn: string | null, precision: number | null }, physicians: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string }, therapists: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string } };

export type GoalFigurePartsFragment = { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string };

export type ConfirmRegistryImportMutationVariables = Exact<{
  input: ConfirmImportInput;
}>;


export type ConfirmRegistryImportMutation = { confirmImport: boolean };

export type ExportJobQueryVariables = Exact<{
  id: string;
}>;


export type ExportJobQuery = { workJob: { state: string, total: number, done: number, error: string | null, resultLink: string | null, resultName: string | null } };

export type FixRowMutationVariables = Exact<{
  input: FixImportRowInput;
}>;


export type FixRowMutation = { fixImportRow: boolean };

export type PersonPageQueryVariables = Exact<{
  id: string;
  purpose: string;
}>;


export type PersonPageQuery = { person: { id: string, name: string, sex: string, birthDate: string, citizenIdMasked: string, phoneMasked: string | null, diedOn: string | null, mergedIntoId: string | null, updatedAt: string, asOf: string, licences: Array<{ level: string, category: string, numberMasked: string | null, startOn: string, endOn: string | null, current: boolean, scopes: Array<{ scope: string, startOn: string, endOn: string | null, current: boolean }>, suspensions: Array<{ startOn: string, endOn: string | null, reason: string | null, current: boolean }> }>, qualifications: Array<{ subject: string, rank: string, obtainedOn: string }>, titles: Array<{ title: string, rank: string, qualifiedOn: string, appointedOn: string | null }>, residencies: Array<{ specialty: string, completedOn: string | null }>, certificates: Array<{ kind: string, number: string, issuedOn: string, validTo: string | null, revokedOn: string | null, cancelledOn: string | null, source: string }>, sites: Array<{ institutionId: string, institutionName: string, medical: boolean, role: string, department: string | null, post: string | null, startOn: string, endOn: string | null, current: boolean }> } };

export type MyRecordQueryVariables = Exact<{
  offset: number;
}>;


export type MyRecordQuery = { myRecord: { id: string, name: string, sex: string, birthDate: string, citizenIdMasked: string, phoneMasked: string | null, diedOn: string | null, mergedIntoId: string | null, updatedAt: string, asOf: string, licences: Array<{ level: string, category: string, numberMasked: string | null, startOn: string, endOn: string | null, current: boolean, scopes: Array<{ scope: string, startOn: string, endOn: string | null, current: boolean }>, suspensions: Array<{ startOn: string, endOn: string | null, reason: string | null, current: boolean }> }>, qualifications: Array<{ subject: string, rank: string, obtainedOn: string }>, titles: Array<{ title: string, rank: string, qualifiedOn: string, appointedOn: string | null }>, residencies: Array<{ specialty: string, completedOn: string | null }>, certificates: Array<{ kind: string, number: string, issuedOn: string, validTo: string | null, revokedOn: string | null, cancelledOn: string | null, source: string }>, sites: Array<{ institutionId: string, institutionName: string, medical: boolean, role: string, department: string | null, post: string | null, startOn: string, endOn: string | null, current: boolean }> }, myRecordAccess: { total: number, rows: Array<{ id: string, at: string, role: string, organisationName: string | null, act: string, purpose: string }> } };

export type RecordFactsFragment = { id: string, name: string, sex: string, birthDate: string, citizenIdMasked: string, phoneMasked: string | null, diedOn: string | null, mergedIntoId: string | null, updatedAt: string, asOf: string, licences: Array<{ level: string, category: string, numberMasked: string | null, startOn: string, endOn: string | null, current: boolean, scopes: Array<{ scope: string, startOn: string, endOn: string | null, current: boolean }>, suspensions: Array<{ startOn: string, endOn: string | null, reason: string | null, current: boolean }> }>, qualifications: Array<{ subject: string, rank: string, obtainedOn: string }>, titles: Array<{ title: string, rank: string, qualifiedOn: string, appointedOn: string | null }>, residencies: Array<{ specialty: string, completedOn: string | null }>, certificates: Array<{ kind: string, number: string, issuedOn: string, validTo: string | null, revokedOn: string | null, cancelledOn: string | null, source: string }>, sites: Array<{ institutionId: string, institutionName: string, medical: boolean, role: string, department: string | null, post: string | null, startOn: string, endOn: string | null, current: boolean }> };

export type RegionsBelowQueryVariables = Exact<{
  province?: string | null | undefined;
}>;


export type RegionsBelowQuery = { regions: Array<{ code: string, name: string, nameEn: string, kind: string, parentCode: string | null }> };

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

export type GrantRuleQueryVariables = Exact<{ [key: string]: never; }>;


export type GrantRuleQuery = { baseRule: { version: string, plaquePattern: string, validityYears: { value: number, source: { zh: string, en: string } }, maxCapacityPerYear: { value: number }, trainingTypes: Array<{ code: string, label: { zh: string, en: string } }>, designationKinds: Array<{ code: string, label: { zh: string, en: string } }>, specialties: Array<{ code: string, label: { zh: string, en: string } }> } };

export type GrantCandidatesQueryVariables = Exact<{
  search: string;
}>;


export type GrantCandidatesQuery = { accreditationCandidates: Array<{ id: string, name: string, regionName: string | null, heldTypes: Array<string> }> };

export type GrantAccreditationMutationVariables = Exact<{
  input: GrantAccreditationInput;
}>;


export type GrantAccreditationMutation = { grantAccreditation: { id: string, plaqueNumber: string } };

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

export type WorkforceMembersQueryVariables = Exact<{
  regionCode: string;
  asOf: string;
  category: string;
  column: string;
  search?: string | null | undefined;
  offset: number;
  limit: number;
}>;


export type WorkforceMembersQuery = { workforceMembers: { total: number, ruleVersion: string, rows: Array<{ personId: string, name: string, sex: string, regionCode: string, regionName: string | null, institutionName: string | null, bases: Array<string>, startOn: string, endOn: string | null, licenceLevel: number | null }> } };

export type CountingExplanationQueryVariables = Exact<{
  personId: string;
  day: string;
}>;


export type CountingExplanationQuery = { countingExplanation: { counted: boolean, category: string | null, bases: Array<string>, startOn: string | null, endOn: string | null, ruleVersion: string, basesHeld: Array<{ basis: string, startOn: string, endOn: string | null }> } };

export type ImportPageQueryVariables = Exact<{
  id: string;
  offset: number;
  limit: number;
  filter?: ImportRowFilter | null | undefined;
}>;


export type ImportPageQuery = { registryImport: { id: string, kind: ImportKind, fileName: string, state: string, policy: ImportPolicy | null, createdAt: string, finishedAt: string | null, unknownColumns: Array<string>, fault: string | null, stage: { state: string, total: number, done: number, failed: number, skipped: number } | null, write: { state: string, total: number, done: number, failed: number, skipped: number } | null, counts: { total: number, staged: number, faulty: number, toCreate: number, toUpdate: number, same: number, created: number, updated: number, unchanged: number, refused: number } }, registryImportRows: { total: number, rows: Array<{ rowNo: number, state: string, effect: string | null, objectId: string | null, faults: Array<{ column: string | null, code: string, message: string }>, cells: Array<{ column: string, label: string, value: string, wrong: boolean, words: Array<string>, day: boolean }> }> } };

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

export type MyImportsQueryVariables = Exact<{
  offset: number;
  limit: number;
}>;


export type MyImportsQuery = { registryImports: { total: number, rows: Array<{ id: string, kind: ImportKind, fileName: string, state: string, createdAt: string, counts: { total: number } }> } };

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


export type InstitutionListQuery = { institutions: { total: number, rows: Array<{ id: string, name: string, regionName: string, type: string, level: string, grade: string, ownership: string, medical: boolean, closed: boolean, closedOn: string | null, staff: number, rehabPhysicians: number, therapists: number }> } };

export type ExportInstitutionListMutationVariables = Exact<{
  filter?: InstitutionFilterInput | null | undefined;
}>;


export type ExportInstitutionListMutation = { exportInstitutions: string };

export type InstitutionPageQueryVariables = Exact<{
  id: string;
}>;


export type InstitutionPageQuery = { institution: { id: string, name: string, uscc: string | null, usccOverrideReason: string | null, type: string, level: string, grade: string, ownership: string, adminLevel: string, regionName: string, medical: boolean, openedOn: string, closedOn: string | null, closed: boolean, staff: number, physicians: number, rehabPhysicians: number, therapists: number, filed: number, updatedAt: string, departments: Array<{ name: string | null, staff: number }> } };

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

export type ExportPeopleListMutationVariables = Exact<{
  input: ExportPeopleInput;
}>;


export type ExportPeopleListMutation = { exportPeople: string };

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
    series
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
    level
    category
    numberMasked
    startOn
    endOn
    current
    scopes {
      scope
      startOn
      endOn
      current
    }
    suspensions {
      startOn
      endOn
      reason
      current
    }
  }
  qualifications {
    subject
    rank
    obtainedOn
  }
  titles {
    title
    rank
    qualifiedOn
    appointedOn
  }
  residencies {
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
    institutionId
    institutionName
    medical
    role
    department
    post
    startOn
    endOn
    current
  }
}
    `, {"fragmentName":"RecordFacts"}) as unknown as TypedDocumentString<RecordFactsFragment, unknown>;
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
    series
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
export const ConfirmRegistryImportDocument = new TypedDocumentString(`
    mutation ConfirmRegistryImport($input: ConfirmImportInput!) {
  confirmImport(input: $input)
}
    `) as unknown as TypedDocumentString<ConfirmRegistryImportMutation, ConfirmRegistryImportMutationVariables>;
export const ExportJobDocument = new TypedDocumentString(`
    query ExportJob($id: String!) {
  workJob(id: $id) {
    state
    total
    done
    error
    resultLink
    resultName
  }
}
    `) as unknown as TypedDocumentString<ExportJobQuery, ExportJobQueryVariables>;
export const FixRowDocument = new TypedDocumentString(`
    mutation FixRow($input: FixImportRowInput!) {
  fixImportRow(input: $input)
}
    `) as unknown as TypedDocumentString<FixRowMutation, FixRowMutationVariables>;
export const PersonPageDocument = new TypedDocumentString(`
    query PersonPage($id: String!, $purpose: String!) {
  person(id: $id, purpose: $purpose) {
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
    level
    category
    numberMasked
    startOn
    endOn
    current
    scopes {
      scope
      startOn
      endOn
      current
    }
    suspensions {
      startOn
      endOn
      reason
      current
    }
  }
  qualifications {
    subject
    rank
    obtainedOn
  }
  titles {
    title
    rank
    qualifiedOn
    appointedOn
  }
  residencies {
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
    institutionId
    institutionName
    medical
    role
    department
    post
    startOn
    endOn
    current
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
    level
    category
    numberMasked
    startOn
    endOn
    current
    scopes {
      scope
      startOn
      endOn
      current
    }
    suspensions {
      startOn
      endOn
      reason
      current
    }
  }
  qualifications {
    subject
    rank
    obtainedOn
  }
  titles {
    title
    rank
    qualifiedOn
    appointedOn
  }
  residencies {
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
    institutionId
    institutionName
    medical
    role
    department
    post
    startOn
    endOn
    current
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
    query GrantRule {
  baseRule {
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
    plaquePattern
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
export const WorkforceMembersDocument = new TypedDocumentString(`
    query WorkforceMembers($regionCode: String!, $asOf: String!, $category: String!, $column: String!, $search: String, $offset: Int!, $limit: Int!) {
  workforceMembers(
    regionCode: $regionCode
    asOf: $asOf
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
export const CountingExplanationDocument = new TypedDocumentString(`
    query CountingExplanation($personId: String!, $day: String!) {
  countingExplanation(personId: $personId, day: $day) {
    counted
    category
    bases
    startOn
    endOn
    basesHeld {
      basis
      startOn
      endOn
    }
    ruleVersion
  }
}
    `) as unknown as TypedDocumentString<CountingExplanationQuery, CountingExplanationQueryVariables>;
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
      counts {
        total
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MyImportsQuery, MyImportsQueryVariables>;
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
    }
  }
}
    `) as unknown as TypedDocumentString<InstitutionListQuery, InstitutionListQueryVariables>;
export const ExportInstitutionListDocument = new TypedDocumentString(`
    mutation ExportInstitutionList($filter: InstitutionFilterInput) {
  exportInstitutions(filter: $filter)
}
    `) as unknown as TypedDocumentString<ExportInstitutionListMutation, ExportInstitutionListMutationVariables>;
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
    regionName
    medical
    openedOn
    closedOn
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
export const ExportPeopleListDocument = new TypedDocumentString(`
    mutation ExportPeopleList($input: ExportPeopleInput!) {
  exportPeople(input: $input)
}
    `) as unknown as TypedDocumentString<ExportPeopleListMutation, ExportPeopleListMutationVariables>;
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