import { blockedBy, coursePercent, nextLesson, progressLifecycle } from './course-path';
import {
  judgeLesson,
  type LessonFacts,
  type LessonState,
  neededMs,
  rateMilli,
  ruleWords,
  UNTOUCHED,
} from './completion';
import { judgeReading } from './reading';
import { watchRuleOf, type WatchRuleContent } from './watch-rule';

const video: LessonFacts = {
  kind: 'VIDEO',
  durationMs: 40_000,
  pages: null,
  completion: { rule: 'WATCHED_PERCENT', percent: 95, maxPlaybackRate: '1.5' },
};
const text: LessonFacts = {
  kind: 'TEXT',
  durationMs: null,
  pages: null,
  completion: { rule: 'READ_TO_END', minSeconds: 30 },
};
const pdf: LessonFacts = {
  kind: 'PDF',
  durationMs: null,
  pages: 4,
  completion: { rule: 'ALL_PAGES_SEEN', minSeconds: 30 },
};
const state = (s: Partial<LessonState>): LessonState => ({ ...UNTOUCHED, ...s });

describe('judgeLesson', () => {
  it.each([
    ['video, nothing', video, {}, false, 0, [['COURSES_WATCH_MORE', { seconds: 38, percent: 95 }]]],
    [
      'video, 1 ms short',
      video,
      { seen: [[0, 37_999]] },
      false,
      99,
      [['COURSES_WATCH_MORE', { seconds: 1, percent: 95 }]],
    ],
    ['video, exactly 95 %', video, { seen: [[0, 38_000]] }, true, 100, []],
    [
      'video, with a gap',
      video,
      {
        seen: [
          [0, 10_000],
          [12_000, 40_000],
        ],
      },
      true,
      100,
      [],
    ],
    [
      'text, only the end',
      text,
      { reachedEnd: true },
      false,
      50,
      [['COURSES_READ_LONGER', { seconds: 30, minSeconds: 30 }]],
    ],
    ['text, only the time', text, { readMs: 30_000 }, false, 50, [['COURSES_READ_TO_END', {}]]],
    ['text, both', text, { readMs: 30_000, reachedEnd: true }, true, 100, []],
    [
      'document, all reasons at once',
      pdf,
      { readMs: 18_000, pagesSeen: [1, 3] },
      false,
      55,
      [
        ['COURSES_READ_LONGER', { seconds: 12, minSeconds: 30 }],
        ['COURSES_SEE_PAGES', { count: 2, pages: '2, 4' }],
      ],
    ],
    ['document, done', pdf, { readMs: 30_000, pagesSeen: [1, 2, 3, 4] }, true, 100, []],
  ] as [string, LessonFacts, Partial<LessonState>, boolean, number, [string, object][]][])(
    '%s',
    (_, lesson, s, done, percent, missing) => {
      const v = judgeLesson(lesson, state(s));
      expect({ done: v.done, percent: v.percent, missing: v.missing.map((m) => [m.code, m.params]) }).toEqual({
        done,
        percent,
        missing,
      });
    },
  );

  it('rounds what is needed up', () => {
    expect(neededMs(40_001, 95)).toBe(38_001);
    expect(rateMilli('1.25')).toBe(1250);
  });

  it('says the rule in both languages with its numbers', () => {
    for (const l of [video, text, pdf]) {
      const w = ruleWords(l);
      expect(w.zh).toMatch(/\d/);
      expect(w.en).toMatch(/\d/);
    }
    expect(ruleWords(video).zh).toContain('95%（38 秒）');
  });
});

describe('judgeReading', () => {
  const rule = {
    version: 'T',
    heartbeatSeconds: 15,
    tolerancePercent: 105,
    carryMs: 5000,
    windowMs: 300_000,
    slackMs: 2000,
    suspectMs: 15_000,
    idleSeconds: 120,
    pageMs: 1000,
  };
  const none = { readMs: 0, pagesSeen: [], reachedEnd: false };
  it.each([
    ['honest', { activeMs: 15_000, pages: [1, 2], reachedEnd: false }, 15_000, 15_000, [1, 2], false],
    ['claims an hour after 2 s', { activeMs: 3_600_000, pages: [], reachedEnd: true }, 2000, 2100, [], true],
    [
      'leafs through four pages in 2 s',
      { activeMs: 2000, pages: [1, 2, 3, 4], reachedEnd: false },
      2000,
      2000,
      [1, 2],
      false,
    ],
    ['pages that do not exist', { activeMs: 0, pages: [0, 9, 2.5, 3, 3], reachedEnd: false }, 9000, 0, [3], false],
    ['no time passed', { activeMs: 5000, pages: [1], reachedEnd: false }, 0, 0, [], false],
  ])('%s', (_, claim, wall, credited, pages, suspect) => {
    const out = judgeReading(none, claim, wall, 4, rule);
    expect([out.creditedMs, out.newPages, out.suspect]).toEqual([credited, pages, suspect]);
  });
  it('never forgets that the end was reached', () => {
    const out = judgeReading({ ...none, reachedEnd: true }, { activeMs: 0, pages: [], reachedEnd: false }, 0, 0, rule);
    expect(out.reachedEnd).toBe(true);
  });
});

describe('the way through a course', () => {
  const lessons = [
    { id: 'a', done: true },
    { id: 'b', done: false },
    { id: 'c', done: false },
  ];
  it('opens lessons in order', () => {
    expect(blockedBy(lessons, 'a', 'IN_ORDER')).toBeNull();
    expect(blockedBy(lessons, 'b', 'IN_ORDER')).toBeNull();
    expect(blockedBy(lessons, 'c', 'IN_ORDER')).toEqual(lessons[1]);
    expect(blockedBy(lessons, 'c', 'FREE')).toBeNull();
    expect(nextLesson(lessons)?.id).toBe('b');
  });
  it('counts percent without ever rounding up to done', () => {
    expect(coursePercent([100, 100, 99])).toBe(99);
    expect(coursePercent([100, 100])).toBe(100);
    expect(coursePercent([])).toBe(0);
  });
  it('completes once', () => {
    expect(progressLifecycle.next('STARTED', 'FINISH')).toBe('COMPLETED');
    expect(progressLifecycle.isTerminal('COMPLETED')).toBe(true);
    expect(() => progressLifecycle.next('ASSIGNED', 'FINISH')).toThrow('KERNEL_ILLEGAL_TRANSITION');
  });
});

describe('watchRuleOf', () => {
  it('refuses a figure that is missing or no whole number', () => {
    const content = { version: 'X', heartbeatSeconds: { value: 1.5, source: '' } } as unknown as WatchRuleContent;
    expect(() => watchRuleOf(content)).toThrow('heartbeatSeconds');
  });
});
