import { type ReportView, reportWork } from './report-rules';
import type { Step } from './duty';
import { TERMS } from './testing/enrolment';

const NOW = new Date('2025-11-25T02:00:00Z');
let n = 0;
const step = (event: string, accountId = 'city-1', opinion: string | null = null): Step => ({
  ...{ id: `step-${++n}`, event, accountId, actorName: '某人', toState: null, opinion },
  at: new Date(NOW.getTime() - 86_400_000 + n * 1000),
});
const view = (history: Step[], more: Partial<ReportView> = {}): ReportView => ({
  ...{ id: 'duty-1', year: 2025, labelZh: '发展报告', labelEn: 'Development report', regionCode: '210100' },
  ...{ regionName: '沈阳市', regionNameEn: 'Shenyang', provinceCode: '210000', author: 'CITY', filed: true },
  ...{ state: 'DRAFT', opensOn: '2025-10-01', dueOn: '2025-11-20', resubmitDueOn: null, retrospective: false },
  ...{ reminder: null, clock: { flag: 'NONE', daysLeft: 10 }, history },
  ...more,
});
const open = (v: ReportView) => reportWork(v, TERMS, NOW).duties.filter((d) => !d.done);

const ROAD = [
  ['report.sent-for-review', 'SIGN_REPORT', 'CITY_OFFICER'],
  ['report.sent-back', 'WRITE_REPORT', 'CITY_OFFICER'],
  ['report.sent-for-review', 'SIGN_REPORT', 'CITY_OFFICER'],
  ['report.signed', 'SUBMIT_REPORT', 'CITY_OFFICER'],
  ['report.submitted', 'ACCEPT_REPORT', 'PROVINCE_OFFICER'],
  ['report.returned', 'CORRECT_REPORT', 'CITY_OFFICER'],
  ['report.resubmitted', 'ACCEPT_REPORT', 'PROVINCE_OFFICER'],
  ['report.accepted', null, null],
] as const;

test('a report is on one desk at a time, from the first word to the acceptance', () => {
  const history: Step[] = [];
  expect(open(view(history)).map((d) => d.code)).toEqual(['WRITE_REPORT']);
  for (const [event, code, role] of ROAD) {
    history.push(step('report.started'), step(event));
    const now = open(view([...history], { resubmitDueOn: '2025-12-05' }));
    expect(now.map((d) => [d.code, d.to.role])).toEqual(code ? [[code, role]] : []);
    if (code === 'CORRECT_REPORT') expect(now[0]!.dueOn).toBe('2025-12-05');
  }
  const all = reportWork(view(history), TERMS, NOW).duties;
  expect(all.map((d) => d.done!.outcome)).toEqual([
    ...['HANDED_ON', 'RETURNED', 'HANDED_ON', 'SIGNED', 'SUBMITTED', 'RETURNED', 'RESUBMITTED', 'ACCEPTED'],
  ]);
});

test('what was due before the system knew of it is nobody’s to-do until somebody takes it up', () => {
  expect(open(view([], { retrospective: true }))).toEqual([]);
  expect(open(view([step('report.sent-for-review')], { retrospective: true }))[0]).toMatchObject({
    code: 'SIGN_REPORT',
    dueOn: null,
  });
});

test('a kept report is nobody’s after it was kept or recorded; who recorded a filed one does not accept it', () => {
  expect(open(view([step('report.kept')], { filed: false }))).toEqual([]);
  expect(open(view([step('report.recorded')], { filed: false }))).toEqual([]);
  expect(open(view([step('report.recorded', 'province-1')]))[0]!.to).toEqual({
    role: 'PROVINCE_OFFICER',
    regionCode: '210000',
    except: ['province-1'],
  });
});

test('each reminder is one fact of its day; a call, a return and an acceptance are told', () => {
  const soon = view([], { reminder: 7, clock: { flag: 'DUE_SOON', daysLeft: 5 } });
  const [first] = reportWork(soon, TERMS, NOW).messages;
  expect(first).toMatchObject({ code: 'REPORT_DUE_SOON', fact: 'duty-1:2025-11-20:7', params: { days: 5 } });
  const told = [
    step('report.reminded', 'province-1'),
    step('report.returned', 'province-1', '补充'),
    step('report.accepted'),
  ];
  expect(reportWork(view(told), TERMS, NOW).messages.map((m) => [m.code, m.to.role])).toEqual([
    ['REPORT_REMINDED', 'CITY_OFFICER'],
    ['REPORT_RETURNED', 'CITY_OFFICER'],
    ['REPORT_ACCEPTED', 'CITY_OFFICER'],
  ]);
});
