import type { Day } from '@app/kernel';
import type { TwoLanguages } from './programme';

interface Span {
  startOn: Day;
  endOn: Day | null;
}

/** What the checks look at; everything the registry and this capability know of the applicant. Intervals half-open. */
export interface EligibilityFacts {
  licences: (Span & {
    level: 1 | 2;
    category: string;
    scopes: (Span & { scope: string; label?: TwoLanguages })[];
    suspensions: Span[];
  })[];
  sites: (Span & {
    institutionName: string;
    medical: boolean;
    /** first day the institution is closed */
    closedOn: Day | null;
    role: 'MAIN' | 'FILED';
    department: string | null;
    post: string | null;
  })[];
  certificates: {
    kind: string;
    number: string;
    issuedOn: Day;
    /** printed last day, inclusive */
    validTo: Day | null;
    revokedOn: Day | null;
    cancelledOn: Day | null;
  }[];
  residencies: { specialty: string; completedOn: Day | null }[];
  qualifications: { subject: string; obtainedOn: Day }[];
  diedOn: Day | null;
  mergedIntoId: string | null;
  /** long programmes the person is admitted to or active in */
  programmes: { trainingType: string; title: TwoLanguages; classTitle: string }[];
}
