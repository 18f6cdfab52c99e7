/** How far one requirement is. AUTO: nothing known yet, a course or exam will say. */
export type RequirementPhase = 'DONE' | 'DOING' | 'TODO' | 'FAILED' | 'AUTO';

/** What the page knows of one requirement; courses, exams and the decision add theirs. */
export interface RequirementState {
  code: string;
  kind: string;
  title: string;
  note?: string | null;
  phase: RequirementPhase;
  /** The figure found: 48 周（2026-03-01）. */
  fact?: string | null;
  /** What is missing, in words. */
  missing?: string[];
  /** Share 0…1 for a bar. */
  share?: number | null;
  /** The one act that moves it on. */
  href?: string;
  hrefLabel?: string;
  source?: string | null;
}
