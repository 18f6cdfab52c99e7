import { timeliness } from './deadline';
import {
  againstSigning,
  againstSubmitting,
  isEditable,
  REPORT_STATES,
  reminderOf,
  type ReportContent,
  reportClock,
  reportLifecycle,
  type ReportState,
  resubmissionDue,
} from './report';
import { authorOf, dueReports } from './report-duties';
import { isReportable, per100k } from './report-figures';
import { type RollupCity, rollUp } from './report-rollup';

const label = { zh: '工作中发现的问题', en: 'Problems found' };
const content = (more: Partial<ReportContent> = {}): ReportContent => ({
  sections: [
    { code: 'PROGRESS', label: { zh: '工作进展情况和效果', en: 'Progress' }, required: true },
    { code: 'PROBLEMS', label, required: true },
    { code: 'OTHER', label: { zh: '其他', en: 'Other' }, required: false },
  ],
  texts: new Map([
    ['PROGRESS', '完成'],
    ['PROBLEMS', '不足'],
  ]),
  needsFigures: true,
  figures: [],
  seal: true,
  filed: true,
  opensOn: '2023-10-01',
  ...more,
});
const codes = (list: { code: string }[]) => list.map((r) => r.code);

describe('§5.8 oracles by name', () => {
  const at = (t: string, complete = true) => ({ at: new Date(t), complete });
  it('submitted 2023-11-30 23:59 is on time', () =>
    expect(timeliness('2023-11-30', [at('2023-11-30T23:59:00+08:00')])).toMatchObject({ onTime: true, daysLate: 0 }));
  it('submitted 2023-12-01 00:00 is one day late', () =>
    expect(timeliness('2023-11-30', [at('2023-12-01T00:00:00+08:00')])).toMatchObject({ onTime: false, daysLate: 1 }));
  it('first complete 2023-11-29, returned 12-05, resubmitted 12-10 is on time', () =>
    expect(timeliness('2023-11-30', [at('2023-11-29T17:00:00+08:00'), at('2023-12-10T09:00:00+08:00')])).toMatchObject({
      onTime: true,
      daysLate: 0,
    }));
  it('13 of 14 cities: "13/14 cities, missing 朝阳市"', () => {
    const cities: RollupCity[] = Array.from({ length: 14 }, (_, i) => ({
      code: `21${String(i + 1).padStart(2, '0')}00`,
      name: i === 12 ? '朝阳市' : `市${i}`,
      nameEn: i === 12 ? 'Chaoyang' : `City ${i}`,
      received: i !== 12,
      figures: [],
    }));
    expect(rollUp(cities).note).toEqual({ zh: '13/14 个市，缺朝阳市', en: '13/14 cities, missing Chaoyang' });
  });
  it('an empty "工作中发现的问题" blocks signing (G13)', () =>
    expect(
      againstSigning(
        content({
          texts: new Map([
            ['PROGRESS', '完成'],
            ['PROBLEMS', ' \n '],
          ]),
        }),
      ),
    ).toEqual([{ code: 'PLANS_REPORT_SECTION_EMPTY', params: { section: label.zh, sectionEn: label.en } }]));
});

