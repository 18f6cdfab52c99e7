import {
  admissionEnd,
  attemptLife,
  type CandidateFacts,
  closeTime,
  deadlineOf,
  phaseOf,
  type SessionRules,
  whyNotStart,
} from './attempt';

const at = (minutes: number, ms = 0) => new Date(Date.UTC(2026, 2, 2, 1) + minutes * 60_000 + ms);
const session: SessionRules = {
  state: 'SCHEDULED',
  opensAt: at(0),
  closesAt: at(180),
  durationMinutes: 60,
  lateLimitMinutes: 30,
  graceSeconds: 120,
  maxAttempts: 1,
  passPercent: 60,
};
const candidate: CandidateFacts = {
  enrolled: true,
  usedHere: 0,
  usedInAll: 0,
  limitInAll: 3,
  passed: false,
  waiting: false,
};
const codes = (s: SessionRules, c: CandidateFacts, now: Date) => whyNotStart(s, c, now).map((r) => r.code);

it.each([
  [at(0, -1), 'UPCOMING'],
  [at(0), 'OPEN'],
  [at(30), 'OPEN'],
  [at(30, 1), 'ADMISSION_ENDED'],
  [at(180, -1), 'ADMISSION_ENDED'],
  [at(180), 'CLOSED'],
])('phase at %p: %s (DEC-28)', (now, phase) => expect(phaseOf(session, now)).toBe(phase));

it('without a late limit admission lasts the whole window', () => {
  const open = { ...session, lateLimitMinutes: null };
  expect([admissionEnd(open), phaseOf(open, at(179))]).toEqual([at(180), 'OPEN']);
});

it.each([
  ['full time', at(0), 0, at(60)],
  ['a latecomer has the full time while the window lasts', at(30), 0, at(90)],
  ['the end of the window caps', at(150), 0, at(180)],
  ['extra time is added', at(0), 30, at(90)],
  ['and moves the cap', at(150), 30, at(210)],
])('deadline: %s', (_, started, extra, expected) => expect(deadlineOf(session, started, extra)).toEqual(expected));

it('the server closes at deadline + grace', () => expect(closeTime(at(60), 120)).toEqual(at(62)));

describe('why not', () => {
  it('nothing in the way', () => expect(codes(session, candidate, at(5))).toEqual([]));
  it.each<[string, Partial<CandidateFacts>, Date, string[]]>([
    ['not enrolled', { enrolled: false }, at(5), ['EXAMS_NOT_ENROLLED']],
    ['too late', {}, at(31), ['EXAMS_TOO_LATE']],
    ['passed', { passed: true }, at(5), ['EXAMS_ALREADY_PASSED']],
    ['waiting for a mark', { waiting: true }, at(5), ['EXAMS_RESULT_PENDING']],
    ['used up here', { usedHere: 1 }, at(5), ['EXAMS_NO_ATTEMPT_LEFT_HERE']],
    ['used up in all', { usedInAll: 3 }, at(5), ['EXAMS_NO_ATTEMPT_LEFT']],
    ['no limit in all', { usedInAll: 99, limitInAll: null }, at(5), []],
    [
      'all at once',
      { enrolled: false, usedHere: 1, usedInAll: 3 },
      at(200),
      ['EXAMS_NOT_ENROLLED', 'EXAMS_WINDOW_CLOSED', 'EXAMS_NO_ATTEMPT_LEFT_HERE', 'EXAMS_NO_ATTEMPT_LEFT'],
    ],
  ])('%s', (_, facts, now, expected) => expect(codes(session, { ...candidate, ...facts }, now)).toEqual(expected));
  it('cancelled', () =>
    expect(codes({ ...session, state: 'CANCELLED' }, candidate, at(5))).toEqual(['EXAMS_SESSION_CANCELLED']));
});

describe('the life of an attempt (§5.5)', () => {
  it('handed in by the candidate or closed by the server, marked, perhaps voided; never reopened', () => {
    expect(attemptLife.next('STARTED', 'submit')).toBe('SUBMITTED');
    expect(attemptLife.next('STARTED', 'close')).toBe('SUBMITTED');
    expect(attemptLife.next('SUBMITTED', 'mark')).toBe('MARKED');
    for (const s of ['STARTED', 'SUBMITTED', 'MARKED'] as const) expect(attemptLife.next(s, 'void')).toBe('VOID');
    expect(attemptLife.isTerminal('VOID')).toBe(true);
    expect(() => attemptLife.next('MARKED', 'submit')).toThrow('KERNEL_ILLEGAL_TRANSITION');
    expect(() => attemptLife.next('STARTED', 'mark')).toThrow('KERNEL_ILLEGAL_TRANSITION');
  });
  it('only the exam office voids, only the server marks', () => {
    expect(attemptLife.permits('STARTED', 'void', 'TRAINEE')).toBe(false);
    expect(attemptLife.permits('SUBMITTED', 'mark', 'EXAM_OFFICER')).toBe(false);
    expect(attemptLife.permits('STARTED', 'close', 'TRAINEE')).toBe(false);
  });
});
