/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query GoalBoard($regionCode: String, $asOf: String, $populationMode: String) {\n    goalBoard(regionCode: $regionCode, asOf: $asOf, populationMode: $populationMode) {\n      asOf\n      referenceOnly\n      managementFigures\n      planTitle { zh en }\n      targets { key label { zh en } value dueOn clause quote category }\n      ruleVersion\n      ruleName { zh en }\n      ruleSummary { zh en }\n      ruleSource\n      populationSummary { zh en }\n      populationSource\n      populationMode\n      populationModes { code label { zh en } }\n      total { ...GoalRowParts }\n      rows { ...GoalRowParts }\n    }\n  }\n  fragment GoalRowParts on GoalRow {\n    code name nameEn kind\n    population { status persons series referenceDate publishedOn precision }\n    physicians { ...GoalFigureParts }\n    therapists { ...GoalFigureParts }\n  }\n  fragment GoalFigureParts on GoalFigure {\n    target registered certified union required gap surplus rateShown status\n  }\n": typeof types.GoalBoardDocument,
    "\n  query AccreditationList($offset: Int!, $limit: Int!, $search: String, $state: String, $trainingType: String) {\n    accreditations(offset: $offset, limit: $limit, search: $search, state: $state, trainingType: $trainingType) {\n      total\n      live\n      suspended\n      endingSoon\n      rows {\n        id institutionName regionName cityName capacityPerYear plaqueNumber validTo daysLeft state\n        trainingTypeLabel { zh en }\n      }\n    }\n    baseRule { trainingTypes { code label { zh en } } }\n  }\n": typeof types.AccreditationListDocument,
    "\n  query AccreditationDetail($id: String!) {\n    accreditation(id: $id) {\n      id institutionName level grade cityName regionName capacityPerYear plaqueNumber validFrom validTo daysLeft state stateSince\n      trainingTypeLabel { zh en }\n      designationKindLabel { zh en }\n      specialtyLabels { zh en }\n      decisionNumber decisionText opinion ruleVersion acts barredUntil\n      validitySource { zh en }\n      ruleTitle { zh en }\n      evidence { name size url }\n      timeline { id at actorName role organisationName event opinion details }\n    }\n    baseRule { barMonthsAfterRemoval { value } }\n  }\n": typeof types.AccreditationDetailDocument,
    "mutation SuspendBase($input: BaseStatusInput!) { suspendAccreditation(input: $input) { id state } }": typeof types.SuspendBaseDocument,
    "mutation RestoreBase($input: BaseStatusInput!) { restoreAccreditation(input: $input) { id state } }": typeof types.RestoreBaseDocument,
    "mutation RemoveBase($input: RemoveBaseInput!) { removeAccreditation(input: $input) { id state } }": typeof types.RemoveBaseDocument,
    "\n  query GrantRule {\n    baseRule {\n      version\n      validityYears { value source { zh en } }\n      maxCapacityPerYear { value }\n      plaquePattern\n      trainingTypes { code label { zh en } }\n      designationKinds { code label { zh en } }\n      specialties { code label { zh en } }\n    }\n  }\n": typeof types.GrantRuleDocument,
    "\n    query GrantCandidates($search: String!) {\n      accreditationCandidates(search: $search) { id name regionName heldTypes }\n    }\n  ": typeof types.GrantCandidatesDocument,
    "\n    mutation GrantAccreditation($input: GrantAccreditationInput!) {\n      grantAccreditation(input: $input) { id plaqueNumber }\n    }\n  ": typeof types.GrantAccreditationDocument,
    "\n  query WorkforceMembers($regionCode: String!, $asOf: String!, $category: String!, $column: String!, $search: String, $offset: Int!, $limit: Int!) {\n    workforceMembers(regionCode: $regionCode, asOf: $asOf, category: $category, column: $column, search: $search, offset: $offset, limit: $limit) {\n      total\n      ruleVersion\n      rows { personId name sex regionCode regionName institutionName bases startOn endOn licenceLevel }\n    }\n  }\n": typeof types.WorkforceMembersDocument,
    "\n    query CountingExplanation($personId: String!, $day: String!) {\n      countingExplanation(personId: $personId, day: $day) { counted category bases startOn endOn basesHeld { basis startOn endOn } ruleVersion }\n    }\n  ": typeof types.CountingExplanationDocument,
    "\n  query PublicBases($offset: Int!, $limit: Int!, $search: String, $province: String, $trainingType: String) {\n    publicBases(offset: $offset, limit: $limit, search: $search, province: $province, trainingType: $trainingType) {\n      total\n      rows {\n        id institutionName cityName regionName capacityPerYear plaqueNumber validFrom validTo\n        trainingTypeLabel { zh en }\n        designationKindLabel { zh en }\n        specialtyLabels { zh en }\n      }\n    }\n    baseRule { version title { zh en } validityYears { value source { zh en } } trainingTypes { code label { zh en } } }\n  }\n": typeof types.PublicBasesDocument,
};
const documents: Documents = {
    "\n  query GoalBoard($regionCode: String, $asOf: String, $populationMode: String) {\n    goalBoard(regionCode: $regionCode, asOf: $asOf, populationMode: $populationMode) {\n      asOf\n      referenceOnly\n      managementFigures\n      planTitle { zh en }\n      targets { key label { zh en } value dueOn clause quote category }\n      ruleVersion\n      ruleName { zh en }\n      ruleSummary { zh en }\n      ruleSource\n      populationSummary { zh en }\n      populationSource\n      populationMode\n      populationModes { code label { zh en } }\n      total { ...GoalRowParts }\n      rows { ...GoalRowParts }\n    }\n  }\n  fragment GoalRowParts on GoalRow {\n    code name nameEn kind\n    population { status persons series referenceDate publishedOn precision }\n    physicians { ...GoalFigureParts }\n    therapists { ...GoalFigureParts }\n  }\n  fragment GoalFigureParts on GoalFigure {\n    target registered certified union required gap surplus rateShown status\n  }\n": types.GoalBoardDocument,
    "\n  query AccreditationList($offset: Int!, $limit: Int!, $search: String, $state: String, $trainingType: String) {\n    accreditations(offset: $offset, limit: $limit, search: $search, state: $state, trainingType: $trainingType) {\n      total\n      live\n      suspended\n      endingSoon\n      rows {\n        id institutionName regionName cityName capacityPerYear plaqueNumber validTo daysLeft state\n        trainingTypeLabel { zh en }\n      }\n    }\n    baseRule { trainingTypes { code label { zh en } } }\n  }\n": types.AccreditationListDocument,
    "\n  query AccreditationDetail($id: String!) {\n    accreditation(id: $id) {\n      id institutionName level grade cityName regionName capacityPerYear plaqueNumber validFrom validTo daysLeft state stateSince\n      trainingTypeLabel { zh en }\n      designationKindLabel { zh en }\n      specialtyLabels { zh en }\n      decisionNumber decisionText opinion ruleVersion acts barredUntil\n      validitySource { zh en }\n      ruleTitle { zh en }\n      evidence { name size url }\n      timeline { id at actorName role organisationName event opinion details }\n    }\n    baseRule { barMonthsAfterRemoval { value } }\n  }\n": types.AccreditationDetailDocument,
    "mutation SuspendBase($input: BaseStatusInput!) { suspendAccreditation(input: $input) { id state } }": types.SuspendBaseDocument,
    "mutation RestoreBase($input: BaseStatusInput!) { restoreAccreditation(input: $input) { id state } }": types.RestoreBaseDocument,
    "mutation RemoveBase($input: RemoveBaseInput!) { removeAccreditation(input: $input) { id state } }": types.RemoveBaseDocument,
    "\n  query GrantRule {\n    baseRule {\n      version\n      validityYears { value source { zh en } }\n      maxCapacityPerYear { value }\n      plaquePattern\n      trainingTypes { code label { zh en } }\n      designationKinds { code label { zh en } }\n      specialties { code label { zh en } }\n    }\n  }\n": types.GrantRuleDocument,
    "\n    query GrantCandidates($search: String!) {\n      accreditationCandidates(search: $search) { id name regionName heldTypes }\n    }\n  ": types.GrantCandidatesDocument,
    "\n    mutation GrantAccreditation($input: GrantAccreditationInput!) {\n      grantAccreditation(input: $input) { id plaqueNumber }\n    }\n  ": types.GrantAccreditationDocument,
    "\n  query WorkforceMembers($regionCode: String!, $asOf: String!, $category: String!, $column: String!, $search: String, $offset: Int!, $limit: Int!) {\n    workforceMembers(regionCode: $regionCode, asOf: $asOf, category: $category, column: $column, search: $search, offset: $offset, limit: $limit) {\n      total\n      ruleVersion\n      rows { personId name sex regionCode regionName institutionName bases startOn endOn licenceLevel }\n    }\n  }\n": types.WorkforceMembersDocument,
    "\n    query CountingExplanation($personId: String!, $day: String!) {\n      countingExplanation(personId: $personId, day: $day) { counted category bases startOn endOn basesHeld { basis startOn endOn } ruleVersion }\n    }\n  ": types.CountingExplanationDocument,
    "\n  query PublicBases($offset: Int!, $limit: Int!, $search: String, $province: String, $trainingType: String) {\n    publicBases(offset: $offset, limit: $limit, search: $search, province: $province, trainingType: $trainingType) {\n      total\n      rows {\n        id institutionName cityName regionName capacityPerYear plaqueNumber validFrom validTo\n        trainingTypeLabel { zh en }\n        designationKindLabel { zh en }\n        specialtyLabels { zh en }\n      }\n    }\n    baseRule { version title { zh en } validityYears { value source { zh en } } trainingTypes { code label { zh en } } }\n  }\n": types.PublicBasesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GoalBoard($regionCode: String, $asOf: String, $populationMode: String) {\n    goalBoard(regionCode: $regionCode, asOf: $asOf, populationMode: $populationMode) {\n      asOf\n      referenceOnly\n      managementFigures\n      planTitle { zh en }\n      targets { key label { zh en } value dueOn clause quote category }\n      ruleVersion\n      ruleName { zh en }\n      ruleSummary { zh en }\n      ruleSource\n      populationSummary { zh en }\n      populationSource\n      populationMode\n      populationModes { code label { zh en } }\n      total { ...GoalRowParts }\n      rows { ...GoalRowParts }\n    }\n  }\n  fragment GoalRowParts on GoalRow {\n    code name nameEn kind\n    population { status persons series referenceDate publishedOn precision }\n    physicians { ...GoalFigureParts }\n    therapists { ...GoalFigureParts }\n  }\n  fragment GoalFigureParts on GoalFigure {\n    target registered certified union required gap surplus rateShown status\n  }\n"): typeof import('./graphql').GoalBoardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccreditationList($offset: Int!, $limit: Int!, $search: String, $state: String, $trainingType: String) {\n    accreditations(offset: $offset, limit: $limit, search: $search, state: $state, trainingType: $trainingType) {\n      total\n      live\n      suspended\n      endingSoon\n      rows {\n        id institutionName regionName cityName capacityPerYear plaqueNumber validTo daysLeft state\n        trainingTypeLabel { zh en }\n      }\n    }\n    baseRule { trainingTypes { code label { zh en } } }\n  }\n"): typeof import('./graphql').AccreditationListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccreditationDetail($id: String!) {\n    accreditation(id: $id) {\n      id institutionName level grade cityName regionName capacityPerYear plaqueNumber validFrom validTo daysLeft state stateSince\n      trainingTypeLabel { zh en }\n      designationKindLabel { zh en }\n      specialtyLabels { zh en }\n      decisionNumber decisionText opinion ruleVersion acts barredUntil\n      validitySource { zh en }\n      ruleTitle { zh en }\n      evidence { name size url }\n      timeline { id at actorName role organisationName event opinion details }\n    }\n    baseRule { barMonthsAfterRemoval { value } }\n  }\n"): typeof import('./graphql').AccreditationDetailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SuspendBase($input: BaseStatusInput!) { suspendAccreditation(input: $input) { id state } }"): typeof import('./graphql').SuspendBaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RestoreBase($input: BaseStatusInput!) { restoreAccreditation(input: $input) { id state } }"): typeof import('./graphql').RestoreBaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RemoveBase($input: RemoveBaseInput!) { removeAccreditation(input: $input) { id state } }"): typeof import('./graphql').RemoveBaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GrantRule {\n    baseRule {\n      version\n      validityYears { value source { zh en } }\n      maxCapacityPerYear { value }\n      plaquePattern\n      trainingTypes { code label { zh en } }\n      designationKinds { code label { zh en } }\n      specialties { code label { zh en } }\n    }\n  }\n"): typeof import('./graphql').GrantRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query GrantCandidates($search: String!) {\n      accreditationCandidates(search: $search) { id name regionName heldTypes }\n    }\n  "): typeof import('./graphql').GrantCandidatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation GrantAccreditation($input: GrantAccreditationInput!) {\n      grantAccreditation(input: $input) { id plaqueNumber }\n    }\n  "): typeof import('./graphql').GrantAccreditationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorkforceMembers($regionCode: String!, $asOf: String!, $category: String!, $column: String!, $search: String, $offset: Int!, $limit: Int!) {\n    workforceMembers(regionCode: $regionCode, asOf: $asOf, category: $category, column: $column, search: $search, offset: $offset, limit: $limit) {\n      total\n      ruleVersion\n      rows { personId name sex regionCode regionName institutionName bases startOn endOn licenceLevel }\n    }\n  }\n"): typeof import('./graphql').WorkforceMembersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query CountingExplanation($personId: String!, $day: String!) {\n      countingExplanation(personId: $personId, day: $day) { counted category bases startOn endOn basesHeld { basis startOn endOn } ruleVersion }\n    }\n  "): typeof import('./graphql').CountingExplanationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PublicBases($offset: Int!, $limit: Int!, $search: String, $province: String, $trainingType: String) {\n    publicBases(offset: $offset, limit: $limit, search: $search, province: $province, trainingType: $trainingType) {\n      total\n      rows {\n        id institutionName cityName regionName capacityPerYear plaqueNumber validFrom validTo\n        trainingTypeLabel { zh en }\n        designationKindLabel { zh en }\n        specialtyLabels { zh en }\n      }\n    }\n    baseRule { version title { zh en } validityYears { value source { zh en } } trainingTypes { code label { zh en } } }\n  }\n"): typeof import('./graphql').PublicBasesDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
