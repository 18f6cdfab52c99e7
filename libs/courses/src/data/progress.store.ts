import { Injectable } from '@nestjs/common';
import { Db, type Param, type Scope, type Tx } from '@app/platform';
import type { LessonState } from '../domain/completion';
import type { ProgressState } from '../domain/course-path';
import type { Stretch } from '../domain/intervals';
import { fromJson, like } from './json';

export interface ProgressRow {
  id: string;
  enrolmentId: string;
  courseCode: string;
  courseVersionId: string | null;
  personId: string;
  state: ProgressState;
  open: number;
  startedAt: Date | null;
  lastActiveAt: Date | null;
  completedAt: Date | null;
}

export interface LessonProgressRow extends LessonState {
  id: string;
  progressId: string;
  lessonId: string;
  creditedMs: number;
  furthestMs: number;
  resumePoint: number;
  percent: number;
  suspectCount: number;
  completedAt: Date | null;
}

export interface PlayerRow {
  personId: string;
  sessionId: string;
  progressId: string;
  lessonId: string;
  ruleVersion: string;
  lastBeatAt: Date;
  lastSeq: number;
  carryMs: number;
}

/** A learner of a class, as bases and officials see it. */
export interface ClassProgressRow {
  id: string;
  enrolmentId: string;
  personName: string;
  courseCode: string;
  titleZh: string | null;
  titleEn: string | null;
  state: ProgressState;
  open: number;
  startedAt: Date | null;
  lastActiveAt: Date | null;
  completedAt: Date | null;
  lessonCount: string;
  lessonsDone: string;
  percentSum: string;
  suspectCount: string;
}

const PROGRESS = `SELECT id, enrolment_id, course_code, course_version_id, person_id, state, open, started_at, last_active_at, completed_at
  FROM course_progress`;
const LESSON_PROGRESS = `SELECT id, progress_id, lesson_id, seen, credited_ms, furthest_ms, read_ms, pages_seen, reached_end, resume_point,
    percent, suspect_count, completed_at FROM lesson_progress`;

type RawLessonProgress = Omit<LessonProgressRow, 'seen' | 'pagesSeen' | 'reachedEnd'> & {
  seen: unknown;
  pagesSeen: unknown;
  reachedEnd: number;
};
const lessonProgressOf = ({ seen, pagesSeen, reachedEnd, ...r }: RawLessonProgress): LessonProgressRow => ({
  ...r,
  seen: fromJson<Stretch[]>(seen),
  pagesSeen: fromJson<number[]>(pagesSeen),
  reachedEnd: reachedEnd === 1,
});

const FROM_CLASS = `FROM course_progress cp JOIN person p ON p.id = cp.person_id JOIN institution i ON i.id = cp.base_institution_id
  JOIN course c ON c.code = cp.course_code LEFT JOIN course_version v ON v.id = COALESCE(cp.course_version_id, c.current_version_id)
  LEFT JOIN (SELECT lp.progress_id, COUNT(lp.completed_at) AS done, SUM(lp.percent) AS percents, SUM(lp.suspect_count) AS suspects
    FROM lesson_progress lp JOIN course_progress x ON x.id = lp.progress_id WHERE x.class_id = ? GROUP BY lp.progress_id) t ON t.progress_id = cp.id`;

@Injectable()
export class ProgressStore {
  constructor(private readonly db: Db) {}

  async ofEnrolments(
    enrolmentIds: string[],
    courseCode?: string,
    source: Pick<Db, 'query'> = this.db,
  ): Promise<ProgressRow[]> {
    if (!enrolmentIds.length) return [];
    return source.query<ProgressRow>(
      `${PROGRESS} WHERE enrolment_id IN (?)${courseCode ? ' AND course_code = ?' : ''}`,
      courseCode ? [enrolmentIds as Param, courseCode] : [enrolmentIds as Param],
    );
  }

  lock(tx: Tx, id: string): Promise<ProgressRow | undefined> {
    return tx.one<ProgressRow>(`${PROGRESS} WHERE id = ? FOR UPDATE`, [id]);
  }

  lockOf(tx: Tx, enrolmentId: string): Promise<ProgressRow[]> {
    return tx.query<ProgressRow>(`${PROGRESS} WHERE enrolment_id = ? ORDER BY id FOR UPDATE`, [enrolmentId]);
  }

  async lessons(progressIds: string[], source: Pick<Db, 'query'> = this.db): Promise<LessonProgressRow[]> {
    if (!progressIds.length) return [];
    const rows = await source.query<RawLessonProgress>(`${LESSON_PROGRESS} WHERE progress_id IN (?)`, [
      progressIds as Param,
    ]);
    return rows.map(lessonProgressOf);
  }

  async lesson(
    progressId: string,
    lessonId: string,
    source: Pick<Db, 'query'> = this.db,
  ): Promise<LessonProgressRow | undefined> {
    const [row] = await source.query<RawLessonProgress>(`${LESSON_PROGRESS} WHERE progress_id = ? AND lesson_id = ?`, [
      progressId,
      lessonId,
    ]);
    return row && lessonProgressOf(row);
  }

  /** The person's open player, locked: heartbeats and openings of one person come one after the other. */
  lockPlayer(tx: Tx, personId: string): Promise<PlayerRow | undefined> {
    return tx.one<PlayerRow>(
      `SELECT person_id, session_id, progress_id, lesson_id, rule_version, last_beat_at, last_seq, carry_ms
       FROM learner_player WHERE person_id = ? FOR UPDATE`,
      [personId],
    );
  }

