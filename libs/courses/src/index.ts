export { CourseCompleted, CourseStarted } from './courses.events';
export { CoursesModule } from './courses.module';
export { coursesEntities } from './data/course.entities';
export { type CourseCompletion, type CourseMissing, Courses, type CourseSummary } from './use/courses';
export { VerifyWatched, type WatchFault } from './use/verify-watched';
