import type { Day } from '@app/kernel';
import type { Step } from './duty';

export interface RequirementView {
  code: string;
  kind: 'COURSE' | 'EXAM' | 'ATTESTATION';
  labelZh: string;
  labelEn: string;
  courseCode?: string;
  paperCode?: string;
  maxAttempts?: number;
  minimum?: string;
}

export interface SittingView {
  id: string;
  sessionId: string;
  ordinal: number;
  state: 'STARTED' | 'SUBMITTED' | 'MARKED' | 'VOID';
  passed: boolean | null;
  startedAt: Date;
  gradedAt: Date | null;
  /** display text */
  score: string | null;
}

export interface CourseView {
  titleZh: string;
  titleEn: string;
  startedAt: Date | null;
  completed: boolean;
  completedAt: Date | null;
}

/** An exam window that is not over. */
export interface WindowView {
  id: string;
  title: string;
  opensAt: Date;
  closesAt: Date;
  /** nobody is admitted from this instant on */
  admissionUntil: Date;
  maxAttempts: number;
}

/** All facts from which the to-dos of one enrolment follow. */
export interface EnrolmentView {
  id: string;
  accountId: string;
  personName: string;
  provinceCode: string;
  programmeZh: string;
  programmeEn: string;
  classId: string;
  classTitle: string;
  classStartOn: Day;
  classEndOn: Day;
  baseInstitutionId: string;
  employerInstitutionId: string;
  state: string;
  requirements: RequirementView[];
  /** the value in force per requirement */
  attested: { requirementCode: string; value: string; recordedAt: Date }[];
  history: Step[];
  /** by course code */
  courses: Record<string, CourseView>;
  /** by paper code */
  sittings: Record<string, SittingView[]>;
  windows: Record<string, WindowView[]>;
}

export const inTraining = (state: string): boolean => state === 'ADMITTED' || state === 'ACTIVE';