describe('the transition table', () => {
  const road: [ReportState, Parameters<typeof reportLifecycle.next>[1], ReportState, 'AUTHOR' | 'RECEIVER'][] = [
    ['NOT_STARTED', 'START', 'DRAFT', 'AUTHOR'],
    ['DRAFT', 'SEND_FOR_REVIEW', 'CITY_REVIEW', 'AUTHOR'],
    ['CITY_REVIEW', 'SEND_BACK', 'DRAFT', 'AUTHOR'],
    ['CITY_REVIEW', 'SIGN', 'SIGNED', 'AUTHOR'],
    ['SIGNED', 'REOPEN', 'DRAFT', 'AUTHOR'],
    ['SIGNED', 'SUBMIT', 'SUBMITTED', 'AUTHOR'],
    ['SIGNED', 'KEEP', 'KEPT', 'AUTHOR'],
    ['SUBMITTED', 'RETURN', 'RETURNED', 'RECEIVER'],
    ['RETURNED', 'RESUBMIT', 'RESUBMITTED', 'AUTHOR'],
    ['RESUBMITTED', 'RETURN', 'RETURNED', 'RECEIVER'],
    ['RESUBMITTED', 'ACCEPT', 'ACCEPTED', 'RECEIVER'],
    ['SUBMITTED', 'ACCEPT', 'ACCEPTED', 'RECEIVER'],
  ];
  test.each(road)('%s --%s--> %s by %s', (from, event, to, who) => {
    expect(reportLifecycle.next(from, event)).toBe(to);
    expect(reportLifecycle.permits(from, event, who)).toBe(true);
    expect(reportLifecycle.permits(from, event, who === 'AUTHOR' ? 'RECEIVER' : 'AUTHOR')).toBe(false);
  });
  it('nobody edits what was handed in or signed, and nothing leaves an accepted or a kept report', () => {
    expect(REPORT_STATES.filter(isEditable)).toEqual(['NOT_STARTED', 'DRAFT', 'RETURNED']);
    expect(REPORT_STATES.filter((s) => reportLifecycle.isTerminal(s))).toEqual(['ACCEPTED', 'KEPT']);
  });
  test.each(['SUBMITTED', 'ACCEPTED', 'RETURNED', 'RESUBMITTED', 'KEPT'] as const)(
    'no paper is recorded over a report that is %s',
    (s) => expect(() => reportLifecycle.next(s, 'RECORD_PAPER')).toThrow('KERNEL_ILLEGAL_TRANSITION'),
  );
});

describe('refusals name all reasons', () => {
  it('before signing', () =>
    expect(
      codes(
        againstSigning(
          content({
            texts: new Map(),
            figures: [{ key: 'CLASSES_HELD', computed: '2', reported: '3', reason: ' ' }],
          }),
        ),
      ),
    ).toEqual(['PLANS_REPORT_SECTION_EMPTY', 'PLANS_REPORT_SECTION_EMPTY', 'PLANS_REPORT_NO_REASON']));
  it('before handing in', () =>
    expect(codes(againstSubmitting(content({ seal: false, figures: null }), '2023-09-30'))).toEqual([
      'PLANS_REPORT_NO_FIGURES',
      'PLANS_REPORT_NO_SEAL',
      'PLANS_REPORT_NOT_OPEN',
    ]));
  it('a report to nobody is never handed in (DEC-31)', () =>
    expect(codes(againstSubmitting(content({ filed: false }), '2023-12-01'))).toEqual(['PLANS_REPORT_NOBODY']));
  it('nothing is said of a complete one', () => expect(againstSubmitting(content(), '2023-10-01')).toEqual([]));
});

describe('the clock', () => {
  const duty = { opensOn: '2023-10-01', dueOn: '2023-11-30', resubmitDueOn: null, retrospective: false, filed: true };
  test.each([
    ['DRAFT', '2023-09-01', 'UPCOMING'],
    ['DRAFT', '2023-10-01', 'NONE'],
    ['DRAFT', '2023-10-31', 'DUE_SOON'],
    ['SIGNED', '2023-11-30', 'DUE_SOON'],
    ['SIGNED', '2023-12-01', 'OVERDUE'],
    ['SUBMITTED', '2024-01-01', 'NONE'],
    ['KEPT', '2024-01-01', 'NONE'],
  ] as const)('%s on %s: %s', (state, on, flag) =>
    expect(reportClock({ ...duty, state }, on, [30, 7]).flag).toBe(flag),
  );
  it('a return runs on its own day', () =>
    expect(reportClock({ ...duty, state: 'RETURNED', resubmitDueOn: '2023-12-15' }, '2023-12-16', [30, 7])).toEqual({
      flag: 'OVERDUE',
      daysLeft: -1,
    }));
  it('what was due before the system knew of it is "not recorded", not overdue', () =>
    expect(reportClock({ ...duty, state: 'NOT_STARTED', retrospective: true }, '2026-01-01', [30, 7]).flag).toBe(
      'NOT_RECORDED',
    ));
  test.each([
    [31, null],
    [30, 30],
    [8, 30],
    [7, 7],
    [0, 7],
    [-1, null],
  ])('%i days left belong to the reminder of %p', (left, threshold) =>
    expect(reminderOf(left, [30, 7])).toBe(threshold),
  );
  it('the resubmission has its own day', () => expect(resubmissionDue('2023-12-05', 10)).toBe('2023-12-15'));
});

