import { Module } from '@nestjs/common';
import { ProgrammesModule } from '@app/programmes';
import { CoursesResolver } from './api/courses.resolver';
import { CourseStore } from './data/course.store';
import { JournalStore } from './data/journal.store';
import { ProgressStore } from './data/progress.store';
import { followHandlers } from './jobs/follow-enrolment.handlers';
import { CoursesSeeder } from './seed/courses.seeder';
import { CourseQueries } from './use/course.queries';
import { CourseRules } from './use/course-rules';
import { Courses } from './use/courses';
import { FollowEnrolment } from './use/follow-enrolment';
import { Heartbeats } from './use/heartbeat';
import { LearnerAccess } from './use/learner-access';
import { LessonQueries } from './use/lesson.queries';
import { OpenPlayer } from './use/open-player';
import { RecordReading } from './use/record-reading';
import { RecordWatched } from './use/record-watched';
import { VerifyWatched } from './use/verify-watched';

@Module({
  imports: [ProgrammesModule],
  providers: [
    CourseStore,
    ProgressStore,
    JournalStore,
    CourseRules,
    LearnerAccess,
    OpenPlayer,
    Heartbeats,
    RecordWatched,
    RecordReading,
    CourseQueries,
    LessonQueries,
    FollowEnrolment,
    Courses,
    VerifyWatched,
    CoursesResolver,
    CoursesSeeder,
    ...followHandlers,
  ],
  exports: [Courses, VerifyWatched],
})
export class CoursesModule {}
