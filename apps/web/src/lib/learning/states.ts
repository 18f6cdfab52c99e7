import { attestedState, type Requirement } from '$lib/classes/requirements';
import { label, t } from '$lib/i18n';
import type { RequirementState } from './progress';

type Words = { zh: string; en: string };

/** A line of the completion decision. */
export interface DecisionCheck {
  requirementCode?: string | null;
  passed: boolean;
  found: Words;
  needed: Words;
  details: Words[];
}
/** A course of the person, as counted by the server. */
export interface CourseStanding {
  enrolmentId: string;
  code: string;
  state: string;
  percent: number;
}

/** At most this many missing things are named; the course page names all. */
const NAMED = 5;

/**
 * Every requirement with where it stands: what the base attested is known at once, course and exam come from the decision
 * and from the course's own count.
 * @param acts false where somebody else looks: no links to learn or to sit
 */
export function requirementStates(f: {
  enrolmentId: string;
  requirements: Requirement[];
  checks?: DecisionCheck[];
  courses?: CourseStanding[];
  acts?: boolean;
}): RequirementState[] {
  return f.requirements.map((r) => {
    const state = attestedState(r);
    if (r.kind === 'ATTESTATION') return state;
    const check = f.checks?.find((c) => c.requirementCode === r.code);
    const course = f.courses?.find((c) => c.enrolmentId === f.enrolmentId && c.code === r.courseCode);
    const done = course ? course.state === 'COMPLETED' : check?.passed;
    if (done !== undefined) state.phase = done ? 'DONE' : course?.state === 'STARTED' ? 'DOING' : 'TODO';
    if (course) state.share = course.percent / 100;
    if (check) {
      state.fact = label(check.found);
      state.missing = done || check.passed ? [] : check.details.slice(0, NAMED).map(label);
    }
    if (f.acts && !done) {
      if (r.kind === 'COURSE' && course) {
        state.href = `/learning/${f.enrolmentId}/courses/${course.code}`;
        state.hrefLabel = course.state === 'ASSIGNED' ? t('classes.startCourse') : t('classes.goOnCourse');
      } else if (r.kind === 'EXAM') {
        state.href = '/exams';
        state.hrefLabel = t('classes.goExams');
      }
    }
    return state;
  });
}
