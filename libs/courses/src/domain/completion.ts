import { covered, type Stretch } from './intervals';

export interface TwoLanguages {
  zh: string;
  en: string;
}

export type LessonKind = 'TEXT' | 'PDF' | 'VIDEO';

/** When a lesson is done: data of the lesson, with its source in the course version. */
export type CompletionRule =
  | { rule: 'READ_TO_END'; minSeconds: number }
  | { rule: 'ALL_PAGES_SEEN'; minSeconds: number }
  | { rule: 'WATCHED_PERCENT'; percent: number; maxPlaybackRate: string };

export interface LessonFacts {
  kind: LessonKind;
  durationMs: number | null;
  pages: number | null;
  completion: CompletionRule;
}

export interface LessonState {
  seen: readonly Stretch[];
  readMs: number;
  pagesSeen: readonly number[];
  reachedEnd: boolean;
}

export const UNTOUCHED: LessonState = { seen: [], readMs: 0, pagesSeen: [], reachedEnd: false };

/** One thing that is still lacking; the text is in the error catalogue under `code`. */
export interface Lack {
  code: 'COURSES_WATCH_MORE' | 'COURSES_READ_LONGER' | 'COURSES_READ_TO_END' | 'COURSES_SEE_PAGES';
  params: Record<string, string | number>;
}

export interface LessonVerdict {
  done: boolean;
  /** 0–99 until done, then 100 */
  percent: number;
  missing: Lack[];
}

/** Milliseconds of the video that must have been seen, rounded up. */
export const neededMs = (durationMs: number, percent: number): number => Math.ceil((durationMs * percent) / 100);

/** Speed limit in thousandths: `"1.5"` → 1500. */
export const rateMilli = (text: string): number => Math.round(Number(text) * 1000);

const seconds = (ms: number): number => Math.ceil(ms / 1000);
const share = (part: number, whole: number): number => (whole <= 0 ? 1 : Math.min(1, part / whole));

function parts(lesson: LessonFacts, s: LessonState): { share: number; lack: Lack | null }[] {
  const c = lesson.completion;
  if (c.rule === 'WATCHED_PERCENT') {
    const need = neededMs(lesson.durationMs ?? 0, c.percent);
    const have = covered(s.seen);
    const left = seconds(need - have);
    return [
      {
        share: share(have, need),
        lack: have >= need ? null : { code: 'COURSES_WATCH_MORE', params: { seconds: left, percent: c.percent } },
      },
    ];
  }
  const need = c.minSeconds * 1000;
  const time = {
    share: share(s.readMs, need),
    lack:
      s.readMs >= need
        ? null
        : ({
            code: 'COURSES_READ_LONGER',
            params: { seconds: seconds(need - s.readMs), minSeconds: c.minSeconds },
          } as const),
  };
  if (c.rule === 'READ_TO_END')
    return [
      time,
      { share: s.reachedEnd ? 1 : 0, lack: s.reachedEnd ? null : { code: 'COURSES_READ_TO_END', params: {} } },
    ];
  const all = Array.from({ length: lesson.pages ?? 0 }, (_, i) => i + 1);
  const unseen = all.filter((p) => !s.pagesSeen.includes(p));
  return [
    time,
    {
      share: share(all.length - unseen.length, all.length),
      lack: unseen.length
        ? { code: 'COURSES_SEE_PAGES', params: { count: unseen.length, pages: unseen.slice(0, 20).join(', ') } }
        : null,
    },
  ];
}

/** Whether a lesson is done, how far it is, and everything that lacks. */
export function judgeLesson(lesson: LessonFacts, state: LessonState): LessonVerdict {
  const all = parts(lesson, state);
  const missing = all.flatMap((p) => p.lack ?? []);
  const done = missing.length === 0;
  const percent = done ? 100 : Math.min(99, Math.floor((all.reduce((n, p) => n + p.share, 0) / all.length) * 100));
  return { done, percent, missing };
}

/** The rule as people read it. */
export function ruleWords(lesson: LessonFacts): TwoLanguages {
  const c = lesson.completion;
  switch (c.rule) {
    case 'WATCHED_PERCENT': {
      const s = seconds(neededMs(lesson.durationMs ?? 0, c.percent));
      return {
        zh: `看满 ${c.percent}%（${s} 秒），重复观看只计一次；第一遍不能跳到没看过的地方，倍速不超过 ${c.maxPlaybackRate} 倍`,
        en: `Watch ${c.percent}% (${s} s; repeats count once). On the first view you cannot skip ahead, and the speed limit is ${c.maxPlaybackRate}×`,
      };
    }
    case 'READ_TO_END':
      return {
        zh: `读到文末，阅读不少于 ${c.minSeconds} 秒`,
        en: `Read to the end, for at least ${c.minSeconds} s`,
      };
    case 'ALL_PAGES_SEEN':
      return {
        zh: `看完全部 ${lesson.pages ?? 0} 页，阅读不少于 ${c.minSeconds} 秒`,
        en: `See all ${lesson.pages ?? 0} pages, for at least ${c.minSeconds} s`,
      };
  }
}
