import {
  type EnrolmentActor,
  type EnrolmentEvent,
  enrolmentLifecycle,
  type EnrolmentState,
  STATE_WORDS,
  takesPlace,
} from './enrolment-lifecycle';

const STATES = Object.keys(STATE_WORDS) as EnrolmentState[];
const EVENTS: EnrolmentEvent[] = [
  'APPLY',
  'RESUBMIT',
  'CONFIRM',
  'RETURN',
  'WAITLIST',
  'ADMIT',
  'REFUSE',
  'START',
  'COMPLETE',
  'FAIL',
  'WITHDRAW',
];
const ACTORS: EnrolmentActor[] = ['TRAINEE', 'INSTITUTION_ADMIN', 'BASE_ADMIN', 'SYSTEM'];
const W: [EnrolmentState, EnrolmentActor] = ['WITHDRAWN', 'TRAINEE'];

/** §5.2, written again by hand. Whatever is not here must be refused. */
const EXPECTED: Record<EnrolmentState, Partial<Record<EnrolmentEvent, [EnrolmentState, EnrolmentActor]>>> = {
  NONE: { APPLY: ['APPLIED', 'TRAINEE'] },
  APPLIED: {
    CONFIRM: ['INSTITUTION_CONFIRMED', 'INSTITUTION_ADMIN'],
    RETURN: ['RETURNED', 'INSTITUTION_ADMIN'],
    WITHDRAW: W,
  },
  INSTITUTION_CONFIRMED: {
    ADMIT: ['ADMITTED', 'BASE_ADMIN'],
    WAITLIST: ['WAITLISTED', 'BASE_ADMIN'],
    RETURN: ['RETURNED', 'BASE_ADMIN'],
    REFUSE: ['REFUSED', 'BASE_ADMIN'],
    WITHDRAW: W,
  },
  WAITLISTED: { ADMIT: ['ADMITTED', 'BASE_ADMIN'], REFUSE: ['REFUSED', 'BASE_ADMIN'], WITHDRAW: W },
  RETURNED: { RESUBMIT: ['APPLIED', 'TRAINEE'], WITHDRAW: W },
  WITHDRAWN: { RESUBMIT: ['APPLIED', 'TRAINEE'] },
  ADMITTED: { START: ['ACTIVE', 'SYSTEM'], WITHDRAW: W },
  ACTIVE: { COMPLETE: ['COMPLETED', 'SYSTEM'], FAIL: ['FAILED', 'SYSTEM'], WITHDRAW: W },
  COMPLETED: {},
  FAILED: {},
  REFUSED: {},
};

describe('enrolment', () => {
  for (const from of STATES)
    for (const event of EVENTS) {
      const move = EXPECTED[from][event];
      it(move ? `${from} --${event}--> ${move[0]} by ${move[1]} only` : `${from} refuses ${event}`, () => {
        if (!move) return expect(() => enrolmentLifecycle.next(from, event)).toThrow('KERNEL_ILLEGAL_TRANSITION');
        expect(enrolmentLifecycle.next(from, event)).toBe(move[0]);
        expect(ACTORS.filter((a) => enrolmentLifecycle.permits(from, event, a))).toEqual([move[1]]);
      });
    }

  it('takes a place of the capacity only when admitted or active (§5.6)', () => {
    expect(STATES.filter(takesPlace)).toEqual(['ADMITTED', 'ACTIVE']);
  });
});
