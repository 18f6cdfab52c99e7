import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { type Actor, notFound, type Tx, UnitOfWork } from '@app/platform';
import type { EnrolmentFacts } from '@app/programmes';
import { fail } from '../courses.errors';
import { CourseStarted } from '../courses.events';
import { mayLearn } from '../courses.policy';
import { CourseStore, type LessonRow, type VersionRow } from '../data/course.store';
import { type ProgressRow, ProgressStore } from '../data/progress.store';
import { blockedBy, progressLifecycle } from '../domain/course-path';
import type { WatchRule } from '../domain/watch-rule';
import { CourseRules } from './course-rules';
import { courseCodes, LearnerAccess } from './learner-access';
import { type Standing, standingOf } from './standing';

export interface OpenedPlayer {
  sessionId: string;
  heartbeatSeconds: number;
  idleSeconds: number;
  pageMs: number;
  standing: Standing;
}

/** A learner begins to watch or read: the player becomes the only one of the person, and counting starts. */
@Injectable()
export class OpenPlayer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: LearnerAccess,
    private readonly courses: CourseStore,
    private readonly progress: ProgressStore,
    private readonly rules: CourseRules,
  ) {}

  /**
   * @throws PLATFORM_NOT_FOUND unless an own enrolment demands the lesson's course; COURSES_ENROLMENT_ENDED;
   * COURSES_LESSON_LOCKED; COURSES_CONTENT_UPDATED when another version came between reading and opening
   */
  async run(actor: Actor, f: { enrolmentId: string; lessonId: string }): Promise<OpenedPlayer> {
    const facts = await this.access.enrolment(actor, f.enrolmentId);
    if (!mayLearn(facts)) throw fail('COURSES_ENROLMENT_ENDED');
    const opened = await this.uow.run({ actor, action: 'courses.open-player', input: f }, async (tx) => {
      const lesson = await this.courses.lesson(f.lessonId, tx);
      const [version] = lesson ? await this.courses.versions([lesson.courseVersionId], tx) : [];
      if (!lesson || !version || !courseCodes(facts).includes(version.courseCode)) throw notFound();
      const rule = await this.rules.now(tx);
      const before = await this.progress.lockPlayer(tx, facts.personId);
      const row = await this.progressRow(tx, facts, version.courseCode);
      await this.fixVersion(tx, row, version);
      await this.refuseLocked(tx, row, lesson, version);
      const sessionId = newId();
      await this.progress.takePlayer(tx, {
        personId: facts.personId,
        sessionId,
        progressId: row.id,
        lessonId: lesson.id,
        ruleVersion: rule.version,
      });
      await this.keepOpening(tx, facts, row, lesson, { sessionId, rule, replaced: before?.sessionId ?? null });
      return { sessionId, progressId: row.id, rule };
    });
    const lesson = (await this.courses.lesson(f.lessonId))!;
    const standing = standingOf(lesson, await this.progress.lesson(opened.progressId, lesson.id));
    const { heartbeatSeconds, idleSeconds, pageMs } = opened.rule;
    return { sessionId: opened.sessionId, heartbeatSeconds, idleSeconds, pageMs, standing };
  }

  /** The progress of the enrolment in the course, locked; made here when the news of the admission is still under way. */
  private async progressRow(tx: Tx, facts: EnrolmentFacts, courseCode: string): Promise<ProgressRow> {
    await tx.insert(
      'course_progress',
      {
        id: newId(),
        enrolmentId: facts.id,
        courseCode,
        personId: facts.personId,
        classId: facts.classId,
        baseInstitutionId: facts.baseInstitutionId,
        state: 'ASSIGNED',
        open: 1,
        createdAt: tx.now,
      },
      'ignore',
    );
    const [found] = await this.progress.ofEnrolments([facts.id], courseCode, tx);
    const row = await this.progress.lock(tx, found!.id);
    if (!row!.open) throw fail('COURSES_ENROLMENT_ENDED');
    return row!;
  }

  /** The first opening decides the content for good; later versions are for later learners. */
  private async fixVersion(tx: Tx, row: ProgressRow, version: VersionRow): Promise<void> {
    if (row.courseVersionId === version.id) return;
    if (row.courseVersionId !== null) throw notFound();
    if (!version.current) throw fail('COURSES_CONTENT_UPDATED');
    const to = progressLifecycle.next(row.state, 'OPEN');
    await tx.update(
      'course_progress',
      { id: row.id, state: row.state },
      { state: to, courseVersionId: version.id, startedAt: tx.now, lastActiveAt: tx.now },
    );
    await tx.timeline({
      subjectType: 'enrolment',
      subjectId: row.enrolmentId,
      event: 'COURSE_STARTED',
      opinion: `《${version.title.zh}》`,
      details: { courseCode: version.courseCode, version: version.version, titleEn: version.title.en },
    });
    await tx.emit(CourseStarted, { enrolmentId: row.enrolmentId, courseCode: version.courseCode });
  }

  private async refuseLocked(tx: Tx, row: ProgressRow, lesson: LessonRow, version: VersionRow): Promise<void> {
    const done = new Set(
      (await this.progress.lessons([row.id], tx)).filter((l) => l.completedAt).map((l) => l.lessonId),
    );
    const path = (await this.courses.lessons([version.id], tx)).map((l) => ({ ...l, done: done.has(l.id) }));
    const before = done.has(lesson.id) ? null : blockedBy(path, lesson.id, version.sequence);
    if (before) throw lockedBy(lesson, before);
  }

  private async keepOpening(
    tx: Tx,
    facts: EnrolmentFacts,
    row: ProgressRow,
    lesson: LessonRow,
    s: { sessionId: string; rule: WatchRule; replaced: string | null },
  ): Promise<void> {
    await tx.insert(
      'lesson_progress',
      {
        id: newId(),
        progressId: row.id,
        lessonId: lesson.id,
        seen: '[]',
        pagesSeen: '[]',
        startedAt: tx.now,
        updatedAt: tx.now,
      },
      'ignore',
    );
    await tx.insert('player_session', {
      id: s.sessionId,
      personId: facts.personId,
      accountId: tx.actor.accountId,
      progressId: row.id,
      lessonId: lesson.id,
      ruleVersion: s.rule.version,
      replacedSessionId: s.replaced,
      openedAt: tx.now,
    });
    await tx.audit({
      object: { type: 'course_progress', id: row.id },
      details: { enrolmentId: facts.id, lessonId: lesson.id, playerSession: s.sessionId },
    });
  }
}

/** The refusal that names both lessons. */
export const lockedBy = (lesson: Pick<LessonRow, 'title'>, before: Pick<LessonRow, 'title'>) =>
  fail('COURSES_LESSON_LOCKED', {
    titleZh: lesson.title.zh,
    titleEn: lesson.title.en,
    beforeZh: before.title.zh,
    beforeEn: before.title.en,
  });
