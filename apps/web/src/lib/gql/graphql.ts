/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type BaseStatusInput = {
  id: string;
  reason: string;
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

export type RemoveBaseInput = {
  /** When and how the base was heard */
  hearing: string;
  id: string;
  reason: string;
};

export type GoalBoardQueryVariables = Exact<{
  regionCode?: string | null | undefined;
  asOf?: string | null | undefined;
  populationMode?: string | null | undefined;
}>;


export type GoalBoardQuery = { goalBoard: { asOf: string, referenceOnly: boolean, managementFigures: boolean, ruleVersion: string, ruleSource: string, populationSource: string | null, populationMode: string | null, planTitle: { zh: string, en: string } | null, targets: Array<{ key: string, value: string, dueOn: string, clause: string, quote: string, category: string, label: { zh: string, en: string } }>, ruleName: { zh: string, en: string }, ruleSummary: { zh: string, en: string }, populationSummary: { zh: string, en: string } | null, populationModes: Array<{ code: string, label: { zh: string, en: string } }>, total: { code: string, name: string, nameEn: string, kind: string, population: { status: string, persons: number | null, series: string | null, referenceDate: string | null, publishedOn: string | null, precision: number | null }, physicians: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string }, therapists: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string } }, rows: Array<{ code: string, name: string, nameEn: string, kind: string, population: { status: string, persons: number | null, series: string | null, referenceDate: string | null, publishedOn: string | null, precision: number | null }, physicians: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string }, therapists: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string } }> } };

export type GoalRowPartsFragment = { code: string, name: string, nameEn: string, kind: string, population: { status: string, persons: number | null, series: string | null, referenceDate: string | null, publishedOn: string | null, precision: number | null }, physicians: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string }, therapists: { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string } };

export type GoalFigurePartsFragment = { target: string, registered: number, certified: number, union: number, required: number | null, gap: number | null, surplus: number | null, rateShown: string | null, status: string };

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