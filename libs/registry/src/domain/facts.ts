import type { CodeOf } from './code-sets';

export type RegionKind = 'PROVINCE' | 'PREFECTURE_CITY' | 'DISTRICT' | 'COUNTY' | 'COUNTY_CITY' | 'STATISTICAL_AREA';

export interface RegionRow {
  code: string;
  name: string;
  nameEn: string;
  kind: RegionKind;
  parentCode: string | null;
  autonomous: boolean;
  validFrom: string;
  validTo: string | null;
  successorCode: string | null;
}

export interface InstitutionFacts {
  id: string;
  name: string;
  uscc: string | null;
  type: string;
  level: string;
  grade: string;
  ownership: string;
  adminLevel: string;
  countyCode: string;
  medical: boolean;
  activeFrom: string;
  closedOn: string | null;
}

/**
 * When a fact was told, and until when it was believed: known at instant T are the facts with `recordedAt <= T` and not
 * `voidedAt <= T`; an end told after T (`endRecordedAt > T`) was not known then. Voided facts are given only when asked for.
 */
interface Known {
  id?: string;
  recordedAt?: Date;
  endRecordedAt?: Date | null;
  voidedAt?: Date | null;
}

/** All intervals half-open; `endOn` is the first day it no longer holds. */
export interface SiteFact extends Known {
  institutionId: string;
  institutionName: string;
  countyCode: string;
  medical: boolean;
  role: 'MAIN' | 'FILED';
  department: string | null;
  post: string | null;
  startOn: string;
  endOn: string | null;
  institutionClosedOn?: string | null;
  institutionClosedRecordedAt?: Date | null;
  endReason?: string | null;
}

export interface CertificateFact {
  kind: string;
  number: string;
  issuedOn: string;
  /** printed last day, inclusive */
  validTo: string | null;
  revokedOn: string | null;
  cancelledOn: string | null;
  suspensions?: { startOn: string; endOn: string | null }[];
  recordedAt: Date;
  endRecordedAt?: Date | null;
  source?: string;
}

export interface ScopeFact extends Known {
  scope: string;
  startOn: string;
  endOn: string | null;
}
export interface SuspensionFact extends Known {
  startOn: string;
  endOn: string | null;
  reason?: string;
}
export interface LicenceFact extends Known {
  level: 1 | 2;
  category: CodeOf<'category'>;
  startOn: string;
  endOn: string | null;
  scopes: ScopeFact[];
  suspensions: SuspensionFact[];
}

export interface PersonFacts {
  id: string;
  name: string;
  sex: 'M' | 'F';
  birthDate: string;
  diedOn: string | null;
  mergedIntoId: string | null;
  licences: LicenceFact[];
  qualifications: ({ subject: string; rank: string; obtainedOn: string } & Known)[];
  residencies: ({ specialty: string; completedOn: string | null } & Known)[];
  titles: ({ title: string; rank: string; qualifiedOn: string; appointedOn: string | null } & Known)[];
  certificates: CertificateFact[];
  sites: SiteFact[];
  educations?: ({ level: string; school: string; major: string; graduatedOn: string } & Known)[];
  leaves?: ({ kind: string; startOn: string; endOn: string | null; note: string | null } & Known)[];
  moves?: ({ direction: 'OUT' | 'IN'; provinceCode: string; movedOn: string; document: string | null } & Known)[];
  /** as told and taken back; `diedOn` is what holds now */
  deaths?: ({ diedOn: string } & Known)[];
  /** times this record was a duplicate: into which record, told when, taken back when */
  merges?: { intoId: string; recordedAt: Date; undoneAt: Date | null }[];
}

export interface PopulationFigure {
  regionCode: string;
  series: string;
  kind: string;
  referenceDate: string;
  persons: number;
  precision: number;
  publishedOn: string;
  source: string;
}

/** A department or room while it exists, half-open. */
export interface UnitFact {
  id: string;
  kind: CodeOf<'unitKind'>;
  name: string;
  beds: number | null;
  startOn: string;
  endOn: string | null;
  recordedAt: Date;
}

/** A title an authority gave, half-open. `level` and `regionCode` (the area it answers for) only for a QC centre. */
export interface DesignationFact {
  id: string;
  kind: CodeOf<'designation'>;
  level: CodeOf<'qcLevel'> | null;
  regionCode: string | null;
  unitId: string | null;
  startOn: string;
  endOn: string | null;
  recordedAt: Date;
}

/** An institution as it stood on a day: `countyCode` is the county of that day. */
export interface FacilityFacts extends InstitutionFacts {
  units: UnitFact[];
  designations: DesignationFact[];
}

/** A physician of a rehabilitation department on a day, with the highest rank qualified for and appointed to by then. */
export interface PhysicianOfDepartment {
  institutionId: string;
  personId: string;
  licenceLevel: 1 | 2;
  qualifiedRank: CodeOf<'rank'> | null;
  appointedRank: CodeOf<'rank'> | null;
}
