import { ArgsType, Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Label, Paged, SearchArgs } from '@app/platform';

const DAY_MS = 24 * 3600 * 1000;

@ObjectType({ description: 'One thing still missing, in words' })
export class CourseMissingThing {
  @Field() code: string;
  @Field(() => Label) label: Label;
}

@ObjectType()
export class WatchedStretch {
  @Field(() => Int) fromMs: number;
  @Field(() => Int) toMs: number;
}

@ObjectType({ description: 'What the server has counted of a lesson' })
export class LessonStanding {
  @Field() done: boolean;
  @Field(() => Date, { nullable: true }) completedAt: Date | null;
  @Field(() => Int) percent: number;
  @Field(() => [CourseMissingThing]) missing: CourseMissingThing[];
  @Field(() => Int, { description: 'Milliseconds of the video seen; repeats count once' }) creditedMs: number;
  @Field(() => Int, { description: 'Milliseconds to be watched or read' }) neededMs: number;
  @Field(() => Int) furthestMs: number;
  @Field(() => [WatchedStretch]) seen: WatchedStretch[];
  @Field(() => Int) readMs: number;
  @Field(() => [Int]) pagesSeen: number[];
  @Field() reachedEnd: boolean;
  @Field(() => Int, { description: 'Where to go on: ms of a video, page of a document, thousandths of a text' })
  resumePoint: number;
}

@ObjectType({ description: 'A course of one of my enrolments' })
export class MyCourse {
  @Field() enrolmentId: string;
  @Field() code: string;
  @Field(() => Label) title: Label;
  @Field(() => Label) programmeTitle: Label;
  @Field() classTitle: string;
  @Field({ description: 'ASSIGNED, STARTED or COMPLETED' }) state: string;
  @Field({ description: 'Training goes on, so progress counts' }) mayLearn: boolean;
  @Field(() => Int) percent: number;
  @Field(() => Int) lessonCount: number;
  @Field(() => Int) lessonsDone: number;
  @Field(() => String, { nullable: true }) nextLessonId: string | null;
  @Field(() => Label, { nullable: true }) nextLessonTitle: Label | null;
  @Field(() => Date, { nullable: true }) lastActiveAt: Date | null;
  @Field(() => Date, { nullable: true }) completedAt: Date | null;
}

@ObjectType()
export class OutlineLesson {
  @Field() id: string;
  @Field(() => Int) orderNo: number;
  @Field({ description: 'TEXT, PDF or VIDEO' }) kind: string;
  @Field(() => Label) title: Label;
  @Field(() => Int) expectedMinutes: number;
  @Field(() => Int, { nullable: true }) durationMs: number | null;
  @Field(() => Int, { nullable: true }) pages: number | null;
  @Field(() => Label, { description: 'When the lesson is done' }) rule: Label;
  @Field({ description: 'LOCKED, OPEN, STARTED or DONE' }) state: string;
  @Field(() => LessonStanding) standing: LessonStanding;
}

@ObjectType({ description: 'Where a figure comes from' })
export class CourseSource {
  @Field() path: string;
  @Field() source: string;
}

@ObjectType()
export class CourseOutline extends MyCourse {
  @Field(() => Int) version: number;
  @Field(() => Label) summary: Label;
  @Field({ description: 'Class hours (学时)' }) hours: string;
  @Field(() => Int, { description: 'Minutes of a class hour' }) hourMinutes: number;
  @Field({ description: 'IN_ORDER or FREE' }) sequence: string;
  @Field(() => Date, { nullable: true }) startedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Version of the counting rule' }) ruleVersion: string | null;
  @Field(() => Label, { nullable: true }) ruleTitle: Label | null;
  @Field(() => [CourseSource]) sources: CourseSource[];
  @Field(() => [OutlineLesson]) lessons: OutlineLesson[];
}

@ObjectType()
export class LessonNeighbour {
  @Field() id: string;
  @Field(() => Label) title: Label;
  @Field() state: string;
}

@ObjectType()
export class LessonCaption {
  @Field() language: string;
  @Field() label: string;
  @Field() url: string;
}

