import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '@app/kernel';
import { type Actor, CLOCK, notFound } from '@app/platform';
import type { EnrolmentFacts } from '@app/programmes';
import { classesOf, mayLearn } from '../courses.policy';
import { CourseStore, type LessonRow, type VersionRow } from '../data/course.store';
import { type LessonProgressRow, type ProgressRow, ProgressStore } from '../data/progress.store';
import { ruleWords, type TwoLanguages } from '../domain/completion';
import { blockedBy, coursePercent, nextLesson, type ProgressState } from '../domain/course-path';
import { CourseRules } from './course-rules';
import { courseCodes, LearnerAccess } from './learner-access';
import { type Standing, standingOf } from './standing';

export interface OutlineLesson {
  id: string;
  orderNo: number;
  kind: string;
  title: TwoLanguages;
  expectedMinutes: number;
  durationMs: number | null;
  pages: number | null;
  rule: TwoLanguages;
  /** LOCKED · OPEN · STARTED · DONE */
  state: string;
  standing: Standing;
}

export interface CourseBrief {
  enrolmentId: string;
  code: string;
  title: TwoLanguages;
  programmeTitle: TwoLanguages;
  classTitle: string;
  state: ProgressState;
  mayLearn: boolean;
  percent: number;
  lessonCount: number;
  lessonsDone: number;
  nextLessonId: string | null;
  nextLessonTitle: TwoLanguages | null;
  lastActiveAt: Date | null;
  completedAt: Date | null;
}

export interface CourseOutline extends CourseBrief {
  version: number;
  summary: TwoLanguages;
  hours: string;
  hourMinutes: number;
  sequence: string;
  startedAt: Date | null;
  ruleVersion: string | null;
  ruleTitle: TwoLanguages | null;
  sources: { path: string; source: string }[];
  lessons: OutlineLesson[];
}

/** A course of an enrolment with everything counted of it. */
export interface LoadedCourse {
  facts: EnrolmentFacts;
  version: VersionRow;
  lessons: LessonRow[];
  progress: ProgressRow | undefined;
  rows: Map<string, LessonProgressRow>;
}

