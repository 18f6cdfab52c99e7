import type { Document } from '$lib/api';

export interface Words {
  zh: string;
  en: string;
}

export interface MissingThing {
  code: string;
  label: Words;
}

/** What the server has counted: the only truth the pages show. */
export interface Standing {
  done: boolean;
  completedAt: string | null;
  percent: number;
  missing: MissingThing[];
  creditedMs: number;
  neededMs: number;
  furthestMs: number;
  seen: { fromMs: number; toMs: number }[];
  readMs: number;
  pagesSeen: number[];
  reachedEnd: boolean;
  resumePoint: number;
}

export type LessonState = 'LOCKED' | 'OPEN' | 'STARTED' | 'DONE';
export type LessonKind = 'TEXT' | 'PDF' | 'VIDEO';

export interface LessonItem {
  id: string;
  orderNo: number;
  kind: LessonKind;
  title: Words;
  expectedMinutes: number;
  durationMs: number | null;
  pages: number | null;
  rule: Words;
  state: LessonState;
  standing: Standing;
}

export interface MyCourse {
  enrolmentId: string;
  code: string;
  title: Words;
  programmeTitle: Words;
  classTitle: string;
  state: 'ASSIGNED' | 'STARTED' | 'COMPLETED';
  mayLearn: boolean;
  percent: number;
  lessonCount: number;
  lessonsDone: number;
  nextLessonId: string | null;
  nextLessonTitle: Words | null;
  lastActiveAt: string | null;
  completedAt: string | null;
}

export interface Outline extends MyCourse {
  version: number;
  summary: Words;
  hours: string;
  hourMinutes: number;
  sequence: 'IN_ORDER' | 'FREE';
  startedAt: string | null;
  ruleVersion: string | null;
  ruleTitle: Words | null;
  sources: { path: string; source: string }[];
  lessons: LessonItem[];
}

export interface Neighbour {
  id: string;
  title: Words;
  state: LessonState;
}

export interface Lesson extends LessonItem {
  enrolmentId: string;
  courseCode: string;
  courseTitle: Words;
  lessonCount: number;
  mayLearn: boolean;
  html: string | null;
  fileUrl: string | null;
  downloadUrl: string | null;
  fileName: string;
  fileBytes: number;
  width: number | null;
  height: number | null;
  silent: boolean;
  posterUrl: string | null;
  captions: { language: string; label: string; url: string }[];
  maxRate: number;
  previous: Neighbour | null;
  next: Neighbour | null;
}

export interface OpenedPlayer {
  sessionId: string;
  heartbeatSeconds: number;
  idleSeconds: number;
  pageMs: number;
  standing: Standing;
}

export interface HeartbeatAnswer {
  acceptedSeq: number;
  savedAt: string;
  standing: Standing;
  courseCompleted: boolean;
}

/** A plain document with the type of its answer. */
const gql = <R, V = Record<string, unknown>>(text: string): Document<R, V> => text as unknown as Document<R, V>;

const STANDING = `standing { done completedAt percent missing { code label { zh en } } creditedMs neededMs furthestMs seen { fromMs toMs }
  readMs pagesSeen reachedEnd resumePoint }`;
const ITEM = `id orderNo kind title { zh en } expectedMinutes durationMs pages rule { zh en } state ${STANDING}`;
const BRIEF = `enrolmentId code title { zh en } programmeTitle { zh en } classTitle state mayLearn percent lessonCount lessonsDone
  nextLessonId nextLessonTitle { zh en } lastActiveAt completedAt`;

export const MY_COURSES = gql<{ myCourses: MyCourse[] }>(`query MyCourses { myCourses { ${BRIEF} } }`);

export const MY_COURSE = gql<{ myCourse: Outline }, { enrolmentId: string; courseCode: string }>(
  `query MyCourse($enrolmentId: String!, $courseCode: String!) { myCourse(enrolmentId: $enrolmentId, courseCode: $courseCode) {
    ${BRIEF} version summary { zh en } hours hourMinutes sequence startedAt ruleVersion ruleTitle { zh en } sources { path source }
    lessons { ${ITEM} } } }`,
);

export const COURSE_LESSON = gql<{ courseLesson: Lesson }, { enrolmentId: string; lessonId: string }>(
  `query CourseLesson($enrolmentId: String!, $lessonId: String!) { courseLesson(enrolmentId: $enrolmentId, lessonId: $lessonId) {
    ${ITEM} enrolmentId courseCode courseTitle { zh en } lessonCount mayLearn html fileUrl downloadUrl fileName fileBytes
    width height silent posterUrl captions { language label url } maxRate
    previous { id title { zh en } state } next { id title { zh en } state } } }`,
);

export const OPEN_PLAYER = gql<{ openPlayer: OpenedPlayer }, { input: { enrolmentId: string; lessonId: string } }>(
  `mutation OpenPlayer($input: OpenPlayerInput!) { openPlayer(input: $input) { sessionId heartbeatSeconds idleSeconds pageMs ${STANDING} } }`,
);

const ANSWER = `{ acceptedSeq savedAt ${STANDING} courseCompleted }`;
export const RECORD_WATCHED = `mutation RecordWatched($input: WatchedInput!) { answer: recordWatched(input: $input) ${ANSWER} }`;
export const RECORD_READING = `mutation RecordReading($input: ReadingInput!) { answer: recordReading(input: $input) ${ANSWER} }`;

export interface ClassProgress {
  total: number;
  notStarted: number;
  learning: number;
  completed: number;
  rows: {
    id: string;
    enrolmentId: string;
    personName: string;
    courseCode: string;
    courseTitle: Words;
    state: 'ASSIGNED' | 'STARTED' | 'COMPLETED';
    enrolled: boolean;
    percent: number;
    lessonCount: number;
    lessonsDone: number;
    suspectCount: number;
    startedAt: string | null;
    lastActiveAt: string | null;
    completedAt: string | null;
  }[];
}

export const CLASS_PROGRESS = gql<
  { classCourseProgress: ClassProgress },
  { classId: string; offset: number; limit: number; search?: string | null }
>(
  `query ClassCourseProgress($classId: String!, $offset: Int!, $limit: Int!, $search: String) {
    classCourseProgress(classId: $classId, offset: $offset, limit: $limit, search: $search) { total notStarted learning completed
      rows { id enrolmentId personName courseCode courseTitle { zh en } state enrolled percent lessonCount lessonsDone suspectCount
        startedAt lastActiveAt completedAt } } }`,
);

export const lessonHref = (c: { enrolmentId: string; code: string }, lessonId: string): string =>
  `/learning/${c.enrolmentId}/courses/${c.code}/${lessonId}`;
export const courseHref = (c: { enrolmentId: string; code: string }): string =>
  `/learning/${c.enrolmentId}/courses/${c.code}`;