describe('obligations → due reports', () => {
  it('yearly ones have one a year', () =>
    expect(dueReports({ rule: 'YEARLY', opens: '10-01', due: '11-30', years: [2022, 2021] })).toEqual([
      { year: 2021, opensOn: '2021-10-01', dueOn: '2021-11-30' },
      { year: 2022, opensOn: '2022-10-01', dueOn: '2022-11-30' },
    ]));
  it('a window over the turn of the year opens in the year before', () =>
    expect(dueReports({ rule: 'YEARLY', opens: '12-01', due: '01-31', years: [2024] })[0]).toEqual({
      year: 2024,
      opensOn: '2023-12-01',
      dueOn: '2024-01-31',
    }));
  it('29 February falls back', () =>
    expect(
      dueReports({ rule: 'YEARLY', opens: '01-01', due: '02-29', years: [2024, 2025] }).map((d) => d.dueOn),
    ).toEqual(['2024-02-29', '2025-02-28']));
  it('a milestone and another office’s duty are no reports', () => {
    const sections = [{ code: 'A', label, required: true }];
    expect(authorOf({ from: 'CITY_HEALTH_COMMISSION', sections })).toBe('CITY');
    expect(authorOf({ from: 'CITY_HEALTH_COMMISSION', sections: [] })).toBeNull();
    expect(authorOf({ from: 'DEMONSTRATION_CENTRE', sections: [] })).toBeNull();
    expect(authorOf({ from: 'PROVINCIAL_HEALTH_COMMISSION', sections: [] })).toBe('PROVINCE');
  });
});

describe('figures and sums', () => {
  const city = (code: string, values: Record<string, string | null>, reported: Record<string, string> = {}) => ({
    code,
    name: code,
    nameEn: code,
    received: true,
    figures: Object.entries(values).map(([key, computed]) => ({
      key,
      computed,
      reported: reported[key] ?? null,
      reason: reported[key] ? '口径不同' : null,
    })),
  });
  it('counts are added, rates come from the sums and not from the cities’ rates', () => {
    const r = rollUp([
      city('A', { POPULATION: '1000000', PHYSICIANS_UNION: '80', PHYSICIANS_PER_100K: '8.00' }),
      city(
        'B',
        { POPULATION: '3000000', PHYSICIANS_UNION: '120', PHYSICIANS_PER_100K: '4.00' },
        { PHYSICIANS_UNION: '140' },
      ),
    ]);
    const of = (key: string) => r.sums.find((s) => s.key === key);
    expect(of('PHYSICIANS_UNION')).toEqual({ key: 'PHYSICIANS_UNION', computed: '200', reported: '220', cities: 2 });
    expect(of('PHYSICIANS_PER_100K')).toMatchObject({ computed: '5.00', reported: '5.50' });
  });
  it('a city without report or without figures is left out, never zero', () => {
    const r = rollUp([
      city('A', { POPULATION: '1000000', PHYSICIANS_UNION: '80' }),
      { ...city('B', {}), figures: null },
      { ...city('C', {}), received: false, figures: null },
    ]);
    expect(r).toMatchObject({ received: 2, expected: 3, missing: [{ code: 'C' }], withoutFigures: [{ code: 'B' }] });
    expect(r.sums.find((s) => s.key === 'PHYSICIANS_UNION')).toMatchObject({ computed: '80', cities: 1 });
    expect(r.sums.find((s) => s.key === 'CLASSES_HELD')).toMatchObject({ computed: null, cities: 0 });
  });
  it('no rate when the population is not known for every city that is counted', () => {
    const r = rollUp([
      city('A', { POPULATION: '1000000', PHYSICIANS_UNION: '80' }),
      city('B', { POPULATION: null, PHYSICIANS_UNION: '10' }),
    ]);
    expect(r.sums.find((s) => s.key === 'PHYSICIANS_PER_100K')).toMatchObject({ computed: null, reported: null });
  });
  test.each([
    ['PHYSICIANS_UNION', '12', true],
    ['PHYSICIANS_UNION', '12.5', false],
    ['PHYSICIANS_UNION', '-1', false],
    ['PHYSICIANS_PER_100K', '7.99', true],
    ['PHYSICIANS_PER_100K', '7.999', false],
    ['NO_SUCH_FIGURE', '1', false],
  ])('%s = %s may be reported: %p', (key, value, ok) => expect(isReportable(key, value)).toBe(ok));
  it('a rate without a population is unknown', () => {
    expect(per100k(725, 9070093)).toBe('7.99');
    expect(per100k(725, null)).toBeNull();
  });
});