@ObjectType()
export class CourseLesson extends OutlineLesson {
  @Field() enrolmentId: string;
  @Field() courseCode: string;
  @Field(() => Label) courseTitle: Label;
  @Field(() => Int) lessonCount: number;
  @Field() mayLearn: boolean;
  @Field(() => String, { nullable: true, description: 'Sanitised HTML of a text' }) html: string | null;
  @Field(() => String, { nullable: true, description: 'Address for this account, for four hours' }) fileUrl:
    string | null;
  @Field(() => String, { nullable: true }) downloadUrl: string | null;
  @Field() fileName: string;
  @Field(() => Int) fileBytes: number;
  @Field(() => Int, { nullable: true }) width: number | null;
  @Field(() => Int, { nullable: true }) height: number | null;
  @Field() silent: boolean;
  @Field(() => String, { nullable: true }) posterUrl: string | null;
  @Field(() => [LessonCaption]) captions: LessonCaption[];
  @Field(() => Float, { description: 'Highest speed that counts on the first view' }) maxRate: number;
  @Field(() => LessonNeighbour, { nullable: true }) previous: LessonNeighbour | null;
  @Field(() => LessonNeighbour, { nullable: true }) next: LessonNeighbour | null;
}

@ObjectType()
export class OpenedPlayer {
  @Field({ description: 'Goes with every heartbeat; ends when another player is opened' }) sessionId: string;
  @Field(() => Int) heartbeatSeconds: number;
  @Field(() => Int) idleSeconds: number;
  @Field(() => Int, { description: 'Shortest time a page must be in view' }) pageMs: number;
  @Field(() => LessonStanding) standing: LessonStanding;
}

@ObjectType()
export class HeartbeatAnswer {
  @Field(() => Int, { description: 'Counted up to this number; send again from the next' }) acceptedSeq: number;
  @Field() savedAt: Date;
  @Field(() => LessonStanding) standing: LessonStanding;
  @Field() courseCompleted: boolean;
}

@InputType()
export class OpenPlayerInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) enrolmentId: string;
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) lessonId: string;
}

@InputType()
export class PlayedStretch {
  @Field(() => Int) @IsInt() @Min(0) @Max(DAY_MS) fromMs: number;
  @Field(() => Int) @IsInt() @Min(0) @Max(DAY_MS) toMs: number;
  @Field(() => Float) @IsNumber({ allowNaN: false, allowInfinity: false }) @Min(0.05) @Max(16) rate: number;
}

@InputType()
class HeartbeatInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) sessionId: string;
  @Field(() => Int, { description: '1, 2, 3 … inside the session' }) @IsInt() @Min(1) @Max(1_000_000) seq: number;
}

@InputType()
export class WatchedInput extends HeartbeatInput {
  @Field(() => [PlayedStretch], { description: 'In the order they were played' })
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => PlayedStretch)
  intervals: PlayedStretch[];
  @Field(() => Int) @IsInt() @Min(0) @Max(DAY_MS) positionMs: number;
}

@InputType()
export class ReadingInput extends HeartbeatInput {
  @Field(() => Int) @IsInt() @Min(0) @Max(DAY_MS) activeMs: number;
  @Field(() => [Int]) @IsArray() @ArrayMaxSize(500) @IsInt({ each: true }) @Min(1, { each: true }) pages: number[];
  @Field() @IsBoolean() reachedEnd: boolean;
  @Field(() => Int, { description: 'Page of a document, thousandths of a text' })
  @IsInt()
  @Min(0)
  @Max(100_000)
  position: number;
}

@ArgsType()
export class ClassProgressArgs extends SearchArgs {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) classId: string;
}

@ObjectType()
export class ClassCourseRow {
  @Field() id: string;
  @Field() enrolmentId: string;
  @Field() personName: string;
  @Field() courseCode: string;
  @Field(() => Label) courseTitle: Label;
  @Field({ description: 'ASSIGNED, STARTED or COMPLETED' }) state: string;
  @Field({ description: 'Still in training' }) enrolled: boolean;
  @Field(() => Int) percent: number;
  @Field(() => Int) lessonCount: number;
  @Field(() => Int) lessonsDone: number;
  @Field(() => Int, { description: 'Heartbeats that claimed more than can have happened; nothing of them was counted' })
  suspectCount: number;
  @Field(() => Date, { nullable: true }) startedAt: Date | null;
  @Field(() => Date, { nullable: true }) lastActiveAt: Date | null;
  @Field(() => Date, { nullable: true }) completedAt: Date | null;
}

@ObjectType()
export class ClassCoursePage extends Paged(ClassCourseRow) {
  @Field(() => Int) notStarted: number;
  @Field(() => Int) learning: number;
  @Field(() => Int) completed: number;
}