@Injectable()
export class CourseQueries {
  constructor(
    private readonly access: LearnerAccess,
    private readonly courses: CourseStore,
    private readonly progress: ProgressStore,
    private readonly rules: CourseRules,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The courses of my enrolments in training: those begun first. */
  async mine(actor: Actor): Promise<CourseBrief[]> {
    const loaded = await this.load(await this.access.learning(actor));
    const rank = (b: CourseBrief) => (b.state === 'STARTED' ? 0 : b.state === 'ASSIGNED' ? 1 : 2);
    return loaded
      .map((c) => brief(c))
      .sort((a, b) => rank(a) - rank(b) || (b.lastActiveAt?.getTime() ?? 0) - (a.lastActiveAt?.getTime() ?? 0));
  }

  /** @throws PLATFORM_NOT_FOUND */
  async outline(actor: Actor, enrolmentId: string, courseCode: string): Promise<CourseOutline> {
    const course = await this.one(actor, enrolmentId, courseCode);
    const { version, progress } = course;
    const rule = await this.rules.shown(dayOf(this.clock.now()));
    const figures = rule ? Object.entries(rule).flatMap(([path, f]) => sourceOf(path, f)) : [];
    return {
      ...brief(course),
      version: version.version,
      summary: version.summary,
      hours: version.hours,
      hourMinutes: version.hourMinutes,
      sequence: version.sequence,
      startedAt: progress?.startedAt ?? null,
      ruleVersion: rule?.version ?? null,
      ruleTitle: rule?.title ?? null,
      sources: [...version.sources.map(({ path, source }) => ({ path, source })), ...figures],
      lessons: outlineLessons(course),
    };
  }

  /** One course of an own enrolment. @throws PLATFORM_NOT_FOUND */
  async one(actor: Actor, enrolmentId: string, courseCode: string): Promise<LoadedCourse> {
    const facts = await this.access.enrolment(actor, enrolmentId);
    const [course] = courseCodes(facts).includes(courseCode) ? await this.load([facts], courseCode) : [];
    if (!course) throw notFound();
    return course;
  }

  /** A constant number of statements for any number of enrolments. */
  private async load(enrolments: EnrolmentFacts[], onlyCode?: string): Promise<LoadedCourse[]> {
    const wanted = enrolments.flatMap((facts) =>
      courseCodes(facts).flatMap((code) => (!onlyCode || code === onlyCode ? [{ facts, code }] : [])),
    );
    const progress = await this.progress.ofEnrolments(enrolments.map((e) => e.id));
    const current = await this.courses.current([...new Set(wanted.map((w) => w.code))]);
    const fixed = await this.courses.versions([...new Set(progress.flatMap((p) => p.courseVersionId ?? []))]);
    const byId = new Map([...current, ...fixed].map((v) => [v.id, v]));
    const lessons = await this.courses.lessons([...byId.keys()]);
    const rows = await this.progress.lessons(progress.map((p) => p.id));
    return wanted.flatMap(({ facts, code }): LoadedCourse[] => {
      const p = progress.find((x) => x.enrolmentId === facts.id && x.courseCode === code);
      const version = p?.courseVersionId ? byId.get(p.courseVersionId) : current.find((v) => v.courseCode === code);
      if (!version) return [];
      return [
        {
          facts,
          version,
          lessons: lessons.filter((l) => l.courseVersionId === version.id),
          progress: p,
          rows: new Map(rows.filter((r) => r.progressId === p?.id).map((r) => [r.lessonId, r])),
        },
      ];
    });
  }

  /** Where the learners of a class stand. An unknown class and one out of scope are both empty. */
  async classProgress(actor: Actor, f: { classId: string; search?: string | null; offset: number; limit: number }) {
    const scope = classesOf(actor);
    const [{ rows, total }, totals] = await Promise.all([
      this.progress.ofClass(f.classId, scope, f),
      this.progress.classTotals(f.classId, scope),
    ]);
    const count = (state: ProgressState) => totals.find((t) => t.state === state)?.n ?? 0;
    return {
      total,
      notStarted: count('ASSIGNED'),
      learning: count('STARTED'),
      completed: count('COMPLETED'),
      rows: rows.map(({ titleZh, titleEn, lessonCount, lessonsDone, percentSum, suspectCount, open, ...r }) => ({
        ...r,
        enrolled: open === 1,
        courseTitle: { zh: titleZh ?? r.courseCode, en: titleEn ?? r.courseCode },
        lessonCount: Number(lessonCount),
        lessonsDone: Number(lessonsDone),
        percent: r.state === 'COMPLETED' ? 100 : Math.floor(Number(percentSum) / Math.max(1, Number(lessonCount))),
        suspectCount: Number(suspectCount),
      })),
    };
  }
}

const sourceOf = (path: string, figure: unknown) =>
  typeof figure === 'object' && figure !== null && 'source' in figure ? [{ path, source: String(figure.source) }] : [];

export function outlineLessons({ version, lessons, rows }: LoadedCourse): OutlineLesson[] {
  const path = lessons.map((l) => ({ ...l, done: Boolean(rows.get(l.id)?.completedAt) }));
  return path.map((l) => {
    const standing = standingOf(l, rows.get(l.id));
    const locked = !l.done && blockedBy(path, l.id, version.sequence) !== null;
    return {
      id: l.id,
      orderNo: l.orderNo,
      kind: l.kind,
      title: l.title,
      expectedMinutes: l.expectedMinutes,
      durationMs: l.durationMs,
      pages: l.pages,
      rule: ruleWords(l),
      state: l.done ? 'DONE' : locked ? 'LOCKED' : rows.has(l.id) ? 'STARTED' : 'OPEN',
      standing,
    };
  });
}

function brief(course: LoadedCourse): CourseBrief {
  const { facts, version, progress } = course;
  const lessons = outlineLessons(course).map((l) => ({ ...l, done: l.standing.done }));
  const next = nextLesson(lessons);
  return {
    enrolmentId: facts.id,
    code: version.courseCode,
    title: version.title,
    programmeTitle: facts.programmeTitle,
    classTitle: facts.classTitle,
    state: progress?.state ?? 'ASSIGNED',
    mayLearn: mayLearn(facts),
    percent: progress?.state === 'COMPLETED' ? 100 : coursePercent(lessons.map((l) => l.standing.percent)),
    lessonCount: lessons.length,
    lessonsDone: lessons.filter((l) => l.done).length,
    nextLessonId: next?.id ?? null,
    nextLessonTitle: next?.title ?? null,
    lastActiveAt: progress?.lastActiveAt ?? null,
    completedAt: progress?.completedAt ?? null,
  };
}
