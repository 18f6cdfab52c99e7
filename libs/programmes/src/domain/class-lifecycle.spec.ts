import { type ClassDates, classLifecycle, type ClassState, dueEvent } from './class-lifecycle';

const dates = (state: ClassState): ClassDates => ({
  state,
  startsOn: '2026-05-01',
  lastOn: '2027-04-30',
  enrolLastOn: '2026-04-20',
});

describe('class', () => {
  it.each<[ClassState, string, number, string | null]>([
    ['OPEN', '2026-04-20', 0, null],
    ['OPEN', '2026-04-21', 0, 'CLOSE_ENROLMENT'],
    ['CLOSED', '2026-04-30', 0, null],
    ['CLOSED', '2026-05-01', 0, 'START'],
    ['RUNNING', '2027-04-30', 0, null],
    ['RUNNING', '2027-05-01', 3, null],
    ['RUNNING', '2027-05-01', 0, 'FINISH'],
    ['FINISHED', '2030-01-01', 0, null],
  ])('%s on %s with %i people in it → %s', (state, day, busy, expected) => {
    expect(dueEvent(dates(state), day, busy)).toBe(expected);
  });

  it('every due event is a move of the table', () => {
    for (const state of ['OPEN', 'CLOSED', 'RUNNING'] as const) {
      const event = dueEvent(dates(state), '2028-01-01', 0)!;
      expect(classLifecycle.permits(state, event, 'SYSTEM')).toBe(true);
    }
  });

  it('the base may only open and close enrolment', () => {
    const moves = classLifecycle.rows.filter((r) => r.who.includes('BASE_ADMIN')).map((r) => `${r.from} ${r.event}`);
    expect(moves).toEqual(['NONE OPEN', 'OPEN CLOSE_ENROLMENT']);
    expect(() => classLifecycle.next('FINISHED', 'OPEN')).toThrow('KERNEL_ILLEGAL_TRANSITION');
  });
});