  /** Makes the session the person's only open one. Waits for whoever holds the lock. */
  async takePlayer(
    tx: Tx,
    p: { personId: string; sessionId: string; progressId: string; lessonId: string; ruleVersion: string },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO learner_player (person_id, session_id, progress_id, lesson_id, rule_version, opened_at, last_beat_at, last_seq, carry_ms)
       VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)
       ON DUPLICATE KEY UPDATE session_id = VALUES(session_id), progress_id = VALUES(progress_id), lesson_id = VALUES(lesson_id),
         rule_version = VALUES(rule_version), opened_at = VALUES(opened_at), last_beat_at = VALUES(last_beat_at), last_seq = 0, carry_ms = 0`,
      [p.personId, p.sessionId, p.progressId, p.lessonId, p.ruleVersion, tx.now, tx.now],
    );
  }

  sessionOf(tx: Tx, sessionId: string, personId: string): Promise<{ id: string } | undefined> {
    return tx.one('SELECT id FROM player_session WHERE id = ? AND person_id = ?', [sessionId, personId]);
  }

  /** Lessons of the version that are not done yet. */
  async lessonsLeft(tx: Tx, progressId: string, versionId: string): Promise<number> {
    const row = await tx.one<{ n: string }>(
      `SELECT COUNT(*) AS n FROM lesson l LEFT JOIN lesson_progress lp ON lp.lesson_id = l.id AND lp.progress_id = ?
       WHERE l.course_version_id = ? AND lp.completed_at IS NULL`,
      [progressId, versionId],
    );
    return Number(row!.n);
  }

  private async saveLesson(tx: Tx, id: string, patch: Record<string, unknown>): Promise<void> {
    await tx.update('lesson_progress', { id }, patch);
  }

  async saveWatched(
    tx: Tx,
    id: string,
    f: {
      seen: readonly Stretch[];
      creditedMs: number;
      furthestMs: number;
      resumePoint: number;
      percent: number;
      suspectCount: number;
    },
  ): Promise<void> {
    await this.saveLesson(tx, id, { ...f, seen: JSON.stringify(f.seen), updatedAt: tx.now });
  }

  async saveRead(
    tx: Tx,
    id: string,
    f: {
      readMs: number;
      pagesSeen: readonly number[];
      reachedEnd: boolean;
      resumePoint: number;
      percent: number;
      suspectCount: number;
    },
  ): Promise<void> {
    await this.saveLesson(tx, id, {
      ...f,
      pagesSeen: JSON.stringify(f.pagesSeen),
      reachedEnd: f.reachedEnd ? 1 : 0,
      updatedAt: tx.now,
    });
  }

  /** Learners of a class inside the scope (`cp` progress, `i` base institution): those who need attention first. */
  async ofClass(
    classId: string,
    scope: Scope,
    f: { search?: string | null; offset: number; limit: number },
  ): Promise<{ rows: ClassProgressRow[]; total: number }> {
    const where = `cp.class_id = ? AND ${scope.where} AND p.name LIKE ?`;
    const params: Param[] = [classId, classId, ...scope.params, like(f.search ?? '')];
    const rows = await this.db.query<ClassProgressRow>(
      `SELECT cp.id, cp.enrolment_id, p.name AS person_name, cp.course_code, v.title_zh, v.title_en, cp.state, cp.open, cp.started_at,
         cp.last_active_at, cp.completed_at, (SELECT COUNT(*) FROM lesson l WHERE l.course_version_id = v.id) AS lesson_count,
         COALESCE(t.done, 0) AS lessons_done, COALESCE(t.percents, 0) AS percent_sum, COALESCE(t.suspects, 0) AS suspect_count
       ${FROM_CLASS} WHERE ${where}
       ORDER BY cp.open DESC, cp.state = 'COMPLETED', COALESCE(t.percents, 0), p.name, cp.id LIMIT ? OFFSET ?`,
      [...params, f.limit, f.offset],
    );
    const total = await this.db.count(`SELECT COUNT(*) AS n ${FROM_CLASS} WHERE ${where}`, params);
    return { rows, total };
  }

  /** How many of a class stand where, among those still enrolled. */
  async classTotals(classId: string, scope: Scope): Promise<{ state: ProgressState; n: number }[]> {
    const rows = await this.db.query<{ state: ProgressState; n: string }>(
      `SELECT cp.state, COUNT(*) AS n FROM course_progress cp JOIN institution i ON i.id = cp.base_institution_id
       WHERE cp.class_id = ? AND ${scope.where} AND (cp.open = 1 OR cp.state = 'COMPLETED') GROUP BY cp.state`,
      [classId, ...scope.params],
    );
    return rows.map((r) => ({ state: r.state, n: Number(r.n) }));
  }

  /** All lessons counted so far, in the order of their ids. */
  async lessonsAfter(id: string, limit: number): Promise<LessonProgressRow[]> {
    const rows = await this.db.query<RawLessonProgress>(`${LESSON_PROGRESS} WHERE id > ? ORDER BY id LIMIT ?`, [
      id,
      limit,
    ]);
    return rows.map(lessonProgressOf);
  }
}
