import type { Day } from '@app/kernel';

export interface TwoLanguages {
  zh: string;
  en: string;
}

export interface EligibilityCheck {
  code: string;
  /** MUST decides; PREFERENCE is shown and never excludes (S2-15) */
  kind: 'MUST' | 'PREFERENCE';
  params: Record<string, unknown>;
  label: TwoLanguages;
  hint: TwoLanguages;
  source: string;
}

export interface EligibilityRule {
  evaluatedOn: string;
  recheckOnIssue: string[];
  overrideRoles: string[];
  checks: EligibilityCheck[];
}

/** A requirement as the content file and the version row hold it. */
export interface RequirementContent {
  code: string;
  kind: 'COURSE' | 'EXAM' | 'ATTESTATION';
  label: TwoLanguages;
  note?: TwoLanguages;
  courseCode?: string;
  paperCode?: string;
  passPercent?: number;
  maxAttempts?: number;
  unit?: 'WEEKS' | 'COUNT' | 'POINTS';
  minimum?: number;
  maximum?: number;
  externalExaminer?: boolean;
}

/** A requirement as the rooms above get it. Numbers that decide are decimal text. */
export interface Requirement {
  code: string;
  kind: 'COURSE' | 'EXAM' | 'ATTESTATION';
  labelZh: string;
  labelEn: string;
  noteZh?: string;
  noteEn?: string;
  courseCode?: string;
  paperCode?: string;
  passPercent?: number;
  maxAttempts?: number;
  unit?: string;
  minimum?: string;
  maximum?: string;
  externalExaminer?: boolean;
  source?: string;
}

export interface TrainingPlan {
  durationMonths: number;
  theory: { hours: number; attendancePercent: number; areas: { code: string; label: TwoLanguages; hours: number }[] };
  rotationWeeks: number;
  rotations: {
    code: string;
    label: TwoLanguages;
    weeks: number;
    exitPassPercent: number;
    minLogbookCases?: number;
    minDops?: number;
    mustSee: string[];
    mustDo: string[];
  }[];
}

/** Where a figure of the version comes from. */
export interface Provenance {
  path: string;
  source: string;
  editable: boolean;
}

export interface CertificateRule {
  kind: string;
  validityMonths: number | null;
  title: TwoLanguages;
}

/** What one version of a programme says: frozen as soon as a class is opened under it. */
export interface VersionContent {
  plan: TrainingPlan;
  eligibility: EligibilityRule;
  requirements: RequirementContent[];
  certificate: CertificateRule;
  sources: Provenance[];
  source: string;
}

export interface VersionDates {
  status: string;
  effectiveFrom: Day;
  effectiveTo: Day | null;
}

/** The version a class that starts on `day` is held under: published, in force, the newest. */
export function versionOn<V extends VersionDates & { version: number }>(
  versions: readonly V[],
  day: Day,
): V | undefined {
  return versions
    .filter(
      (v) => v.status === 'PUBLISHED' && v.effectiveFrom <= day && (v.effectiveTo === null || day < v.effectiveTo),
    )
    .sort((a, b) => b.version - a.version)[0];
}

/** `LN-TRANSFER-POST-REHAB v1`: printed beside every decision that rests on it. */
export const ruleVersionText = (programmeCode: string, version: number): string => `${programmeCode} v${version}`;

const text = (n: number | undefined): string | undefined => (n === undefined ? undefined : String(n));

/** Requirements for the rooms above, each with the sources of its figures. */
export function requirementsOf(content: Pick<VersionContent, 'requirements' | 'sources'>): Requirement[] {
  return content.requirements.map((r) => {
    const sources = content.sources.filter((s) => s.path.startsWith(`requirements.${r.code}.`)).map((s) => s.source);
    return {
      code: r.code,
      kind: r.kind,
      labelZh: r.label.zh,
      labelEn: r.label.en,
      noteZh: r.note?.zh,
      noteEn: r.note?.en,
      courseCode: r.courseCode,
      paperCode: r.paperCode,
      passPercent: r.passPercent,
      maxAttempts: r.maxAttempts,
      unit: r.unit,
      minimum: text(r.minimum),
      maximum: text(r.maximum),
      externalExaminer: r.externalExaminer,
      source: [...new Set(sources)].join('；') || undefined,
    };
  });
}
