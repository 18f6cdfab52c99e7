import { defineEvent } from '@app/platform';

/** A learner opened the first lesson: the content version is fixed from now on. */
export const CourseStarted = defineEvent<{ enrolmentId: string; courseCode: string }>('courses.course-started');
/** All lessons are done. Comes once for an enrolment and course. */
export const CourseCompleted = defineEvent<{ enrolmentId: string; courseCode: string }>('courses.course-completed');
