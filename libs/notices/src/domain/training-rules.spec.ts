import type { Duty } from './duty';
import type { EnrolmentView } from './enrolment-view';
import { keyOf, settle } from './settle';
import { enrolmentWork } from './task-rules';
import { ADMITTED, NOW, sitting, step, TERMS, view, window } from './testing/enrolment';
import { nextWindow } from './training-rules';

const NOW_OPEN = window('W1', '2026-03-18T00:00:00Z', '2026-03-25T10:00:00Z');
const NAMED = { titleZh: '基础', titleEn: 'Foundations' };
const DONE = { C1: { ...NAMED, startedAt: null, completed: true, completedAt: new Date('2026-03-10T00:00:00Z') } };
const work = (f: Partial<EnrolmentView>) =>
  enrolmentWork(view({ state: 'ACTIVE', history: ADMITTED, ...f }), TERMS, NOW);
const exam = (f: Partial<EnrolmentView>): Duty[] => work(f).duties.filter((d) => d.code === 'SIT_EXAM');
const byCode = (f: Partial<EnrolmentView>, code: string) => work(f).duties.find((d) => d.code === code);

describe('the course', () => {
  test('is to be started until it is started or completed', () => {
    expect(byCode({}, 'START_LEARNING')).toMatchObject({ done: null, to: { role: 'TRAINEE', accountId: 'learner' } });
    const started = { C1: { ...NAMED, startedAt: NOW, completed: false, completedAt: null } };
    expect(byCode({ courses: started }, 'START_LEARNING')!.done).toMatchObject({ outcome: 'STARTED', by: 'learner' });
    expect(byCode({ courses: DONE }, 'START_LEARNING')!.done!.at).toEqual(DONE.C1.completedAt);
  });
});

describe('the exam', () => {
  test('waits for the courses, then for a window, then is due on the window’s last day', () => {
    expect(exam({ windows: { P1: [NOW_OPEN] } })).toMatchObject([{ waitsFor: 'COURSES', opensAt: null, dueOn: null }]);
    expect(exam({ courses: DONE })).toMatchObject([{ waitsFor: 'EXAM_WINDOW', opensAt: null, windowKey: 'P1@210000' }]);
    expect(exam({ courses: DONE, windows: { P1: [NOW_OPEN] } })).toMatchObject([
      {
        waitsFor: null,
        opensAt: DONE.C1.completedAt,
        endsAt: NOW_OPEN.admissionUntil,
        dueOn: '2026-03-25',
        windowId: 'W1',
      },
    ]);
  });

  test('that is under way or being marked stays one to-do; passed, it is over', () => {
    const at = (s: ReturnType<typeof sitting>) =>
      exam({ courses: DONE, windows: { P1: [NOW_OPEN] }, sittings: { P1: [s] } });
    expect(at(sitting(1, 'STARTED'))).toMatchObject([{ occasion: '1', done: null }]);
    expect(at(sitting(1, 'SUBMITTED'))).toMatchObject([{ occasion: '1', done: null }]);
    expect(at(sitting(1, 'MARKED', true))).toMatchObject([{ occasion: '1', done: { outcome: 'PASSED' } }]);
  });

  test('failed, comes back in another window while attempts are left', () => {
    const failed = { courses: DONE, sittings: { P1: [sitting(1, 'MARKED', false)] } };
    expect(exam({ ...failed, windows: { P1: [NOW_OPEN] } })).toMatchObject([
      { occasion: '1', done: { outcome: 'NOT_PASSED' } },
      { occasion: '2', done: null, waitsFor: 'EXAM_WINDOW' }, // W1 allows one sitting
    ]);
    const second = window('W2', '2026-03-19T00:00:00Z', '2026-04-01T00:00:00Z');
    expect(exam({ ...failed, windows: { P1: [NOW_OPEN, second] } })[1]).toMatchObject({
      windowId: 'W2',
      waitsFor: null,
    });
    const both = { P1: [sitting(1, 'MARKED', false), sitting(2, 'MARKED', false, 'W2')] };
    expect(exam({ courses: DONE, windows: { P1: [NOW_OPEN] }, sittings: both }).map((d) => d.done?.outcome)).toEqual([
      'NOT_PASSED',
      'NOT_PASSED',
    ]);
  });

  test('voided, is to be sat again, and the result is told once', () => {
    const sittings = { P1: [sitting(1, 'VOID'), sitting(2, 'MARKED', true, 'W2')] };
    const { messages } = work({ courses: DONE, sittings });
    expect(messages.filter((m) => m.code.startsWith('EXAM')).map((m) => `${m.code} ${m.fact}`)).toEqual([
      'EXAM_VOIDED sitting-1',
      'EXAM_PASSED sitting-2',
    ]);
    expect(exam({ courses: DONE, sittings: { P1: [sitting(1, 'VOID')] } })[1]).toMatchObject({ occasion: '2' });
  });

  test('the window that ends first is taken, one whose sittings are used is not', () => {
    const late = window('W2', '2026-03-01T00:00:00Z', '2026-05-01T00:00:00Z', 2);
    expect(nextWindow([late, NOW_OPEN], [], NOW)!.id).toBe('W1');
    expect(nextWindow([late, NOW_OPEN], [sitting(1, 'MARKED', false)], NOW)!.id).toBe('W2');
    expect(nextWindow([NOW_OPEN], [sitting(1, 'VOID')], NOW)).toBeNull();
    // Open, but nobody is admitted any more.
    expect(nextWindow([{ ...NOW_OPEN, admissionUntil: NOW }], [], NOW)).toBeNull();
  });
});

