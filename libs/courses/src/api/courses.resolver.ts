import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor } from '@app/platform';
import { CourseQueries } from '../use/course.queries';
import { LessonQueries } from '../use/lesson.queries';
import { OpenPlayer } from '../use/open-player';
import { RecordReading } from '../use/record-reading';
import { RecordWatched } from '../use/record-watched';
import {
  ClassCoursePage,
  ClassProgressArgs,
  CourseLesson,
  CourseOutline,
  HeartbeatAnswer,
  MyCourse,
  OpenedPlayer,
  OpenPlayerInput,
  ReadingInput,
  WatchedInput,
} from './courses.types';

@Resolver()
export class CoursesResolver {
  constructor(
    private readonly queries: CourseQueries,
    private readonly lessons: LessonQueries,
    private readonly players: OpenPlayer,
    private readonly watched: RecordWatched,
    private readonly reading: RecordReading,
  ) {}

  @Allow('TRAINEE')
  @Query(() => [MyCourse], { description: 'Courses of my enrolments in training, those begun first' })
  myCourses(@CurrentActor() actor: Actor): Promise<MyCourse[]> {
    return this.queries.mine(actor);
  }

  @Allow('TRAINEE')
  @Query(() => CourseOutline)
  myCourse(
    @CurrentActor() actor: Actor,
    @Args('enrolmentId') enrolmentId: string,
    @Args('courseCode') courseCode: string,
  ): Promise<CourseOutline> {
    return this.queries.outline(actor, enrolmentId, courseCode);
  }

  @Allow('TRAINEE')
  @Query(() => CourseLesson)
  courseLesson(
    @CurrentActor() actor: Actor,
    @Args('enrolmentId') enrolmentId: string,
    @Args('lessonId') lessonId: string,
  ): Promise<CourseLesson> {
    return this.lessons.run(actor, { enrolmentId, lessonId });
  }

  @Allow('TRAINEE')
  @Mutation(() => OpenedPlayer, { description: 'Begin to watch or read; ends my player elsewhere' })
  openPlayer(@CurrentActor() actor: Actor, @Args('input') input: OpenPlayerInput): Promise<OpenedPlayer> {
    return this.players.run(actor, input);
  }

  @Allow('TRAINEE')
  @Mutation(() => HeartbeatAnswer, {
    description: 'What was played since the last heartbeat; the server decides what counts',
  })
  recordWatched(@CurrentActor() actor: Actor, @Args('input') input: WatchedInput): Promise<HeartbeatAnswer> {
    return this.watched.run(actor, input);
  }

  @Allow('TRAINEE')
  @Mutation(() => HeartbeatAnswer, {
    description: 'What was read since the last heartbeat; the server decides what counts',
  })
  recordReading(@CurrentActor() actor: Actor, @Args('input') input: ReadingInput): Promise<HeartbeatAnswer> {
    return this.reading.run(actor, input);
  }

  @Allow('BASE_ADMIN', 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => ClassCoursePage, { description: 'Where the learners of a class stand, those who need attention first' })
  classCourseProgress(@CurrentActor() actor: Actor, @Args() args: ClassProgressArgs): Promise<ClassCoursePage> {
    return this.queries.classProgress(actor, args);
  }
}
