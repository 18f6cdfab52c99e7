import { Injectable } from '@nestjs/common';
import { CourseStore } from '../data/course.store';
import { ProgressStore } from '../data/progress.store';
import { lacksOf } from './standing';

export interface CourseMissing {
  lessonId: string;
  titleZh: string;
  titleEn: string;
  /** a code of the error catalogue: `errorCatalogue.text(reasonCode, params)` gives the words */
  reasonCode: string;
  params: Record<string, string | number>;
}

export interface CourseCompletion {
  completed: boolean;
  completedAt: Date | null;
  /** everything that lacks, lesson by lesson; empty when completed */
  missing: CourseMissing[];
}

export interface CourseSummary {
  code: string;
  titleZh: string;
  titleEn: string;
  lessonCount: number;
}

/** What the rooms above may ask about courses. */
@Injectable()
export class Courses {
  constructor(
    private readonly courses: CourseStore,
    private readonly progress: ProgressStore,
  ) {}

  /** Whether the enrolment has completed the course, and if not, all that is missing, in numbers. */
  async completion(enrolmentId: string, courseCode: string): Promise<CourseCompletion> {
    const [progress] = await this.progress.ofEnrolments([enrolmentId], courseCode);
    if (progress?.state === 'COMPLETED') return { completed: true, completedAt: progress.completedAt, missing: [] };
    const versionId = progress?.courseVersionId ?? (await this.courses.current([courseCode]))[0]?.id;
    const lessons = versionId ? await this.courses.lessons([versionId]) : [];
    if (!lessons.length) {
      const title = { lessonId: '', titleZh: courseCode, titleEn: courseCode };
      const missing = [{ ...title, reasonCode: 'COURSES_NOT_PUBLISHED', params: { code: courseCode } }];
      return { completed: false, completedAt: null, missing };
    }
    const rows = new Map((await this.progress.lessons(progress ? [progress.id] : [])).map((r) => [r.lessonId, r]));
    const missing = lessons.flatMap((l) =>
      lacksOf(l, rows.get(l.id)).map((lack) => ({
        lessonId: l.id,
        titleZh: l.title.zh,
        titleEn: l.title.en,
        reasonCode: lack.code,
        params: lack.params,
      })),
    );
    return { completed: false, completedAt: null, missing };
  }

  /** Names of published courses by code; unknown codes are absent. */
  async summaries(codes: string[]): Promise<Map<string, CourseSummary>> {
    const versions = await this.courses.current([...new Set(codes)]);
    const lessons = await this.courses.lessons(versions.map((v) => v.id));
    return new Map(
      versions.map((v) => [
        v.courseCode,
        {
          code: v.courseCode,
          titleZh: v.title.zh,
          titleEn: v.title.en,
          lessonCount: lessons.filter((l) => l.courseVersionId === v.id).length,
        },
      ]),
    );
  }
}
