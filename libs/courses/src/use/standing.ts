import { errorCatalogue } from '@app/platform';
import {
  type Lack,
  judgeLesson,
  type LessonFacts,
  neededMs,
  rateMilli,
  type TwoLanguages,
  UNTOUCHED,
} from '../domain/completion';
import { covered } from '../domain/intervals';
import type { LessonProgressRow } from '../data/progress.store';

/** One missing thing with its words. */
export interface Missing {
  code: string;
  params: Record<string, string | number>;
  label: TwoLanguages;
}

/** What the server has counted of a lesson: the only truth a page shows. */
export interface Standing {
  done: boolean;
  completedAt: Date | null;
  percent: number;
  missing: Missing[];
  creditedMs: number;
  neededMs: number;
  furthestMs: number;
  seen: { fromMs: number; toMs: number }[];
  readMs: number;
  pagesSeen: number[];
  reachedEnd: boolean;
  resumePoint: number;
}

export const missingOf = (lack: { code: string; params: Record<string, string | number> }): Missing => ({
  ...lack,
  label: {
    zh: errorCatalogue.text(lack.code, lack.params, 'zh-CN') ?? lack.code,
    en: errorCatalogue.text(lack.code, lack.params, 'en') ?? lack.code,
  },
});

/** What must be counted: ms watched, or ms read. */
export const goalMs = (lesson: LessonFacts): number =>
  lesson.completion.rule === 'WATCHED_PERCENT'
    ? neededMs(lesson.durationMs ?? 0, lesson.completion.percent)
    : lesson.completion.minSeconds * 1000;

export const maxRateOf = (lesson: LessonFacts): number =>
  lesson.completion.rule === 'WATCHED_PERCENT' ? rateMilli(lesson.completion.maxPlaybackRate) : 1000;

/** A lesson once done stays done, whatever the rule says later. */
export function lacksOf(lesson: LessonFacts, row: LessonProgressRow | undefined): Lack[] {
  return row?.completedAt ? [] : judgeLesson(lesson, row ?? UNTOUCHED).missing;
}

export function standingOf(lesson: LessonFacts, row: LessonProgressRow | undefined): Standing {
  return {
    done: Boolean(row?.completedAt),
    completedAt: row?.completedAt ?? null,
    percent: row?.completedAt ? 100 : (row?.percent ?? 0),
    missing: lacksOf(lesson, row).map(missingOf),
    creditedMs: covered(row?.seen ?? []),
    neededMs: goalMs(lesson),
    furthestMs: row?.furthestMs ?? 0,
    seen: (row?.seen ?? []).map(([fromMs, toMs]) => ({ fromMs, toMs })),
    readMs: row?.readMs ?? 0,
    pagesSeen: [...(row?.pagesSeen ?? [])],
    reachedEnd: row?.reachedEnd ?? false,
    resumePoint: row?.resumePoint ?? 0,
  };
}