describe('the base', () => {
  const attested = (value: string) => [{ requirementCode: 'ROTATION', value, recordedAt: NOW }];
  const history = [...ADMITTED, step('ATTEST', 3, 'clerk')];
  test('records until every minimum is reached, from the first day of the class', () => {
    expect(byCode({}, 'RECORD_ATTESTATION')).toMatchObject({
      opensAt: new Date('2026-03-01T16:00:00Z'),
      params: { done: 0, total: 1 },
      to: { role: 'BASE_ADMIN', organisationId: 'base' },
    });
    expect(byCode({ history, attested: attested('19.5') }, 'RECORD_ATTESTATION')!.done).toBeNull();
    expect(byCode({ history, attested: attested('20.00') }, 'RECORD_ATTESTATION')!.done).toMatchObject({
      by: 'clerk',
      outcome: 'RECORDED',
    });
  });
});

describe('the issue', () => {
  test('is the province’s from the decision on, lapses with it, and is done by the completion', () => {
    const eligible = [...ADMITTED, step('credentials.eligible', 3, 'system')];
    expect(byCode({ history: eligible }, 'ISSUE_CERTIFICATE')).toMatchObject({
      to: { role: 'PROVINCE_OFFICER', regionCode: '210000' },
      dueOn: '2026-03-21',
      done: null,
    });
    const lapsed = [...eligible, step('credentials.no-longer-eligible', 4, 'system')];
    expect(byCode({ history: lapsed }, 'ISSUE_CERTIFICATE')!.done).toMatchObject({ outcome: 'LAPSED', by: null });
    const issued = [...lapsed, step('credentials.eligible', 5), step('COMPLETE', 6, 'officer')];
    const all = work({ state: 'COMPLETED', history: issued }).duties.filter((d) => d.code === 'ISSUE_CERTIFICATE');
    expect(all.map((d) => d.done!.outcome)).toEqual(['LAPSED', 'ISSUED']);
  });

  test('said twice is one to-do', () => {
    const twice = [...ADMITTED, step('credentials.eligible', 3), step('credentials.eligible', 4)];
    expect(work({ history: twice }).duties.filter((d) => d.code === 'ISSUE_CERTIFICATE')).toHaveLength(1);
  });
});

describe('settling', () => {
  const [d] = work({}).duties.filter((x) => x.code === 'START_LEARNING');
  const row = (outcome: string | null) => [{ id: '1', ...d!, outcome }];
  test('a final row stays closed whatever is wanted later; an obsolete one wakes', () => {
    expect(settle(row('STARTED'), [d!])).toEqual({ write: [], obsolete: [] });
    expect(settle(row('OBSOLETE'), [d!]).write.map(keyOf)).toEqual([keyOf(d!)]);
  });
  test('an open row that nobody needs becomes obsolete, a closed one is left alone', () => {
    expect(settle(row(null), [])).toEqual({ write: [], obsolete: ['1'] });
    expect(settle(row('STARTED'), [])).toEqual({ write: [], obsolete: [] });
  });
});
