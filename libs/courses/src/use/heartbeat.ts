import { Injectable } from '@nestjs/common';
import { type Actor, notFound, RateLimiter, type Tx, UnitOfWork } from '@app/platform';
import { fail } from '../courses.errors';
import { CourseCompleted } from '../courses.events';
import { CourseStore, type LessonRow } from '../data/course.store';
import { type LessonProgressRow, type PlayerRow, type ProgressRow, ProgressStore } from '../data/progress.store';
import { judgeLesson, type LessonState } from '../domain/completion';
import { progressLifecycle } from '../domain/course-path';
import { carryOver, wallBudget, type WatchRule } from '../domain/watch-rule';
import { CourseRules } from './course-rules';
import { type Standing, standingOf } from './standing';

export interface HeartbeatAnswer {
  /** heartbeats up to this number are counted; send again from the next one */
  acceptedSeq: number;
  /** now, as the server's clock has it */
  savedAt: Date;
  standing: Standing;
  courseCompleted: boolean;
}

export interface Beat {
  tx: Tx;
  rule: WatchRule;
  player: PlayerRow;
  progress: ProgressRow;
  lesson: LessonRow;
  row: LessonProgressRow;
  /** wall time this heartbeat may spend, in ms */
  wallMs: number;
}

/** What a heartbeat made of the lesson's state, for the completion that may follow. */
export interface Counted {
  state: LessonState;
  leftMs: number;
}

/** Heartbeats per minute of one account: four are expected, pauses and page changes add some. */
const PER_MINUTE = 60;

/** The frame of every heartbeat: whose it is, its turn, its wall time; then completion, all in one transaction. */
@Injectable()
export class Heartbeats {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly limiter: RateLimiter,
    private readonly courses: CourseStore,
    private readonly store: ProgressStore,
    private readonly rules: CourseRules,
  ) {}

  /**
   * @param count judges and stores the claim; not called for repeats, early numbers and lessons that are done
   * @param resume keeps the place to go on at when the lesson is done already
   * @throws PLATFORM_NOT_FOUND for a session of somebody else; COURSES_PLAYER_TAKEN_OVER; COURSES_ENROLMENT_ENDED
   */
  async run(
    actor: Actor,
    f: { sessionId: string; seq: number; resumePoint: number; action: string; kinds: LessonRow['kind'][] },
    count: (beat: Beat) => Promise<Counted>,
  ): Promise<HeartbeatAnswer> {
    const personId = actor.personId;
    if (!personId) throw notFound();
    await this.limiter.take('courses.heartbeat', actor.accountId, PER_MINUTE, 60);
    // The number inside the session makes a heartbeat harmless to repeat; no answer needs to be kept for it.
    const call = { actor: { ...actor, idempotencyKey: undefined }, action: f.action, journal: 'watch_interval' };
    return this.uow.run(call, async (tx) => {
      const player = await this.myPlayer(tx, personId, f.sessionId);
      const progress = (await this.store.lock(tx, player.progressId))!;
      const lesson = (await this.courses.lesson(player.lessonId, tx))!;
      const row = (await this.store.lesson(player.progressId, player.lessonId, tx))!;
      if (!f.kinds.includes(lesson.kind)) throw fail('COURSES_WRONG_LESSON_KIND');
      const answer = (acceptedSeq: number, now: LessonProgressRow, courseCompleted: boolean): HeartbeatAnswer => ({
        acceptedSeq,
        savedAt: tx.now,
        standing: standingOf(lesson, now),
        courseCompleted,
      });
      // A repeat changes nothing; a number ahead of its turn is asked for again, after the one that is missing.
      if (f.seq !== player.lastSeq + 1) return answer(player.lastSeq, row, progress.state === 'COMPLETED');
      if (!progress.open) throw fail('COURSES_ENROLMENT_ENDED');
      if (row.completedAt) {
        await tx.update('lesson_progress', { id: row.id }, { resumePoint: f.resumePoint, updatedAt: tx.now });
        await this.nextTurn(tx, player, f.seq, 0);
        return answer(f.seq, { ...row, resumePoint: f.resumePoint }, progress.state === 'COMPLETED');
      }
      const rule = await this.rules.version(tx, player.ruleVersion);
      const wallMs = wallBudget(rule, player, tx.now);
      const { state, leftMs } = await count({ tx, rule, player, progress, lesson, row, wallMs });
      await this.nextTurn(tx, player, f.seq, carryOver(rule, leftMs));
      await tx.update('course_progress', { id: progress.id }, { lastActiveAt: tx.now });
      const courseCompleted = judgeLesson(lesson, state).done && (await this.finishLesson(tx, progress, lesson, row));
      return answer(f.seq, (await this.store.lesson(progress.id, lesson.id, tx))!, courseCompleted);
    });
  }

  /** The person's open player, locked. */
  private async myPlayer(tx: Tx, personId: string, sessionId: string): Promise<PlayerRow> {
    const player = await this.store.lockPlayer(tx, personId);
    if (player?.sessionId === sessionId) return player;
    if (await this.store.sessionOf(tx, sessionId, personId)) throw fail('COURSES_PLAYER_TAKEN_OVER');
    throw notFound();
  }

  private async nextTurn(tx: Tx, player: PlayerRow, seq: number, carryMs: number): Promise<void> {
    // A transaction may have begun before the one that came in front of it: the clock of the player never goes back.
    const lastBeatAt = tx.now > player.lastBeatAt ? tx.now : player.lastBeatAt;
    await tx.update(
      'learner_player',
      { personId: player.personId, lastSeq: player.lastSeq },
      { lastSeq: seq, lastBeatAt, carryMs },
    );
  }

  /** @returns whether the course is complete with it */
  private async finishLesson(
    tx: Tx,
    progress: ProgressRow,
    lesson: LessonRow,
    row: LessonProgressRow,
  ): Promise<boolean> {
    await tx.update('lesson_progress', { id: row.id, completedAt: null }, { completedAt: tx.now, percent: 100 });
    if ((await this.store.lessonsLeft(tx, progress.id, lesson.courseVersionId)) > 0) return false;
    const [version] = await this.courses.versions([lesson.courseVersionId], tx);
    const to = progressLifecycle.next(progress.state, 'FINISH');
    await tx.update('course_progress', { id: progress.id, state: progress.state }, { state: to, completedAt: tx.now });
    await tx.timeline({
      subjectType: 'enrolment',
      subjectId: progress.enrolmentId,
      event: 'COURSE_COMPLETED',
      opinion: `《${version!.title.zh}》`,
      details: { courseCode: progress.courseCode, version: version!.version, titleEn: version!.title.en },
    });
    await tx.audit({
      action: 'courses.complete-course',
      object: { type: 'course_progress', id: progress.id },
      details: { enrolmentId: progress.enrolmentId, courseCode: progress.courseCode, version: version!.version },
    });
    await tx.emit(CourseCompleted, { enrolmentId: progress.enrolmentId, courseCode: progress.courseCode });
    return true;
  }
}
