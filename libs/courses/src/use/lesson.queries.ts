import { Injectable } from '@nestjs/common';
import { type Actor, Files, notFound } from '@app/platform';
import { CourseStore, type LessonRow } from '../data/course.store';
import type { TwoLanguages } from '../domain/completion';
import { CourseQueries, type LoadedCourse, type OutlineLesson, outlineLessons } from './course.queries';
import { lockedBy } from './open-player';
import { renderText } from './render-text';
import { maxRateOf } from './standing';
import { mayLearn } from '../courses.policy';

/** Long enough to watch a video with pauses: its address is asked for again and again while it plays. */
const MEDIA_SECONDS = 4 * 3600;
const RENDERED = 50;

export interface LessonNeighbour {
  id: string;
  title: TwoLanguages;
  state: string;
}

export interface LessonView extends OutlineLesson {
  enrolmentId: string;
  courseCode: string;
  courseTitle: TwoLanguages;
  lessonCount: number;
  mayLearn: boolean;
  /** safe HTML of a text */
  html: string | null;
  /** for watching or reading on the page */
  fileUrl: string | null;
  /** for keeping */
  downloadUrl: string | null;
  fileName: string;
  fileBytes: number;
  width: number | null;
  height: number | null;
  silent: boolean;
  posterUrl: string | null;
  captions: { language: string; label: string; url: string }[];
  /** highest speed that counts on the first view */
  maxRate: number;
  previous: LessonNeighbour | null;
  next: LessonNeighbour | null;
}

/** The content of a lesson for the learner who may see it. */
@Injectable()
export class LessonQueries {
  private readonly rendered = new Map<string, string>();
  constructor(
    private readonly queries: CourseQueries,
    private readonly courses: CourseStore,
    private readonly files: Files,
  ) {}

  /** @throws PLATFORM_NOT_FOUND; COURSES_LESSON_LOCKED while an earlier lesson is open */
  async run(actor: Actor, f: { enrolmentId: string; lessonId: string }): Promise<LessonView> {
    const row = await this.courses.lesson(f.lessonId);
    const [version] = row ? await this.courses.versions([row.courseVersionId]) : [];
    if (!version) throw notFound();
    const course = await this.queries.one(actor, f.enrolmentId, version.courseCode);
    const outline = outlineLessons(course);
    const at = outline.findIndex((l) => l.id === f.lessonId);
    const lesson = course.lessons[at];
    if (!lesson) throw notFound();
    if (outline[at]!.state === 'LOCKED')
      throw lockedBy(
        lesson,
        outline.find((l) => !l.standing.done)!,
      );
    return this.view(actor, course, lesson, outline, at);
  }

  private async view(
    actor: Actor,
    c: LoadedCourse,
    l: LessonRow,
    outline: OutlineLesson[],
    at: number,
  ): Promise<LessonView> {
    const link = (hash: string, name: string, mime: string, inline: boolean) =>
      this.files.link({ hash, name, mime, accountId: actor.accountId, seconds: MEDIA_SECONDS, inline });
    const neighbour = (o: OutlineLesson | undefined) => (o ? { id: o.id, title: o.title, state: o.state } : null);
    const isText = l.kind === 'TEXT';
    const { media } = l;
    return {
      ...outline[at]!,
      enrolmentId: c.facts.id,
      courseCode: c.version.courseCode,
      courseTitle: c.version.title,
      lessonCount: outline.length,
      mayLearn: mayLearn(c.facts),
      html: isText ? await this.html(l.fileHash) : null,
      fileUrl: isText ? null : link(l.fileHash, l.fileName, l.fileMime, true),
      downloadUrl: l.kind === 'PDF' ? link(l.fileHash, l.fileName, l.fileMime, false) : null,
      fileName: l.fileName,
      fileBytes: l.fileBytes,
      width: media.width ?? null,
      height: media.height ?? null,
      silent: media.silent ?? false,
      posterUrl: media.poster ? link(media.poster.hash, 'poster', media.poster.mime, true) : null,
      captions: (media.captions ?? []).map((t) => ({
        language: t.language,
        label: t.label,
        url: link(t.hash, `${t.language}.vtt`, 'text/vtt', true),
      })),
      maxRate: maxRateOf(l) / 1000,
      previous: neighbour(outline[at - 1]),
      next: neighbour(outline[at + 1]),
    };
  }

  /** Rendered once per content; content never changes under its hash. */
  private async html(hash: string): Promise<string> {
    const known = this.rendered.get(hash);
    if (known !== undefined) return known;
    const html = renderText((await this.files.bytes(hash)).toString('utf8'));
    if (this.rendered.size >= RENDERED) this.rendered.delete(this.rendered.keys().next().value!);
    this.rendered.set(hash, html);
    return html;
  }
}
